// What the thread that reads drafts is told and what it answers.
import type { ReadLimits } from '#electron/excel/read/limits.ts';
import type { Draft } from '#shared/draft/draft.ts';
import type { ErrorCode } from '#shared/values/app-error.ts';

export interface DraftOrder {
  /** A file to be opened, or its bytes. */
  source: string | Uint8Array;
  name: string;
  limits: ReadLimits;
}

export type DraftAnswer =
  | { type: 'done'; draft: Draft; bytes: number }
  | { type: 'failed'; code: ErrorCode; message: string };
