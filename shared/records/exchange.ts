// What the facts of exchange must be, for the store, its log and whoever sends them: the office of the workbook, known
// keys, deadlines, packages sent and received.
import { z } from 'zod';
import { PACKAGE_KINDS, type Receipt, type ReceivedPackage, type SentPackage } from '../domain/exchange.ts';
import { OFFICE_LEVELS, type Office } from '../domain/office.ts';
import { type Fen, toFen } from '../values/money.ts';

const name = z.string().min(1).max(100);
const hash = z.string().regex(/^[0-9a-f]{64}$/);
const count = z.number().int().min(0).max(1_000_000);
const fen = z
  .number()
  .int()
  .transform((value): Fen => toFen(value));

export const officeSchema = z.object({
  level: z.enum(OFFICE_LEVELS),
  name,
  regionCode: z.string().min(1).max(40),
  town: z.string().max(60),
  village: z.string().max(60),
}) satisfies z.ZodType<Office>;

/** The one office of a workbook, as a record under this id. */
export const OWN_OFFICE = 'own';

/** The public key of an office whose signed package was taken in, as a record under its officeKey. */
export const officeKeyRecord = z.object({
  office: officeSchema,
  /** Ed25519, base64. */
  publicKey: z.string().regex(/^[A-Za-z0-9+/]{40,99}=?$/),
  since: z.string(),
});

/** Until when the offices beneath are to report, as a record under the kind of package. */
export const reportingDeadline = z.object({ kind: z.enum(PACKAGE_KINDS), deadline: z.iso.date() });

const refusal = z.object({ project: z.string().max(500), reason: z.string().max(2000) });

export const receiptSchema = z.object({
  number: z.number().int().min(1).max(1_000_000),
  hash,
  receivedAt: z.string(),
  by: z.string().max(200),
  projects: count,
  adopted: count,
  conflicts: count,
  refused: z.array(refusal).max(100_000),
  returned: z
    .array(
      z.object({
        projectId: z.string().max(100),
        name: z.string().max(500),
        reason: z.string().max(2000),
        dueDate: z.iso.date().nullable(),
      }),
    )
    .max(100_000),
}) satisfies z.ZodType<Receipt>;

const exchanged = {
  id: z.string(),
  kind: z.enum(PACKAGE_KINDS),
  number: z.number().int().min(1).max(1_000_000),
  hash,
  madeAt: z.string(),
  projectCount: count,
  totalFen: fen,
  content: z.string(),
};

export const sentPackageSchema = z.object({
  ...exchanged,
  from: officeSchema,
  to: officeSchema.nullable(),
  receipt: receiptSchema.nullable(),
}) satisfies z.ZodType<SentPackage>;

export const receivedPackageSchema = z.object({
  ...exchanged,
  from: officeSchema,
  receivedAt: z.string(),
  counts: z.object({ new: count, changed: count, withdrawn: count, unchanged: count, conflicts: count }),
  refusedKeys: z.array(z.string()),
  refused: z.array(refusal),
  aliases: z.record(z.string(), z.string()),
}) satisfies z.ZodType<ReceivedPackage>;
