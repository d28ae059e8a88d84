// Lays the sums of a design out as a table: rows, columns, shares and the remarks that its figures need.
import { toFen } from '../domain/money.ts';
import type { PlanData } from '../domain/plan-data.ts';
import type { MeasureId, TableDesign } from './design.ts';
import { type Dimension, dimensionOf } from './dimensions.ts';
import { orderMembers } from './members.ts';
import { UNASSIGNED } from './plan-sums.ts';
import type { TableCell, TableColumn, TableRow } from './table.ts';
import { isFilled, sumOf, type Tally, tallyOf } from './tally.ts';
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
  const sums = tally.get(TOTAL_ROW);
  const found = [...(sums?.cells.keys() ?? [])].filter((key) => key !== ALL_COLUMNS && isFilled(sums, key));
  const spread = orderMembers(dimension, found, { withEmpty: true }).flatMap((member) =>
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
  const body = bodyRows(design, dimensions, tally, cellsOf);
  const [first] = dimensions;
  const head = design.words.head ?? first?.words.head ?? '';
  const rows = design.totalRow === 'none' ? body : design.totalRow === 'last' ? [...body, total] : [total, ...body];
  return {
    columns: [
      { key: 'name', label: head, kind: 'text' },
      ...figures.map(({ member: _, measure: __, ...column }): TableColumn => column),
      ...(design.share ? [SHARE_COLUMN] : []),
    ],
    rows,
    notes: [...remarks(design, tally, figures), ...(design.note.trim() === '' ? [] : [design.note.trim()])],
    memberColumns: figures.filter(({ member, measure }) => member !== ALL_COLUMNS && measure === design.spread[0]),
  };
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
      isFilled(tally.get(rowKeyOf(design.rows, [...path, key]))),
    );
  return orderMembers(outer, found([]), { withEmpty: design.empty !== 'none', rank: rankIn([]) }).flatMap((key) => {
    const rowKey = rowKeyOf(design.rows, [key]);
    const row: TableRow = {
      key: rowKey,
      role: inner ? 'heading' : 'item',
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
      const label = inner.rowLabel(child, key);
      return label === null ? [] : [{ key: childKey, role: 'item', depth: 1, cells: cellsOf(childKey, label) }];
    });
    return [row, ...below];
  });
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

const isRestOf = (dimension: 'year' | 'source', design: TableDesign, tally: Tally, figures: readonly FigureColumn[]) =>
  (design.columns === dimension && figures.some(({ member }) => member === UNASSIGNED)) ||
  [...tally.values()].some(
    (row) => isFilled(row) && row.path.some((key, level) => key === UNASSIGNED && design.rows[level] === dimension),
  );

/** Says under the table what a reader could take for a mistake. */
function remarks(design: TableDesign, tally: Tally, figures: readonly FigureColumn[]): string[] {
  const has = (id: 'year' | 'source'): boolean => design.columns === id || design.rows.includes(id);
  const notes: string[] = [];
  if (isRestOf('year', design, tally, figures))
    notes.push('“未分解年度”为没有填分年度投资、年度在规划期外，或年度与来源的对应关系没有填的部分。');
  if (isRestOf('source', design, tally, figures))
    notes.push(
      has('year')
        ? '“未分解来源”为没有填资金来源的部分；同一项目跨几个年度又有几种来源时，在项目卡片里填明各年各来源即可分开。'
        : '“未分解来源”为没有填资金来源的部分。',
    );
  const counted = [
    ...(design.rows.includes('source') ? design.measures : []),
    ...(design.columns === 'source' ? design.spread : []),
  ];
  if (counted.some((measure) => measure !== 'total'))
    notes.push('有几种资金来源的项目在各来源中都计数，合计不重复计数。');
  return notes;
}
