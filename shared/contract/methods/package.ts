// 上报、装入、退回: packages between offices.
import { z } from 'zod';
import { PACKAGE_KINDS, type Receipt } from '../../domain/exchange.ts';
import type { Office } from '../../domain/office.ts';
import type { ReportedRow } from '../../package/reported.ts';
import { typed, written } from '../shapes.ts';
import { command, nothing, query } from './define.ts';

const kind = z.enum(PACKAGE_KINDS);
const name = z.string().max(200);

/** One value on which both sides differ, in words. */
export interface ConflictRow {
  key: string;
  projectId: string | null;
  project: string;
  column: string;
  base: string;
  mine: string;
  theirs: string;
  chosen: 'mine' | 'theirs' | null;
}

/** One thing that a package changes here. */
export interface ReceiveRow {
  kind: 'new' | 'changed' | 'withdrawn';
  /** 项目, 办理, 支付 … */
  what: string;
  projectId: string | null;
  project: string;
  /** Column by column where it is changed. */
  changes: { column: string; before: string; after: string }[];
}

export interface ReceiveCounts {
  new: number;
  changed: number;
  withdrawn: number;
  unchanged: number;
}

/** What became of one file, or would become of it. */
export interface ReceivedFile extends ReceiveCounts {
  file: string;
  accepted: boolean;
  /** Why it was not; '' where it was. */
  reason: string;
  /** It only waits for conflicts to be settled. */
  isOpen: boolean;
  /** The sender's key is another one, or missing: it may be accepted by hand. */
  isKeyRefused: boolean;
  kind: string;
  office: string;
  number: number;
  /** Conflicts that nobody settled. */
  conflicts: number;
  /** Things beside projects: steps, money, notices. */
  facts: ReceiveCounts;
  /** What oversteps the sender's rights and was not applied. */
  refused: { project: string; reason: string }[];
  notes: string[];
  rows: ReceiveRow[];
  /** Rows that are not shown. */
  more: number;
  conflictRows: ConflictRow[];
  /** Key of what was taken in: receipts are written of it. */
  received: string | null;
}

export interface PackageRow {
  id: string;
  direction: 'sent' | 'received';
  kind: string;
  number: number;
  office: string;
  at: string;
  projects: number;
  totalFen: number;
  receipt: Receipt | null;
  refused: { project: string; reason: string }[];
}

export const PACKAGE_METHODS = {
  'package.office': query(
    'Who works in this workbook, the kinds of packages it makes, and the offices beneath it.',
    nothing,
    typed<{ office: Office; isChosen: boolean; name: string; kinds: string[]; usual: string; beneath: string[] }>(),
  ),
  'package.chooseOffice': command(
    'Says whose workbook this is; refused once packages went out or came in.',
    z.object({ name }),
    z.object({ name }),
  ),
  'package.make': command(
    'Writes a package and 附表.xlsx beside it, and remembers it as one undo step.',
    z.object({
      token: z.string(),
      kind: kind.optional(),
      to: name.optional(),
      password: z.string().min(1).max(200).optional(),
      sign: z.boolean().optional(),
      /** Projects that can are 已申报 (已审核) on this day, in the same step. */
      stepOn: z.iso.date().nullable().default(null),
      number: z.number().int().min(1).max(1_000_000).optional(),
    }),
    written.extend({
      ...{ kind, office: name, number: z.number().int(), projects: z.number().int(), totalFen: z.number().int() },
      ...{ isSigned: z.boolean(), annex: z.string(), notes: z.array(z.string()) },
    }),
  ),
  'package.receive': command(
    'Takes packages and receipts in, each as one undo step; dryRun shows what would change.',
    z.object({
      tokens: z.array(z.string()).min(1).max(500),
      dryRun: z.boolean().default(false),
      take: z.enum(['mine', 'theirs', 'ask']).default('ask'),
      /** Conflicts that were settled one by one, by their keys. */
      settled: z.record(z.string(), z.enum(['mine', 'theirs'])).default({}),
      acceptsKey: z.boolean().default(false),
    }),
    typed<{ files: ReceivedFile[]; projects: number; totalFen: number }>(),
  ),
  'package.receipt': command(
    'Writes the receipt of a package that was taken in: .xjpkg for the sender, .xlsx as 收件登记表.',
    z.object({ token: z.string(), received: z.array(z.string()).min(1) }),
    written,
  ),
  'package.list': query(
    'Packages that were sent and received, the newest first.',
    nothing,
    z.object({ packages: z.array(typed<PackageRow>()) }),
  ),
  'package.reported': query(
    'Who of the offices beneath has reported, and who has not, by a deadline where one is set.',
    z.object({ kind: kind.optional(), today: z.iso.date(), deadline: z.iso.date().optional() }),
    z.object({ kind: z.string(), deadline: z.string().nullable(), offices: z.array(typed<ReportedRow>()) }),
  ),
} as const;
