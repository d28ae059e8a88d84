// Change orders made, registered, approved, given up (SPECS G2, G4). What an approval does to the list is one undo step with it.
import { randomUUID } from 'node:crypto';
import type { Transaction } from '#electron/db/kinds/index.ts';
import { type ChangeItem, type ChangeOrder, orderState, projectIdsOf } from '#shared/domain/change-order.ts';
import type { Project } from '#shared/domain/project.ts';
import { applyItems } from '#shared/orders/apply-items.ts';
import { orderName } from '#shared/orders/order-rows.ts';
import type { MovedMoney } from '#shared/orders/propose-money.ts';
import { itemsOf } from '#shared/orders/unregistered.ts';
import { AppError } from '#shared/values/app-error.ts';
import { findRoom } from '../project-places.ts';
import type { Session } from '../session.ts';
import { changesSince } from './facts.ts';

/** What people say of an order besides its projects. */
export type OrderWords = Pick<
  ChangeOrder,
  'reason' | 'text' | 'applicant' | 'applyDate' | 'approver' | 'documentNumber' | 'approvedAt' | 'note'
>;

export const NO_WORDS: OrderWords = {
  ...{ reason: null, text: '', applicant: '', applyDate: null },
  ...{ approver: '', documentNumber: '', approvedAt: null, note: '' },
};

/** A new order with number and day takes effect at once; without them it is 申请中. Gives its id. */
export function addOrder(
  session: Session,
  items: readonly ChangeItem[],
  words: OrderWords,
  fundLines: ChangeOrder['fundLines'] = [],
): string {
  if (items.length === 0) throw new AppError('invalid-input', '调整变更里没有项目。请至少选一个项目。');
  const order: ChangeOrder = {
    ...NO_WORDS,
    ...tidy(words),
    id: randomUUID(),
    items,
    appliedAt: null,
    closed: null,
    fundLines,
  };
  if (order.documentNumber === '' && order.approvedAt === null) {
    session.change('orders.add', `提出${orderName(order)}`, (tx) => tx.add('changeOrder', order.id, order));
    return order.id;
  }
  takeEffect(session, order, '登记并批复');
  return order.id;
}

/** 登记: changes that were made without an order become one. `keys` names some of them; without it all. Gives the order's id. */
export function registerChanges(session: Session, keys: readonly string[] | undefined, words: OrderWords): string {
  const { printed, unregistered } = changesSince(session);
  if (printed === null)
    throw new AppError('invalid-input', '还没有保存过印发稿（或没有要求印发后登记调整），没有需要登记的调整。');
  const open = unregistered.filter(({ asked }) => asked === null);
  const wanted = keys && new Set(keys);
  const rows = open.filter(({ key }) => !wanted || wanted.has(key));
  if (rows.length === 0 || (wanted && rows.length < wanted.size))
    throw new AppError(
      'not-found',
      open.length === 0 ? '没有未登记的调整。' : '选中的调整已不在，可能刚被撤销或登记。请刷新后再试。',
    );
  assertReason(words);
  return addOrder(session, itemsOf(rows), words);
}

/** Changes what is said of an order. One that took effect keeps its projects; number and day cannot be taken away. */
export function changeWords(session: Session, id: string, words: Partial<OrderWords>): void {
  const order = orderById(session, id);
  const next = { ...order, ...tidy({ ...order, ...words }) };
  assertReason(next);
  if (
    order.appliedAt === null &&
    next.documentNumber !== '' &&
    next.approvedAt !== null &&
    next.approvedAt !== order.approvedAt
  )
    throw new AppError('invalid-input', '填了批复文号和日期的，请用“批复”。');
  if (order.appliedAt !== null) assertPaper(next);
  session.change('orders.save', `修改${orderName(order)}`, (tx) => tx.put('changeOrder', order.id, next));
}

/** 批复: takes effect in the list, or is refused with every conflict; one undo step. */
export function approveOrder(
  session: Session,
  id: string,
  {
    money = [],
    ...paper
  }: Pick<ChangeOrder, 'documentNumber' | 'approvedAt' | 'approver'> & {
    money?: readonly MovedMoney[];
  },
): void {
  const order = orderById(session, id);
  assertOpen(order, '批复');
  const named = new Set(projectIdsOf(order));
  if (money.some(({ projectId }) => !named.has(projectId)))
    throw new AppError('invalid-input', '随之调整的资金写了不在这个调整变更里的项目。请刷新后再试。');
  const fundLines = money.map((one) => ({
    ...one,
    id: randomUUID(),
    date: null,
    documentNumber: '',
    note: '调整变更',
  }));
  takeEffect(
    session,
    { ...order, ...tidy({ ...order, ...paper }), fundLines: [...order.fundLines, ...fundLines] },
    '批复',
  );
}

/** 撤回 by whom it was asked, 不予批准 by whom it was sent to. The list stays as it is. */
export function closeOrder(session: Session, id: string, closed: NonNullable<ChangeOrder['closed']>): void {
  const order = orderById(session, id);
  assertOpen(order, closed.as);
  if (closed.text.trim() === '') throw new AppError('invalid-input', `${closed.as}要写明理由。`);
  session.change('orders.close', `${closed.as}${orderName(order)}`, (tx) =>
    tx.put('changeOrder', order.id, { ...order, closed: { ...closed, text: closed.text.trim() } }),
  );
}

/** Deletes an order that did not take effect. */
export function removeOrder(session: Session, id: string): void {
  const order = orderById(session, id);
  if (order.appliedAt !== null)
    throw new AppError(
      'invalid-input',
      `${orderName(order)}已批复，不能删除；批错了的请撤销那一步，或另提一个调整改回来。`,
    );
  session.change('orders.remove', `删除${orderName(order)}`, (tx) => tx.put('changeOrder', order.id, null));
}

/** By id or the beginning of one, by number. Throws AppError not-found. */
export function orderById(session: Session, id: string): ChangeOrder {
  const all = session.orders();
  const found = all.find((one) => one.id === id);
  if (found) return found;
  const like = all.filter((one) => (id.length >= 4 && one.id.startsWith(id)) || one.documentNumber === id.trim());
  if (like.length === 1 && like[0]) return like[0];
  throw new AppError(
    'not-found',
    like.length > 1
      ? `“${id}”有 ${like.length} 个调整变更，请写完整的编号。`
      : `没有调整变更“${id}”，可能刚被删除或撤销。`,
  );
}

function takeEffect(session: Session, order: ChangeOrder, verb: string): void {
  assertPaper(order);
  const data = session.planData();
  const { changes, conflicts } = applyItems(order.items, data);
  const batches = new Set(session.execution().batches.map(({ id }) => id));
  if (order.fundLines.some(({ batchId }) => !batches.has(batchId)))
    conflicts.push('调整的资金所在的资金批次已不在，可能刚被删除。');
  if (conflicts.length > 0) {
    const more = conflicts.length > 1 ? `（共 ${conflicts.length} 处）` : '';
    throw new AppError(
      'conflict',
      `没有批复，项目表没有动：申请以后项目又改过${more}。${conflicts.join('')}请核对后改回，或撤回重新提出。`,
      { conflicts },
    );
  }
  const { documentNumber, approvedAt } = order;
  const [removed, fresh] = [
    [...changes.values()].filter((one) => one === null).length,
    newOnes(changes, data.projects),
  ];
  const count = changes.size - removed - fresh.length;
  const done = [
    [fresh.length, '新增'],
    [removed, '取消'],
    [count, '调整'],
  ].flatMap(([n, word]) => (n === 0 ? [] : [`${word} ${n} 个项目`]));
  const label = `${verb}调整变更（${documentNumber}）：${done.length === 0 ? '项目表已是调整后的样子' : done.join('，')}`;
  session.change('orders.approve', label, (tx) => {
    for (const [id, project] of changes) if (!fresh.some((one) => one.id === id)) tx.put('project', id, project);
    placeNew(session, tx, fresh, order, changes);
    for (const line of order.fundLines)
      tx.put('fundLine', line.id, {
        ...line,
        date: line.date ?? approvedAt,
        documentNumber: line.documentNumber || documentNumber,
      });
    tx.put('changeOrder', order.id, { ...order, appliedAt: new Date().toISOString() });
  });
}

function newOnes(changes: ReadonlyMap<string, Project | null>, projects: readonly Project[]): Project[] {
  const present = new Set(projects.map(({ id }) => id));
  return [...changes.values()].flatMap((project) => (project && !present.has(project.id) ? [project] : []));
}

/** Parts of a split stand where the project stood of which they are; others at the end of their class. */
function placeNew(
  session: Session,
  tx: Transaction,
  fresh: readonly Project[],
  { items }: ChangeOrder,
  changes: ReadonlyMap<string, Project | null>,
): void {
  const data = session.planData();
  const present = new Map(data.projects.map((project) => [project.id, project]));
  const anchorOf = (project: Project): string | null => {
    const item = items.find(({ after }) => after.some(({ id }) => id === project.id));
    const old = item?.before.find(({ id }) => present.get(id)?.categoryId === project.categoryId);
    return old?.id ?? null;
  };
  const groups = Map.groupBy(fresh, (project) => anchorOf(project) ?? `class:${project.categoryId ?? ''}`);
  const moved = new Map<string, Project>();
  for (const [key, group] of groups) {
    const place = key.startsWith('class:') ? { endOf: group[0]?.categoryId ?? null } : { afterId: key };
    const projects = data.projects.map((one) => moved.get(one.id) ?? one);
    const room = findRoom({ ...data, projects }, place, group.length);
    for (const project of room.shifted) moved.set(project.id, project);
    group.forEach((project, at) => {
      tx.put('project', project.id, { ...project, position: room.positions[at] ?? project.position });
    });
  }
  for (const [id, { position }] of moved) {
    const project = changes.has(id) ? changes.get(id) : present.get(id);
    if (project) tx.put('project', id, { ...project, position });
  }
}

function assertOpen(order: ChangeOrder, verb: string): void {
  const state = orderState(order);
  if (state !== '申请中')
    throw new AppError(
      'invalid-input',
      `${orderName(order)}${state === '已批复' ? '已批复' : `已${state}`}，不能再${verb}。`,
    );
}

function assertPaper({ documentNumber, approvedAt }: ChangeOrder): void {
  if (documentNumber === '') throw new AppError('invalid-input', '批复要有文号，如“红政复〔2026〕5号”。');
  if (approvedAt === null) throw new AppError('invalid-input', '批复要有日期，如 2026-05-08。');
}

export function assertReason({ reason, text }: Pick<ChangeOrder, 'reason' | 'text'>): void {
  if (reason === null && text.trim() === '') throw new AppError('invalid-input', '调整要有理由：选一种，或写明理由。');
  if (reason === '其他' && text.trim() === '') throw new AppError('invalid-input', '理由选“其他”的，请写明理由。');
}

const [EARLIEST, LATEST] = ['2000-01-01', '2100-12-31'];

export function tidy(words: OrderWords): OrderWords {
  const { reason, text, applicant, applyDate, approver, documentNumber, approvedAt, note } = words;
  for (const day of [applyDate, approvedAt])
    if (day !== null && (day < EARLIEST || day > LATEST))
      throw new AppError('invalid-input', `“${day}”不是可用的日期。`);
  if (applyDate !== null && approvedAt !== null && approvedAt < applyDate)
    throw new AppError('invalid-input', `批复日期 ${approvedAt} 早于申请日期 ${applyDate}，请核对。`);
  return {
    ...{ reason, applyDate, approvedAt, text: text.trim(), applicant: applicant.trim(), approver: approver.trim() },
    ...{ documentNumber: documentNumber.trim(), note: note.trim() },
  };
}
