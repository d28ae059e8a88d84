// What a change did, value by value, in the words of the screen.
import type { Change } from '#electron/db/commit.ts';
import { categoryPath } from '#shared/domain/categories.ts';
import type { Claim } from '#shared/domain/claims.ts';
import { columnsOf } from '#shared/domain/fields.ts';
import { wanText } from '#shared/domain/money.ts';
import { formatPeriod } from '#shared/domain/periods.ts';
import type { PlanData } from '#shared/domain/plan-data.ts';
import { NAMELESS, type Project, splitCellKey } from '#shared/domain/project.ts';
import { RECORD_KINDS, recordTitle } from '#shared/records/kinds.ts';
import type { RecordImage } from '#shared/records/records.ts';

/** One value that a change set changed. */
export interface ChangedValue {
  /** The project, or what kind of thing it was. */
  project: string;
  column: string;
  before: string;
  after: string;
}

/** The values that one entry of the log changed; claims that came with an import are left to the import's own words. */
export function describeChange(change: Change, data: PlanData): ChangedValue[] {
  if (change.entity === 'record') {
    return describeRecordChange(change.before as RecordImage | null, change.after as RecordImage | null);
  }
  if (change.entity === 'claim')
    return describeClaimChange(change.before as Claim | null, change.after as Claim | null);
  return describeProjectChange(change.before as Project | null, change.after as Project | null, data);
}

function describeRecordChange(before: RecordImage | null, after: RecordImage | null): ChangedValue[] {
  const one = after ?? before;
  if (!one) return [];
  const text = (image: RecordImage | null): string => (image === null ? '' : recordTitle(image));
  return [{ project: RECORD_KINDS[one.kind].name, column: '附加记录', before: text(before), after: text(after) }];
}

function describeClaimChange(before: Claim | null, after: Claim | null): ChangedValue[] {
  const text = (claim: Claim | null): string =>
    claim === null ? '' : claim.figures.map(({ header, raw }) => `${header} ${raw}`).join('，');
  const one = after ?? before;
  if (!one) return [];
  return [{ project: `声明数 ${one.table}`, column: one.row, before: text(before), after: text(after) }];
}

/** What changed in one project; one entry where it was added or deleted. */
export function describeProjectChange(before: Project | null, after: Project | null, data: PlanData): ChangedValue[] {
  const project = (after ?? before)?.name || NAMELESS;
  if (before === null) return [{ project, column: '项目', before: '', after: '新增' }];
  if (after === null) return [{ project, column: '项目', before: '', after: '删除' }];
  const rows: ChangedValue[] = [];
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
