// The facts of carrying a plan out (执行): money that arrived in batches, what of it went to which project, what was paid,
// how far the work is. Each is dated; balances, rates and states are computed from them and never stored (SPECS §3, B1–B4).
// Nothing of it ever writes into the plan's own figures.
import type { Fen } from '../values/money.ts';
import type { LifeEvent } from './life.ts';

/** A calendar day as 'YYYY-MM-DD'. */
export type Day = string;

export const FUND_BATCH_KINDS = [
  '提前下达',
  '第一批',
  '第二批',
  '第三批',
  '追加',
  '收回',
  '上年结转',
  '结余',
  '其他',
] as const;

export const FUND_DIRECTIONS = [
  '巩固拓展脱贫攻坚成果和乡村振兴',
  '常态化帮扶',
  '以工代赈',
  '少数民族发展',
  '欠发达国有农场',
  '欠发达国有林场',
  '欠发达国有牧场',
  '老区',
  '其他',
] as const;

/** 资金批次: a paper (指标文) that brings money, or takes it back (then the amount is negative). */
export interface FundBatch {
  id: string;
  /** Year of the money, whatever the date of the paper. */
  year: number;
  /** Null where the paper names a fund that the plan does not know; then `sourceText` says what it was called. */
  fundSourceId: string | null;
  sourceText: string;
  direction: string;
  kind: string;
  /** 上级文号 and its date, 本级下达文号 and its date. */
  upperNumber: string;
  upperDate: Day | null;
  ownNumber: string;
  ownDate: Day | null;
  receivedDate: Day | null;
  amountFen: Fen;
  /** 预算科目, 限定用途. */
  subject: string;
  use: string;
  /** Days by which the projects are to start, be finished, be paid. */
  startBy: Day | null;
  finishBy: Day | null;
  payBy: Day | null;
  note: string;
}

/** What a line is for where it is no project: 项目管理费. */
export const FEE = 'fee';
export const FEE_NAME = '项目管理费';

/** Whether the name in a row of a money sheet is no project but 项目管理费. */
export const namesFee = (text: string): boolean => /^项目管理费/.test(text.replace(/\s/g, ''));

/** 分配明细: what of a batch goes to a project; negative where it is taken back. */
export interface FundLine {
  id: string;
  batchId: string;
  /** A project, or FEE. */
  projectId: string;
  amountFen: Fen;
  /** null: the day of the batch. */
  date: Day | null;
  documentNumber: string;
  note: string;
}

export const PAYMENT_STAGES = ['预付', '进度款', '完工款', '结算款', '质保金', '到户兑付', '其他'] as const;

/** 支付: negative where money came back. */
export interface Payment {
  id: string;
  projectId: string;
  /** null: given to the project's lines in the order of their batches. */
  batchId: string | null;
  date: Day;
  amountFen: Fen;
  stage: string;
  payee: string;
  voucher: string;
  note: string;
}

/** 形象进度 at a day; the latest up to the as-of day counts. */
export interface ProgressNote {
  id: string;
  projectId: string;
  date: Day;
  /** 0 to 100; null where only money or words were reported. */
  percent: number | null;
  /** 完成投资, cumulative. */
  doneFen: Fen | null;
  /** 累计支付 as a monthly sheet of that day said it: a claim, held against the payments; null where none did. */
  saidPaidFen: Fen | null;
  text: string;
  problem: string;
}

export interface Execution {
  batches: readonly FundBatch[];
  lines: readonly FundLine[];
  payments: readonly Payment[];
  notes: readonly ProgressNote[];
  events: readonly LifeEvent[];
}

/** The day of a paper as far as one is known: own, from above, received. */
export function batchDay({ ownDate, upperDate, receivedDate }: FundBatch): Day | null {
  return ownDate ?? upperDate ?? receivedDate;
}

/** How a batch is called in sentences: its own number, else that from above, else its name. */
export function batchName({ ownNumber, upperNumber, sourceText, kind, year }: Omit<FundBatch, 'id'>): string {
  return ownNumber || upperNumber || `${year}年${sourceText}${kind}`;
}
