// 一套附表: cover, list of tables and figures, all 汇总表 with their charts and the 项目表 as one document, its pages
// numbered through and its lists true to them.
import { tablePaper, tableTitle } from '../format/table-text.ts';
import type { PlanData } from '../records/plan-data.ts';
import { chartTitle, filledCharts, type TableResult } from '../tables/table.ts';
import { annexDocument } from './annex-document.ts';
import { coverWords } from './cover-words.ts';
import type { PageSetup } from './paper.ts';
import { type Block, figureKey, type PrintDocument, type PrintSection, sectionKey } from './print-document.ts';
import type { JobOf } from './print-job.ts';
import { nothingSection, tableSection } from './tables-document.ts';

const ANNEX = 'annex';

/** A table of many columns stands on A3 as the 项目表 does, unless its paper was chosen. */
export function suitedSheet(
  { columns }: Pick<TableResult, 'columns'>,
  { paper, orientation }: Pick<JobOf<'set'>, 'paper' | 'orientation'>,
): JobOf<'set'>['papers'][string] {
  return orientation === 'auto' && tablePaper(columns.length).size === 'A3'
    ? { paper: 'A3', orientation }
    : { paper, orientation };
}

/** `today` is the day on which it is made, as printed; `left` are tables of which the plan has nothing yet. */
export function setDocument(
  data: PlanData,
  tables: readonly TableResult[],
  left: readonly TableResult[],
  job: JobOf<'set'>,
  today: string,
): PrintDocument {
  const sections = tables.map(
    (table): PrintSection => ({
      ...tableSection(table, { ...job, papers: { [table.id]: suitedSheet(table, job), ...job.papers } }),
      id: table.id,
    }),
  );
  const annex = job.annex.shown ? annexSections(data, job, today, tables) : [];
  const body = [...sections, ...annex];
  const front: PageSetup = { ...job, orientation: job.orientation === 'landscape' ? 'landscape' : 'portrait' };
  return {
    title: `${data.plan.title}（一套附表）`,
    tableFont: job.tableFont,
    firstNumber: job.firstNumber,
    notes: emptyNotes(data, left),
    sections: [
      ...(job.cover.shown ? [coverSection(data, job, front, today)] : []),
      ...(job.contents && body.length > 0 ? contentsSections(tables, annex, job, front) : []),
      ...(body.length > 0 ? body : [nothingSection(front)]),
    ],
  };
}

/** The number of the 项目表 where it has none of its own: it follows the tables that are numbered 附表1, 附表2 … */
export function annexLabel({ annex }: JobOf<'set'>, tables: readonly TableResult[]): string {
  if (annex.label !== '') return annex.label;
  const numbers = tables.flatMap(({ number }) => /^附表(\d+)$/u.exec(number)?.[1] ?? []);
  return `附表${Math.max(0, ...numbers.map(Number)) + 1}`;
}

/** The 项目表 as it is printed alone, but for what all pages of the set have in common. */
function annexSections(
  data: PlanData,
  job: JobOf<'set'>,
  today: string,
  tables: readonly TableResult[],
): PrintSection[] {
  const { binding, pageNumber, tableFont, firstNumber, code } = job;
  const label = annexLabel(job, tables);
  const own = { ...job.annex, label, what: 'annex' as const, binding, pageNumber, tableFont, firstNumber, code };
  return annexDocument(data, own, today).sections.map((section) => ({ ...section, id: ANNEX }));
}

const text = (role: 'cover' | 'cover-line' | 'contents', words: string): Block => ({ kind: 'text', role, text: words });

function coverSection(data: PlanData, job: JobOf<'set'>, setup: PageSetup, today: string): PrintSection {
  const { title, subtitle, office, date } = coverWords(data.plan, job.cover, today);
  const lines = [office, date].filter((line) => line !== '');
  return frontSection(setup, [
    { kind: 'gap', part: 0.32 },
    ...[title, subtitle].filter((line) => line !== '').map((line) => text('cover', line)),
    { kind: 'gap', part: 0.5 },
    ...lines.map((line) => text('cover-line', line)),
  ]);
}

/** 目录, and on a page of its own 图目录. */
function contentsSections(
  tables: readonly TableResult[],
  annex: readonly PrintSection[],
  job: JobOf<'set'>,
  setup: PageSetup,
): PrintSection[] {
  const figures = job.charts ? tables.flatMap((table) => filledCharts(table).map(chartTitle)) : [];
  const entry = (words: string, target: string): Block => ({ kind: 'entry', text: words, target });
  const listed = [
    ...tables.map((table) => entry(tableTitle(table), sectionKey(table.id))),
    ...annex.map(({ continued }) =>
      entry(`${annexLabel(job, tables)}  ${continued.title.replaceAll('\n', '')}`, sectionKey(ANNEX)),
    ),
  ];
  return [
    frontSection(setup, [text('contents', '目　录'), ...listed]),
    ...(figures.length === 0
      ? []
      : [
          frontSection(setup, [
            text('contents', '图目录'),
            ...figures.map((caption) => entry(caption, figureKey(caption))),
          ]),
        ]),
  ];
}

function frontSection(setup: PageSetup, before: readonly Block[]): PrintSection {
  return { isFront: true, setup, before, table: null, after: [], continued: { title: '', unit: '' } };
}

/** What an empty or half-filled workbook still lacks: `left` are tables of which it has nothing yet. */
export function emptyNotes({ projects }: Pick<PlanData, 'projects'>, left: readonly TableResult[]): string[] {
  if (projects.length === 0) return ['规划还没有列入项目，各表没有数。请先导入或录入项目再打印。'];
  return left.length === 0 ? [] : [`还没有数据，没有印出：${left.map(tableTitle).join('、')}。`];
}
