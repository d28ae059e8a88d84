// A password from a file or from standard input: on the command line itself every user of the machine could read it.
import { readFileSync } from 'node:fs';
import { UsageError } from './command.ts';

/** The first line of a text file, `-` for standard input; undefined where none is given. Throws UsageError. */
export function readPassword(file: string | undefined): string | undefined {
  if (file === undefined) return undefined;
  let text: string;
  try {
    text = readFileSync(file === '-' ? 0 : file, 'utf8');
  } catch (error) {
    throw new UsageError(`读不了密码文件“${file}”（${(error as NodeJS.ErrnoException).code ?? error}）。`);
  }
  const [line = ''] = text.replace(/^\ufeff/, '').split(/\r?\n/, 1);
  if (line === '') throw new UsageError(`密码文件“${file}”的第一行是空的。`);
  return line;
}
