// 绩效目标: goals of projects by year, taken in from forms, scored, and written as forms.
import { z } from 'zod';
import { GOAL_FORMS } from '../../goals/form-sheet.ts';
import type { GoalScore } from '../../goals/score-goal.ts';
import type { ImportProblem } from '../../import/preview.ts';
import { type Goal, goalRecord } from '../../records/goal.ts';
import { typed } from '../shapes.ts';
import { command, query } from './define.ts';

const year = z.number().int().min(1990).max(2100);
const weight = z.number().min(0).max(100);

export interface GoalRow {
  project: { id: string; code: string | null; name: string };
  goal: Goal;
  budgetFen: number | null;
  spentFen: number | null;
  score: GoalScore;
}

export interface GoalsImported {
  forms: number;
  added: number;
  updated: number;
  known: number;
  problems: ImportProblem[];
}

export const GOAL_METHODS = {
  'goals.read': query(
    'Goals of a year with their money and scores; null: of all years.',
    z.object({
      year: year.nullable().default(null),
      weights: z.object({ 产出: weight, 效益: weight, 满意度: weight, 预算执行: weight }).optional(),
    }),
    typed<{ rows: GoalRow[] }>(),
  ),
  'goals.import': command(
    'Takes in forms of goals, one a sheet, as one undo step; what is there is filled up, what differs is told.',
    z.object({
      token: z.string(),
      year: year.nullable().default(null),
      /** Sheet name to the project that is meant, by id or code; null leaves the sheet out. */
      pairs: z.record(z.string(), z.string().nullable()).default({}),
      dryRun: z.boolean().default(false),
    }),
    typed<GoalsImported>(),
  ),
  'goals.propose': command(
    'Makes goals from what the projects of a year say of themselves, for those that have none, as one undo step.',
    z.object({ year }),
    z.object({ proposed: z.number(), known: z.number() }),
  ),
  'goals.save': command(
    'Saves the goals of a project in a year as typed, as one undo step.',
    z.object({ goal: goalRecord }),
    z.object({}),
  ),
  'goals.export': command(
    'Writes forms of a year: into a folder, forty sheets a file, or all into one .xlsx.',
    z.object({ token: z.string(), form: z.enum(GOAL_FORMS), year, month: z.number().int().min(1).max(12).default(12) }),
    z.object({ files: z.array(z.string()), forms: z.number(), notes: z.array(z.string()) }),
  ),
} as const;
