// Which workbook a start of the program names: a double-click hands its path over as the last argument.
import { existsSync } from 'node:fs';
import path from 'node:path';
import { isOfKind } from '#shared/contract/file-kinds.ts';

/** The absolute path of the named workbook, or null. Switches of Chromium and the app's own folder are passed over. */
export function findOpenedFile(argv: readonly string[], folder: string): string | null {
  const named = argv.slice(1).findLast((argument) => !argument.startsWith('-') && isOfKind(argument, 'workbook'));
  if (named === undefined) return null;
  const file = path.resolve(folder, named);
  return existsSync(file) ? file : null;
}
