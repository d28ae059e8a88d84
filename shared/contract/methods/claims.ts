// 声明数: figures that somebody wrote down, beside our own.
import { z } from 'zod';
import type { ClaimGroup } from '../../checks/claim-lines.ts';
import { CLAIM_UNITS } from '../../checks/typed-claims.ts';
import { typed } from '../shapes.ts';
import { command, query } from './define.ts';

const typedClaim = z.object({
  table: z.string().trim().min(1).max(100),
  row: z.string(),
  column: z.string(),
  text: z.string(),
  unit: z.enum(CLAIM_UNITS),
  source: z.string().trim().max(200),
  isStrict: z.boolean(),
});

export const CLAIM_METHODS = {
  'claims.list': query(
    'Every written figure beside our own, by source; with `published` also the printed tables that belong to the region.',
    z.object({ published: z.boolean().default(false) }),
    z.object({ groups: z.array(typed<ClaimGroup>()) }),
  ),
  'claims.save': command(
    'Saves a figure typed by hand; without id a new one.',
    z.object({ id: z.string().nullable(), claim: typedClaim }),
    z.object({ id: z.string() }),
  ),
  'claims.remove': command(
    'Deletes written figures: they are compared no longer. Projects are not touched.',
    z.object({ ids: z.array(z.string()).min(1) }),
    z.object({ removed: z.number() }),
  ),
  'claims.keepPrinted': command(
    'Reads files of printed tables and keeps the tables in the workbook.',
    z.object({ tokens: z.array(z.string()).min(1) }),
    z.object({ tables: z.array(z.string()) }),
  ),
} as const;
