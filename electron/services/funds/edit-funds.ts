// 资金批次, 分配明细, 支付 and 进度 typed in by hand.
import { randomUUID } from 'node:crypto';
import { batchName, type FundBatch, type FundLine, type Payment, type ProgressNote } from '#shared/domain/execution.ts';
import { AppError } from '#shared/values/app-error.ts';
import { formatWanFull } from '#shared/values/money.ts';
import { goneProject, type Session } from '../session.ts';

export interface ExecutionFacts {
  fundBatch: FundBatch;
  fundLine: FundLine;
  payment: Payment;
  progressNote: ProgressNote;
}

const NAMES = { fundBatch: '资金批次', fundLine: '分配', payment: '支付', progressNote: '进度' } as const;

/** A draft with an id of its own or that of the fact it replaces; null: a new one. */
export type Draft<Name extends keyof ExecutionFacts> = Omit<ExecutionFacts[Name], 'id'> & { id: string | null };

/** Saves a fact; gives its id. Errors (AppError): not-found for a project or batch that is gone. */
export function saveFact<Name extends keyof ExecutionFacts>(session: Session, name: Name, draft: Draft<Name>): string {
  const id = draft.id ?? randomUUID();
  const fact = { ...draft, id } as unknown as ExecutionFacts[Name];
  if (
    'projectId' in fact &&
    fact.projectId !== 'fee' &&
    !session.planData().projects.some((one) => one.id === fact.projectId)
  ) {
    throw goneProject();
  }
  if (
    'batchId' in fact &&
    fact.batchId !== null &&
    !session.execution().batches.some((one) => one.id === fact.batchId)
  ) {
    throw new AppError('not-found', '这个资金批次已不在，可能刚被删除。请刷新后再试。');
  }
  const what = 'amountFen' in fact ? ` ${formatWanFull(fact.amountFen)} 万元` : '';
  session.change('funds.save', `${draft.id === null ? '录入' : '修改'}${NAMES[name]}${what}`, (tx) =>
    tx.put(name, id, fact as never),
  );
  return id;
}

/** Deletes a fact. Errors (AppError): not-found; conflict for a batch that has lines or payments. */
export function removeFact(session: Session, name: keyof ExecutionFacts, id: string): void {
  const { batches, lines, payments } = session.execution();
  if (session.kernel.stores[name].read(id) === null)
    throw new AppError('not-found', `这条${NAMES[name]}已不在，可能刚被删除。`);
  if (name === 'fundBatch') {
    const own = lines.filter(({ batchId }) => batchId === id).length;
    const paid = payments.filter(({ batchId }) => batchId === id).length;
    const batch = batches.find((one) => one.id === id);
    if (own + paid > 0 && batch) {
      throw new AppError(
        'conflict',
        `资金批次“${batchName(batch)}”下有 ${own} 笔分配、${paid} 笔支付，不能删除。钱被收回时请另录一个“收回”的批次（金额为负）；录错了的，请先删除它的分配和支付。`,
      );
    }
  }
  session.change('funds.remove', `删除${NAMES[name]}`, (tx) => tx.put(name, id, null));
}
