// The log of changes: undo, redo and reading it.
import { z } from 'zod';
import { changeSetInfo, workbookStatus } from '../shapes.ts';
import { command, nothing, query } from './define.ts';

export const HISTORY_METHODS = {
  'history.undo': command('Takes the last change back.', nothing, workbookStatus),
  'history.redo': command('Does the change taken back last again.', nothing, workbookStatus),
  'history.list': query(
    'The log of changes, newest first.',
    z.object({ before: z.number().nullable().default(null), limit: z.number().int().min(1).max(500).default(100) }),
    z.object({ changeSets: z.array(changeSetInfo) }),
  ),
  'history.detail': query(
    'What one change set changed: project, column, before and after in words.',
    z.object({ id: z.number() }),
    z.object({
      changes: z.array(z.object({ project: z.string(), column: z.string(), before: z.string(), after: z.string() })),
      more: z.number(),
    }),
  ),
} as const;
