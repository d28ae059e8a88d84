// Facts of execution for tests, from a few words.
import type { Execution, FundBatch, FundLine, Payment, ProgressNote } from '#shared/domain/execution.ts';
import { LIFE_STATES, type LifeEvent, type LifeStateId, type SideEvent } from '#shared/domain/life.ts';
import { wan } from '#shared/values/money.ts';

let made = 0;
const nextId = (prefix: string): string => {
  made += 1;
  return `${prefix}${made}`;
};

export const NOTHING: Execution = { batches: [], lines: [], payments: [], notes: [], events: [] };

export function makeBatch(id: string, amount: string, more: Partial<FundBatch> = {}): FundBatch {
  return {
    id,
    year: 2026,
    fundSourceId: null,
    sourceText: '帮扶资金',
    direction: '',
    kind: '',
    upperNumber: '',
    upperDate: null,
    ownNumber: id,
    ownDate: '2026-03-01',
    receivedDate: null,
    amountFen: wan(amount),
    subject: '',
    use: '',
    startBy: null,
    finishBy: null,
    payBy: null,
    note: '',
    ...more,
  };
}

export function makeLine(batchId: string, projectId: string, amount: string, more: Partial<FundLine> = {}): FundLine {
  const blank = { date: null, documentNumber: '', note: '' };
  return { id: nextId('l'), batchId, projectId, amountFen: wan(amount), ...blank, ...more };
}

export function makePayment(projectId: string, date: string, amount: string, batchId: string | null = null): Payment {
  const blank = { stage: '其他', payee: '', voucher: '', note: '' };
  return { id: nextId('p'), projectId, batchId, date, amountFen: wan(amount), ...blank };
}

export function makeNote(
  projectId: string,
  date: string,
  percent: number | null,
  done: string | null,
  words: { text?: string; problem?: string; saidPaid?: string } = {},
): ProgressNote {
  const { text = '', problem = '', saidPaid } = words;
  const [doneFen, saidPaidFen] = [done ?? null, saidPaid ?? null].map((amount) =>
    amount === null ? null : wan(amount),
  );
  return {
    id: nextId('n'),
    projectId,
    date,
    percent,
    doneFen: doneFen ?? null,
    saidPaidFen: saidPaidFen ?? null,
    text,
    problem,
  };
}

export function makeEvent(
  projectId: string,
  step: LifeStateId | SideEvent,
  date: string | null,
  more: Partial<LifeEvent> = {},
): LifeEvent {
  const isState = LIFE_STATES.some(({ id }) => id === step);
  return {
    id: nextId('e'),
    projectId,
    kind: isState ? 'state' : (step as SideEvent),
    to: isState ? (step as LifeStateId) : null,
    date,
    office: '',
    verdict: '',
    opinion: '',
    documentNumber: '',
    meeting: '',
    reason: '',
    dueDate: null,
    settledFen: null,
    isBackfilled: false,
    planYear: null,
    note: '',
    ...more,
  };
}
