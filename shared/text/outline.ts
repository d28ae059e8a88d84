// The order of the plan's document: chapters of the planner's own (总则, 保障措施 …), headings, paragraphs, figures and tables
// of the two chapters that are made of figures, then the tables that belong to neither. The page 文稿, the Word
// document and the spreadsheet follow it.

import { isUpperPlan, officesBeneath, officesWord } from '#shared/domain/reference.ts';
import type { PlanData } from '#shared/records/plan-data.ts';
import { recordsOf } from '#shared/records/records.ts';
import type { ChartSpec, TableResult } from '#shared/tables/table.ts';
import { ownByPlace } from './own-places.ts';
import { chartOf, planParts } from './plan-parts.ts';
import {
  benefitParagraph,
  classesParagraph,
  classParagraphs,
  estimateParagraph,
  largestParagraph,
  placesParagraph,
  type StandardParagraph,
  sourcesParagraph,
  tasksParagraph,
  yearsParagraph,
} from './standard.ts';

export interface ParagraphBlock extends StandardParagraph {
  kind: 'paragraph';
  /** The standard wording; null for a paragraph of the planner's own. */
  standard: string | null;
  /** The class that the paragraph is about: what a number without a name is compared with. */
  categoryId: string | null;
}

export interface HeadingBlock {
  kind: 'heading';
  id: string;
  level: 1 | 2 | 3;
  text: string;
  /** Of a chapter: its standard title; null for one of the planner's own. */
  standard?: string | null;
}

export type Block =
  | HeadingBlock
  | ParagraphBlock
  | { kind: 'table'; id: string; table: TableResult }
  | { kind: 'chart'; id: string; chart: ChartSpec };

const heading = (level: 1 | 2 | 3, text: string): Block => ({ kind: 'heading', id: `heading:${text}`, level, text });

/** Standard chapters by the id of their heading. */
const CHAPTERS = {
  indicators: 'chapter:indicators',
  tasks: 'chapter:tasks',
  money: 'chapter:money',
  annex: 'chapter:annex',
} as const;

const DIGITS = '一二三四五六七八九十';
/** （一） … （九十九） */
function bracketed(position: number): string {
  const [tens, ones] = [Math.floor(position / 10), position % 10];
  const word = `${tens > 1 ? DIGITS[tens - 1] : ''}${tens > 0 ? '十' : ''}${ones > 0 ? DIGITS[ones - 1] : ''}`;
  return `（${word}）`;
}

/** Everything that can be printed, in order. Paragraphs carry the wording that holds now. */
export function documentOutline(data: PlanData): Block[] {
  const blocks = blocksOf(data);
  const there = new Set(blocks.map(({ id }) => id));
  const lost = [...ownByPlace(recordsOf(data.records, 'paragraph')).values()]
    .flat()
    .filter(({ id }) => !there.has(id))
    .map(ownParagraph);
  return lost.length === 0 ? blocks : [...blocks, LOST, ...lost];
}

/** Paragraphs of the planner's own whose class is gone from the plan stand at the end. */
const LOST: HeadingBlock = { kind: 'heading', id: 'chapter:lost', level: 1, text: '原处已不在的段落' };

function blocksOf(data: PlanData): Block[] {
  const parts = planParts(data);
  const kept = recordsOf(data.records, 'paragraph');
  const own = ownByPlace(kept);
  const chapters = recordsOf(data.records, 'chapter');
  const ownChapters = ownByPlace(chapters);
  const ownBehind = (id: string): ParagraphBlock[] => (own.get(id) ?? []).map(ownParagraph);
  const paragraph = (id: string, title: string, standard: string, categoryId: string | null = null): Block[] => {
    const template = kept.get(id)?.template ?? standard;
    return [{ kind: 'paragraph', id, title, template, standard, categoryId }, ...ownBehind(id)];
  };
  const table = (found: TableResult | undefined): Block[] =>
    found ? [{ kind: 'table', id: found.id, table: found }] : [];
  const charts = (...found: (ChartSpec | undefined)[]): Block[] =>
    found.flatMap((chart) => (chart ? [{ kind: 'chart' as const, id: chart.id, chart }] : []));
  const { overview, years, others } = parts;
  const withCharts = (found: TableResult): Block[] => [...charts(...found.charts), ...table(found)];
  /** Tables without a paragraph stand at the end of the chapter whose number they carry. */
  const rest = (belongs: (number: string) => boolean): Block[] =>
    others.filter(({ number }) => belongs(number)).flatMap(withCharts);
  const ownBehindChapter = (id: string): Block[] =>
    (ownChapters.get(id) ?? []).flatMap((chapter) => [
      { kind: 'heading', id: chapter.id, level: 1, text: chapter.title, standard: null },
      ...ownBehind(chapter.id),
    ]);
  /** A standard chapter with those behind it; one with nothing in it has no heading. */
  const chapter = (id: string, title: string, blocks: readonly Block[]): Block[] => {
    const written = [...ownBehind(id), ...blocks];
    const text = chapters.get(id)?.title ?? title;
    const head: HeadingBlock = { kind: 'heading', id, level: 1, text, standard: title };
    return [...(written.length === 0 ? [] : [head, ...written]), ...ownBehindChapter(id)];
  };
  return [
    ...ownBehindChapter(''),
    ...chapter(
      CHAPTERS.indicators,
      isUpperPlan(data)
        ? `主要指标和分${officesWord(officesBeneath(data)).replace('县（市、区）', '县')}安排`
        : '主要指标',
      rest((number) => !/^(?:表[45]-|附|$)/.test(number)),
    ),
    ...chapter(CHAPTERS.tasks, '四、建设任务', [
      ...paragraph('text:tasks', '建设任务', tasksParagraph(data, parts)),
      ...charts(chartOf(overview, { unit: '个' })),
      ...table(overview),
      ...classParagraphs(data, parts).flatMap(({ id, title, template, category }, index) => {
        const own = parts.classTable(category.id);
        return [
          heading(2, `${bracketed(index + 1)}${category.name}`),
          ...paragraph(id, title, template, category.id),
          ...charts(...(own?.charts ?? [])),
          ...table(own),
        ];
      }),
      ...rest((number) => number.startsWith('表4-')),
    ]),
    ...chapter(CHAPTERS.money, '五、投资概算及资金筹措', [
      heading(2, '（一）投资概算'),
      ...paragraph('text:estimate', '投资概算', estimateParagraph(data)),
      heading(3, '1.各类项目投资'),
      ...paragraph('text:classes', '各类项目投资', classesParagraph(data, parts)),
      ...charts(chartOf(overview, { unit: '万元' })),
      heading(3, '2.各年度安排'),
      ...paragraph('text:years', '各年度安排', yearsParagraph(data, parts)),
      ...charts(chartOf(years, { unit: '个', kind: 'bar' }), chartOf(years, { unit: '万元', kind: 'bar' })),
      heading(3, '3.项目分布和重点项目'),
      ...paragraph('text:places', '项目分布', placesParagraph(data, parts)),
      ...paragraph('text:largest', '重点项目', largestParagraph(data)),
      ...paragraph('text:benefit', '受益对象', benefitParagraph(data)),
      heading(2, '（二）资金筹措'),
      ...paragraph('text:sources', '资金筹措', sourcesParagraph(data, parts)),
      ...charts(chartOf(years, { kind: 'pie' }), chartOf(years, { kind: 'stacked-bar' })),
      ...table(years),
      ...rest((number) => number.startsWith('表5-')),
    ]),
    ...chapter(
      CHAPTERS.annex,
      '附表',
      rest((number) => /^(?:附|$)/.test(number)),
    ),
  ];
}

function ownParagraph({ id, title, template }: { id: string; title: string; template: string }): ParagraphBlock {
  return { kind: 'paragraph', id, title, template, standard: null, categoryId: null };
}
