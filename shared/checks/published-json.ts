// What the readers of published tables share: JSON objects, and the refusal of a file.
import { AppError } from '#shared/values/app-error.ts';

export type Json = Record<string, unknown>;

export function isRecord(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The refusal of a file, naming the file and what is wrong in it. */
export function refuse(name: string, what: string): AppError {
  return new AppError(
    'unsupported-file',
    `“${name}”不能作为印发表读取：${what}。可读的格式有：标题树（tree）、行列表（rows＋columns）、类别×县（rows＋counties）、指标表（groups）。`,
  );
}
