// What the facts of execution must be, for the store, its log and whoever sends them.
import { z } from 'zod';
import type { FundBatch, FundLine, Payment, ProgressNote } from '../domain/execution.ts';
import { LIFE_STATES, type LifeEvent, type LifeStateId, SIDE_EVENTS, type SideEvent } from '../domain/life.ts';
import {
  OBJECTION_EFFECTS,
  POSTING_KINDS,
  POSTING_LEVELS,
  POSTING_STAGES,
  type Posting,
  type PostingStageId,
} from '../domain/posting.ts';
import { type Fen, toFen } from '../values/money.ts';

const day = z.iso.date();

/** Whole 分, negative where money goes back. */
const fen = z
  .number()
  .int()
  .transform((value): Fen => toFen(value));

export const fundBatchSchema = z.object({
  id: z.string(),
  year: z.number().int(),
  fundSourceId: z.string().nullable(),
  sourceText: z.string(),
  direction: z.string(),
  kind: z.string(),
  upperNumber: z.string(),
  upperDate: day.nullable(),
  ownNumber: z.string(),
  ownDate: day.nullable(),
  receivedDate: day.nullable(),
  amountFen: fen,
  subject: z.string(),
  use: z.string(),
  startBy: day.nullable(),
  finishBy: day.nullable(),
  payBy: day.nullable(),
  note: z.string(),
}) satisfies z.ZodType<FundBatch>;

export const fundLineSchema = z.object({
  id: z.string(),
  batchId: z.string(),
  projectId: z.string(),
  amountFen: fen,
  date: day.nullable(),
  documentNumber: z.string(),
  note: z.string(),
}) satisfies z.ZodType<FundLine>;

export const paymentSchema = z.object({
  id: z.string(),
  projectId: z.string(),
  batchId: z.string().nullable(),
  date: day,
  amountFen: fen,
  stage: z.string(),
  payee: z.string(),
  voucher: z.string(),
  note: z.string(),
}) satisfies z.ZodType<Payment>;

export const progressNoteSchema = z.object({
  id: z.string(),
  projectId: z.string(),
  date: day,
  percent: z.number().min(0).max(100).nullable(),
  doneFen: fen.nullable(),
  // Absent in notes of workbooks before what sheets state was kept.
  saidPaidFen: fen.nullable().default(null),
  text: z.string(),
  problem: z.string(),
}) satisfies z.ZodType<ProgressNote>;

const lifeStateId = z.enum(LIFE_STATES.map(({ id }) => id) as [LifeStateId, ...LifeStateId[]]);

export const lifeEventSchema = z.object({
  id: z.string(),
  projectId: z.string(),
  kind: z.enum(['state', ...(Object.keys(SIDE_EVENTS) as [SideEvent, ...SideEvent[]])]),
  to: lifeStateId.nullable(),
  date: day.nullable(),
  office: z.string(),
  verdict: z.string(),
  opinion: z.string(),
  documentNumber: z.string(),
  meeting: z.string(),
  reason: z.string(),
  dueDate: day.nullable(),
  settledFen: fen.nullable(),
  isBackfilled: z.boolean(),
  // Absent in events of workbooks before there were plans of a year.
  planYear: z.number().int().min(1990).max(2100).nullable().default(null),
  note: z.string(),
}) satisfies z.ZodType<LifeEvent>;

const postingStageId = z.enum(POSTING_STAGES.map(({ id }) => id) as [PostingStageId, ...PostingStageId[]]);

const objectionSchema = z.object({
  date: day.nullable(),
  who: z.string(),
  text: z.string(),
  answer: z.string(),
  answeredAt: day.nullable(),
  effect: z.enum(OBJECTION_EFFECTS).nullable(),
});

export const postingSchema = z.object({
  id: z.string(),
  stage: postingStageId,
  level: z.enum(POSTING_LEVELS),
  kind: z.enum(POSTING_KINDS),
  title: z.string(),
  office: z.string(),
  medium: z.string(),
  place: z.string(),
  from: day.nullable(),
  days: z.number().int().min(1).max(3650).nullable(),
  dayKind: z.enum(['days', 'workdays']),
  to: day.nullable(),
  projectIds: z.array(z.string()),
  batchId: z.string().nullable(),
  projectCount: z.number().int().min(0).nullable(),
  amountFen: fen.nullable(),
  posted: z
    .object({
      columns: z.array(z.string()),
      rows: z.array(z.object({ projectId: z.string(), cells: z.array(z.string()) })),
      frozenAt: day,
    })
    .nullable(),
  contact: z.string(),
  hotline: z.string(),
  handler: z.string(),
  objections: z.array(objectionSchema),
  closedAt: day.nullable(),
  result: z.string(),
  withdrawnAt: day.nullable(),
  note: z.string(),
}) satisfies z.ZodType<Posting>;
