// 调整变更: a change of the plan with its reason and its paper (SPECS G4).
import { type ChangeItem, type ChangeOrder, orderState } from '#shared/domain/change-order.ts';
import { NAMELESS } from '#shared/domain/project.ts';
import { changeOrderSchema } from '#shared/records/change-order.ts';
import { formatWanFull } from '#shared/values/money.ts';
import { totalOf } from '#shared/versions/compare.ts';
import { bodyStore, bodyTable } from '../kernel/body-store.ts';
import { kind } from '../kernel/kind.ts';
import { factWords, fieldColumns } from './fact-words.ts';

const columns = fieldColumns<ChangeOrder>(
  {
    id: '代码',
    items: '调整内容',
    reason: '理由',
    text: '理由说明',
    applicant: '申请单位',
    applyDate: '申请日期',
    approver: '批准单位',
    documentNumber: '批复文号',
    approvedAt: '批复日期',
    appliedAt: '生效时间',
    closed: '撤回或不予批准',
    fundLines: '资金',
    note: '备注',
  },
  {
    items: (items) => items.map(itemText).join('；'),
    closed: (one) => (one === null ? '' : `${one.as} ${one.date} ${one.text}`.trim()),
    fundLines: (lines) => lines.map(({ amountFen }) => `${formatWanFull(amountFen)} 万元`).join('、'),
  },
);

function itemText({ before, after, text }: ChangeItem): string {
  const side = (projects: ChangeItem['before']): string =>
    projects.length === 0
      ? '无'
      : `${projects.map(({ name }) => name || NAMELESS).join('、')} ${formatWanFull(totalOf(projects))} 万元`;
  return `${side(before)} → ${side(after)}${text === '' ? '' : `（${text}）`}`;
}

export const changeOrder = kind<ChangeOrder, readonly ChangeOrder[]>({
  title: '调整变更',
  tables: [bodyTable('change_order')],
  open: (db) => bodyStore<ChangeOrder>(db, 'change_order'),
  schema: changeOrderSchema,
  upgrades: [],
  isMergedByValue: true,
  slice: (images) => [...images.values()],
  words(before, after) {
    const one = after ?? before;
    const [first] = one?.items ?? [];
    if (!one) return [];
    const name = (first?.after[0] ?? first?.before[0])?.name || NAMELESS;
    return factWords(before, after, {
      subject: `调整“${name}”${one.items.length > 1 ? `等 ${one.items.length} 项` : ''}`,
      column: '调整变更',
      text: (order) => [orderState(order), order.documentNumber].filter((part) => part !== '').join(' '),
      columns,
    });
  },
});
