// 勾稽审核: what does not agree, and why.
import { z } from 'zod';
import type { Composition } from '../../checks/figure-composition.ts';
import type { Finding, FindingCounts, FindingPart } from '../../checks/finding.ts';
import type { Splice } from '../../checks/finding-splices.ts';
import type { Fix } from '../../checks/fixes.ts';
import type { Verdict } from '../../checks/verdict.ts';
import { typed } from '../shapes.ts';
import { command, nothing, query } from './define.ts';

const withPublished = z.object({ published: z.boolean().default(false) });

export const CHECK_METHODS = {
  'checks.run': query(
    'All findings; with `published` also those of the printed tables that belong to the region, with files those of them.',
    withPublished.extend({
      publishedTokens: z.array(z.string()).default([]),
      /** An earlier version to compare with (X04): another workbook file, or the state after a step of the log. */
      baseline: z.union([z.object({ token: z.string() }), z.object({ step: z.number().int() })]).optional(),
      /** The day up to which dated facts count; today where it is not given. */
      asOf: z.iso.date().optional(),
      /** The stamp of a list that the caller holds: where it is known, only what changed since is sent. */
      have: z.string().optional(),
    }),
    z.object({
      /** All findings; [] where `splices` make the list of the one that the caller holds. */
      findings: z.array(typed<Finding>()),
      splices: z.array(typed<Splice>()).nullable(),
      stamp: z.string(),
      counts: typed<FindingCounts>(),
      verdict: typed<Verdict>(),
    }),
  ),
  'checks.parts': query(
    'What the right value of a finding is made of, row by row; empty where it is no sum.',
    withPublished.extend({ key: z.string() }),
    z.object({ parts: z.array(typed<FindingPart>()) }),
  ),
  'checks.composition': query(
    'What a figure of our own is made of, by the classes beneath it and their projects; row and column as in 汇总表.',
    z.object({ row: z.string(), column: z.string() }),
    z.object({ composition: typed<Composition>().nullable() }),
  ),
  'checks.fixes': query(
    'The repairs that are certain, with old and new text of each cell.',
    nothing,
    z.object({ fixes: z.array(typed<Fix>()) }),
  ),
  'checks.fix': command(
    'Makes chosen repairs as one undo step; one that is no longer to be made is passed over.',
    z.object({ ids: z.array(z.string()).min(1) }),
    z.object({ made: z.number() }),
  ),
} as const;
