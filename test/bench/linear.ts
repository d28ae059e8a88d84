// How the cost of reading grows with the length of a text: each reader on n and on 2n characters of each repeated text.
// A reader that is linear stays near 2; what is well above it, or slow at all, is named.
import { planDefaults, referenceFor } from '#seeds/index.ts';
import { makeSampleProjects } from '#seeds/sample.ts';
import { runChecks } from '#shared/checks/run-checks.ts';
import { EMPTY_AMOUNTS, type Project } from '#shared/domain/project.ts';
import { findDuplicates } from '#shared/duplicates/find-duplicates.ts';
import { stripInstructions } from '#shared/import/header-instructions.ts';
import { headingName } from '#shared/import/match-category.ts';
import { parsePeriod } from '#shared/import/parse-period.ts';
import { readWorkbookNow, tableContext } from '#shared/import/read-workbook.ts';
import { maskText } from '#shared/notice/mask.ts';
import { listPlaceReader } from '#shared/places/place-key.ts';
import { readVillage } from '#shared/places/place-words.ts';
import { breakLines } from '#shared/print/text-lines.ts';
import type { PlanData } from '#shared/records/plan-data.ts';
import type { SheetCell } from '#shared/sheet/sheet.ts';
import { checkText } from '#shared/text/check-text.ts';
import { parseAmount } from '#shared/values/parse-amount.ts';
import { parseCount } from '#shared/values/parse-count.ts';
import { growText, REPEATED } from '#test/support/growing-texts.ts';
import { type Measurement, milliseconds } from './measure.ts';

/** Half the longest cell. */
const LENGTH = 16_000;
/** Under this a ratio is noise. */
const LEAST_MS = 15;
const MOST_RATIO = 3;

const plan = planDefaults('530402', 2021, 2025);
const reference = referenceFor('530402');
const context = tableContext(plan, reference);
const places = listPlaceReader(reference.regions, []);
const HEADER = ['序号', '项目名称', '建设地点', '建设内容', '建设年限', '总投资', '责任单位', '备注'];

/** A list of a few rows in which one cell holds the text. */
function readSheet(text: string, row: number, column: number): void {
  const rows = [
    ['项目表'],
    ['单位：万元'],
    HEADER,
    ...[1, 2, 3].map((n) => [n, `项目${n}`, '研和街道', '种茶', '2021', 10, '农业局', '']),
  ];
  const target = rows[row] as (string | number)[];
  target[column] = text;
  const sheet = {
    name: '表',
    hidden: false,
    merges: [],
    hiddenColumns: [],
    rows: rows.map((cells, index) => ({
      row: index + 1,
      hidden: false,
      cells: cells.map((cell, at): SheetCell => {
        const kind = typeof cell === 'number' ? 'number' : 'text';
        return { row: index + 1, column: at + 1, value: { kind, text: String(cell) } };
      }),
    })),
  };
  readWorkbookNow({ format: 'xlsx', sheets: [sheet], notes: [] }, context, {});
}

function planOf(fields: Partial<Project>): PlanData {
  const sample = makeSampleProjects()
    .slice(0, 3)
    .map((project, at): Project => ({ ...project, id: `${at}`, amounts: EMPTY_AMOUNTS, ...fields, position: at }));
  return { plan, reference, projects: sample, claims: [], records: {} };
}

const FIELDS = ['name', 'town', 'village', 'content', 'unit', 'goal', 'linkage', 'note', 'documentNumber'] as const;

const READERS: readonly [name: string, read: (text: string) => unknown][] = [
  ...[0, 1, 2].map((row): [string, (text: string) => unknown] => [
    `a sheet, row ${row + 1}`,
    (text) => readSheet(text, row, 0),
  ]),
  ...HEADER.map((word, column): [string, (text: string) => unknown] => [
    `a sheet, header of ${word}`,
    (text) => readSheet(text, 2, column),
  ]),
  ...HEADER.map((word, column): [string, (text: string) => unknown] => [
    `a sheet, ${word}`,
    (text) => readSheet(text, 4, column),
  ]),
  ['amounts', (text) => parseAmount(text, '万元')],
  ['counts', (text) => parseCount(text)],
  ['periods', (text) => parsePeriod(text)],
  ['instructions', stripInstructions],
  ['headings', headingName],
  ['places', (text) => places.split(text)],
  ['villages', readVillage],
  ['masking', (text) => maskText(text)],
  ['lines', (text) => breakLines(text, 20)],
  ['texts', (text) => checkText(text, planOf({}))],
  ...FIELDS.map((field): [string, (text: string) => unknown] => [
    `checks of ${field}`,
    (text) => runChecks(planOf({ [field]: text })),
  ]),
  ...FIELDS.slice(0, 4).map((field): [string, (text: string) => unknown] => [
    `duplicates by ${field}`,
    (text) => findDuplicates(planOf({ [field]: text })),
  ]),
];

export async function run(): Promise<Measurement[]> {
  const lines: Measurement[] = [];
  let slowest = { name: '', ms: 0 };
  for (const [name, read] of READERS) {
    for (const unit of REPEATED) {
      const short = best(() => read(growText(unit, LENGTH)));
      if (short > slowest.ms) slowest = { name: `${name}, ${JSON.stringify(unit)}`, ms: short };
      if (short < LEAST_MS) continue;
      const long = best(() => read(growText(unit, LENGTH * 2)));
      if (long > short * MOST_RATIO)
        lines.push({
          name: `${name}, ${JSON.stringify(unit)}`,
          value: `${milliseconds(short)}, ${(long / short).toFixed(1)} x for twice the text`,
        });
    }
  }
  const told = `${READERS.length} readers x ${REPEATED.length} texts of ${LENGTH} and ${LENGTH * 2} characters`;
  return [
    { name: `${told}: slowest`, value: `${milliseconds(slowest.ms)} (${slowest.name})` },
    { name: `above ${MOST_RATIO} x`, value: String(lines.length) },
    ...lines,
  ];
}

/** The faster of two runs, so that a busy moment does not count. */
function best(work: () => unknown): number {
  const times = [0, 1].map(() => {
    const start = performance.now();
    work();
    return performance.now() - start;
  });
  return Math.min(...times);
}
