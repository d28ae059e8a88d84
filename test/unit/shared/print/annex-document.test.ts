// The annex laid out: every project once, sums of pages that add up, columns and projects as chosen.
import { describe, expect, it } from 'vitest';
import { annexDocument } from '#shared/print/annex-document.ts';
import { layOut } from '#shared/print/layout.ts';
import { documentHtml } from '#shared/print/page-html.ts';
import { jobFrom } from '#shared/print/print-job.ts';
import type { PlanData } from '#shared/records/plan-data.ts';
import { addFen, formatWanFull, parseWan, wan, ZERO } from '#shared/values/money.ts';
import { fixturePlan, makePlan, makeProject } from '#test/unit/electron/excel/write/fixture-plan.ts';

const layout = (data: PlanData, choices: object = {}) =>
  layOut(annexDocument(data, jobFrom('annex', choices), '2025年3月1日'));

const cellOf = (cells: readonly string[], index: number): string => cells[index] ?? '';
const amount = (text: string) => parseWan(text.replaceAll(',', '')) ?? ZERO;

describe('the annex on paper', () => {
  it('has every project once, in order, and its header on every page', async () => {
    const { pages, notes } = layout(await fixturePlan());
    const numbers = pages.flatMap((page) =>
      page.rows.filter(({ row }) => row.adds).map(({ cells }) => cellOf(cells, 0)),
    );
    expect(numbers).toEqual(Array.from({ length: 514 }, (_, index) => String(index + 1)));
    expect(notes).toEqual([]);
    const html = documentHtml(layout(await fixturePlan()));
    expect(html.match(/>项目类别及名称</g)).toHaveLength(pages.length);
    expect(html.match(/（续表）/g)).toHaveLength(pages.length - 1);
    expect(html.match(/单位负责人/g)).toHaveLength(1);
    expect(html).not.toMatch(/https?:|<script|<link|url\(/);
  });

  it('never ends a page with a heading', async () => {
    for (const paper of ['A3', 'A4']) {
      for (const page of layout(await fixturePlan(), { paper }).pages) {
        expect(page.rows.at(-1)?.row.adds).toBeDefined();
      }
    }
  });

  it('gives 本页小计 that add up to 合计, and 累计 that end with it', async () => {
    const data = await fixturePlan();
    const { pages } = layout(data, { subtotals: 'running', totalPosition: 'last' });
    const total = pages.at(-1)?.closing[0]?.row.cells ?? [];
    expect(total[1]).toBe('合计');
    expect(total).toContain('664,599.38');
    const amounts = total.flatMap((text, index) => (/\d\.\d/.test(text) ? [index] : []));
    expect(amounts).toHaveLength(11);
    for (const index of amounts) {
      const sums = pages.map((page) => amount(cellOf(page.subtotals[0]?.cells ?? [], index)));
      expect(formatWanFull(addFen(...sums))).toBe(total[index]);
      expect(pages.at(-1)?.subtotals[1]?.cells[index]).toBe(total[index]);
    }
    const counts = pages.map((page) => Number(page.subtotals[0]?.cells[5]?.replace('个', '')));
    expect(counts.reduce((sum, count) => sum + count, 0)).toBe(514);
  });

  it('prints the sums of columns without an amount on a page as they are', () => {
    const data = makePlan([
      makeProject('a', '甲', { amounts: { total: wan(3), bySource: {}, byYear: {}, cells: {} } }),
    ]);
    const cells = layout(data, { subtotals: 'page' }).pages[0]?.subtotals[0]?.cells;
    expect(cells?.filter((text) => text !== '')).toEqual(['本页小计', '1个', '3.00', ...Array(10).fill('0.00')]);
  });

  it('splits A4 into sheets that lie side by side and loses no column', async () => {
    const { pages, notes } = layout(await fixturePlan(), { paper: 'A4' });
    expect(notes[0]).toContain('分成 2 张');
    const [first, second] = pages;
    expect([first?.part, second?.part]).toEqual([0, 1]);
    expect(first?.rows).toEqual(second?.rows);
    const columns = first?.section.table?.parts.map((part) => part.columns) ?? [];
    expect(columns.every((part) => part[0] === 0 && part[1] === 1)).toBe(true);
    expect(new Set(columns.flat()).size).toBe(first?.section.table?.table.columns.length);
  });

  it('prints the chosen columns in their order, and only the chosen projects', async () => {
    const data = await fixturePlan();
    const town = data.projects[0]?.town ?? '';
    const { pages } = layout(data, { columns: ['total', 'town'], filter: { towns: [town] } });
    expect(pages[0]?.section.table?.table.columns.map((column) => column.label)).toEqual([
      ...['序号', '项目类别及名称', '总投资', '乡镇（街道）'],
    ]);
    const towns = pages.flatMap((page) => page.rows.filter(({ row }) => row.adds).map(({ row }) => row.cells[3]));
    expect(new Set(towns)).toEqual(new Set([town]));
    expect(towns).toHaveLength(data.projects.filter((project) => project.town === town).length);
  });

  it('says so where no project is left', async () => {
    const html = documentHtml(layout(await fixturePlan(), { filter: { towns: ['没有这个镇'] } }));
    expect(html).toContain('没有符合条件的项目。');
  });

  it('keeps a project of 600 words whole in 9 pt (PT5)', () => {
    const content = '新建灌溉沟渠并配套管护房。'.repeat(50);
    const projects = Array.from({ length: 12 }, (_, index) => makeProject(`p${index}`, `第${index}个`, { content }));
    const { pages } = layout(makePlan(projects), { fontPt: 9 });
    expect(pages.length).toBeGreaterThan(1);
    expect(pages[0]?.section.table?.fontPt).toBe(9);
    const whole = pages.flatMap((page) => page.rows.map(({ cells }) => cellOf(cells, 5).replaceAll('\n', '')));
    expect(whole.filter((text) => text === content)).toHaveLength(12);
  });

  it('cuts a long title in the line of 续表, which stands whole on the first page', async () => {
    const title = '很长的标题'.repeat(60);
    const html = documentHtml(layout(await fixturePlan(), { title }));
    expect(
      html
        .match(/<h1 [^>]*>([^<]*)/g)
        ?.map((line) => line.replace(/<[^>]*>/, ''))
        .join(''),
    ).toBe(title);
    expect(html).toMatch(/很长的标题…（续表）|[很长的标题]…（续表）/);
  });

  it('parts a row only where it is higher than a page, with its numbers once', () => {
    const long = makeProject('a', '甲', {
      content: '很长的建设内容。'.repeat(1500),
      amounts: { total: wan(3), bySource: {}, byYear: {}, cells: {} },
    });
    const { pages, notes } = layout(makePlan([long, makeProject('b', '乙')]), { subtotals: 'page' });
    expect(pages.length).toBeGreaterThan(1);
    expect(notes.join('')).toContain('内容太长');
    const words = pages.flatMap((page) => page.rows.map(({ cells }) => cellOf(cells, 5).replaceAll('\n', '')));
    expect(words.join('')).toContain('很长的建设内容。'.repeat(1500));
    expect(pages.flatMap((page) => page.rows).filter(({ cells }) => cells.includes('3.00'))).toHaveLength(2);
    for (const page of pages) {
      const rows = page.rows.reduce((sum, { height }) => sum + height, 0);
      expect(rows).toBeLessThan(1000);
    }
  });

  it('escapes what comes from sheets', () => {
    const evil = makeProject('x', '<img src=x onerror=alert(1)>&"\'', { content: '</td></table><script>1</script>' });
    const html = documentHtml(layout(makePlan([evil]), { title: '题";}</style><script>x</script>', note: '<b>' }));
    expect(html).not.toMatch(/<script|<img|<b>/);
    expect(html.match(/<\/style>/g)).toHaveLength(1);
    expect(html).toContain('&amp;&quot;');
  });
});

describe('jobFrom', () => {
  it('falls back to the defaults where what was remembered does not fit', () => {
    expect(jobFrom('annex', { paper: 'A5' }).paper).toBe('A3');
    expect(jobFrom('annex', { paper: 'A4', unknown: 1 }).paper).toBe('A4');
    expect(jobFrom('tables', {}).paper).toBe('A4');
  });
});
