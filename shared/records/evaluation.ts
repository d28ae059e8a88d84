// 评估 (SPECS F7): a report on the plan as it stood at a day. What it said stays as it was said: texts and tables are kept, and
// later edits of the workbook do not reach them.
import { z } from 'zod';
import { type Fen, toFen } from '../values/money.ts';

export const EVALUATION_KINDS = ['年度', '中期', '总结'] as const;
export type EvaluationKind = (typeof EVALUATION_KINDS)[number];

const cell = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('text'), text: z.string() }),
  z.object({ kind: z.literal('count'), value: z.number() }),
  z.object({
    kind: z.literal('amount'),
    fen: z
      .number()
      .int()
      .transform((value): Fen => toFen(value)),
  }),
  z.object({ kind: z.literal('share'), percent: z.number().nullable() }),
  z.object({ kind: z.literal('blank') }),
]);

const table = z.object({
  id: z.string(),
  number: z.string(),
  title: z.string(),
  columns: z.array(
    z.object({
      key: z.string(),
      label: z.string(),
      group: z.string().optional(),
      kind: z.enum(['text', 'count', 'amount', 'share']),
      counts: z.string().optional(),
      isNarrow: z.literal(true).optional(),
    }),
  ),
  rows: z.array(
    z.object({
      key: z.string(),
      role: z.enum(['total', 'heading', 'item', 'aside']),
      depth: z.number(),
      cells: z.array(cell),
    }),
  ),
  notes: z.array(z.string()),
});

const block = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('heading'), text: z.string() }),
  z.object({ kind: z.literal('paragraph'), text: z.string() }),
  z.object({ kind: z.literal('table'), table }),
]);
export type EvaluationBlock = z.output<typeof block>;
export type EvaluationTable = z.output<typeof table>;

/** What a person says in it. */
export const evaluationWords = z.object({
  /** 评估单位. */
  officer: z.string().default(''),
  /** 存在问题, 措施建议; lines become paragraphs. */
  problems: z.string().default(''),
  measures: z.string().default(''),
});
export type EvaluationWords = z.output<typeof evaluationWords>;

export const evaluationRecord = z.object({
  kind: z.enum(EVALUATION_KINDS),
  asOf: z.iso.date(),
  /** The year in which the indicators are judged. */
  year: z.number().int(),
  /** ISO time at which it was made. */
  madeAt: z.string(),
  title: z.string(),
  /** 重大项目 are those of at least so much. */
  leastFen: z.number().int().min(0),
  ...evaluationWords.shape,
  blocks: z.array(block),
});
export type Evaluation = z.output<typeof evaluationRecord>;

/** One evaluation a kind and day. */
export function evaluationId(kind: EvaluationKind, asOf: string): string {
  return `${kind}@${asOf}`;
}
