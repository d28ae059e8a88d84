// Looks at the first bytes of a file before anything is opened: is it a workbook, and if not, what is it?
import { closeSync, openSync, readSync, statSync } from 'node:fs';
import { basename } from 'node:path';
import { AppError } from '#shared/values/app-error.ts';
import { isVault } from './cipher/vault-key.ts';
import { APPLICATION_ID } from './migrations/index.ts';

const OLE2_MAGIC = Buffer.from([0xd0, 0xcf, 0x11, 0xe0]);

function readHead(path: string): Buffer {
  let descriptor: number;
  try {
    if (statSync(path).isDirectory())
      throw new AppError('not-a-workbook', `“${basename(path)}”是文件夹，不是工作簿。请选择扩展名为 .xianjie 的文件。`);
    descriptor = openSync(path, 'r');
  } catch (error) {
    if (error instanceof AppError) throw error;
    const code = (error as NodeJS.ErrnoException).code;
    if (code === 'ENOENT')
      throw new AppError('file-missing', `找不到文件“${basename(path)}”。它可能被移动、改名或删除了，请重新选择。`);
    throw new AppError(
      'cannot-read',
      `无法读取文件“${basename(path)}”（${code ?? error}）。请检查是否有读取权限、移动盘是否插好。`,
    );
  }
  try {
    const head = Buffer.alloc(100);
    return head.subarray(0, readSync(descriptor, head, 0, 100, 0));
  } finally {
    closeSync(descriptor);
  }
}

/** Refuses what is no workbook, saying what it is where that can be told. */
export function assertWorkbook(path: string): void {
  const head = readHead(path);
  const name = basename(path);
  if (head.length === 0)
    throw new AppError('not-a-workbook', `文件“${name}”是空的，不是工作簿。请选择别的文件，或新建工作簿。`);
  if (isVault(head)) return;
  if (head.subarray(0, 16).toString('latin1') !== 'SQLite format 3\0') {
    const isSheet = head.subarray(0, 2).toString('latin1') === 'PK' || head.subarray(0, 4).equals(OLE2_MAGIC);
    throw new AppError(
      'not-a-workbook',
      isSheet
        ? `“${name}”是 Excel 等表格文件，不是工作簿。请先新建或打开工作簿，再用“导入”读入它。`
        : `“${name}”不是衔接规划工作台的工作簿（.xianjie）。请选择别的文件。`,
    );
  }
  if (head.length < 100 || head.readUInt32BE(68) !== APPLICATION_ID) {
    throw new AppError('not-a-workbook', `“${name}”是别的程序的数据库文件，不是衔接规划工作台的工作簿。文件没有改动。`);
  }
}
