// Whatever stands in the columns of the annex, on whatever paper: no number, unit or ordinal is broken, nothing is cut,
// nothing is wider than its column, no page is overfull.

import { describe, expect, it } from 'vitest';
import type { Project } from '#shared/domain/project.ts';
import { annexDocument } from '#shared/print/annex-document.ts';
import { CELL_INSET_PX } from '#shared/print/fit-columns.ts';
import type { LaidRow, LaidTable } from '#shared/print/lay-table.ts';
import { type LaidPage, layOut, type PrintLayout } from '#shared/print/layout.ts';
import { contentBox, ptToPx } from '#shared/print/paper.ts';
import { jobFrom } from '#shared/print/print-job.ts';
import { textEm } from '#shared/print/text-lines.ts';
import { toFen } from '#shared/values/money.ts';
import { fc } from '#test/support/fc.ts';
import { makePlan, makeProject } from '#test/unit/electron/excel/write/fixture-plan.ts';

/** Written without the rules of the layout: what a reader would call a number, an ordinal or a period. */
const NUMBERS =
  /[-−]?\d[\d,]*(?:\.\d+)*(?:[-—]\d+(?:\.\d+)*)*(?:平方米|公里|万元|亩|%)?|[（(][一二三四五六七八九十]+[）)]/g;
const bare = (text: string): string => text.replace(/\s/g, '');

function expectFitting(row: LaidRow, table: LaidTable, page: LaidPage): void {
  const part = table.parts[page.part];
  part?.columns.forEach((column, at) => {
    const lines = (row.cells[column] ?? '').split('\n');
    const px = ptToPx(table.fontPt) * (row.shrunk.get(column) ?? 1);
    const room = (part.widths[at] ?? 0) - CELL_INSET_PX;
    for (const line of lines) expect(textEm(line) * px, line).toBeLessThanOrEqual(room + 0.01);
    expect(row.height).toBeGreaterThanOrEqual(lines.length * table.lineHeight);
  });
}

/** Nothing cut, nothing broken; a row higher than a page stands on several, so its pieces are read as one. */
function expectWhole(pieces: readonly LaidRow[]): void {
  pieces[0]?.row.cells.forEach((original, column) => {
    // A column that is at its end leaves the further pieces empty.
    const lines = pieces.flatMap((piece) => (piece.cells[column] ?? '').split('\n'));
    expect(bare(lines.join(''))).toBe(bare(original));
    const inLines = lines.flatMap((line) => line.match(NUMBERS) ?? []);
    expect(inLines, `${original} as ${JSON.stringify(lines)}`).toEqual(original.match(NUMBERS) ?? []);
  });
}

function expectSound(layout: PrintLayout): void {
  const isShrunk = layout.pages.some((page) => page.rows.some(({ shrunk }) => shrunk.size > 0));
  if (isShrunk) expect(layout.notes.join('')).toContain('缩小打印');
  const pieces = Map.groupBy(
    layout.pages.filter(({ part }) => part === 0).flatMap((page) => [...page.rows, ...page.subtotals, ...page.closing]),
    ({ row }) => row.cells,
  );
  for (const own of pieces.values()) expectWhole(own);
  for (const page of layout.pages) {
    const { table } = page.section;
    const part = table?.parts[page.part];
    if (!table || !part) continue;
    const box = contentBox(page.setup, page.number);
    expect(part.width).toBeLessThanOrEqual(box.width);
    const rows = [...page.rows, ...page.subtotals, ...page.closing];
    for (const row of rows) expectFitting(row, table, page);
    for (const cell of part.header) {
      const own = part.widths.slice(cell.column, cell.column + cell.columnSpan).reduce((sum, width) => sum + width, 0);
      expect(bare(cell.text)).toBe(bare(cell.label));
      for (const line of cell.text.split('\n'))
        expect(textEm(line) * cell.scale * ptToPx(table.fontPt)).toBeLessThanOrEqual(own - CELL_INSET_PX + 0.01);
    }
    const heights = [...page.before, ...rows, ...page.after].reduce((sum, { height }) => sum + height, 0);
    const head = rows.length === 0 ? 0 : table.headHeights.reduce((sum, height) => sum + height, 0);
    expect(heights + head).toBeLessThanOrEqual(box.height);
  }
}

const digits = (most: number) =>
  fc.integer({ min: 1, max: most }).map((count) => '1234567890'.repeat(4).slice(0, count));
const token = fc.oneof(
  digits(30),
  digits(9).map((text) => `${text}.25`),
  fc.integer({ min: -99_999_999, max: 99_999_999 }).map((value) => value.toLocaleString('en-US')),
  fc.constantFrom(
    '2600平方米',
    '12.5%',
    '2021-2022',
    '2024.6-2024.12',
    '（二十一）',
    '(一)',
    '1.2.3',
    '-1,234.50万元',
    '3.5亩',
  ),
);
const han = fc.string({ unit: fc.constantFrom(...'甲乙丙丁，。（）“”、：村乡建设 '), maxLength: 60 });
const words = fc
  .array(fc.oneof({ weight: 3, arbitrary: han }, { weight: 1, arbitrary: token }), { maxLength: 8 })
  // Between two tokens stands something else: they would be read as one.
  .map((parts) => parts.join('，'));
const text = fc.oneof({ weight: 1, arbitrary: fc.constant(null) }, { weight: 3, arbitrary: words });
const month = fc.record({ year: fc.integer({ min: 2020, max: 2027 }), month: fc.integer({ min: 1, max: 12 }) });
const at = fc.option(
  fc.oneof(
    month.map(({ year }) => `${year}`),
    month.map((own) => `${own.year}-${String(own.month).padStart(2, '0')}`),
  ),
);
const amount = fc
  .record({ value: fc.integer({ min: -(10 ** 9), max: 10 ** 9 }), power: fc.integer({ min: 0, max: 5 }) })
  .map(({ value, power }) => toFen(value * 10 ** power));
const amounts = (keys: string[]) => fc.dictionary(fc.constantFrom(...keys), amount);
const count = fc.option(fc.integer({ min: 0, max: 10 ** 9 }));
const project: fc.Arbitrary<Partial<Project>> = fc.record({
  ...{ town: text, village: text, nature: text, content: text, unit: text, note: text },
  ...{ startAt: at, endAt: at, households: count, people: count },
  amounts: fc.record({
    total: fc.option(amount),
    bySource: amounts(['fiscal', 'integrated', 'industry', 'county', 'other']),
    byYear: amounts(['2021', '2022', '2023', '2024', '2025']),
    cells: fc.constant({}),
  }),
});
const job = fc.record({
  paper: fc.constantFrom('A3', 'A4'),
  orientation: fc.constantFrom('landscape', 'portrait'),
  binding: fc.constantFrom('left', 'document'),
  fontPt: fc.constantFrom(null, null, 7.5, 8, 9, 10.5, 12, 14, 16),
  subtotals: fc.constantFrom('none', 'page', 'running'),
  totalPosition: fc.constantFrom('first', 'last', 'none'),
  decimals: fc.constantFrom(null, 0, 2, 5),
  unit: fc.constantFrom('元', '万元', '亿元'),
});

describe('the annex of anything', () => {
  it('breaks no number, cuts nothing, and lets nothing overlap', () => {
    const list = fc.array(fc.record({ name: words, values: project }), { minLength: 1, maxLength: 5 });
    fc.assert(
      fc.property(list, job, (projects, choices) => {
        const made = projects.map(({ name, values }, index) => makeProject(`p${index}`, name, values));
        expectSound(layOut(annexDocument(makePlan(made), jobFrom('annex', choices), '2025年3月1日')));
      }),
      { numRuns: 150 },
    );
  });

  it('says which column has a number that no sheet can hold, and what helps', () => {
    const long = makeProject('a', '甲', { note: `编号${'1234567890'.repeat(12)}` });
    const layout = layOut(
      annexDocument(makePlan([long]), jobFrom('annex', { paper: 'A4', orientation: 'portrait' }), ''),
    );
    expectSound(layout);
    expect(layout.notes.join('')).toMatch(
      /“备注”栏有的数、编号或字母太长.*最小 [\d.]+ 磅。可以换 A3、改横向、减少栏目。/,
    );
  });

  it('does not break numbers for the length of a neighbour', () => {
    const neighbours = ['2024.6-2024.12', '二〇二一年至二〇二五年', '甲'.repeat(300), 'x'.repeat(60)];
    for (const content of neighbours) {
      const made = Array.from({ length: 3 }, (_, index) =>
        makeProject(`p${index}`, '甲', {
          content,
          unit: content,
          households: 1482,
          amounts: { total: toFen(137_640_470_000), bySource: {}, byYear: {}, cells: {} },
        }),
      );
      for (const paper of ['A3', 'A4']) {
        const layout = layOut(annexDocument(makePlan(made), jobFrom('annex', { paper }), ''));
        expectSound(layout);
        expect(layout.notes.join('')).not.toContain('缩小打印');
      }
    }
  });
});
