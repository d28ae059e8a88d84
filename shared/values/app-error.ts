// The one error that is meant for the user: a code for the program, a sentence in plain Chinese.

export type ErrorCode =
  /** The caller sent something the contract does not allow: a fault of the program, not of the user. */
  | 'bad-request'
  | 'unknown-method'
  | 'internal'
  /** No workbook is open. */
  | 'no-workbook'
  /** A file token is used up, expired or unknown. */
  | 'bad-token'
  | 'not-a-workbook'
  | 'newer-version'
  | 'damaged'
  | 'read-only'
  | 'locked'
  | 'file-missing'
  | 'cannot-read'
  | 'cannot-write'
  | 'disk-full'
  /** Values that cannot be taken; details name them one by one. */
  | 'invalid-input'
  /** A later change stands in the way. */
  | 'conflict'
  | 'not-found'
  | 'nothing-to-undo'
  | 'nothing-to-redo'
  | 'cancelled'
  | 'unsupported-file'
  | 'encrypted-file'
  /** The workbook has a password; details hold the file. */
  | 'password-needed'
  | 'too-large'
  | 'no-table-found'
  | 'printer-missing';

/** The error that services throw; dispatch turns it into a reply. */
export class AppError extends Error {
  readonly code: ErrorCode;
  readonly details: unknown;
  constructor(code: ErrorCode, message: string, details?: unknown) {
    super(message);
    this.name = 'AppError';
    this.code = code;
    this.details = details;
  }
}
