// The shapes that several methods share: files, workbook status, edits, the log, provenance, export options.
import { z } from 'zod';
import { type PlanInfo, REGION_LEVELS } from '../domain/reference.ts';
import { PLAN_MONIES } from '../records/plan-money.ts';
import { tableShowing } from '../tables/table-unit.ts';
import { DISPLAY_UNITS, type DisplayUnit } from '../values/money.ts';

/** Output whose shape is a type of shared/ already; checked to be an object, not field by field. */
export function typed<T>() {
  return z.custom<T>((value) => typeof value === 'object' && value !== null);
}

/** A file the user picked in a dialog (or dropped on the window): the window holds a one-time token, never a path. */
export const fileRef = z.object({ token: z.string(), name: z.string(), folder: z.string() });
export type FileRef = z.infer<typeof fileRef>;

export const FILE_KINDS = [
  'workbook',
  'package',
  'sheet',
  'xlsx',
  'pdf',
  'docx',
  'draft',
  'json',
  'rules',
  'projects',
  'printed',
  'designs',
  'svg',
  'png',
  'zip',
] as const;
export type FileKind = (typeof FILE_KINDS)[number];

export const undoState = z.object({ id: z.number(), label: z.string() }).nullable();
export const workbookStatus = z.object({
  fileName: z.string(),
  folder: z.string(),
  plan: typed<PlanInfo>(),
  /** Why the workbook cannot be changed, in Chinese; null where it can. */
  readOnly: z.string().nullable(),
  /** What happened when it was opened, in Chinese: a step taken back after a crash, a stray journal put aside. */
  notes: z.array(z.string()),
  /** The file has a password. */
  hasPassword: z.boolean(),
  /** ISO time of the last change set that is safely in the file. */
  savedAt: z.string().nullable(),
  undo: undoState,
  redo: undoState,
  projectCount: z.number(),
});
export type WorkbookStatus = z.infer<typeof workbookStatus>;

export const recentFile = z.object({ id: z.string(), name: z.string(), folder: z.string(), missing: z.boolean() });
export type RecentFile = z.infer<typeof recentFile>;

/** A place of the 地名库. */
export const foundPlace = z.object({
  code: z.string(),
  name: z.string(),
  /** From the province down: 湖北省黄石市大冶市. */
  full: z.string(),
  level: z.enum(REGION_LEVELS),
});
export type FoundPlace = z.infer<typeof foundPlace>;

export const displayUnit = z.enum(Object.keys(DISPLAY_UNITS) as [DisplayUnit, ...DisplayUnit[]]);

/** One edited cell: what the user typed (or a category id), read by the same parser as an imported cell. */
export const cellEdit = z.object({ id: z.string(), column: z.string(), text: z.string() });
export type CellEdit = z.infer<typeof cellEdit>;
export const rejectedEdit = cellEdit.extend({ message: z.string() });
export type RejectedEdit = z.infer<typeof rejectedEdit>;

/** Where projects go: behind or before another project (into its category), or at the end of a category (null: 未分类). */
export const place = z.union([
  z.strictObject({ afterId: z.string() }),
  z.strictObject({ beforeId: z.string() }),
  z.strictObject({ endOf: z.string().nullable() }),
]);
export type Place = z.infer<typeof place>;

export const changeSetInfo = z.object({
  id: z.number(),
  at: z.string(),
  command: z.string(),
  label: z.string(),
  author: z.string(),
  projects: z.number(),
  /** The change set that this one takes back or does again. */
  undoes: z.number().nullable(),
});
export type ChangeSetInfo = z.infer<typeof changeSetInfo>;

/** Where one value of a project came from (查看来源). */
export const valueSource = z.object({
  file: z.string(),
  sheet: z.string(),
  row: z.number(),
  cell: z.string(),
  header: z.string(),
  raw: z.string(),
  /** The column it went to; null where the sheet's column has no place in the list. */
  column: z.string().nullable(),
  /** What the project has in that column now, and whether it was changed since the import. */
  now: z.string(),
  isChanged: z.boolean(),
  importedAt: z.string(),
});
export type ValueSource = z.infer<typeof valueSource>;

export const exportOptions = z.object({
  token: z.string(),
  /** Subtotals as SUM formulas (with their values) or as values. */
  formulas: z.boolean().default(true),
  /** Where 合计 stands; heading rows carry their subtotals in any case ('none': 标题行即小计). */
  totalPosition: z.enum(['first', 'last', 'none']).default('first'),
  /** 序号 restarts under each heading, or runs through. */
  numbering: z.enum(['restart', 'continuous']).default('continuous'),
});
/** Unit, decimals and 舍位平衡 of tables by their id; '*' for those not named. */
/** What tables count as the plan's money; as the workbook says where not given. */
export const tableMoney = z.enum(PLAN_MONIES).optional();
export const tableShowings = z.record(z.string(), tableShowing).optional();
export const written = z.object({ name: z.string(), folder: z.string() });
/** `notes`: what could not be written whole, in Chinese. */
export const writtenSheet = written.extend({ notes: z.array(z.string()) });
