// What comes back through the one door: a value, or an error in plain Chinese.

import type { ErrorCode } from '../values/app-error.ts';

export interface ReplyError {
  code: ErrorCode;
  /** Plain Chinese: what happened, where, and what to do. */
  message: string;
  details?: unknown;
}

export type Reply<T = unknown> = { ok: true; value: T } | { ok: false; error: ReplyError };
