// A sheet to rows of a list: known ones are known again by their key, what a cell leaves blank stays as it was, and every
// value that changes is told with both.
import { isSame } from '../compare/fact.ts';
import { matchLines, unmatchedProblem, WHO_COLUMNS, type WhoKey } from '../funds/match-lines.ts';
import { cellProblem, droppedRemark, findColumns, linesOf, type SheetLine } from '../funds/sheet-rows.ts';
import { headerOf } from '../import/header-words.ts';
import { isPrivate } from '../import/kinds/keep-table.ts';
import type { ImportProblem } from '../import/preview.ts';
import type { ReadColumn, TableReading } from '../import/reading.ts';
import { RECORD_KINDS, type RecordValue } from '../records/kinds.ts';
import type { PlanData } from '../records/plan-data.ts';
import { cellAddress } from '../sheet/sheet.ts';
import { blankMark } from '../values/fold-text.ts';
import { shownText } from './field-text.ts';
import type { ListId, ListSpec, ListValue, Said, TellCell } from './list-spec.ts';
import { readField } from './read-field.ts';

export interface ListReading<K extends ListId = ListId> {
  added: RecordValue<K>[];
  updated: { id: string; value: RecordValue<K> }[];
  known: number;
  problems: ImportProblem[];
}

type Line = SheetLine<string | WhoKey>;
interface Row {
  line: Line;
  value: ListValue;
}

/** Pure. `existing`: the rows of the workbook by id. `said`: what the person said of the file. */
export function readList<K extends ListId>(
  reading: TableReading,
  spec: ListSpec<K>,
  data: PlanData,
  existing: ReadonlyMap<string, RecordValue<K>>,
  said: Said = {},
): ListReading<K> {
  const patterns = patternsOf(spec);
  const columns = findColumns(reading, patterns);
  const yearly = yearColumns(reading, spec);
  for (const { column } of yearly) {
    columns.others = columns.others.filter((one) => one !== column);
    for (const [key, taken] of Object.entries(columns.of)) if (taken === column) delete columns.of[key];
  }
  const problems = droppedRemark(reading, columns.others, spec.silent);
  const result: ListReading<K> = { added: [], updated: [], known: 0, problems };
  const refused = reading.columns.filter((column) => isPrivate(column) || spec.refuses?.test(headerOf(column)));
  if (refused.length > 0) {
    const list = refused.map(({ letter, header }) => `${letter} 列“${header}”`).join('、');
    problems.push(
      cellProblem(
        reading,
        'error',
        'column-private',
        '',
        list,
        `${list}是个人信息，本程序不存个人信息，整张表没有读入；请删去这些列、只留汇总数后再导入`,
      ),
    );
    return result;
  }
  if (!spec.needs.some((key) => columns.of[key])) {
    const wanted = spec.needs.flatMap((key) => spec.fields.find((field) => field.key === key)?.label ?? []);
    problems.push(
      cellProblem(reading, 'error', 'no-column', '', '', `没有“${wanted.join('”或“')}”列，没有读入${spec.name}`),
    );
    return result;
  }
  const lines = linesOf<string | WhoKey>(reading, columns, spec.names, {
    amounts: amountColumns(spec, columns.of, yearly),
    problems,
    anyName: true,
  }).filter((line) => !isNote(line, spec));
  const projects = spec.isOfProjects ? projectsOf(reading, lines, data, problems) : null;
  const title = [reading.title, reading.sheet].join(' ');
  const above: Record<string, string> = {};
  const carried: number[] = [];
  const rows = lines.flatMap((line): Row[] => {
    const projectId = projects?.get(line.row);
    if (projects && projectId === undefined) return [];
    const tell: TellCell = (key, message, level = 'warning') =>
      void problems.push(cellProblem(reading, level, 'value-unparsed', line.address(key), line.text(key), message));
    const read: Record<string, unknown> = {};
    for (const field of spec.fields) {
      const column = columns.of[field.key];
      if (column) read[field.key] = readField(field, { reading, line, column, problems, tell });
    }
    if (projectId !== undefined) read.projectId = projectId;
    if (carry(read, spec, above)) carried.push(line.row);
    const byYear = yearly.flatMap(({ column, year }) => {
      const value = readField(yearField(spec), { reading, line: ofColumn(line, column), column, problems, tell });
      return value === '' || value === null ? [] : [[String(year), value] as const];
    });
    return spread(read, byYear, spec).flatMap((one) => {
      const value = spec.finish ? spec.finish(one, { text: line.text, tell, data, title, said }) : one;
      return value ? [{ line, value }] : [];
    });
  });
  if (carried.length > 0) {
    const shown = `${carried.slice(0, 5).join('、')}${carried.length > 5 ? '……' : ''}`;
    const labels = (spec.carried ?? []).map((key) => spec.fields.find((field) => field.key === key)?.label ?? key);
    problems.push(
      cellProblem(
        reading,
        'info',
        'cell-carried',
        '',
        '',
        `${carried.length} 行（第 ${shown} 行）的“${labels.join('”“')}”空着，按上一行读入`,
      ),
    );
  }
  settle(rows, { reading, spec, data, existing, result });
  return result;
}

function patternsOf({ fields, others = [], readAs, isOfProjects }: ListSpec): [string, RegExp][] {
  const all = new Map<string, RegExp>([...fields.map(({ key, words }) => [key, words] as const), ...others]);
  const order = readAs ?? [...all.keys()];
  const own = order.flatMap((key): [string, RegExp][] => (all.has(key) ? [[key, all.get(key) as RegExp]] : []));
  return isOfProjects ? [...WHO_COLUMNS.map(([key, words]): [string, RegExp] => [key, words]), ...own] : own;
}

function yearColumns(reading: TableReading, { years }: ListSpec): { column: ReadColumn; year: number }[] {
  if (!years) return [];
  return reading.columns.flatMap((column) => {
    const [, first, second] = years.words.exec(headerOf(column)) ?? [];
    const year = first ?? second;
    return year === undefined ? [] : [{ column, year: Number(year) }];
  });
}

/** The field that stands in the columns of years. */
function yearField({ years, fields, id }: ListSpec): ListSpec['fields'][number] {
  const field = fields.find(({ key }) => key === years?.key);
  return field ?? { key: years?.key ?? id, label: years?.label ?? '', kind: 'text', words: /^$/ };
}

function ofColumn(line: Line, column: ReadColumn): Line {
  return {
    ...line,
    text: () => String(line.value(column)?.text ?? '').trim(),
    address: () => cellAddress(line.row, column.column),
  };
}

function spread(
  read: Record<string, unknown>,
  byYear: readonly (readonly [string, unknown])[],
  { years }: ListSpec,
): ListValue[] {
  if (!years) return [read];
  if (!years.isRowEach) return [byYear.length === 0 ? read : { ...read, [years.key]: Object.fromEntries(byYear) }];
  if (byYear.length === 0) return [read];
  // Numbers of no year of their own are of the year that the sheet speaks of, beside those of each year.
  const dated = byYear.map(([year, value]) => ({ year: Number(year), value }));
  const own = dated.find(({ year }) => year === read.year);
  const places = Object.fromEntries(['town', 'village'].map((key) => [key, read[key]]));
  return [
    ...(hasNumbers(read) ? [own ? { ...read, [years.key]: own.value } : read] : []),
    ...dated
      .filter((one) => one !== own || !hasNumbers(read))
      .map(({ year, value }) => ({ ...places, year, [years.key]: value })),
  ];
}

function hasNumbers(read: Record<string, unknown>): boolean {
  return Object.values(read).some((value) => typeof value === 'number' && value !== read.year);
}

function amountColumns(spec: ListSpec, of: Partial<Record<string, ReadColumn>>, yearly: { column: ReadColumn }[]) {
  const own = spec.fields.filter(({ kind }) => kind === 'wan' || kind === 'yuan').map(({ key }) => of[key]);
  return [...own, ...(spec.years && yearField(spec).kind === 'wan' ? yearly.map(({ column }) => column) : [])];
}

const NOTE = /^(?:注|备注|说明|填[报表]|制表|审核人?|填报单位|联系人)\d*[：:]|^截至.*共 ?\d+/;

/** A line under the table; merged over it, it stands in every column. */
function isNote({ text }: Line, { names, fields }: ListSpec): boolean {
  const name = names.map((key) => text(key)).find((one) => one !== '') ?? '';
  return NOTE.test(name) || (name.length > 8 && fields.filter(({ key }) => text(key) === name).length > 2);
}

function projectsOf(
  reading: TableReading,
  lines: readonly Line[],
  data: PlanData,
  problems: ImportProblem[],
): Map<number, string> {
  const found = new Map<number, string>();
  for (const match of matchLines<string>(data, lines, new Map())) {
    if (match.project) found.set(match.line.row, match.project.id);
    else problems.push(unmatchedProblem(reading, match));
  }
  return found;
}

/** Whether an empty cell was filled from the row above. */
function carry(read: Record<string, unknown>, { carried = [] }: ListSpec, above: Record<string, string>): boolean {
  let isFilled = false;
  for (const key of carried) {
    const text = String(read[key] ?? '');
    if (text !== '') above[key] = text;
    else if (above[key] !== undefined && key in read) {
      read[key] = above[key];
      isFilled = true;
    }
  }
  return isFilled;
}

interface Settling<K extends ListId> {
  reading: TableReading;
  spec: ListSpec<K>;
  data: PlanData;
  existing: ReadonlyMap<string, RecordValue<K>>;
  result: ListReading<K>;
}

function settle<K extends ListId>(rows: readonly Row[], { reading, spec, data, existing, result }: Settling<K>): void {
  const free = Map.groupBy(existing, ([, value]) => spec.keyOf(value as ListValue, data));
  const firstOf = new Map<string, number>();
  const { schema } = RECORD_KINDS[spec.id];
  for (const { line, value } of rows) {
    const tell = (message: string, level: ImportProblem['level'] = 'warning', cell = ''): void =>
      void result.problems.push(cellProblem(reading, level, 'row-told', cell || `${line.row}`, '', message));
    const key = spec.keyOf(value, data);
    const first = firstOf.get(key);
    if (spec.isUnique && first !== undefined) {
      tell(
        `第 ${line.row} 行与第 ${first} 行是同一${spec.measure}${spec.noun}，只读入第 ${first} 行；两行不同的，请核对后改成一行`,
      );
      continue;
    }
    firstOf.set(key, line.row);
    const match = free.get(key)?.shift();
    const before = match?.[1] as ListValue | undefined;
    const merged = before ? mergeOver(before, value) : value;
    const parsed = schema.safeParse(merged);
    if (!parsed.success) {
      tell(`第 ${line.row} 行没有读入：${parsed.error.issues[0]?.message ?? '填写有误'}`);
      continue;
    }
    const made = parsed.data as RecordValue<K>;
    if (!match || !before) result.added.push(made);
    else if (isSame(before, made)) result.known += 1;
    else {
      result.updated.push({ id: match[0], value: made });
      for (const words of changesOf(spec, before, made as ListValue)) tell(`第 ${line.row} 行${words}`, 'info');
    }
  }
}

/** What the sheet leaves blank stays; texts by year are put together. */
function mergeOver(before: ListValue, value: ListValue): ListValue {
  const merged: Record<string, unknown> = { ...before };
  for (const [key, own] of Object.entries(value)) {
    if (own === null || own === '' || own === undefined) continue;
    const known = before[key];
    merged[key] = typeof own === 'object' && typeof known === 'object' ? { ...known, ...own } : own;
  }
  return merged;
}

function changesOf(spec: ListSpec, before: ListValue, after: ListValue): string[] {
  return spec.fields.flatMap((field) => {
    const [was, is] = [shownText(field, before[field.key]), shownText(field, after[field.key])];
    return was === is || blankMark(was) !== undefined ? [] : [`“${field.label}”由“${was}”改为“${is}”`];
  });
}
