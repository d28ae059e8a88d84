// 调整变更: changes of the plan after it was printed, each with its reason and its paper.
import { z } from 'zod';
import { CHANGE_REASONS, CLOSINGS } from '../../domain/change-order.ts';
import type { ImportProblem } from '../../import/preview.ts';
import type { Printed } from '../../orders/facts.ts';
import type { OrderRow } from '../../orders/order-rows.ts';
import type { MoneyProposal } from '../../orders/propose-money.ts';
import type { Unregistered } from '../../orders/unregistered.ts';
import { type Fen, toFen } from '../../values/money.ts';
import { typed } from '../shapes.ts';
import { command, nothing, query } from './define.ts';

const day = z.iso.date();

const words = z.object({
  reason: z.enum(CHANGE_REASONS).nullable().default(null),
  text: z.string().max(1000).default(''),
  applicant: z.string().max(100).default(''),
  applyDate: day.nullable().default(null),
  approver: z.string().max(100).default(''),
  documentNumber: z.string().max(60).default(''),
  approvedAt: day.nullable().default(null),
  note: z.string().max(1000).default(''),
});

const cell = z.object({ column: z.string(), text: z.string().max(10_000) });

const made = z.object({ id: z.string() });

export const ORDER_METHODS = {
  'orders.read': query(
    'Change orders, the newest first, and what was changed since the plan was printed without one.',
    nothing,
    typed<{ orders: OrderRow[]; printed: Printed | null; unregistered: readonly Unregistered[] }>(),
  ),
  'orders.count': query(
    'How many changes since the plan was printed no order asks for; null where none need be registered.',
    nothing,
    z.object({ unregistered: z.number().int().nullable() }),
  ),
  'orders.ofProject': query(
    'The change orders that name a project, the newest first.',
    z.object({ id: z.string() }),
    typed<{ orders: OrderRow[] }>(),
  ),
  'orders.propose': command(
    'Asks for a change of projects; with number and day it takes effect at once, else the list is not touched.',
    z.object({
      items: z
        .array(
          z.object({
            before: z.array(z.string()).max(1000),
            after: z.array(z.object({ id: z.string().nullable(), cells: z.array(cell) })).max(1000),
            text: z.string().max(1000).default(''),
          }),
        )
        .min(1),
      words,
    }),
    made,
  ),
  'orders.register': command(
    'Makes an order of changes that were made without one: of those named by their keys, else of all.',
    z.object({ keys: z.array(z.string()).min(1).optional(), words }),
    made,
  ),
  'orders.import': command(
    'Reads papers on changes (项目变更表, 调整申请表, 调整对照表) as orders that are asked for; what orders say already is passed over.',
    z.object({
      token: z.string(),
      words: words.optional(),
      /** Row of the sheet to the project that is meant; null: the row is left out. */
      pairs: z.record(z.string(), z.string().nullable()).default({}),
      dryRun: z.boolean().default(false),
    }),
    typed<{ ids: string[]; items: number; known: number; problems: ImportProblem[] }>(),
  ),
  'orders.money': query(
    'What of batches would go along with an order, and of which of its projects a person has to say it.',
    z.object({ id: z.string() }),
    typed<MoneyProposal & { batches: { id: string; name: string }[] }>(),
  ),
  'orders.approve': command(
    'Approves an order: all of it takes effect in the list as one undo step, or nothing where the list was changed meanwhile.',
    z.object({
      id: z.string(),
      documentNumber: z.string(),
      approvedAt: day,
      approver: z.string().max(100).default(''),
      /** What of batches goes along, in 分; negative where it is taken back. */
      money: z
        .array(
          z.object({
            projectId: z.string(),
            batchId: z.string(),
            amountFen: z
              .number()
              .int()
              .transform((value): Fen => toFen(value)),
          }),
        )
        .default([]),
    }),
    z.object({}),
  ),
  'orders.close': command(
    'Takes an order back, or refuses it; the list stays as it is.',
    z.object({ id: z.string(), as: z.enum(CLOSINGS), date: day, text: z.string().max(1000) }),
    z.object({}),
  ),
  'orders.save': command(
    'Changes what is said of an order; its projects stay.',
    z.object({ id: z.string(), words }),
    z.object({}),
  ),
  'orders.remove': command('Deletes an order that took no effect.', z.object({ id: z.string() }), z.object({})),
} as const;
