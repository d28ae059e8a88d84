// What can be printed and all that can be chosen for it: one schema for window, command line and what is remembered.
// Every choice has a default, so a remembered job of an older version still reads.
import { z } from 'zod';
import { GROUPINGS } from '../checks/finding-groups.ts';
import { isIsoDay } from '../notice/period.ts';
import { TABLE_UNITS, tableShowing } from '../tables/table-unit.ts';

const text = z.string().max(2000);

/** Which projects are printed; an empty list or null: all of them. */
const filter = z
  .object({
    towns: z.array(text).default([]),
    /** Ids; what stands beneath a category belongs to it. */
    categories: z.array(text).default([]),
    /** Projects that lie in one of these years. */
    years: z.array(z.number().int()).default([]),
    /** Ids of top-level fund sources from which a project is paid. */
    sources: z.array(text).default([]),
  })
  .prefault({});

/** Paper and page numbers, shared by all prints. */
const page = {
  paper: z.enum(['A3', 'A4']),
  orientation: z.enum(['landscape', 'portrait']),
  binding: z.enum(['left', 'duplex', 'document']).default('left'),
  pageNumber: z.enum(['count', 'dash', 'none']).default('count'),
  /** Number of the first page, where the print is bound behind other pages. */
  firstNumber: z.number().int().min(1).max(99_999).default(1),
  /** pt; null: the largest that fits. */
  fontPt: z.number().min(7.5).max(16).nullable().default(null),
  tableFont: z.enum(['song', 'fang']).default('song'),
  /** The 校验码 of the workbook's state in small type at the foot of every page. */
  code: z.boolean().default(true),
};

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

export const noticeJob = z.object({
  what: z.literal('notice'),
  ...page,
  /** What is put up for everybody says nothing of the file it comes from, unless it is wished. */
  code: page.code.default(false),
  paper: page.paper.default('A4'),
  orientation: page.orientation.default('landscape'),
  stage: z.enum(['village', 'town', 'county', 'announcement']).default('county'),
  /** null: made of place, years and stage. */
  title: text.nullable().default(null),
  /** The words over the table; null: those of the stage. */
  intro: text.nullable().default(null),
  /** The day it is put up; null: today. */
  from: z.string().refine(isIsoDay).nullable().default(null),
  /** 公示期, the first day counted. */
  days: z.number().int().min(1).max(365).default(10),
  dayKind: z.enum(['days', 'workdays']).default('days'),
  /** 公示单位; null: the town that is chosen, or the county. */
  office: text.nullable().default(null),
  contact: text.default(''),
  phone: text.default(''),
  hotline: text.default('12317'),
  address: text.default(''),
  email: text.default(''),
  note: text.default(''),
  /** Keys of notice columns; null: the usual ones that some project has. */
  columns: z.array(text).nullable().default(null),
  filter,
  mask: z
    .object({
      names: z.boolean().default(true),
      phones: z.boolean().default(true),
      identities: z.boolean().default(true),
      bankCards: z.boolean().default(true),
    })
    .prefault({}),
});

export const printJob = z.discriminatedUnion('what', [annex, tables, findings, noticeJob]);

export type PrintJob = z.output<typeof printJob>;
export type PrintJobInput = z.input<typeof printJob>;
export type PrintWhat = PrintJob['what'];
export type JobOf<W extends PrintWhat> = Extract<PrintJob, { what: W }>;
export type ProjectFilter = z.output<typeof filter>;

/** The job of a kind from what was remembered; what does not fit falls back to the defaults. */
export function jobFrom<W extends PrintWhat>(what: W, remembered: object = {}): JobOf<W> {
  const read = printJob.safeParse({ ...remembered, what });
  return (read.success ? read.data : printJob.parse({ what })) as JobOf<W>;
}
