// Dated facts of execution with what a test does not care about filled in: steps, money, notices.
import type { FundBatch, FundLine } from '#shared/domain/execution.ts';
import type { LifeEvent, LifeStateId } from '#shared/domain/life.ts';
import { type Posting, type PostingStageId, postingStage } from '#shared/domain/posting.ts';
import { wan } from '#shared/values/money.ts';

export function makeStep(id: string, projectId: string, to: LifeStateId, date: string | null): LifeEvent {
  return {
    ...{
      id,
      projectId,
      kind: 'state',
      to,
      date,
      office: '',
      verdict: '',
      opinion: '',
      documentNumber: '',
      meeting: '',
    },
    ...{ reason: '', dueDate: null, settledFen: null, isBackfilled: false, note: '' },
  };
}

export function makePosting(id: string, stage: PostingStageId, fields: Partial<Posting> = {}): Posting {
  const { kind, level, days } = postingStage(stage);
  return {
    ...{ id, stage, level, kind, title: `公示${id}`, office: '某村', medium: '公开栏', place: '', from: null, days },
    ...{ dayKind: 'days', to: null, projectIds: [], batchId: null, projectCount: null, amountFen: null, posted: null },
    ...{ contact: '', hotline: '12317', handler: '', objections: [], closedAt: null, result: '', withdrawnAt: null },
    note: '',
    ...fields,
  };
}

export function makeBatch(id: string, amount: string, fields: Partial<FundBatch> = {}): FundBatch {
  return {
    ...{ id, year: 2026, fundSourceId: null, sourceText: '财政衔接资金', direction: '', kind: '', upperNumber: '' },
    ...{ upperDate: null, ownNumber: `农〔2026〕${id}号`, ownDate: null, receivedDate: null, amountFen: wan(amount) },
    ...{ subject: '', use: '', startBy: null, finishBy: null, payBy: null, note: '' },
    ...fields,
  };
}

export function makeLine(
  id: string,
  batchId: string,
  projectId: string,
  amount: string,
  date: string | null,
): FundLine {
  return { id, batchId, projectId, amountFen: wan(amount), date, documentNumber: '', note: '' };
}
