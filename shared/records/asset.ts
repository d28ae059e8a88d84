// What an asset must be, for the store, its log and whoever sends it.
import { z } from 'zod';
import {
  ASSET_CLASSES,
  ASSET_CONDITIONS,
  ASSET_FORMS,
  ASSET_FUNDS,
  type Asset,
  DISPOSALS,
  OWNER_LEVELS,
  PROPERTY_REGISTERS,
} from '../domain/asset.ts';
import { type Fen, toFen } from '../values/money.ts';

const fen = z
  .number()
  .int()
  .transform((value): Fen => toFen(value));
/** A year, a month or a day. */
const when = z.string().regex(/^\d{4}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?)?$/);

export const assetSchema = z.object({
  id: z.string(),
  code: z.string(),
  projectIds: z.array(z.string()),
  projectText: z.string(),
  year: z.number().int().nullable(),
  name: z.string(),
  class: z.enum(ASSET_CLASSES).nullable(),
  form: z.enum(ASSET_FORMS).nullable(),
  town: z.string(),
  village: z.string(),
  place: z.string(),
  quantity: z.string(),
  unit: z.string(),
  spec: z.string(),
  builtAt: when.nullable(),
  lifeYears: z.number().nonnegative().nullable(),
  originalFen: fen.nullable(),
  byFund: z.partialRecord(z.enum(ASSET_FUNDS.map(({ id }) => id)), fen),
  netFen: fen.nullable(),
  ownerLevel: z.enum(OWNER_LEVELS).nullable(),
  owner: z.string(),
  rightAt: when.nullable(),
  rightDocument: z.string(),
  handedAt: when.nullable(),
  handedTo: z.string(),
  user: z.string(),
  beneficiary: z.string(),
  keeper: z.string(),
  register: z.enum(PROPERTY_REGISTERS).nullable(),
  condition: z.enum(ASSET_CONDITIONS).nullable(),
  disposal: z
    .object({
      way: z.enum(DISPOSALS),
      date: z.iso.date(),
      documentNumber: z.string().trim().min(1),
      incomeFen: fen.nullable(),
      note: z.string(),
    })
    .nullable(),
  note: z.string(),
}) satisfies z.ZodType<Asset>;
