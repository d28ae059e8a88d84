// Lays the sums of a design out as a table: rows, columns, shares and the remarks that its figures need.

import type { PlanData } from '../records/plan-data.ts';
import type { MeasureId, TableDesign } from '../records/table-design.ts';
import { toFen } from '../values/money.ts';
import { type Dimension, dimensionOf } from './dimensions.ts';
import { orderMembers } from './members.ts';
import { UNASSIGNED } from './plan-sums.ts';
import { remarks } from './remarks.ts';
import { OPEN, OVER } from './split-amounts.ts';
import type { TableCell, TableColumn, TableRow } from './table.ts';
import { hasFigures, isFilled, sumOf, type Tally, tallyOf } from './tally.ts';
import { ALL_COLUMNS, rowKeyOf, TOTAL_ROW } from './walk.ts';

export const MEASURE_WORDS: Readonly<Record<MeasureId, { name: string; unit: string }>> = {
  count: { name: '项目个数', unit: '个' },
  total: { name: '总投资', unit: '' },
  households: { name: '受益户数', unit: '户' },
  people: { name: '受益人数', unit: '人' },
};

/** A column with where its figures come from. */
interface FigureColumn extends TableColumn {
  member: string;
  measure: MeasureId;
}

export interface LaidOut {
  columns: TableColumn[];
  rows: TableRow[];
  notes: string[];
  /** Columns of the first spread measure, for charts. */
  memberColumns: readonly TableColumn[];
}

/** Key of a column: of the row's own sums by measure, else by member and, where several are spread, by measure. */
function columnKey(design: TableDesign, dimension: Dimension | null, member: string, measure: MeasureId): string {
  if (member === ALL_COLUMNS || dimension === null) return measure;
  const key = `${dimension.words.prefix}:${member}`;
  return design.spread.length > 1 ? `${key}|${measure}` : key;
}

/** The column that a key names, for the make-up of its figures; undefined for names and shares. */
export function findColumn(design: TableDesign, data: PlanData, key: string): FigureColumn | undefined {
  return figureColumns(design, data, tallyOf(design, data)).find((column) => column.key === key);
}

function kindOf(measure: MeasureId): Pick<TableColumn, 'kind' | 'counts'> {
  return measure === 'total' ? { kind: 'amount' } : { kind: 'count', counts: MEASURE_WORDS[measure].unit };
}

function figureColumns(design: TableDesign, data: PlanData, tally: Tally): FigureColumn[] {
  const { words, measures } = design;
  const own = (design.totalColumns === 'none' && design.columns ? [] : measures).map(
    (measure): FigureColumn => ({
      key: columnKey(design, null, ALL_COLUMNS, measure),
      label: measure === 'total' ? (words.totalColumn ?? MEASURE_WORDS.total.name) : MEASURE_WORDS[measure].name,
      ...kindOf(measure),
      member: ALL_COLUMNS,
      measure,
    }),
  );
  if (!design.columns) return own;
  const dimension = dimensionOf(design.columns, data, design.filter);
  // A row may hold what its total does not: in 表5-1 money of a year whose source is known for the whole project only.
  const found = new Set<string>();
  for (const row of tally.values())
    for (const key of row.cells.keys())
      if (key !== ALL_COLUMNS && !found.has(key) && isFilled(row, key)) found.add(key);
  const spread = orderMembers(dimension, [...found], { withEmpty: true }).flatMap((member) =>
    design.spread.map((measure): FigureColumn => {
      const isOne = design.spread.length === 1;
      const label = dimension.columnLabel(member);
      return {
        key: columnKey(design, dimension, member, measure),
        label: isOne ? label : MEASURE_WORDS[measure].name,
        ...(isOne ? (words.group === '' ? {} : { group: words.group ?? dimension.words.group }) : { group: label }),
        ...kindOf(measure),
        member,
        measure,
      };
    }),
  );
  return design.totalColumns === 'last' ? [...spread, ...own] : [...own, ...spread];
}

const SHARE_COLUMN: TableColumn = { key: 'share', label: '占比（%）', kind: 'share' };

export function layOut(design: TableDesign, data: PlanData): LaidOut {
  const tally = tallyOf(design, data);
  const figures = figureColumns(design, data, tally);
  const dimensions = design.rows.map((id) => dimensionOf(id, data, design.filter));
  const shareOf: MeasureId = design.measures.includes('total') ? 'total' : (design.measures[0] ?? 'count');
  const whole = sumOf(tally.get(TOTAL_ROW), ALL_COLUMNS, shareOf);
  const cellsOf = (key: string, label: string): TableCell[] => {
    const row = tally.get(key);
    const cells = figures.map(({ member, measure, kind }): TableCell => {
      const value = sumOf(row, member, measure);
      // Only single rows have it: a 0 would be read as the sum of the column.
      if (value === 0 && key === TOTAL_ROW && isOutside(member)) return { kind: 'blank' };
      return kind === 'amount' ? { kind: 'amount', fen: toFen(value) } : { kind: 'count', value: value + 0 };
    });
    const share: TableCell[] = design.share ? [shareCell(sumOf(row, ALL_COLUMNS, shareOf), whole)] : [];
    return [{ kind: 'text', text: label }, ...cells, ...share];
  };
  const total: TableRow = {
    key: TOTAL_ROW,
    role: 'total',
    depth: 0,
    cells: cellsOf(TOTAL_ROW, design.words.total ?? '合计'),
  };
  const all = bodyRows(design, dimensions, tally, cellsOf);
  const [first] = dimensions;
  const head = design.words.head ?? first?.words.head ?? '';
  const open = all.filter(({ key }) => tally.get(key)?.path[0] === OPEN);
  const body = all.filter((row) => !open.includes(row));
  const rows =
    design.totalRow === 'first'
      ? [total, ...open, ...body]
      : [...body, ...(design.totalRow === 'last' ? [total] : []), ...open];
  return {
    columns: [
      { key: 'name', label: head, kind: 'text' },
      ...figures.map(({ member: _, measure: __, ...column }): TableColumn => column),
      ...(design.share ? [SHARE_COLUMN] : []),
    ],
    rows,
    notes: [...remarks(design, data), ...(design.note.trim() === '' ? [] : [design.note.trim()])],
    memberColumns: figures.filter(
      ({ member, measure }) => member !== ALL_COLUMNS && member !== OVER && measure === design.spread[0],
    ),
  };
}

/** A column of what is not broken down, or of what is too much. */
function isOutside(member: string): boolean {
  return member === UNASSIGNED || member === OVER;
}

function shareCell(part: number, whole: number): TableCell {
  return { kind: 'share', percent: whole === 0 ? null : Math.round((part * 10_000) / whole) / 100 };
}

function bodyRows(
  design: TableDesign,
  [outer, inner]: readonly Dimension[],
  tally: Tally,
  cellsOf: (key: string, label: string) => TableCell[],
): TableRow[] {
  if (!outer) return [];
  const { order } = design;
  const rankIn = (path: readonly string[]): ((key: string) => number) | 'name' | undefined =>
    order === 'plan' || order === 'name'
      ? order === 'name'
        ? 'name'
        : undefined
      : (key) => sumOf(tally.get(rowKeyOf(design.rows, [...path, key])), ALL_COLUMNS, order);
  const children = childKeys(tally);
  const found = (path: readonly string[]): string[] =>
    (children.get(JSON.stringify(path)) ?? []).filter((key) =>
      hasFigures(tally.get(rowKeyOf(design.rows, [...path, key]))),
    );
  return orderMembers(outer, found([]), { withEmpty: design.empty !== 'none', rank: rankIn([]) }).flatMap((key) => {
    const rowKey = rowKeyOf(design.rows, [key]);
    const row: TableRow = {
      key: rowKey,
      role: isApart(key) ? 'aside' : inner ? 'heading' : 'item',
      depth: 0,
      cells: cellsOf(rowKey, (design.ordinals ? outer.rowLabel(key, null) : outer.columnLabel(key)) ?? key),
    };
    if (!inner) return [row];
    const below = orderMembers(inner, found([key]), {
      parent: key,
      withEmpty: design.empty === 'all',
      rank: rankIn([key]),
    }).flatMap((child): TableRow[] => {
      const childKey = rowKeyOf(design.rows, [key, child]);
      const label = inner.rowLabel(child, isNested(outer, inner) ? key : null);
      const role = isApart(key) || isApart(child) ? 'aside' : 'item';
      return label === null ? [] : [{ key: childKey, role, depth: 1, cells: cellsOf(childKey, label) }];
    });
    return [row, ...below];
  });
}

/** Whether members of the second level lie in one of the first: only then can one repeat its heading. */
function isNested({ id }: Dimension, inner: Dimension): boolean {
  return (id === 'class' && inner.id === 'category') || (id === 'town' && inner.id === 'village');
}

function isApart(key: string): boolean {
  return key === OPEN || key === OVER;
}

/** Keys of the next level by path. */
function childKeys(tally: Tally): ReadonlyMap<string, string[]> {
  const children = new Map<string, string[]>();
  for (const { path } of tally.values()) {
    const last = path.at(-1);
    if (last === undefined) continue;
    const parent = JSON.stringify(path.slice(0, -1));
    const list = children.get(parent);
    if (list) list.push(last);
    else children.set(parent, [last]);
  }
  return children;
}
