// 清单: what a package says of itself before anything in it is read (SPECS H1). Strict: what it does not know it refuses.
import { z } from 'zod';
import { PACKAGE_KINDS } from '../domain/exchange.ts';
import { officeSchema } from '../records/exchange.ts';
import { COLLECTION_NAMES } from './facts.ts';

export const PACKAGE_FORMAT = 1;
/** A receipt travels in the same kind of file. */
export const RECEIPT_KIND = '回执';

export const PART_NAMES = ['frame', ...COLLECTION_NAMES, 'findings', 'receipt'] as const;
export type PartName = (typeof PART_NAMES)[number];

/** Bounds of what is read of a foreign file. */
export const MOST_FACTS = 500_000;
export const MOST_PART_BYTES = 256 * 2 ** 20;

const whole = z.number().int().min(0);
const hash = z.string().regex(/^[0-9a-f]{64}$/);
const text = z.string().max(200);
/** 分, within what can be added exactly. */
const fen = z
  .number()
  .int()
  .gt(-(2 ** 51))
  .lt(2 ** 51);

const claims = z.strictObject({
  projects: whole.max(MOST_FACTS),
  totalFen: fen,
  classes: z.array(z.strictObject({ name: z.string().max(500), count: whole, totalFen: fen })).max(10_000),
  sources: z.array(z.strictObject({ name: text, totalFen: fen })).max(1000),
});
export type Claims = z.infer<typeof claims>;

export const manifestSchema = z.strictObject({
  format: z.literal(PACKAGE_FORMAT),
  /** The version of the program, whose rules checked it. */
  program: text,
  kind: z.enum([...PACKAGE_KINDS, RECEIPT_KIND]),
  office: officeSchema.strict(),
  /** null: to the office above. */
  to: officeSchema.strict().nullable(),
  region: z.strictObject({ code: text, name: text }),
  period: z.strictObject({ firstYear: z.number().int(), lastYear: z.number().int() }),
  /** Class scheme, and the year by whose names funds are called. */
  scheme: text,
  fundYear: z.number().int(),
  /** Running number of the office, and that of its package of the same kind before; 0: none. */
  number: z.number().int().min(1).max(1_000_000),
  basedOn: z.number().int().min(0).max(1_000_000),
  /** Number of the newest package that the office had taken in from the other one; 0: none. */
  heard: z.number().int().min(0).max(1_000_000),
  madeAt: z.string().max(40),
  claims,
  parts: z.array(
    z.strictObject({
      name: z.enum(PART_NAMES),
      count: whole.max(MOST_FACTS),
      bytes: whole.max(MOST_PART_BYTES),
      hash,
    }),
  ),
});
export type Manifest = z.infer<typeof manifestSchema>;

/** The frame that the office used, as far as it gives the facts their meaning. */
export const frameSchema = z.strictObject({
  categories: z.array(z.strictObject({ id: text, scheme: text, parent: text.nullable(), name: text })).max(20_000),
  funds: z.array(z.strictObject({ id: text, parent: text.nullable(), name: text, aliases: z.array(text) })).max(1000),
  /** Columns of its own; packages of before there were any have none. */
  ownColumns: z
    .array(z.strictObject({ id: text, name: text, printed: z.boolean() }))
    .max(1000)
    .exactOptional(),
});
export type PackageFrame = z.infer<typeof frameSchema>;

/** A finding of 勾稽审核 as the sender had it, with what was explained. */
export const sentFinding = z.strictObject({
  rule: text,
  level: z.enum(['error', 'warning', 'rounding', 'info']),
  message: z.string().max(5000),
  projectId: text.nullable(),
  explanation: z.string().max(1000).nullable(),
});
export type SentFinding = z.infer<typeof sentFinding>;
