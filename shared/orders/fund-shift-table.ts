// 资金调整表 (SPECS G-T4): what orders take from projects and what they give, by the level that the money is of. Both sides are
// listed beside each other; an item of which one level goes down and another up stands on both.
import type { ChangeItem, ChangeOrder } from '../domain/change-order.ts';
import type { Day } from '../domain/execution.ts';
import { NAMELESS } from '../domain/project.ts';
import { amountCell, textCell } from '../funds/table-cells.ts';
import type { PlanData } from '../records/plan-data.ts';
import type { TableCell, TableColumn, TableResult } from '../tables/table.ts';
import { addFen, type Fen, subtractFen, toFen, wanText, ZERO } from '../values/money.ts';
import { levelAmounts, levelShift, MONEY_LEVELS, type MoneyLevel, UNSTATED } from './level-amounts.ts';
import { orderName } from './order-rows.ts';

/** One line of one side; amounts are positive. */
export interface ShiftLine {
  name: string;
  levels: ReadonlyMap<MoneyLevel, Fen>;
  total: Fen;
}

export interface FundShift {
  lowered: readonly ShiftLine[];
  raised: readonly ShiftLine[];
  /** Raised less lowered. */
  net: Fen;
}

export function fundShift(items: readonly ChangeItem[], reference: PlanData['reference']): FundShift {
  const [lowered, raised]: [ShiftLine[], ShiftLine[]] = [[], []];
  for (const { before, after } of items) {
    const shift = levelShift(levelAmounts(before, reference), levelAmounts(after, reference));
    const nameOf = (projects: ChangeItem['before']): string => projects.map(({ name }) => name || NAMELESS).join('、');
    const take = (sign: 1 | -1, name: string, to: ShiftLine[]): void => {
      const levels = new Map(
        [...shift].flatMap(([level, fen]) => (fen * sign > 0 ? [[level, toFen(fen * sign)]] : [])),
      );
      if (levels.size > 0) to.push({ name, levels, total: addFen(ZERO, ...levels.values()) });
    };
    take(-1, nameOf(before.length > 0 ? before : after), lowered);
    take(1, nameOf(after.length > 0 ? after : before), raised);
  }
  const sum = (lines: readonly ShiftLine[]): Fen => addFen(ZERO, ...lines.map(({ total }) => total));
  return { lowered, raised, net: subtractFen(sum(raised), sum(lowered)) };
}

const SIDES = [
  ['lowered', '调减'],
  ['raised', '调增'],
] as const;

export function fundShiftTable(
  { plan, reference }: Pick<PlanData, 'plan' | 'reference'>,
  orders: readonly ChangeOrder[],
  asOf: Day,
): TableResult {
  const shift = fundShift(
    orders.flatMap(({ items }) => items),
    reference,
  );
  const both = [...shift.lowered, ...shift.raised];
  const levels = MONEY_LEVELS.filter((level) => both.some((line) => line.levels.has(level)));
  const columns: TableColumn[] = [
    { key: 'number', label: '序号', kind: 'text', isNarrow: true },
    ...SIDES.flatMap(([side, group]): TableColumn[] => [
      { key: `${side}:name`, label: '项目', kind: 'text', group },
      ...levels.map((level): TableColumn => ({ key: `${side}:${level}`, label: level, kind: 'amount', group })),
      { key: `${side}:total`, label: '合计', kind: 'amount', group },
    ]),
  ];
  const cellsOf = (line: ShiftLine | undefined): TableCell[] => [
    textCell(line?.name ?? ''),
    ...levels.map((level) => amountCell(line?.levels.get(level) ?? null)),
    amountCell(line?.total ?? null),
  ];
  const count = Math.max(shift.lowered.length, shift.raised.length);
  const sums = { lowered: sumOf('合计', shift.lowered), raised: sumOf('合计', shift.raised) };
  return {
    id: 'fund-shift',
    number: '',
    title: `${plan.regionName}资金调整表`,
    unit: '万元',
    columns,
    rows: [
      ...Array.from({ length: count }, (_, at) => ({
        key: String(at),
        role: 'item' as const,
        depth: 0,
        cells: [textCell(String(at + 1)), ...cellsOf(shift.lowered[at]), ...cellsOf(shift.raised[at])],
      })),
      {
        key: 'total',
        role: 'total',
        depth: 0,
        cells: [textCell(''), ...cellsOf(sums.lowered), ...cellsOf(sums.raised)],
      },
    ],
    notes: [
      `${orders.length === 1 && orders[0] ? orderName(orders[0]) : `截至 ${asOf} 批复的 ${orders.length} 个调整变更`}：调减 ${shift.lowered.length} 项、${wanText(sums.lowered.total)} 万元，调增 ${shift.raised.length} 项、${wanText(sums.raised.total)} 万元，净增减 ${wanText(shift.net)} 万元。`,
      ...SIDES.flatMap(([side, word]) => {
        const open = sums[side].levels.get(UNSTATED);
        return open === undefined ? [] : [`${word}中有 ${wanText(open)} 万元未写明资金级次。`];
      }),
    ],
    source: '',
    charts: [],
  };
}

function sumOf(name: string, lines: readonly ShiftLine[]): ShiftLine {
  const levels = new Map<MoneyLevel, Fen>();
  for (const line of lines)
    for (const [level, fen] of line.levels) levels.set(level, addFen(levels.get(level) ?? ZERO, fen));
  return { name, levels, total: addFen(ZERO, ...lines.map(({ total }) => total)) };
}
