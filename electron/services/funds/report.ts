// 资金批次 and 进度 as computed up to a day.
import { batchName, FEE, FEE_NAME, type FundLine, type Payment, type ProgressNote } from '#shared/domain/execution.ts';
import { type ProgressFigures, progressFigures } from '#shared/funds/figures.ts';
import { groupProgress, type ProgressDimension, type ProgressRow } from '#shared/funds/group-progress.ts';
import type { Session } from '../session.ts';

export interface FundsView {
  asOf: string;
  /** Whether anything of execution is recorded, up to any day. */
  hasFacts: boolean;
  batches: ProgressFigures['batches'];
  payments: readonly (Payment & { project: string })[];
}

/** The batches with what of them was allocated and paid, and the journal of payments, newest first. */
export function readFunds(session: Session, asOf: string): FundsView {
  const data = session.planData();
  const execution = session.execution();
  const { batches } = progressFigures(data, execution, asOf);
  const names = new Map(data.projects.map(({ id, name }) => [id, name]));
  const nameOf = (id: string): string => (id === FEE ? FEE_NAME : (names.get(id) ?? '（已删除的项目）'));
  const payments = execution.payments
    .filter(({ date }) => date <= asOf)
    .toSorted((a, b) => (a.date < b.date ? 1 : a.date > b.date ? -1 : 0))
    .map((payment) => ({ ...payment, project: nameOf(payment.projectId) }));
  const hasFacts = Object.values(execution).some((facts: readonly unknown[]) => facts.length > 0);
  return { asOf, hasFacts, batches: [...batches], payments };
}

export interface ProjectFunds {
  lines: (FundLine & { batch: string })[];
  payments: Payment[];
  notes: ProgressNote[];
}

/** All facts of one project, the newest first. */
export function readProjectFunds(session: Session, id: string): ProjectFunds {
  const { batches, lines, payments, notes } = session.execution();
  const names = new Map(batches.map((batch) => [batch.id, batchName(batch)]));
  const newest = (a: { date: string | null }, b: { date: string | null }): number =>
    (a.date ?? '') < (b.date ?? '') ? 1 : (a.date ?? '') > (b.date ?? '') ? -1 : 0;
  const own = <F extends { projectId: string; date: string | null }>(facts: readonly F[]): F[] =>
    facts.filter(({ projectId }) => projectId === id).toSorted(newest);
  return {
    lines: own(lines).map((line) => ({ ...line, batch: names.get(line.batchId) ?? '' })),
    payments: own(payments),
    notes: own(notes),
  };
}

/** 计划、下达、支付、完成 side by side. */
export function readProgress(
  session: Session,
  by: ProgressDimension,
  asOf: string,
): { asOf: string; rows: ProgressRow[]; total: ProgressRow } {
  const data = session.planData();
  return { asOf, ...groupProgress(data, progressFigures(data, session.execution(), asOf), by) };
}
