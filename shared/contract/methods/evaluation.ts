// 规划评估: reports on the plan as of a day, kept as they were made.
import { z } from 'zod';
import type { ChangedCell } from '../../evaluation/changed-since.ts';
import { EVALUATION_KINDS, type Evaluation, evaluationWords } from '../../records/evaluation.ts';
import { typed, written } from '../shapes.ts';
import { command, query } from './define.ts';

const id = z.string();

export const EVALUATION_METHODS = {
  'evaluation.make': command(
    'Makes an evaluation of the plan as of a day and keeps it, as one undo step; one of the same kind and day is replaced.',
    z.object({
      kind: z.enum(EVALUATION_KINDS),
      asOf: z.iso.date(),
      year: z.number().int().min(1990).max(2100).nullable().default(null),
      /** 重大项目 are those of at least so much, in 分. */
      leastFen: z.number().int().min(0).default(500_000_000),
      ...evaluationWords.shape,
    }),
    z.object({ id }),
  ),
  'evaluation.list': query(
    'Evaluations that are kept, the newest day first.',
    z.object({}),
    typed<{ evaluations: (Omit<Evaluation, 'blocks'> & { id: string; tables: number })[] }>(),
  ),
  'evaluation.read': query(
    'One evaluation as it was made, and what of its figures is another today.',
    z.object({ id }),
    typed<{ evaluation: Evaluation; changed: ChangedCell[] }>(),
  ),
  'evaluation.remove': command('Takes an evaluation out of the workbook.', z.object({ id }), z.object({})),
  'export.evaluation': command(
    'Writes an evaluation as .docx, as it was made.',
    z.object({ id, token: z.string() }),
    written,
  ),
} as const;
