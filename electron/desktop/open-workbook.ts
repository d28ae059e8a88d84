// Opens the workbook that a start of the program named: double-click, second start, 打开方式.
import { dialog } from 'electron';
import type { FileRef } from '#shared/contract/methods.ts';
import type { Reply } from '#shared/contract/reply.ts';

export interface OpeningApp {
  dispatch(method: string, input: unknown): Promise<Reply>;
  grantFile(path: string): FileRef;
}

/** Faults that leave the content readable: then looking at it is offered. */
const READABLE_CODES = new Set<string>(['locked', 'newer-version', 'read-only', 'damaged']);

/** A workbook that cannot be opened is told in a dialog; what was open stays open. */
export async function openNamedWorkbook(app: OpeningApp, file: string): Promise<void> {
  const reply = await app.dispatch('workbook.open', { token: app.grantFile(file).token });
  if (reply.ok) return;
  const isReadable = READABLE_CODES.has(reply.error.code);
  const answer = await dialog.showMessageBox({
    type: 'warning',
    message: reply.error.message,
    detail: file,
    buttons: isReadable ? ['以只读方式打开', '取消'] : ['知道了'],
    defaultId: 0,
    cancelId: isReadable ? 1 : 0,
  });
  if (!isReadable || answer.response !== 0) return;
  const second = await app.dispatch('workbook.open', { token: app.grantFile(file).token, readOnly: true });
  if (!second.ok) dialog.showErrorBox('不能打开工作簿', second.error.message);
}
