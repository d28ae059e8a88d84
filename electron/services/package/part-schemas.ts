// What each part of a package must be: the schemas by which the workbook itself is kept, so that nothing comes in that could
// not have been stored here.
import { z } from 'zod';
import { KINDS } from '#electron/db/kinds/index.ts';
import { issueText, PackageFault, type Parts } from '#electron/package/container.ts';
import type { Receipt } from '#shared/domain/exchange.ts';
import { COLLECTION_NAMES, COLLECTIONS, type Facts, NO_FACTS } from '#shared/package/facts.ts';
import { frameSchema, type PackageFrame, type SentFinding, sentFinding } from '#shared/package/manifest.ts';
import { receiptSchema } from '#shared/records/exchange.ts';
import { explanationSchema } from '#shared/records/explanation.ts';

const SCHEMAS: Readonly<Record<keyof Facts, z.ZodType>> = {
  projects: KINDS.project.schema,
  events: KINDS.lifeEvent.schema,
  batches: KINDS.fundBatch.schema,
  lines: KINDS.fundLine.schema,
  payments: KINDS.payment.schema,
  notes: KINDS.progressNote.schema,
  postings: KINDS.posting.schema,
  explanations: z.object({ id: z.string(), value: explanationSchema }),
};
const MOST_ID = 1000;

export interface PackageContent {
  frame: PackageFrame;
  facts: Facts;
  findings: SentFinding[];
  receipt: Receipt | null;
}

/** The parts as facts, each held against its schema. Throws PackageFault that names the part. */
export function readParts(parts: Parts): PackageContent {
  const facts: Record<string, unknown> = { ...NO_FACTS };
  for (const name of COLLECTION_NAMES) {
    const list = parts[name];
    if (!list) continue;
    facts[name] = parse(COLLECTIONS[name], z.array(SCHEMAS[name]), list);
    assertIds(COLLECTIONS[name], facts[name] as { id: string }[]);
  }
  const [frame, ...more] = parse('规划设置', z.array(frameSchema), parts.frame ?? []);
  if (!frame || more.length > 0) throw new PackageFault('包里没有打包时用的规划设置');
  const [receipt = null] = parse('回执', z.array(receiptSchema).max(1), parts.receipt ?? []);
  const findings = parse('审核结果', z.array(sentFinding), parts.findings ?? []);
  return { frame, facts: facts as unknown as Facts, findings, receipt };
}

/** The facts of a package that was written or looked at by this workbook before. */
export function knownParts(parts: Parts): Pick<PackageContent, 'frame' | 'facts'> {
  const facts = Object.fromEntries(COLLECTION_NAMES.map((name) => [name, parts[name] ?? []])) as unknown as Facts;
  return { facts, frame: parts.frame?.[0] as PackageFrame };
}

function parse<S extends z.ZodType>(what: string, schema: S, value: unknown): z.output<S> {
  try {
    const read = schema.safeParse(value);
    if (read.success) return read.data;
    throw new PackageFault(`${what}不合规定：${issueText(read.error.issues)}`);
  } catch (error) {
    // An amount past the exact range.
    if (error instanceof RangeError) throw new PackageFault(`${what}里有大得不合常理的金额`);
    throw error;
  }
}

function assertIds(what: string, list: readonly { id: string }[]): void {
  const seen = new Set<string>();
  for (const { id } of list) {
    if (id === '' || id.length > MOST_ID) throw new PackageFault(`${what}的代码不合规定`);
    if (seen.has(id)) throw new PackageFault(`${what}里有两条的代码相同（${id.slice(0, 40)}）`);
    seen.add(id);
  }
}
