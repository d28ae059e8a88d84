// Typed edits of the list: what the user typed is read by the same parsers as an imported cell, then put into the
// project as a new record. One call is one undo step.

import type { CellEdit, MethodArgs, MethodOutput, Place, RejectedEdit } from '#shared/contract/methods.ts';
import { type Column, columnsOf, type ValueFieldId } from '#shared/domain/fields.ts';
import { withCells } from '#shared/domain/matrix-edit.ts';
import { yearLabel } from '#shared/domain/outside-years.ts';
import { withOwn } from '#shared/domain/own-columns.ts';
import { cellKey, NAMELESS, type Project } from '#shared/domain/project.ts';
import { finerSourceNames } from '#shared/domain/reference.ts';
import { parsePeriod } from '#shared/import/parse-period.ts';
import { workOutTyped } from '#shared/import/typed-arithmetic.ts';
import type { PlanData } from '#shared/records/plan-data.ts';
import { AppError } from '#shared/values/app-error.ts';
import { DISPLAY_UNITS, type DisplayUnit, type Fen } from '#shared/values/money.ts';
import { parseAmount } from '#shared/values/parse-amount.ts';
import { parseCount } from '#shared/values/parse-count.ts';
import { findRoom } from './project-places.ts';
import { blankProjects } from './projects.ts';
import type { Session } from './session.ts';

type Outcome = { project: Project } | { refused: string };

/** What an edit needs to know of the plan, looked up once per call. */
interface EditContext {
  columns: Map<string, Column>;
  data: PlanData;
  /** Of amounts that name none. */
  unit: DisplayUnit;
}

/**
 * Changes cells and adds projects for lines that do not fit into the table. Any cell that cannot be taken refuses the
 * whole call (AppError invalid-input, details.rejected), unless skipInvalid is set; then the others are taken and the
 * rejected ones are returned. `ids` are the added projects in their order.
 */
export function editProjects(session: Session, args: MethodArgs<'projects.edit'>): MethodOutput<'projects.edit'> {
  const { context, fresh, edited, edits, rejected } = workOut(session, args);
  if (rejected.length > 0 && !args.skipInvalid) throw refusal(rejected, edits.length);
  const changed = edits.length - rejected.length;
  if (edited.size > 0) {
    const [first] = edits;
    const label =
      fresh.length > 0
        ? `粘贴 ${fresh.length} 个新项目`
        : editLabel(args.action ?? 'edit', edits.length === 1 ? first : undefined, changed, context, edited);
    writeProjects(session, 'projects.edit', label, edited);
  }
  return { changed, rejected, ids: fresh.map(({ id }) => id) };
}

/** A project with typed cells put into it; nothing is written. Throws AppError invalid-input with the first refusal. */
export function typeInto(
  session: Session,
  project: Project,
  cells: readonly { column: string; text: string }[],
): Project {
  const data = session.planData();
  const columns = new Map(columnsOf(data.plan, data.reference).map((column) => [column.key, column]));
  let typed = project;
  const rejected: RejectedEdit[] = [];
  for (const cell of cells) {
    const edit = { id: project.id, ...cell };
    const outcome = editCell(typed, edit, { data, unit: '万元', columns });
    if ('refused' in outcome) rejected.push({ ...edit, message: outcome.refused });
    else typed = outcome.project;
  }
  if (rejected.length > 0) throw refusal(rejected, cells.length);
  return typed;
}

/** What editProjects would refuse of the same input; lines to be added are named added:0, added:1 … */
export function tryEdits(session: Session, args: MethodArgs<'projects.tryEdit'>): RejectedEdit[] {
  const { fresh, rejected } = workOut(session, args);
  const names = new Map(fresh.map(({ id }, index) => [id, `added:${index}`]));
  return rejected.map((edit) => ({ ...edit, id: names.get(edit.id) ?? edit.id }));
}

/** The edits read and put into new project records; nothing is written. */
function workOut(session: Session, args: MethodArgs<'projects.tryEdit'>) {
  const data = session.planData();
  const context: EditContext = {
    data,
    unit: args.unit ?? '万元',
    columns: new Map(columnsOf(data.plan, data.reference).map((column) => [column.key, column])),
  };
  const room = args.added ? findRoom(data, placeBehind(args.added.afterId), args.added.lines.length) : null;
  const fresh = room ? blankProjects(data, room) : [];
  const edited = new Map([...(room?.shifted ?? []), ...fresh].map((project) => [project.id, project]));
  const forFresh = fresh.flatMap(({ id }, index) => (args.added?.lines[index] ?? []).map((cell) => ({ id, ...cell })));
  const edits = [...args.edits, ...forFresh];
  const rejected: RejectedEdit[] = [];
  for (const edit of edits) {
    const outcome = editCell(edited.get(edit.id) ?? session.project(edit.id), edit, context);
    if ('refused' in outcome) rejected.push({ ...edit, message: outcome.refused });
    else edited.set(edit.id, outcome.project);
  }
  return { context, fresh, edited, edits, rejected };
}

/** Behind a project, or at the end of those without a category. */
function placeBehind(afterId: string | null): Place {
  return afterId === null ? { endOf: null } : { afterId };
}

function refusal(rejected: RejectedEdit[], total: number): AppError {
  const first = rejected[0]?.message ?? '';
  const message = total === 1 ? first : `有 ${rejected.length} 个单元格填写有误，整批没有写入。第一处：${first}`;
  return new AppError('invalid-input', message, { rejected });
}

const VERBS: Readonly<Record<NonNullable<MethodArgs<'projects.edit'>['action']>, string>> = {
  edit: '修改',
  paste: '粘贴',
  clear: '清除',
  fill: '填充',
  replace: '替换',
};

function editLabel(
  action: keyof typeof VERBS,
  only: CellEdit | undefined,
  count: number,
  { columns }: EditContext,
  edited: ReadonlyMap<string, Project>,
): string {
  const verb = VERBS[action];
  if (!only) return `${verb} ${count} 个单元格`;
  return `${verb}“${edited.get(only.id)?.name || NAMELESS}”的${columns.get(only.column)?.label ?? only.column}`;
}

function writeProjects(session: Session, command: string, label: string, edited: ReadonlyMap<string, Project>): void {
  session.change(command, label, (tx) => {
    for (const [id, project] of edited) tx.put('project', id, project);
  });
}

function editCell(project: Project, edit: CellEdit, context: EditContext): Outcome {
  const column = context.columns.get(edit.column);
  if (!column) return { refused: '这一列不能修改。' };
  const where = `“${project.name || NAMELESS}”的${column.label}`;
  switch (column.kind) {
    case 'amount':
      return editAmount(project, column, edit.text, where, context);
    case 'integer': {
      const reading = parseCount(workOutTyped(edit.text), column.label);
      if (reading.kind === 'unreadable')
        return { refused: `${where}“${edit.text}”不是整数：${reading.reason}。请填整数，如 120。` };
      return setValue(project, column.field.id as ValueFieldId, reading.kind === 'count' ? reading.value : null);
    }
    case 'period': {
      const reading = parsePeriod(edit.text);
      if (reading.kind === 'unreadable') {
        return {
          refused: `${where}“${edit.text}”认不出起止时间：${reading.reason}。请按 2021、2021-2024 或 2024年6月-12月 填写。`,
        };
      }
      const period = reading.kind === 'period' ? reading : null;
      return { project: { ...project, startAt: period?.start ?? null, endAt: period?.end ?? null } };
    }
    case 'category':
      return editCategory(project, edit.text, where, context.data);
    default: {
      const text = edit.text.trim();
      if (column.own !== undefined) return { project: withOwn(project, column.own, text) };
      if (column.field.id === 'name' && text === '') return { refused: '项目名称不能为空；要删除项目请用“删除行”。' };
      return setValue(project, column.field.id as ValueFieldId, text === '' ? null : text);
    }
  }
}

function setValue(project: Project, field: ValueFieldId, value: string | number | null): Outcome {
  return { project: { ...project, [field]: value } };
}

function editCategory(project: Project, text: string, where: string, data: PlanData): Outcome {
  const wanted = text.trim();
  if (wanted === '') return setValue(project, 'categoryId', null);
  const own = data.reference.categories.filter((category) => category.scheme === data.plan.scheme);
  const byName = own.filter((category) => category.name === wanted || category.aliases.includes(wanted));
  const found = own.find((category) => category.id === wanted) ?? (byName.length === 1 ? byName[0] : undefined);
  if (!found) return { refused: `${where}“${text}”不在规划类别表中，请从列表中选择。` };
  return setValue(project, 'categoryId', found.id);
}

/** Reads a typed amount; null for blank. More decimals than 分 holds are refused: nothing is rounded silently. */
function readAmount(text: string, where: string, unit: DisplayUnit): { fen: Fen | null } | { refused: string } {
  const reading = parseAmount(workOutTyped(text), unit);
  if (reading.kind === 'blank') return { fen: null };
  const example = { 元: '354100', 万元: '35.41', 亿元: '0.3541' }[unit];
  if (reading.kind === 'unreadable')
    return { refused: `${where}“${text}”不是金额：${reading.reason}。请填数字，单位${unit}，如 ${example}。` };
  if (reading.note?.code === 'rounded') {
    const decimals = DISPLAY_UNITS[unit];
    return {
      refused: `${where}“${text}”比 1 分还细，金额只能准到分（以${unit}计最多 ${decimals} 位小数）。请改短后再填。`,
    };
  }
  return { fen: reading.fen };
}

function editAmount(project: Project, column: Column, text: string, where: string, context: EditContext): Outcome {
  const { data } = context;
  const read = readAmount(text, where, context.unit);
  if ('refused' in read) return read;
  const amounts = { ...project.amounts };
  if (column.source !== undefined) {
    const names = finerSourceNames(data.reference, amounts.bySource, column.source);
    if (names.length > 0) {
      return { refused: `${where}由 ${names.join('、')} 相加而来，不能在表中直接改；请打开项目卡片修改这些细项。` };
    }
    amounts.bySource = withEntry(amounts.bySource, column.source, read.fen);
  } else if (column.year !== undefined) amounts.byYear = withEntry(amounts.byYear, String(column.year), read.fen);
  else amounts.total = read.fen;
  return { project: { ...project, amounts } };
}

/** The record with one entry set, or taken away. */
function withEntry(record: Record<string, Fen>, key: string, fen: Fen | null): Record<string, Fen> {
  if (fen !== null) return { ...record, [key]: fen };
  const { [key]: _, ...others } = record;
  return others;
}

/** Sets cells of the year x fund-source matrix; what becomes of the margins is said in shared/domain/matrix-edit.ts. */
export function setMatrix(
  session: Session,
  args: MethodArgs<'projects.setMatrix'>,
): { changed: number; rejected: RejectedEdit[] } {
  const project = session.project(args.id);
  const sources = new Set(session.planData().reference.fundSources.map((source) => source.id));
  const changes: Record<string, Fen | null> = {};
  const rejected: RejectedEdit[] = [];
  for (const cell of args.cells) {
    const key = cellKey(cell.year, cell.source);
    const read = sources.has(cell.source)
      ? readAmount(cell.text, `“${project.name || NAMELESS}”${yearLabel(cell.year)}的金额`, args.unit ?? '万元')
      : { refused: '没有这个资金来源，请从列表中选择。' };
    if ('refused' in read)
      rejected.push({ id: project.id, column: `cell:${key}`, text: cell.text, message: read.refused });
    else changes[key] = read.fen;
  }
  if (rejected.length > 0) throw refusal(rejected, args.cells.length);
  const next = { ...project, amounts: withCells(project.amounts, changes, args.followMargins) };
  writeProjects(
    session,
    'projects.setMatrix',
    `修改“${project.name || NAMELESS}”的年度资金明细`,
    new Map([[project.id, next]]),
  );
  return { changed: args.cells.length, rejected };
}
