// The log of changes: undo, redo and reading it.
import { z } from 'zod';
import { changeSetInfo, workbookStatus } from '../shapes.ts';
import { command, nothing, query } from './define.ts';

export const HISTORY_METHODS = {
  'history.undo': command(
    'Takes the last change back; with `through` all changes down to and with that one.',
    z.object({ through: z.number().optional() }),
    workbookStatus,
  ),
  'history.redo': command('Does the change taken back last again.', nothing, workbookStatus),
  'history.revert': command(
    'Takes one earlier change back and leaves the later ones; refused where a later one changed the same value.',
    z.object({ id: z.number() }),
    workbookStatus,
  ),
  'history.archive': command(
    'Moves the content of all steps but the newest `keep` into an archive file beside the workbook; no step to take back.',
    z.object({ keep: z.number().int().min(0) }),
    z.object({
      file: z.string(),
      folder: z.string(),
      first: z.number(),
      last: z.number(),
      before: z.number(),
      after: z.number(),
    }),
  ),
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
  'history.ofProject': query(
    'The steps that touched a project, newest first, with what each changed in it.',
    z.object({ id: z.string(), limit: z.number().int().min(1).max(500).default(50) }),
    z.object({
      steps: z.array(
        z.object({
          id: z.number(),
          at: z.string(),
          author: z.string(),
          label: z.string(),
          command: z.string(),
          changes: z.array(z.object({ column: z.string(), before: z.string(), after: z.string() })),
        }),
      ),
      hasMore: z.boolean(),
      /** Where the steps before these are, in Chinese; null: these are all, or there are more. */
      elsewhere: z.string().nullable(),
    }),
  ),
} as const;
