// What a row of a sheet changes in a project: fields, class, period, amounts.
import { categoryPath } from '../domain/categories.ts';
import { ownIdOf, ownText, withOwn } from '../domain/own-columns.ts';
import { formatPeriod } from '../domain/periods.ts';
import type { Project } from '../domain/project.ts';
import type { ReferenceData } from '../domain/reference.ts';
import type { PlaceReader } from '../places/place-key.ts';
import { isDoubtfulCode } from './lost-digits.ts';
import { mergeAmounts } from './merge-amounts.ts';
import type { FieldChange } from './plan-import.ts';
import type { ReadProject, TableReading } from './reading.ts';

/** Key beside those of the columns: town and village share one column. */
const ONE_PLACE = 'place';

/** The columns that a table brings; a category can also come from its headings. */
export function mappedKeys(table: Pick<TableReading, 'columns' | 'isTotalSummed'>): Set<string> {
  const keys = new Set<string>(table.isTotalSummed ? ['total'] : []);
  for (const { key } of table.columns) {
    if (key === null) continue;
    keys.add(key.startsWith('period') ? 'period' : key);
  }
  // One column of places may have been cut into town and village.
  if (keys.has('town') !== keys.has('village')) keys.add('town').add('village').add(ONE_PLACE);
  return keys;
}

/** The same place in one cell of the sheet and two of the list is no change, however it is written. */
function isSamePlace({ town, village }: Project, { values }: ReadProject, places: PlaceReader): boolean {
  const [now, old] = [places.keyOf(values.town, values.village), places.keyOf(town, village)];
  const isSame = now.joined === old.joined || (now.town === '' && now.village === old.village);
  return isSame && now.group === old.group;
}

export interface Applied {
  after: Project;
  changes: FieldChange[];
}

const NOT_FIELDS =
  /^(?:place$|serial|count|sourceName|region|yearLabel|sum|categoryId$|period$|total$|source:|year:|cell:|own:)/;

export interface Known {
  reference: Pick<ReferenceData, 'fundSources' | 'categories'>;
  places: PlaceReader;
}

/** The project with a row's values laid over it. Blanks change nothing unless asked; 0 is a value. */
export function applyRow(
  before: Project,
  row: ReadProject,
  keys: ReadonlySet<string>,
  { reference, places }: Known,
  eraseBlanks: boolean,
): Applied {
  let after: Project = { ...before };
  const changes: FieldChange[] = [];
  const note = (columnKey: string, old: string, now: string): void => {
    changes.push({ columnKey, before: old, after: now });
  };
  if (row.values.own !== undefined || eraseBlanks) after = applyOwn(after, row.values, keys, eraseBlanks, note);
  const values = row.values as unknown as Record<string, string | number | null | undefined>;
  const record = after as unknown as Record<string, string | number | null>;
  const isPlaceKept = keys.has(ONE_PLACE) && isSamePlace(before, row, places);
  for (const key of keys) {
    if (NOT_FIELDS.test(key) || (isPlaceKept && (key === 'town' || key === 'village'))) continue;
    if (key === 'village' && values.village === undefined && !eraseBlanks) continue;
    const value = values[key] ?? null;
    if ((value === null && !eraseBlanks) || record[key] === undefined || record[key] === value) continue;
    if (key === 'name' && (value === null || value === '')) continue;
    // A code of which the sheet lost digits does not replace the one that is there.
    if (key === 'code' && record.code !== null && isDoubtfulCode(String(value ?? ''))) continue;
    note(key, show(record[key]), show(value));
    record[key] = value;
  }
  if (
    row.values.categoryId !== null &&
    row.values.categoryId !== undefined &&
    row.values.categoryId !== before.categoryId
  ) {
    note('categoryId', pathText(reference, before.categoryId), pathText(reference, row.values.categoryId));
    after.categoryId = row.values.categoryId;
  }
  if (keys.has('period')) {
    const { startAt = null, endAt = null } = row.values;
    const old = formatPeriod(before.startAt, before.endAt);
    const now = formatPeriod(startAt, endAt);
    if (old !== now && (now !== '' || eraseBlanks)) {
      note('period', old, now);
      after.startAt = startAt;
      after.endAt = endAt;
    }
  }
  // A source that the row names in words stands for its column.
  const amountKeys = keys.has('sourceName')
    ? new Set([...keys, ...Object.keys(row.amounts.bySource).map((id) => `source:${id}`)])
    : keys;
  const merged = mergeAmounts(before.amounts, row.amounts, amountKeys, reference, eraseBlanks);
  for (const change of merged.changes) note(change.columnKey, change.before, change.after);
  if (merged.changes.length > 0) after.amounts = merged.amounts;
  return { after, changes };
}

/** Own columns: each that the sheet has, by itself. */
function applyOwn(
  after: Project,
  values: Pick<Project, 'own'>,
  keys: ReadonlySet<string>,
  eraseBlanks: boolean,
  note: (columnKey: string, old: string, now: string) => void,
): Project {
  let next = after;
  for (const key of keys) {
    const id = ownIdOf(key);
    if (id === undefined) continue;
    const [old, now] = [ownText(after, id), ownText(values, id)];
    if (old === now || (now === null && !eraseBlanks)) continue;
    note(key, show(old), show(now));
    next = withOwn(next, id, now);
  }
  return next;
}

function show(value: string | number | null | undefined): string {
  return value === null || value === undefined ? '' : String(value);
}

function pathText(reference: Pick<ReferenceData, 'categories'>, id: string | null): string {
  return categoryPath(reference, id).join(' › ') || '未分类';
}
