// 项目: one row of the list with its figures.
import { z } from 'zod';
import { columnsOf } from '#shared/domain/fields.ts';
import { yearLabel } from '#shared/domain/outside-years.ts';
import { NAMELESS, type Project, splitCellKey } from '#shared/domain/project.ts';
import { valueText } from '#shared/format/value-text.ts';
import type { PlanData } from '#shared/records/plan-data.ts';
import { type Fen, wanText } from '#shared/values/money.ts';
import { type ChangedValue, kind } from '../kernel/kind.ts';
import { projectStore } from './project-table.ts';

const fen = z.custom<Fen>((value) => Number.isSafeInteger(value));
const text = z.string().nullable();
const count = z.number().int().nullable();

const schema: z.ZodType<Project> = z.object({
  id: z.string(),
  position: z.number(),
  code: text,
  name: z.string(),
  categoryId: text,
  regionCode: z.string(),
  town: text,
  village: text,
  nature: text,
  content: text,
  startAt: text,
  endAt: text,
  households: count,
  people: count,
  poorHouseholds: count,
  poorPeople: count,
  villages: count,
  unit: text,
  department: text,
  implementer: text,
  person: text,
  phone: text,
  nationalType: text,
  nationalSubtype: text,
  goal: text,
  linkage: text,
  participation: text,
  subsidyStandard: text,
  documentNumber: text,
  note: text,
  originId: text,
  originWorkbook: text,
  amounts: z.object({
    total: fen.nullable(),
    bySource: z.record(z.string(), fen),
    byYear: z.record(z.string(), fen),
    cells: z.record(z.string(), fen),
  }),
});

/** A project of version 1 does not say from which plan it came. */
function addOrigin(image: object): unknown {
  return { ...image, originId: null, originWorkbook: null };
}

export const project = kind<Project, ReadonlyMap<string, Project>>({
  title: '项目',
  tables: [],
  open: projectStore,
  schema,
  upgrades: [addOrigin],
  isMergedByValue: true,
  slice: (images) => images,
  words: projectWords,
});

/** What changed in one project; one entry where it was added or deleted. */
export function projectWords(before: Project | null, after: Project | null, data: PlanData): ChangedValue[] {
  const name = (after ?? before)?.name || NAMELESS;
  if (before === null) return [{ project: name, column: '项目', before: '', after: '新增' }];
  if (after === null) return [{ project: name, column: '项目', before: '', after: '删除' }];
  const rows: ChangedValue[] = [];
  const compare = (column: string, left: string, right: string): void => {
    if (left !== right) rows.push({ project: name, column, before: left, after: right });
  };
  for (const column of columnsOf(data.plan, data.reference)) {
    compare(column.label, valueText(before, column.key, data), valueText(after, column.key, data));
  }
  const sourceName = new Map(data.reference.fundSources.map((source) => [source.id, source.name]));
  for (const key of new Set([...Object.keys(before.amounts.cells), ...Object.keys(after.amounts.cells)])) {
    const { year, source } = splitCellKey(key);
    const cell = (p: Project): string => (p.amounts.cells[key] === undefined ? '' : wanText(p.amounts.cells[key]));
    compare(`${yearLabel(year)} ${sourceName.get(source) ?? source}`, cell(before), cell(after));
  }
  if (before.position !== after.position) compare('次序', '原位置', '新位置');
  return rows;
}
