// The project list: reading and changing it, and where its values came from.

import { z } from 'zod';
import { OUTSIDE_YEARS } from '../../domain/outside-years.ts';
import type { Project } from '../../domain/project.ts';
import { BREAKDOWN_METHODS, type Breakdown } from '../../tables/break-down.ts';
import { cellEdit, displayUnit, place, rejectedEdit, typed, valueSource } from '../shapes.ts';
import { command, nothing, query } from './define.ts';

/** Lines below the end of the table: each becomes a project behind `afterId`. */
const addedLines = z.object({
  afterId: z.string().nullable(),
  lines: z.array(z.array(z.object({ column: z.string(), text: z.string() }))).max(20_000),
});

export const PROJECT_METHODS = {
  'projects.list': query('All projects in list order.', nothing, z.object({ projects: z.array(typed<Project>()) })),
  'projects.get': query(
    'Some projects; one that no longer exists is left out.',
    z.object({ ids: z.array(z.string()) }),
    z.object({ projects: z.array(typed<Project>()) }),
  ),
  'projects.edit': command(
    'Changes cells and adds projects for pasted lines, as one undo step. Any cell that cannot be taken refuses all, unless skipInvalid.',
    z.object({
      edits: z.array(cellEdit),
      added: addedLines.optional(),
      skipInvalid: z.boolean().default(false),
      /** The unit in which amounts were typed, where they do not name one; absent: 万元. */
      unit: displayUnit.optional(),
      /** What the user did, for the name of the undo step; 修改 where nothing is said. */
      action: z.enum(['edit', 'paste', 'clear', 'fill', 'replace']).optional(),
    }),
    z.object({ changed: z.number(), rejected: z.array(rejectedEdit), ids: z.array(z.string()) }),
  ),
  'projects.tryEdit': query(
    'What projects.edit would refuse; nothing is written. A line to be added is named added:0, added:1 …',
    z.object({ edits: z.array(cellEdit), added: addedLines.optional(), unit: displayUnit.optional() }),
    z.object({ rejected: z.array(rejectedEdit) }),
  ),
  'projects.add': command(
    'Adds empty projects at a place, by default at the end.',
    z.object({ place: place.default({ endOf: null }), count: z.number().int().min(1).max(500).default(1) }),
    z.object({ ids: z.array(z.string()) }),
  ),
  'projects.duplicate': command(
    'Copies projects; the copies stand behind the last of them in its category.',
    z.object({ ids: z.array(z.string()).min(1) }),
    z.object({ ids: z.array(z.string()) }),
  ),
  'projects.remove': command(
    'Deletes projects.',
    z.object({ ids: z.array(z.string()).min(1) }),
    z.object({ removed: z.number() }),
  ),
  'projects.move': command(
    'Moves projects to a place, another category too; they keep the given order.',
    z.object({ ids: z.array(z.string()).min(1), place }),
    z.object({ moved: z.number() }),
  ),
  'projects.arrange': command(
    "Makes an order of projects the plan's, within each category.",
    z.object({ ids: z.array(z.string()).min(1) }),
    z.object({ moved: z.number() }),
  ),
  'projects.setMatrix': command(
    'Sets cells of the year x fund-source matrix. With followMargins the margins and 总投资 become the sums of the cells.',
    z.object({
      id: z.string(),
      cells: z
        .array(
          z.object({ year: z.union([z.number().int(), z.enum(OUTSIDE_YEARS)]), source: z.string(), text: z.string() }),
        )
        .min(1),
      followMargins: z.boolean().default(true),
      /** The unit in which the amounts were typed; absent: 万元. */
      unit: displayUnit.optional(),
    }),
    z.object({ changed: z.number(), rejected: z.array(rejectedEdit) }),
  ),
  'projects.proposeBreakdown': query(
    'For every project that is not broken down by year and source a proposal, and the projects left out with the reason.',
    z.object({ method: z.enum(BREAKDOWN_METHODS) }),
    typed<Breakdown>(),
  ),
  'projects.breakDown': command(
    'Takes proposals, as one undo step; without ids all of them. Declared figures stay as they are.',
    z.object({ method: z.enum(BREAKDOWN_METHODS), ids: z.array(z.string()).optional() }),
    z.object({ changed: z.number() }),
  ),
  'projects.sources': query(
    'Where the values of a project came from.',
    z.object({ id: z.string() }),
    z.object({ sources: z.array(valueSource) }),
  ),
  'projects.origins': query(
    'The sheet row from which each imported project came.',
    nothing,
    z.object({ origins: z.record(z.string(), z.object({ file: z.string(), sheet: z.string(), row: z.number() })) }),
  ),
} as const;
