// The design of a table (表样): what stands in its rows and columns, what is counted and shown. The plan's own tables
// and those that planners make (自定义汇总表) are designs alike.
import { z } from 'zod';

export const CHART_KINDS = ['bar', 'stacked-bar', 'line', 'pie'] as const;
export type ChartKind = (typeof CHART_KINDS)[number];

export const DIMENSION_IDS = [
  'class',
  'category',
  'county',
  'town',
  'village',
  'year',
  'source',
  'unit',
  'department',
  'implementer',
  'nature',
  'nationalType',
] as const;
export type DimensionId = (typeof DIMENSION_IDS)[number];
const dimensionId = z.enum(DIMENSION_IDS);

export const MEASURE_IDS = ['count', 'total', 'households', 'people'] as const;
export type MeasureId = (typeof MEASURE_IDS)[number];
const measureId = z.enum(MEASURE_IDS);

const texts = z.array(z.string()).optional();

/**
 * Which projects, and of them which money. Years and sources choose money, as the rows and columns of 表5-1 do: a
 * project counts in the year in which it starts and in every source that pays for it.
 */
const tableFilter = z.object({
  /** Categories of any level, with all beneath them. */
  categories: texts,
  counties: texts,
  towns: texts,
  natures: texts,
  units: texts,
  years: texts,
  sources: texts,
  /** 总投资 of a project in 分, both ends included. */
  minTotal: z.number().int().optional(),
  maxTotal: z.number().int().optional(),
  /** Occurs in name, content, place, unit, note or code. */
  text: z.string().optional(),
});
export type TableFilter = z.output<typeof tableFilter>;

/** A chapter of the plan's text, the list of tables that run through it, or the annex. */
const chapter = z.union([z.number().int().min(1).max(20), z.enum(['plan', 'annex'])]);

export const tableDesign = z
  .object({
    title: z.string().trim().min(1, '请填写表名'),
    chapter: chapter.default('annex'),
    /** The second level stands under the first, whose rows then are headings with subtotals. */
    rows: z.array(dimensionId).min(1, '请选择行').max(2),
    columns: dimensionId.nullable().default(null),
    /** The columns that hold the row's sums. */
    measures: z.array(measureId).min(1, '请至少选择一项数据').default(['count', 'total']),
    /** What is spread over `columns`. */
    spread: z.array(measureId).min(1).default(['total']),
    share: z.boolean().default(false),
    filter: tableFilter.default({}),
    order: z.enum(['plan', 'total', 'count', 'name']).default('plan'),
    totalRow: z.enum(['first', 'last', 'none']).default('first'),
    totalColumns: z.enum(['first', 'last', 'none']).default('first'),
    /** Rows without projects: of the first level, of both, or left out. Columns are shown whole. */
    empty: z.enum(['none', 'top', 'all']).default('none'),
    /** 一、 and （一） before categories in the first column. */
    ordinals: z.boolean().default(true),
    /** 注 */
    note: z.string().default(''),
    chart: z.enum(['auto', 'none', ...CHART_KINDS]).default('auto'),
    chartTitle: z.string().optional(),
    /** Words of the print where they differ from the usual ones. */
    words: z
      .object({
        head: z.string().optional(),
        total: z.string().optional(),
        totalColumn: z.string().optional(),
        group: z.string().optional(),
      })
      .default({}),
  })
  .refine(
    ({ rows, columns }) => new Set([...rows, ...(columns ? [columns] : [])]).size === rows.length + (columns ? 1 : 0),
    {
      message: '行和列不能用同一项',
    },
  );
export type TableDesign = z.output<typeof tableDesign>;

/** A design with the usual answers filled in. Throws where it is no design. */
export function makeDesign(input: z.input<typeof tableDesign>): TableDesign {
  return tableDesign.parse(input);
}

/** What a planner writes under one of the plan's own tables; the record has the table's id. */
export const tableNote = z.object({ note: z.string().trim().min(1) });
