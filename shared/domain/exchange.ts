// 上报 and 装入: the packages that an office sent and received, as its workbook remembers them (SPECS H).
import type { Fen } from '../values/money.ts';
import type { Office } from './office.ts';

export const PACKAGE_KINDS = ['申报包', '审核包', '论证意见包', '规划包', '进度包', '下达包', '退回包'] as const;
export type PackageKind = (typeof PACKAGE_KINDS)[number];

/** What a receipt (回执) says of a project that was sent back. */
export interface ReturnedProject {
  projectId: string;
  name: string;
  reason: string;
  dueDate: string | null;
}

/** 回执: how a package was taken in. */
export interface Receipt {
  number: number;
  hash: string;
  receivedAt: string;
  /** Who took it in. */
  by: string;
  projects: number;
  adopted: number;
  conflicts: number;
  refused: { project: string; reason: string }[];
  returned: ReturnedProject[];
}

interface Exchanged {
  id: string;
  kind: PackageKind;
  number: number;
  /** SHA-256 of the package as it was before a password sealed it. */
  hash: string;
  /** ISO time at which the package was made. */
  madeAt: string;
  projectCount: number;
  totalFen: Fen;
  /** The package itself, base64: what later packages are compared with. */
  content: string;
}

export interface SentPackage extends Exchanged {
  /** Whose workbook it was then: a copy may have become another office's. */
  from: Office;
  /** null: to the office above. */
  to: Office | null;
  receipt: Receipt | null;
}

export interface ReceivedPackage extends Exchanged {
  from: Office;
  receivedAt: string;
  counts: { new: number; changed: number; withdrawn: number; unchanged: number; conflicts: number };
  /** Things of the package that were not applied, `entity:id`: they are compared anew with the next package. */
  refusedKeys: string[];
  refused: { project: string; reason: string }[];
  /** Ids of the sender's projects that are others here. */
  aliases: Readonly<Record<string, string>>;
}
