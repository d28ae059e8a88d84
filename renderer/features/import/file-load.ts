// Takes dropped files into the backend: each travels as base64 text, so their size has a limit.
import { isOfKind } from '#shared/contract/file-kinds.ts';
import type { FileRef } from '#shared/contract/methods.ts';
import { type Call, errorText } from '../../state/call.ts';
import type { RefusedFile } from './import-state.ts';

/** 64 MB: as base64 it still fits into one message of the loopback host. */
export const DROP_LIMIT = 64 * 1024 * 1024;

/** What is asked for, in the words of the refusals. */
const WANTED = { sheet: '电子表格', draft: '文稿' } as const;
export type Wanted = keyof typeof WANTED;

/** Why a dropped file is not taken; null where it is. */
export function refusal(file: { name: string; size: number }, wanted: Wanted = 'sheet'): string | null {
  if (isOfKind(file.name, 'workbook')) return `这是工作簿，不是${WANTED[wanted]}。请用“文件 › 打开…”打开它。`;
  if (file.size === 0) return `文件是空的，或者拖进来的是文件夹。请拖入${WANTED[wanted]}文件本身。`;
  if (file.size > DROP_LIMIT) {
    const size = Math.ceil(file.size / 1024 / 1024);
    return `文件有 ${size} MB，拖放最多 64 MB。请用“选择文件”打开它，或先删去图片、多余的工作表再拖入。`;
  }
  return null;
}

/** Sends the files one after the other; those that are not taken come back with the reason. */
export async function receiveFiles(
  call: Call,
  files: readonly File[],
  wanted: Wanted = 'sheet',
): Promise<{ taken: FileRef[]; refused: RefusedFile[] }> {
  const taken: FileRef[] = [];
  const refused: RefusedFile[] = [];
  for (const file of files) {
    const reason = refusal(file, wanted);
    if (reason !== null) {
      refused.push({ file: file.name, message: reason });
      continue;
    }
    try {
      const base64 = await readBase64(file);
      taken.push((await call('files.receive', { name: file.name, base64 })).file);
    } catch (thrown) {
      const isRead = thrown instanceof DOMException;
      refused.push({ file: file.name, message: isRead ? '文件读不出来，可能已被移走或拔出。' : errorText(thrown) });
    }
  }
  return { taken, refused };
}

function readBase64(file: File): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => {
      const url = String(reader.result);
      resolve(url.slice(url.indexOf(',') + 1));
    };
    reader.onerror = () => reject(reader.error ?? new DOMException('unreadable', 'NotReadableError'));
    reader.readAsDataURL(file);
  });
}
