// 资产: the register of what projects left behind.
import { z } from 'zod';
import { type Asset, type AssetStage, DISPOSALS } from '../../domain/asset.ts';
import type { ImportProblem } from '../../import/preview.ts';
import { assetSchema } from '../../records/asset.ts';
import { toFen } from '../../values/money.ts';
import { typed } from '../shapes.ts';
import { command, query } from './define.ts';

const nothing = z.object({});

/** An asset with how far it has come and the names of its projects. */
export interface AssetRow {
  asset: Asset;
  stage: AssetStage;
  projects: string[];
}

export interface AssetsImported {
  added: number;
  updated: number;
  known: number;
  problems: ImportProblem[];
}

export const ASSET_METHODS = {
  'assets.list': query(
    'The assets in their order; what accepted projects still lack is only counted.',
    z.object({ asOf: z.iso.date() }),
    typed<{ rows: AssetRow[]; originalFen: number; unregistered: number }>(),
  ),
  'assets.count': query('How many assets there are.', nothing, typed<{ count: number }>()),
  'assets.ofProject': query(
    'The assets of one project, and whether it was accepted by that day and still lacks one.',
    z.object({ id: z.string(), asOf: z.iso.date() }),
    typed<{ rows: AssetRow[]; isLacking: boolean }>(),
  ),
  'assets.save': command(
    'Saves an asset typed by hand; without id a new one.',
    z.object({ asset: assetSchema.extend({ id: z.string().nullable() }) }),
    z.object({ id: z.string() }),
  ),
  'assets.remove': command('Deletes assets as one undo step.', z.object({ ids: z.array(z.string()).min(1) }), nothing),
  'assets.dispose': command(
    'Registers the end of an asset; never without the number of its approval.',
    z.object({
      id: z.string(),
      way: z.enum(DISPOSALS),
      date: z.iso.date(),
      documentNumber: z.string(),
      incomeFen: z.number().int().transform(toFen).nullable().default(null),
      note: z.string().default(''),
    }),
    nothing,
  ),
  'assets.import': command(
    'Takes in a 资产台账 from a spreadsheet, as one undo step; with dryRun only says what would come in.',
    z.object({ token: z.string(), dryRun: z.boolean().default(false) }),
    typed<AssetsImported>(),
  ),
  'assets.propose': command(
    'What accepted projects without an asset would be registered as; with take they are, as one undo step; `projectIds`: only of these.',
    z.object({
      asOf: z.iso.date(),
      take: z.boolean().default(false),
      projectIds: z.array(z.string()).nullable().default(null),
    }),
    typed<{ assets: Asset[] }>(),
  ),
} as const;
