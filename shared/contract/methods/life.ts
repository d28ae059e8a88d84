// 项目办理: steps in the life of projects, and the board of states.
import { z } from 'zod';
import type { LifeEvent, LifeStateId } from '../../domain/life.ts';
import type { Board } from '../../life/board.ts';
import type { YearReason } from '../../life/year-plan.ts';
import { lifeEventSchema } from '../../records/execution.ts';
import { typed } from '../shapes.ts';
import { command, query } from './define.ts';

const asOf = z.iso.date();

export interface YearPlanEntry {
  id: string;
  reason: YearReason;
  /** Of the year; null where the plan does not say. */
  planFen: number | null;
  bySource: Readonly<Record<string, number>>;
  documentNumber: string | null;
  listedAt: string | null;
}

const by = z.enum(['class', 'town']).default('class');

export const LIFE_METHODS = {
  'life.step': command(
    'One step in the life of projects, as one undo step; projects that cannot take it are named with the reason.',
    z.object({
      ids: z.array(z.string()).min(1).max(100_000),
      step: lifeEventSchema.omit({ id: true, projectId: true }),
      today: asOf,
      dryRun: z.boolean().default(false),
    }),
    z.object({
      moved: z.number(),
      refused: z.array(z.object({ id: z.string(), project: z.string(), reason: z.string() })),
      /** 补录 that was taken in although its day contradicts another step. */
      doubts: z.array(z.object({ id: z.string(), project: z.string(), reason: z.string() })),
    }),
  ),
  'life.ofProject': query(
    'The steps of one project, the newest first.',
    z.object({ id: z.string() }),
    typed<{ events: LifeEvent[] }>(),
  ),
  'life.remove': command('Takes the newest step of a project away.', z.object({ id: z.string() }), z.object({})),
  'life.board': query(
    'States with counts and amounts at a day, stocks and flows of the year by class or town, the state of each project.',
    z.object({ asOf, by }),
    typed<
      Omit<Board, 'projects'> & {
        projects: { id: string; state: LifeStateId | 'dropped'; isPaused: boolean; since: string | null }[];
      }
    >(),
  ),
  'life.yearPlan': query(
    'The plan of a year: projects listed for it with their money of the year, or, while none is, those to be proposed.',
    z.object({ year: z.number().int().min(1990).max(2100), asOf }),
    typed<{
      year: number;
      isProposal: boolean;
      totalFen: number;
      rows: readonly YearPlanEntry[];
      unlisted: readonly YearPlanEntry[];
    }>(),
  ),
} as const;
