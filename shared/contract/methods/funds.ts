// 资金: batches, their allocation, payments, the monthly sheet; what was planned, released, paid and done.
import { z } from 'zod';
import type { FundLine, Payment, ProgressNote } from '../../domain/execution.ts';
import type { BatchFigures } from '../../funds/figures.ts';
import { PROGRESS_DIMENSIONS, type ProgressRow } from '../../funds/group-progress.ts';
import type { MonthRow } from '../../funds/month-reading.ts';
import type { ColumnQuestion } from '../../funds/pick-column.ts';
import type { ImportProblem } from '../../import/preview.ts';
import { fundBatchSchema, fundLineSchema, paymentSchema, progressNoteSchema } from '../../records/execution.ts';
import { type AmountUnit, UNIT_SCALE_DIGITS } from '../../values/parse-amount.ts';
import { typed } from '../shapes.ts';
import { command, query } from './define.ts';

const asOf = z.iso.date();
const by = z.enum(PROGRESS_DIMENSIONS);
const unit = z
  .enum(Object.keys(UNIT_SCALE_DIGITS) as [AmountUnit, ...AmountUnit[]])
  .nullable()
  .default(null);
/** Letters of the columns that are meant where several fit. */
const columns = z.array(z.string()).default([]);
/** Row of the sheet to the project that is meant; null: the row is left out. */
const pairs = z.record(z.string(), z.string().nullable()).default({});
const month = z.object({
  token: z.string(),
  /** null: the day in the sheet's title, else `today`. */
  asOf: asOf.nullable().default(null),
  today: asOf,
  unit,
  pairs,
  /** A cumulative figure that fell is money that came back. */
  takesFalls: z.boolean().default(false),
  columns,
});
const id = z.string().nullable();

export interface FundsImported {
  added: number;
  known: number;
  amountFen: number;
  problems: ImportProblem[];
}

export interface MonthImported {
  asOf: string;
  asOfReason: string;
  rows: MonthRow[];
  payments: number;
  notes: number;
  /** 办理 that come in as 补录. */
  steps: number;
  amountFen: number;
  /** Amounts for which several columns fit; those without a chosen one are errors too. */
  questions: ColumnQuestion[];
  problems: ImportProblem[];
}

export const FUND_METHODS = {
  'funds.read': query(
    'Fund batches with what of them was allocated and paid up to a day, and the payments, newest first.',
    z.object({ asOf }),
    typed<{
      asOf: string;
      /** Whether anything of execution is recorded, up to any day. */
      hasFacts: boolean;
      batches: readonly BatchFigures[];
      payments: readonly (Payment & { project: string })[];
    }>(),
  ),
  'funds.ofProject': query(
    'What was released to, paid for and reported of one project.',
    z.object({ id: z.string() }),
    typed<{
      lines: readonly (FundLine & { batch: string })[];
      payments: readonly Payment[];
      notes: readonly ProgressNote[];
    }>(),
  ),
  'funds.import': command(
    'Takes in a list of papers (指标文) as fund batches, as one undo step; known ones are passed over.',
    z.object({ token: z.string(), unit, columns, dryRun: z.boolean().default(false) }),
    typed<FundsImported>(),
  ),
  'funds.allocate': command(
    'Takes in an allocation of batches to projects, as one undo step; only differences become lines.',
    z.object({
      token: z.string(),
      unit,
      columns,
      batch: z.string().nullable().default(null),
      pairs,
      dryRun: z.boolean().default(false),
    }),
    typed<FundsImported>(),
  ),
  'funds.save': command(
    'Saves a batch, a line, a payment or a progress note typed by hand; without id a new one.',
    z.object({
      fact: z.discriminatedUnion('what', [
        z.object({ what: z.literal('fundBatch'), ...fundBatchSchema.shape, id }),
        z.object({ what: z.literal('fundLine'), ...fundLineSchema.shape, id }),
        z.object({ what: z.literal('payment'), ...paymentSchema.shape, id }),
        z.object({ what: z.literal('progressNote'), ...progressNoteSchema.shape, id }),
      ]),
    }),
    z.object({ id: z.string() }),
  ),
  'funds.remove': command(
    'Deletes a batch, a line, a payment or a progress note; a batch with lines or payments is refused.',
    z.object({ what: z.enum(['fundBatch', 'fundLine', 'payment', 'progressNote']), id: z.string() }),
    z.object({}),
  ),
  'pay.inspect': command(
    'Shows what a monthly sheet or a journal of payments would bring; nothing is written.',
    month,
    typed<MonthImported>(),
  ),
  'pay.import': command(
    'Takes in a monthly sheet: cumulative figures become the difference to what is known, as one undo step.',
    month,
    typed<MonthImported>(),
  ),
  'progress.read': query(
    'Plan, released, paid and done side by side up to a day, by a dimension.',
    z.object({ by, asOf }),
    typed<{ asOf: string; rows: ProgressRow[]; total: ProgressRow }>(),
  ),
} as const;
