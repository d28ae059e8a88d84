// What the reading worker is told and what it answers.
import type { WorkbookData } from '#shared/sheet/sheet.ts';
import type { ReadLimits } from './limits.ts';
import type { CellPacket, SheetPacket } from './packet.ts';
import type { ReadErrorCode } from './read-error.ts';

export interface ReadOrder {
  path: string;
  /** Shared: how many packets were taken in; the thread waits for it. */
  taken: Int32Array;
  limits: ReadLimits;
}

export type ReadAnswer =
  | CellPacket
  | SheetPacket
  | { type: 'done'; format: WorkbookData['format']; notes: string[] }
  | { type: 'failed'; code: ReadErrorCode; reason: string; cause: string };
