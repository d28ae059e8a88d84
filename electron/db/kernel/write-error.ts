// What SQLite says when a step cannot be written, in the words of the people at the screen.
import { AppError } from '#shared/values/app-error.ts';

/** An AppError for what SQLite refuses (disk-full, read-only, cannot-write, locked); any other error as it is. */
export function translateWriteError(error: unknown): unknown {
  const code = (error as { code?: string }).code ?? '';
  if (code === 'SQLITE_FULL')
    return new AppError('disk-full', '磁盘已满，这一步没有保存。请清理磁盘后再做一次；之前保存的内容都在。');
  if (code === 'SQLITE_READONLY_DBMOVED')
    return new AppError(
      'file-missing',
      '工作簿文件已被改名、移走或删除，这一步没有保存。请打开改名后的文件，或用“另存为”存一份再修改。',
    );
  if (code.startsWith('SQLITE_READONLY')) {
    return new AppError(
      'read-only',
      '工作簿现在不能写入（只读或介质写保护），这一步没有保存。请另存一份到可写的文件夹再修改。',
    );
  }
  if (code.startsWith('SQLITE_IOERR') || code.startsWith('SQLITE_CANTOPEN')) {
    return new AppError(
      'cannot-write',
      '写入工作簿失败，移动盘可能已拔出，这一步没有保存。请插好移动盘后重新打开工作簿。',
    );
  }
  if (code.startsWith('SQLITE_BUSY')) {
    return new AppError('locked', '工作簿正被别的程序占用，这一步没有保存。请稍后再试。');
  }
  return error;
}
