// 项目变更表 (SPECS G-T2): one order on paper. Of a split the earlier project stands once, before the first of what became of it.
import { type ChangeItem, type ChangeOrder, orderState, reasonText } from '../domain/change-order.ts';
import { formatPeriod } from '../domain/periods.ts';
import { NAMELESS, type Project } from '../domain/project.ts';
import { placeOf } from '../funds/list-place.ts';
import { amountCell, textCell } from '../funds/table-cells.ts';
import type { PlanData } from '../records/plan-data.ts';
import type { TableCell, TableColumn, TableResult, TableRow } from '../tables/table.ts';
import { addFen, type Fen, wanText, ZERO } from '../values/money.ts';
import { itemTypes, orderRow } from './order-rows.ts';

const COLUMNS: readonly TableColumn[] = [
  { key: 'paper', label: '项目文号', kind: 'text', isNarrow: true },
  { key: 'place', label: '实施镇村', kind: 'text', isNarrow: true },
  { key: 'amount', label: '项目金额', kind: 'amount' },
  { key: 'before', label: '变更前项目内容', kind: 'text' },
  { key: 'after', label: '变更后项目地点内容', kind: 'text' },
  { key: 'reason', label: '变更理由', kind: 'text' },
];

type Frame = Pick<PlanData, 'plan' | 'reference'>;

export function changeTable(data: Frame, order: ChangeOrder): TableResult {
  const isOpen = orderState(order) === '申请中';
  return {
    id: `change-order:${order.id}`,
    number: '',
    title: `${data.plan.regionName}项目变更${isOpen ? '申请' : ''}表`,
    unit: '万元',
    columns: [...COLUMNS],
    rows: [...order.items.flatMap((item, index) => linesOf(item, index, order, data)), totalRow(order)],
    notes: notesOf(order),
    source: '',
    charts: [],
  };
}

function linesOf(item: ChangeItem, index: number, order: ChangeOrder, data: Frame): TableRow[] {
  const { before, after } = item;
  const say = wordingOf(item, data);
  return Array.from({ length: Math.max(before.length, after.length) }, (_, at): TableRow => {
    const [old, fresh] = [before[at], after[at]];
    const isFirst = at === 0;
    const named = old ?? (isFirst ? fresh : undefined);
    const cells: TableCell[] = [
      textCell(named?.documentNumber?.trim() ?? ''),
      textCell(named ? placeOf(named) : ''),
      amountCell(fresh?.amounts.total ?? null),
      textCell(old ? say(old) : isFirst ? '新增' : ''),
      textCell(fresh ? [placeOf(fresh), say(fresh)].filter((part) => part !== '').join(' ') : isFirst ? '取消' : ''),
      textCell(isFirst ? reasonText(order, item) : ''),
    ];
    return { key: `${index}:${at}`, role: 'item', depth: 0, cells };
  });
}

/** Name and content, and of years, money, sources and offices what the change is about. */
function wordingOf(item: ChangeItem, { reference }: Frame): (project: Project) => string {
  const types = new Set(itemTypes(item));
  const isWhole = item.before.length !== 1 || item.after.length !== 1;
  const names = new Map(reference.fundSources.map(({ id, name }) => [id, name]));
  const money = (entries: Readonly<Record<string, Fen>>, nameOf: (key: string) => string): string[] =>
    Object.entries(entries).flatMap(([key, fen]) => (fen === 0 ? [] : [`${nameOf(key)} ${wanText(fen)} 万元`]));
  return ({ name, content, startAt, endAt, amounts, unit, implementer, categoryId }) => {
    const more = [
      ...(types.has('类别变更') ? [reference.categories.find(({ id }) => id === categoryId)?.name ?? '未分类'] : []),
      ...(types.has('年限变更') ? [formatPeriod(startAt, endAt)] : []),
      ...(isWhole || types.has('调增') || types.has('调减')
        ? amounts.total === null
          ? []
          : [`${wanText(amounts.total)} 万元`]
        : []),
      ...(types.has('资金来源变更') ? money(amounts.bySource, (id) => names.get(id) ?? id) : []),
      ...(types.has('年度资金变更') ? money(amounts.byYear, (year) => `${year} 年`) : []),
      ...(types.has('实施单位变更') ? [implementer ?? unit ?? ''] : []),
    ].filter((part) => part !== '');
    const said = [name.trim() || NAMELESS, content?.trim() ?? ''].filter((part) => part !== '').join('：');
    return more.length === 0 ? said : `${said}（${more.join('，')}）`;
  };
}

function totalRow(order: ChangeOrder): TableRow {
  const { before, after } = orderRow(order);
  const cells: Readonly<Record<string, TableCell>> = {
    paper: { kind: 'text', text: '合计' },
    amount: amountCell(addFen(ZERO, after.totalFen)),
    before: textCell(`${before.count} 个，${wanText(before.totalFen)} 万元`),
    after: textCell(`${after.count} 个，${wanText(after.totalFen)} 万元`),
  };
  return { key: 'total', role: 'total', depth: 0, cells: COLUMNS.map(({ key }) => cells[key] ?? { kind: 'blank' }) };
}

function notesOf(order: ChangeOrder): string[] {
  const { types, before, after, difference, state } = orderRow(order);
  const signed = difference > 0 ? `增加 ${wanText(difference)}` : `减少 ${wanText(difference).replace('-', '')}`;
  const paper = [order.documentNumber, order.approver, order.approvedAt].filter((part) => part !== null && part !== '');
  const asked = [order.applicant, order.applyDate].filter((part) => part !== null && part !== '');
  return [
    `${types.join('、')}：项目由 ${before.count} 个变为 ${after.count} 个，总投资${difference === 0 ? '不变' : `${signed} 万元`}。项目金额为变更后的。`,
    ...(asked.length > 0 ? [`申请：${asked.join('，')}。`] : []),
    ...(state === '申请中' ? ['尚未批复。'] : [`${state}：${paper.join('，')}。`]),
    ...(order.note === '' ? [] : [order.note]),
  ];
}
