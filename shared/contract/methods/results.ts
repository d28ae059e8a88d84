// What is computed from the list — subtotals, tables, findings — and the log.
import { z } from 'zod';
import type { Finding, FindingCounts } from '../../checks/finding.ts';
import type { Rollup } from '../../domain/rollup.ts';
import type { TableResult } from '../../tables/table.ts';
import { changeSetInfo, typed, workbookStatus } from '../shapes.ts';
import { command, nothing, query } from './define.ts';

export const RESULT_METHODS = {
  'summary.get': query(
    'Counts and subtotals of the whole list and of each category, with everything beneath it.',
    nothing,
    z.object({
      total: typed<Rollup>(),
      categories: z.array(z.object({ id: z.string().nullable(), rollup: typed<Rollup>() })),
    }),
  ),
  'tables.get': query(
    'Computed tables of the plan; without ids all of them.',
    z.object({ ids: z.array(z.string()).optional() }),
    z.object({ tables: z.array(typed<TableResult>()) }),
  ),
  'tables.composition': query(
    'The projects that make up one cell of a table.',
    z.object({ table: z.string(), row: z.string(), column: z.string() }),
    z.object({
      /** `value`: what the project adds to the cell, 分 or 1 in a column of counts. */
      parts: z.array(z.object({ id: z.string(), value: z.number() })),
    }),
  ),
  'checks.run': query(
    'All findings; with `published` also those of the printed tables that belong to the region, with files those of them.',
    z.object({ published: z.boolean().default(false), publishedTokens: z.array(z.string()).default([]) }),
    z.object({ findings: z.array(typed<Finding>()), counts: typed<FindingCounts>() }),
  ),
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
