// 勾稽审核: what does not agree, and why.
import { z } from 'zod';
import type { Finding, FindingCounts } from '../../checks/finding.ts';
import { typed } from '../shapes.ts';
import { query } from './define.ts';

export const CHECK_METHODS = {
  'checks.run': query(
    'All findings; with `published` also those of the printed tables that belong to the region, with files those of them.',
    z.object({ published: z.boolean().default(false), publishedTokens: z.array(z.string()).default([]) }),
    z.object({ findings: z.array(typed<Finding>()), counts: typed<FindingCounts>() }),
  ),
} as const;
