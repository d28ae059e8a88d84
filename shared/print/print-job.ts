// What can be printed and all that can be chosen for it: one schema for window, command line and what is remembered.
// Every choice has a default, so a remembered job of an older version still reads.
import { z } from 'zod';
import { GROUPINGS } from '../checks/finding-groups.ts';
import { filter, page, text } from '../format/job-parts.ts';
import { noticeJob } from '../notice/notice-job.ts';
import { reportChoice } from '../reports/report.ts';
import { TABLE_UNITS, tableShowing } from '../tables/table-unit.ts';

/** The lines at the foot that are signed. An empty value leaves room for a pen. */
const signatures = z
  .object({
    shown: z.boolean().default(true),
    head: text.default(''),
    checker: text.default(''),
    writer: text.default(''),
    phone: text.default(''),
  })
  .prefault({});

const annex = z.object({
  what: z.literal('annex'),
  ...page,
  paper: page.paper.default('A3'),
  orientation: page.orientation.default('landscape'),
  /** '附表1'; empty: none. */
  label: text.default(''),
  /** null: the plan's title. */
  title: text.nullable().default(null),
  /** 填报单位; null: the region. */
  office: text.nullable().default(null),
  /** 填表日期 as printed; null: today, '' none. */
  date: text.nullable().default(null),
  totalPosition: z.enum(['first', 'last', 'none']).default('first'),
  numbering: z.enum(['restart', 'continuous']).default('continuous'),
  subtotals: z.enum(['none', 'page', 'running']).default('none'),
  /** Keys of the columns after 序号 and 名称, in this order; null: those of the annex. */
  columns: z.array(text).nullable().default(null),
  filter,
  signatures,
  note: text.default(''),
  unit: z.enum(TABLE_UNITS).default('万元'),
  /** null: as many as each amount needs. */
  decimals: z.number().int().min(0).max(8).nullable().default(2),
});

const tables = z.object({
  what: z.literal('tables'),
  ...page,
  paper: page.paper.default('A4'),
  /** auto: upright for few columns. */
  orientation: z.enum(['auto', 'landscape', 'portrait']).default('auto'),
  /** Numbers of the tables; all where not given. */
  ids: z.array(text).optional(),
  charts: z.boolean().default(true),
  /** Unit, decimals and 舍位平衡 of tables by their number; '*' for those not named. */
  showings: z.record(text, tableShowing).optional(),
  /** Paper of single tables that differ, by their number. */
  papers: z
    .record(text, z.object({ paper: z.enum(['A3', 'A4']), orientation: z.enum(['auto', 'landscape', 'portrait']) }))
    .default({}),
});

const findings = z.object({
  what: z.literal('findings'),
  ...page,
  paper: page.paper.default('A4'),
  orientation: page.orientation.default('landscape'),
  date: text.nullable().default(null),
  groupBy: z.enum(GROUPINGS).default('rule'),
  /** Also findings about the printed tables that belong to the region. */
  published: z.boolean().default(false),
  signatures,
});

const report = z.object({
  what: z.literal('report'),
  ...page,
  paper: page.paper.default('A4'),
  /** auto: upright for few columns; many stand on A3. */
  orientation: z.enum(['auto', 'landscape', 'portrait']).default('auto'),
  report: reportChoice.prefault({ kind: 'progress' }),
  signatures,
});

/** 一套附表: cover, list of tables and figures, 汇总表 and 项目表 as one document with running page numbers. */
export const setJob = z.object({
  ...tables.shape,
  what: z.literal('set'),
  /** Lines of the cover; null: the plan's own words. */
  cover: z
    .object({
      shown: z.boolean().default(true),
      /** null: the plan's title. */
      title: text.nullable().default(null),
      subtitle: text.default('附　表'),
      /** null: the region's people's government. */
      office: text.nullable().default(null),
      /** null: this month. */
      date: text.nullable().default(null),
    })
    .prefault({}),
  contents: z.boolean().default(true),
  /** The 项目表 with its own paper, columns and words; page numbers and binding are those of the set. */
  annex: annex
    .omit({ what: true })
    .extend({ shown: z.boolean().default(true) })
    .prefault({}),
});

export const printJob = z.discriminatedUnion('what', [setJob, annex, tables, findings, noticeJob, report]);

export type PrintJob = z.output<typeof printJob>;
export type PrintJobInput = z.input<typeof printJob>;
export type PrintWhat = PrintJob['what'];
export type JobOf<W extends PrintWhat> = Extract<PrintJob, { what: W }>;

/** The job of a kind from what was remembered; what does not fit falls back to the defaults. */
export function jobFrom<W extends PrintWhat>(what: W, remembered: object = {}): JobOf<W> {
  const read = printJob.safeParse({ ...remembered, what });
  return (read.success ? read.data : printJob.parse({ what })) as JobOf<W>;
}
