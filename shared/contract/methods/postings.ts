// 公示台账: notices that were put up, with their days, objections and end; holidays are records of kind `holidays`.
import { z } from 'zod';
import type { Finding, FindingCounts } from '../../checks/finding.ts';
import { POSTING_LEVELS, POSTING_STAGES, type Posting, type PostingStageId } from '../../domain/posting.ts';
import type { ImportProblem } from '../../import/preview.ts';
import { noticeJob } from '../../notice/notice-job.ts';
import type { RegisterRow } from '../../postings/register.ts';
import { postingSchema } from '../../records/execution.ts';
import { typed } from '../shapes.ts';
import { command, query } from './define.ts';

const day = z.iso.date();
const asOf = day;
const _form = z.enum(['register', 'matrix']);

/** A notice with its state; without the rows that stood there. */
export type PostingRow = Omit<RegisterRow, 'posting'> & { posting: Omit<Posting, 'posted'> };

export interface PostingsImported {
  added: number;
  updated: number;
  known: number;
  problems: ImportProblem[];
}

export const POSTING_METHODS = {
  'notices.read': query(
    'The register of notices with their states at a day, in the order of their days.',
    z.object({ asOf }),
    typed<{ asOf: string; rows: PostingRow[] }>(),
  ),
  'notices.ofProject': query(
    'The notices of one project, the newest first.',
    z.object({ id: z.string(), asOf }),
    typed<{ rows: PostingRow[] }>(),
  ),
  'notices.matrix': query(
    'Projects by stages of notices: the day of each, and what is lacking.',
    z.object({ asOf }),
    typed<{
      asOf: string;
      stages: { id: PostingStageId; name: string }[];
      rows: {
        id: string;
        name: string;
        place: string;
        cells: Partial<Record<PostingStageId, string>>;
        missing: number;
      }[];
    }>(),
  ),
  'notices.save': command(
    'Saves a notice typed by hand; without id a new one. What it shows of its projects is taken down once.',
    z.object({ posting: postingSchema.omit({ posted: true }).extend({ id: z.string().nullable() }), today: day }),
    z.object({ id: z.string() }),
  ),
  'notices.registerPrinted': command(
    'Registers a notice as it is printed by a job: its words, columns and projects as they stand there.',
    z.object({
      job: noticeJob,
      stage: z.enum(POSTING_STAGES.map(({ id }) => id) as [PostingStageId, ...PostingStageId[]]),
      level: z.enum(POSTING_LEVELS),
      medium: z.string().default(''),
      place: z.string().default(''),
      handler: z.string().default(''),
      today: day,
    }),
    z.object({ id: z.string() }),
  ),
  'notices.remove': command(
    'Deletes notices as one undo step.',
    z.object({ ids: z.array(z.string()).min(1) }),
    z.object({}),
  ),
  'notices.close': command(
    'Closes notices that have ended without an open objection, and takes their projects on to the step that waits for them; all as one undo step.',
    z.object({
      ids: z.array(z.string()).min(1),
      date: day,
      result: z.string().default(''),
      moves: z.boolean().default(true),
      today: day,
      dryRun: z.boolean().default(false),
    }),
    z.object({
      closed: z.number(),
      kept: z.array(z.object({ id: z.string(), title: z.string(), reason: z.string() })),
      moved: z.number(),
      refused: z.array(z.object({ id: z.string(), project: z.string(), reason: z.string() })),
    }),
  ),
  'notices.import': command(
    'Takes in a register as one undo step; what is there already is passed over, what the sheet says more of is added.',
    z.object({
      token: z.string(),
      today: day,
      /** Row of the sheet to the project that is meant; null: the row is left out. */
      pairs: z.record(z.string(), z.string().nullable()).default({}),
      dryRun: z.boolean().default(false),
    }),
    typed<PostingsImported>(),
  ),
  'notices.check': query(
    'Findings on the register at a day.',
    z.object({ asOf }),
    z.object({ findings: z.array(typed<Finding>()), counts: typed<FindingCounts>() }),
  ),
} as const;
