// The copy of a sender's workbook with the problem cells marked, to be sent back for correction.
import { writeMarkedCopy } from '#electron/excel/write/marked-copy.ts';
import { assertOtherFile, isSameFile, type WrittenSheet, written } from '#electron/services/export.ts';
import { AppError } from '#shared/values/app-error.ts';
import type { Session } from '../session.ts';
import type { Importer } from './importer.ts';

/** Writes the marked copy; neither the workbook nor the sender's own file is ever overwritten. */
export async function writeMarks(
  session: Session,
  source: ReturnType<Importer['marks']>,
  target: string,
): Promise<WrittenSheet> {
  assertOtherFile(target, session.file.path);
  if (isSameFile(target, source.path)) {
    throw new AppError('invalid-input', '标注过的副本不能覆盖原来的表。请换一个文件名。');
  }
  const notes = await writeMarkedCopy(source.path, target, source.marks, source.book);
  return { ...written(target), notes };
}
