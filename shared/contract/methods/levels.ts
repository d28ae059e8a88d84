// 县级与市级核对.
import { z } from 'zod';
import type { LevelComparison } from '../../levels/compare-levels.ts';
import { typed } from '../shapes.ts';
import { query } from './define.ts';

export const LEVEL_METHODS = {
  'levels.compare': query(
    "A county's figures against the city's for the same county, with a bridge between the totals; null where no city table speaks of it.",
    z.object({ county: z.string().nullable().default(null), publishedTokens: z.array(z.string()).default([]) }),
    z.object({
      comparison: typed<LevelComparison>().nullable(),
      counties: z.array(z.object({ code: z.string(), name: z.string() })),
    }),
  ),
} as const;
