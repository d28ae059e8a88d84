// Excel enciphers a file whose structure or windows are protected with a password that it knows itself, so that the
// file opens without a question. Such files are read here too; one with a password of its own is refused.
import { ReadError } from './read-error.ts';

/** [MS-OFFCRYPTO] 2.4.2.3, [MS-XLS] 2.2.10. */
export const DEFAULT_PASSWORD = 'VelvetSweatshop';

/** The file needs a password that only its owner knows. */
export function needsPassword(): ReadError {
  return new ReadError('encrypted', '文件设了打开密码，无法读取。请用 Excel 或 WPS 打开，去掉密码后另存，再导入。');
}

/** Enciphered in a way that this program cannot undo, whatever the password. */
export function unknownCipher(what: string): ReadError {
  return new ReadError(
    'encrypted',
    `文件是加密的（${what}），本程序不能解开。请用 Excel 或 WPS 打开，去掉加密后另存为 .xlsx，再导入。`,
  );
}
