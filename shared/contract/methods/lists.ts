// 任务、村情、名单、联农带农、依据文件: lists of offices. Rows are records (records.list, records.save); forms are reports.
import { z } from 'zod';
import type { ImportProblem } from '../../import/preview.ts';
import { LIST_IDS } from '../../lists/lists.ts';
import type { Task } from '../../records/lists.ts';
import { typed } from '../shapes.ts';
import { command } from './define.ts';

export interface ListImported {
  added: number;
  updated: number;
  known: number;
  problems: ImportProblem[];
}

export interface VillagesCounted {
  year: number;
  indicator: { id: string; number: number; name: string } | null;
  reached: number;
  counted: number;
  unknown: number;
  text: string | null;
}

const year = z.number().int().min(1990).max(2100).nullable().default(null);

export const LIST_METHODS = {
  'lists.import': command(
    'Takes in a sheet of a list as one undo step; with dryRun only says what would come in. year, name: what the sheet does not say.',
    z.object({
      list: z.enum(LIST_IDS),
      token: z.string(),
      year,
      name: z.string().optional(),
      dryRun: z.boolean().default(false),
    }),
    typed<ListImported>(),
  ),
  'tasks.propose': command(
    'Tasks of the rows of 表1 that no task speaks of; with take they are registered, as one undo step.',
    z.object({ take: z.boolean().default(false) }),
    typed<{ tasks: Task[] }>(),
  ),
  'villages.count': command(
    'How many villages reach the income that 表1 asks of each; with take the indicator of that year is filled in.',
    z.object({ year, take: z.boolean().default(false) }),
    typed<VillagesCounted>(),
  ),
} as const;
