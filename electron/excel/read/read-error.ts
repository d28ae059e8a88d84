// The one error of reading files: a code for the program and a sentence for the planner (what, which file, what to do).
import type { ReadBudget } from './limits.ts';

export type ReadErrorCode =
  | 'not-a-workbook'
  | 'encrypted'
  | 'damaged'
  | 'too-large'
  | 'too-slow'
  | 'cancelled'
  | 'cannot-read'
  | 'empty';

/** `message` is complete Chinese; `reason` is the same without the file's name. */
export class ReadError extends Error {
  readonly code: ReadErrorCode;
  readonly reason: string;

  constructor(code: ReadErrorCode, reason: string, fileName = '', cause?: unknown) {
    super(fileName === '' ? reason : `“${fileName}”：${reason}`, cause === undefined ? undefined : { cause });
    this.name = 'ReadError';
    this.code = code;
    this.reason = reason;
  }
}

/** Any error of the readers as a ReadError that names the file; what is not one of ours means damaged content. */
export function nameError(error: unknown, fileName: string): ReadError {
  if (error instanceof ReadError) return new ReadError(error.code, error.reason, fileName, error.cause);
  if (error instanceof RangeError && /allocation failed|Invalid array length/.test(error.message))
    return new ReadError('too-large', tooLarge('内容展开后超过读取所允许的内存').reason, fileName, error);
  return new ReadError(
    'damaged',
    '文件内容已损坏，读到一半无法继续。请用 Excel 或 WPS 打开检查，另存为 .xlsx 后再导入。',
    fileName,
    error,
  );
}

export function damaged(what: string): ReadError {
  return new ReadError('damaged', `文件已损坏（${what}）。请用 Excel 或 WPS 打开检查，另存为 .xlsx 后再导入。`);
}

/** Sound perhaps, but written in a way that is not read here. */
export function unsupported(what: string): ReadError {
  return new ReadError('damaged', `${what}。请用 Excel 或 WPS 打开，另存为 .xlsx 后再导入。`);
}

/** The content is something else: a document, a picture, an archive. */
export function notAWorkbook(found = ''): ReadError {
  return new ReadError(
    'not-a-workbook',
    `${found === '' ? '内容不是表格文件' : found}。能导入的有 .xlsx、.xlsm、.xls、.et、.ods、.csv、.tsv，请检查是否选错了文件。`,
  );
}

export function fileTooLarge(budget: ReadBudget): ReadError {
  return tooLarge(`文件超过 ${Math.round(budget.fileBytes / 1024 / 1024)} MB`);
}

export function tooLarge(what: string): ReadError {
  return new ReadError('too-large', `${what}，为保护本机没有读取。请删去多余内容或拆成几个文件后再导入。`);
}

export function tooSlow(milliseconds: number): ReadError {
  const seconds = Math.max(1, Math.round(milliseconds / 1000));
  return new ReadError('too-slow', `读取超过 ${seconds} 秒，已停止。请删去多余的表和空行，另存为 .xlsx 后再导入。`);
}

/** Called at every piece of work: gives up once the time of this file is used. */
export function assertInTime(budget: ReadBudget): void {
  if (Date.now() > budget.deadline) throw tooSlow(budget.milliseconds);
}
