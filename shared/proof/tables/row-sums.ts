// Which rows of a table add up to which: 合计 and 小计 of the rows beside them, a heading of those under it, 其中 of a part.
import type { Equation, Term } from '../equation.ts';
import type { Axis } from './axis.ts';
import type { ReadTable } from './read-table.ts';

/** Ways to read one sum; the one that most columns bear out is meant. */
export interface SumReading {
  /** The words themselves say that it is a sum. */
  isStated: boolean;
  ways: readonly (readonly Equation[])[];
}

/** What cannot be added: rates, averages, standards. */
const NO_SUM = /人均|户均|亩均|平均|均价|单价|标准|[^占]比例|增长|增幅|(?<!效|利)率$|年限|单位造价|排名|名次|指数/;
const SHARES = /占比|比重|构成|占.{0,6}比例/;

/** True for a column or row whose figures add up. */
export function addsUp(names: readonly string[], dimension: string): boolean {
  const words = names.join('');
  if (dimension === 'percent') return SHARES.test(words);
  return !NO_SUM.test(words) && !dimension.includes('/') && dimension !== '倍' && dimension !== '年';
}

/** The first 其中 under a row, the rows numbered beneath it. */
interface Node {
  row: Axis;
  children: Node[];
}

/** The rows as their numbering puts them; what has no number belongs to the numbered row before it. */
export function rowTree(rows: readonly Axis[]): Node[] {
  const roots: Node[] = [];
  const open: { depth: number; node: Node }[] = [];
  const levels = rows.flatMap(({ level }) => (level === null ? [] : [level]));
  const top = levels.length === 0 ? 0 : Math.min(...levels);
  let numbered = -1;
  for (const row of rows) {
    const node: Node = { row, children: [] };
    const isUnder = numbered >= 0 && row.level === null;
    const depth = row.level ?? (isUnder ? (numbered === top ? top + 0.5 : numbered) : top);
    if (row.level !== null) numbered = row.level;
    while ((open.at(-1)?.depth ?? -1) >= depth) open.pop();
    (open.at(-1)?.node.children ?? roots).push(node);
    open.push({ depth, node });
  }
  return roots;
}

function leavesOf(nodes: readonly Node[]): Axis[] {
  return nodes.flatMap((node) => (node.children.length === 0 ? [node.row] : leavesOf(node.children)));
}

/** The equations that say: this row is the sum of those, in each column that adds up. */
function equationsOf(table: ReadTable, whole: Axis, parts: readonly Axis[], side: string, rule: string): Equation[] {
  if (parts.length === 0) return [];
  return table.columns.flatMap((column): Equation[] => {
    const term = table.termAt(whole.index, column.index, whole.name);
    const dimension = term?.figure.measure.dimension ?? '';
    if (!term || !addsUp([...column.above, column.name, whole.name], dimension)) return [];
    const places = parts.map((row) => ({ row: row.index, column: column.index, label: row.name }));
    const used = termsOf(table, places)?.filter(({ figure }) => figure.measure.dimension === dimension);
    if (!used || used.length === 0 || used.length < Math.min(2, parts.length)) return [];
    return [{ rule, kind: 'sum', whole: term, parts: used, side, group: `${table.block} r${whole.index}` }];
  });
}

/** The figures at some places; undefined where one of them is words or a bound. */
export function termsOf(
  table: ReadTable,
  places: readonly { row: number; column: number; label: string }[],
): Term[] | undefined {
  const terms: Term[] = [];
  for (const { row, column, label } of places) {
    const term = table.termAt(row, column, label);
    if (term) terms.push(term);
    else if (!table.isBlank(row, column)) return undefined;
  }
  return terms;
}

const MOST_SUBTOTALS = 400;
const MOST_WORK = 1_000_000;

/** How many totals of a table are tried: all of any that a document has, a few where everything is called 合计. */
export function mostTotals({ rows, columns }: ReadTable): number {
  return Math.min(60, Math.max(4, Math.floor(MOST_WORK / Math.max(1, rows.length * columns.length))));
}

/** All sums over the rows of a table. */
export function rowSums(table: ReadTable): SumReading[] {
  const { rows } = table;
  const items = rows.filter(({ kind }) => kind === 'item');
  const tree = rowTree(items);
  const readings: SumReading[] = [];
  const add = (isStated: boolean, ...ways: (readonly Equation[])[]): void => {
    const used = ways.filter((way) => way.length > 0);
    if (used.length > 0) readings.push({ isStated, ways: used });
  };

  // A heading over one row is the same, unless that row only stands for others: the table itself has to bear it out.
  const single: Equation[] = [];
  const visit = ({ row, children }: Node): void => {
    const parts = children.map((child) => child.row);
    const sums = equationsOf(table, row, parts, '下属各行', 'T03');
    if (parts.length > 1 || row.isSum) add(true, sums);
    else single.push(...sums);
    for (const child of children) visit(child);
  };
  for (const node of tree) visit(node);
  add(false, single);

  const subtotals = rows.filter(({ kind }) => kind === 'subtotal').slice(0, MOST_SUBTOTALS);
  for (const subtotal of subtotals) {
    const at = rows.indexOf(subtotal);
    const isFence = ({ kind }: Axis): boolean => kind !== 'item';
    const before = rows.slice(rows.findLastIndex((row, index) => index < at && isFence(row)) + 1, at);
    const next = rows.findIndex((row, index) => index > at && isFence(row));
    const behind = rows.slice(at + 1, next < 0 ? rows.length : next);
    const alike = items.filter(({ above }) => above.length > 0 && above.join('|') === subtotal.above.join('|'));
    add(true, ...[alike, before, behind].map((parts) => equationsOf(table, subtotal, parts, '所属各行', 'T03')));
  }

  const totals = rows.filter(({ kind }) => kind === 'total').slice(0, mostTotals(table));
  for (const total of totals) {
    const at = rows.indexOf(total);
    const roots = tree.map(({ row }) => row);
    const previous = rows.findLastIndex(({ kind }, index) => index < at && kind === 'total');
    const next = rows.findIndex(({ kind }, index) => index > at && kind === 'total');
    const within = (list: readonly Axis[], from: number, to: number): Axis[] =>
      list.filter((row) => rows.indexOf(row) > from && rows.indexOf(row) < to);
    const end = next < 0 ? rows.length : next;
    const choices: Axis[][] = [
      ...(subtotals.length > 0
        ? [
            [
              ...subtotals,
              ...roots.filter(({ above }) => above.length === 0 && subtotals.every((one) => one.above.length > 0)),
            ],
          ]
        : []),
      roots,
      subtotals,
      ...(totals.length > 1
        ? [within(roots, previous, at), within(roots, at, end), totals.filter((other) => other !== total)]
        : []),
      leavesOf(tree),
    ];
    add(true, ...choices.map((parts) => equationsOf(table, total, parts, '各行', 'T04')));
  }

  for (const [at, row] of rows.entries()) {
    if (row.kind !== 'among' || rows[at - 1]?.kind === 'among') continue;
    const owner = rows[at - 1];
    const among = rows.slice(at).slice(
      0,
      Math.max(
        1,
        rows.slice(at).findIndex(({ kind }) => kind !== 'among'),
      ),
    );
    if (owner && among.length > 1) add(false, equationsOf(table, owner, among, '其中各行', 'T03'));
  }
  return readings;
}
