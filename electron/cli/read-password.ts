// A password from a file or from standard input: on the command line itself every user of the machine could read it.
import { readFileSync } from 'node:fs';
import { UsageError } from './command.ts';

/** The first line of a text file, `-` for standard input; undefined where none is given. Throws UsageError. */
export function readPassword(file: string | undefined): string | undefined {
  if (file === undefined) return undefined;
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(readFileSync(file === '-' ? 0 : file));
  } catch (error) {
    if (error instanceof TypeError)
      throw new UsageError(`密码文件“${file}”不是 UTF-8 文本。请用记事本另存为 UTF-8，免得设成谁也输不出的密码。`);
    throw new UsageError(`读不了密码文件“${file}”（${(error as NodeJS.ErrnoException).code ?? error}）。`);
  }
  const [line = ''] = text.replace(/^\ufeff/, '').split(/\r\n|[\r\n]/, 1);
  if (line === '') throw new UsageError(`密码文件“${file}”的第一行是空的。`);
  return line;
}

/** Those of several files, each for the workbook that it opens. Throws UsageError. */
export function readPasswords(files: readonly string[]): string[] {
  if (files.filter((file) => file === '-').length > 1)
    throw new UsageError('从标准输入只能读一个密码，其余的请写在文件里。');
  return files.flatMap((file) => readPassword(file) ?? []);
}
