// The log of changes in words (版本与日志).
import { type ChangeSet, readChanges } from '#electron/db/commit.ts';
import type { ChangeSetInfo, MethodArgs, MethodOutput } from '#shared/contract/methods.ts';
import { categoryPath } from '#shared/domain/categories.ts';
import { columnsOf } from '#shared/domain/fields.ts';
import { wanText } from '#shared/domain/money.ts';
import { formatPeriod } from '#shared/domain/periods.ts';
import type { PlanData } from '#shared/domain/plan-data.ts';
import { type Project, splitCellKey } from '#shared/domain/project.ts';
import { RECORD_KINDS } from '#shared/records/kinds.ts';
import { type RecordImage, recordTitle } from '#shared/records/records.ts';
import type { Session } from './session.ts';

const DETAIL_ENTITIES = 300;
const DETAIL_ROWS = 1000;

/** Change sets, newest first. */
export function listHistory(session: Session, args: MethodArgs<'history.list'>): ChangeSetInfo[] {
  const rows = session.file.db
    .prepare<[number, number], ChangeSet & { projects: number }>(
      `SELECT c.id, c.at, c.command, c.label, c.kind, c.target,
              (SELECT count(*) FROM change x WHERE x.change_set = c.id AND x.entity = 'project') AS projects
       FROM change_set c WHERE c.id < ? ORDER BY c.id DESC LIMIT ?`,
    )
    .all(args.before ?? Number.MAX_SAFE_INTEGER, args.limit);
  return rows.map(({ id, at, command, label, projects, target }) => ({
    id,
    at,
    command,
    label,
    projects,
    undoes: target,
  }));
}

/** What a change set changed, value by value; long ones are cut and say how many entries are not shown. */
export function describeChangeSet(session: Session, id: number): MethodOutput<'history.detail'> {
  const total = session.file.db.prepare('SELECT count(*) FROM change WHERE change_set = ?').pluck().get(id) as number;
  const changes = readChanges(session.file.db, id, DETAIL_ENTITIES);
  const data = session.planData();
  const rows = changes.flatMap((change) => {
    if (change.entity === 'record') {
      return describeRecordChange(change.before as RecordImage | null, change.after as RecordImage | null);
    }
    if (change.entity !== 'project') return [];
    return describeProjectChange(change.before as Project | null, change.after as Project | null, data);
  });
  return {
    changes: rows.slice(0, DETAIL_ROWS),
    more: Math.max(0, total - changes.length) + Math.max(0, rows.length - DETAIL_ROWS),
  };
}

type Row = MethodOutput<'history.detail'>['changes'][number];

function describeRecordChange(before: RecordImage | null, after: RecordImage | null): Row[] {
  const one = after ?? before;
  if (!one) return [];
  const text = (image: RecordImage | null): string => (image === null ? '' : recordTitle(image));
  return [{ project: RECORD_KINDS[one.kind].name, column: '附加记录', before: text(before), after: text(after) }];
}

function describeProjectChange(before: Project | null, after: Project | null, data: PlanData): Row[] {
  const project = (after ?? before)?.name || '（未命名）';
  if (before === null) return [{ project, column: '项目', before: '', after: '新增' }];
  if (after === null) return [{ project, column: '项目', before: '', after: '删除' }];
  const rows: Row[] = [];
  const compare = (column: string, left: string, right: string): void => {
    if (left !== right) rows.push({ project, column, before: left, after: right });
  };
  for (const column of columnsOf(data.plan, data.reference)) {
    compare(column.label, valueText(before, column.key, data), valueText(after, column.key, data));
  }
  const sourceName = new Map(data.reference.fundSources.map((source) => [source.id, source.name]));
  for (const key of new Set([...Object.keys(before.amounts.cells), ...Object.keys(after.amounts.cells)])) {
    const { year, source } = splitCellKey(key);
    const text = (p: Project): string => (p.amounts.cells[key] === undefined ? '' : wanText(p.amounts.cells[key]));
    compare(`${year}年 ${sourceName.get(source) ?? source}`, text(before), text(after));
  }
  compare(
    '次序',
    before.position === after.position ? '' : '原位置',
    before.position === after.position ? '' : '新位置',
  );
  return rows;
}

/** The value of a column in words, '' where it is blank. */
export function valueText(project: Project, columnKey: string, data: Pick<PlanData, 'reference'>): string {
  const { amounts } = project;
  const [axis, key = ''] = columnKey.split(':');
  if (axis === 'total') return amounts.total === null ? '' : wanText(amounts.total);
  if (axis === 'source') return amounts.bySource[key] === undefined ? '' : wanText(amounts.bySource[key]);
  if (axis === 'year') return amounts.byYear[key] === undefined ? '' : wanText(amounts.byYear[key]);
  if (columnKey === 'period') return formatPeriod(project.startAt, project.endAt);
  if (columnKey === 'categoryId') return categoryPath(data.reference, project.categoryId).join(' › ');
  const value = project[columnKey as keyof Project];
  return value === null || value === undefined ? '' : String(value);
}
