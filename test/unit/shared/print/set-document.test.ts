// 一套附表: the list of tables is true to the pages, cover and list are not counted, both sides of the paper.
import { describe, expect, it } from 'vitest';
import { drawPage } from '#shared/print/draw-page.ts';
import { layOut, type PrintLayout } from '#shared/print/layout.ts';
import type { DrawnText } from '#shared/print/page-drawing.ts';
import { type JobOf, printJob } from '#shared/print/print-job.ts';
import { setDocument } from '#shared/print/set-document.ts';
import { computeTables } from '#shared/tables/compute.ts';
import { filledCharts, hasContent } from '#shared/tables/table.ts';
import { wan } from '#shared/values/money.ts';
import { makePlan, makeProject } from '#test/unit/electron/excel/write/fixture-plan.ts';

const data = makePlan(
  Array.from({ length: 60 }, (_, index) =>
    makeProject(`p${index}`, `第${index}个项目`, {
      amounts: { total: wan(10 + index), bySource: {}, byYear: { 2021: wan(10 + index) }, cells: {} },
    }),
  ),
);
const tables = computeTables(data).filter(hasContent);
const jobOf = (choices: object = {}): JobOf<'set'> => printJob.parse({ what: 'set', ...choices }) as JobOf<'set'>;
const layoutOf = (choices: object = {}): PrintLayout =>
  layOut(setDocument(data, tables, [], jobOf(choices), '2026年11月25日'));

function textsOf(layout: PrintLayout, index: number): DrawnText[] {
  const page = layout.pages[index];
  return page ? drawPage(layout, page).marks.flatMap((mark) => (mark.kind === 'text' ? [mark] : [])) : [];
}
const wordsOf = (layout: PrintLayout, index: number): string[] => textsOf(layout, index).map(({ text }) => text);

/** Entries of the contents: their words, over one line or two, and the number behind the last of them. */
function entriesOf(layout: PrintLayout): Map<string, number> {
  const found = new Map<string, number>();
  layout.pages.forEach((page, index) => {
    if (!page.section.source.isFront) return;
    let title = '';
    for (const { text } of textsOf(layout, index)) {
      if (/^(?:校验码|目　录|图目录|…+)/.test(text)) continue;
      if (/^\d+$/.test(text)) {
        found.set(title, Number(text));
        title = '';
      } else title += text;
    }
  });
  return found;
}

describe('一套附表', () => {
  it('lists every table and figure with the page on which it stands', () => {
    const layout = layoutOf();
    const entries = entriesOf(layout);
    expect(entries.size).toBe(tables.length + tables.flatMap(filledCharts).length + 1);
    for (const [title, number] of entries) {
      const at = layout.pages.findIndex((page) => !page.section.source.isFront && page.number === number);
      // The number of the 项目表 stands over its title, on a line of its own; a long title breaks there too.
      expect(wordsOf(layout, at).join('').replaceAll(' ', ''), title).toContain(title.replaceAll(' ', ''));
    }
  });

  it('counts pages from the first table on, and through to the end', () => {
    const layout = layoutOf({ firstNumber: 5 });
    const body = layout.pages.filter(({ section }) => !section.source.isFront);
    expect(body.map(({ number }) => number)).toEqual(body.map((_, index) => index + 5));
    const last = body.length + 4;
    expect(wordsOf(layout, layout.pages.length - 1)).toContain(`第 ${last} 页　共 ${last} 页`);
    expect(wordsOf(layout, 0).join()).not.toMatch(/第 \d+ 页/);
  });

  it('has a cover of plan, office and month, each line of which can be written', () => {
    const lines = wordsOf(layoutOf(), 0);
    expect(lines.join('')).toContain('玉溪市红塔区巩固拓展脱贫攻坚成果同乡村振兴有效衔接“十四五”规划附　表');
    expect(lines).toContain('红塔区人民政府');
    expect(lines).toContain('2026年11月');
    const own = wordsOf(
      layoutOf({ cover: { title: '甲县规划', subtitle: '', office: '甲县农业农村局', date: '' } }),
      0,
    );
    expect(own).toEqual(['甲县规划', '甲县农业农村局']);
  });

  it('begins its tables on a right page where it is printed on both sides', () => {
    for (const binding of ['duplex', 'document']) {
      const layout = layoutOf({ binding });
      const first = layout.pages.findIndex(({ section }) => !section.source.isFront);
      expect(first % 2).toBe(0);
      expect(wordsOf(layout, 1)).toEqual([]);
    }
    expect(wordsOf(layoutOf(), 1)).toContain('目　录');
  });

  it('leaves out what is not wanted, in the list as well', () => {
    const layout = layoutOf({ cover: { shown: false }, charts: false, annex: { shown: false } });
    expect(wordsOf(layout, 0)).toContain('目　录');
    expect(entriesOf(layout).size).toBe(tables.length);
    const bare = layoutOf({ cover: { shown: false }, contents: false });
    expect(bare.pages.every(({ section }) => !section.source.isFront)).toBe(true);
  });

  it('numbers the 项目表 behind the tables that are called 附表', () => {
    const entries = [...entriesOf(layoutOf()).keys()];
    const numbered = entries.filter((title) => title.startsWith('附表'));
    expect(numbered.map((title) => title.split('  ')[0])).toEqual(numbered.map((_, index) => `附表${index + 1}`));
    expect([...entriesOf(layoutOf({ annex: { label: '附件2' } })).keys()].some((t) => t.startsWith('附件2  '))).toBe(
      true,
    );
  });

  it('says what an empty plan lacks, and which tables are not there', () => {
    const empty = makePlan();
    const left = computeTables(empty);
    const { notes } = layOut(setDocument(empty, [], left, jobOf(), '2026年11月25日'));
    expect(notes).toEqual(['规划还没有列入项目，各表没有数。请先导入或录入项目再打印。']);
    const half = layOut(setDocument(data, tables, left.slice(0, 1), jobOf(), '2026年11月25日'));
    expect(half.notes[0]).toContain('还没有数据，没有印出：');
    const bare = jobOf({ cover: { shown: false }, annex: { shown: false } });
    const none = layOut(setDocument(empty, [], left, bare, '2026年11月25日'));
    expect(none.pages.map((_, index) => wordsOf(none, index).join()).join()).toContain('没有可以印的表');
  });
});
