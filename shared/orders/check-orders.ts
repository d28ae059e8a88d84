// 审核 of change orders (SPECS G5): what was changed after printing without one, orders without paper, money that does not go
// with the figures, one project in two orders, how much of the plan is changed, notices. Nothing of it where a workbook
// keeps neither orders nor a printed version.
import type { Finding } from '../checks/finding.ts';
import { withChosenLevels } from '../checks/rule-settings.ts';
import { RULE_BY_ID } from '../checks/rules.ts';
import { amountFinding, PROJECT_TABLE, plainFinding } from '../checks/wording.ts';
import { type ChangeOrder, orderState, projectIdsOf, reasonText } from '../domain/change-order.ts';
import { addFen, wanText, ZERO } from '../values/money.ts';
import { checkShare } from './check-share.ts';
import { checkUnregistered } from './check-unregistered.ts';
import type { OrderFacts } from './facts.ts';
import { levelAmounts, levelShift } from './level-amounts.ts';
import { orderName, orderRow } from './order-rows.ts';

const ORDERS = '调整变更';

/** Findings at the levels that the planner chose. */
export function checkOrders(facts: OrderFacts): Finding[] {
  const live = facts.orders.filter(({ closed }) => closed === null);
  const findings = [
    ...checkUnregistered(facts),
    ...live.flatMap((order) => [...checkPaper(order), ...checkMoney(order), ...checkLevels(order, facts)]),
    ...checkTwice(live),
    ...checkShare(facts),
    ...checkPosted(live, facts),
  ];
  return withChosenLevels(findings, facts.settings, RULE_BY_ID);
}

function placeOf(order: ChangeOrder, column: string) {
  return { table: ORDERS, row: orderName(order), column };
}

/** P12: an approved order without number, day or reason is no order. */
function checkPaper(order: ChangeOrder): Finding[] {
  const isApproved = orderState(order) === '已批复';
  const lacking = [
    ...(reasonText(order) === '' && order.items.some(({ text }) => text.trim() === '') ? ['理由'] : []),
    ...(isApproved && order.documentNumber.trim() === '' ? ['批复文号'] : []),
    ...(isApproved && order.approvedAt === null ? ['批复日期'] : []),
  ];
  if (lacking.length === 0) return [];
  const what = lacking.join('、');
  const message = `${ORDERS}${orderName(order)}${isApproved ? '已批复' : '还在申请'}，没有${what}。请补填。`;
  return [plainFinding('P12', isApproved ? 'error' : 'warning', placeOf(order, what), message, { aspect: order.id })];
}

/** G02: only where the order says what of batches it moves. */
function checkMoney(order: ChangeOrder): Finding[] {
  if (order.fundLines.length === 0) return [];
  const { difference } = orderRow(order);
  const money = addFen(ZERO, ...order.fundLines.map(({ amountFen }) => amountFen));
  if (money === difference) return [];
  return [
    amountFinding({
      ...{ rule: 'G02', level: 'warning', place: placeOf(order, '总投资增减'), left: difference, right: money },
      ...{ rightName: '随之调整的资金合计', advice: '请核对调整后的金额和资金。' },
    }),
  ];
}

/** G03: as much money as before, of other levels. */
function checkLevels(order: ChangeOrder, { data }: OrderFacts): Finding[] {
  if (orderRow(order).difference !== 0) return [];
  const side = (which: 'before' | 'after') =>
    levelAmounts(
      order.items.flatMap((item) => item[which]),
      data.reference,
    );
  const shift = levelShift(side('before'), side('after'));
  if (shift.size === 0) return [];
  const words = [...shift].map(
    ([level, fen]) => `${level}${fen > 0 ? '增加' : '减少'} ${wanText(fen).replace('-', '')}`,
  );
  const message = `${ORDERS}${orderName(order)}：总投资不变，资金级次变了：${words.join('，')} 万元。请与资金文件核对，明细见资金调整表。`;
  return [plainFinding('G03', 'info', placeOf(order, '资金来源'), message, { aspect: order.id })];
}

/** G04, once for each project. */
function checkTwice(live: readonly ChangeOrder[]): Finding[] {
  const open = live.filter((order) => orderState(order) === '申请中');
  const byProject = Map.groupBy(
    open.flatMap((order) => projectIdsOf(order).map((id) => ({ id, order }))),
    ({ id }) => id,
  );
  return [...byProject].flatMap(([id, those]) => {
    const [first] = those;
    if (those.length < 2 || !first) return [];
    const projects = first.order.items.flatMap(({ before, after }) => [...before, ...after]);
    const name = projects.find((project) => project.id === id)?.name ?? '';
    const orders = those.map(({ order: { applyDate, reason, text } }) =>
      [applyDate ?? '', reason ?? text].filter((part) => part !== '').join(' '),
    );
    const place = { table: PROJECT_TABLE, row: name, column: ORDERS, projectId: id };
    const message = `“${name}”写在 ${those.length} 个未批的调整变更里（${orders.join('；')}），批复时会冲突。请撤回多余的。`;
    return [plainFinding('G04', 'warning', place, message, { aspect: id })];
  });
}

/** G06: an approved order of which an item was posted nowhere; only where the workbook keeps a register of notices. */
function checkPosted(live: readonly ChangeOrder[], { postings }: OrderFacts): Finding[] {
  if (postings.length === 0) return [];
  const notices = postings.filter(({ stage, withdrawnAt }) => stage === 'change' && withdrawnAt === null);
  return live.flatMap((order) => {
    if (orderState(order) !== '已批复') return [];
    const since = order.applyDate ?? '';
    const posted = new Set(
      notices.filter(({ from }) => from === null || from >= since).flatMap(({ projectIds }) => projectIds),
    );
    const missing = order.items.filter(({ before, after }) => ![...before, ...after].some(({ id }) => posted.has(id)));
    if (missing.length === 0) return [];
    const names = missing.slice(0, 3).map(({ before, after }) => `“${(after[0] ?? before[0])?.name ?? ''}”`);
    const more = missing.length > 3 ? `等 ${missing.length} 项` : '';
    const message = `${ORDERS}${orderName(order)}已批复，${names.join('、')}${more}没有登记调整公示。请公示并登记。`;
    return [plainFinding('G06', 'warning', placeOf(order, '公示'), message, { aspect: order.id })];
  });
}
