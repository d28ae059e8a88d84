// Opens the workbook that a start of the program named: double-click, second start, 打开方式.
import { dialog } from 'electron';
import type { FileRef } from '#shared/contract/methods.ts';
import type { Reply } from '#shared/contract/reply.ts';

export interface OpeningApp {
  dispatch(method: string, input: unknown): Promise<Reply>;
  grantFile(path: string): FileRef;
  /** Leads the window to 恢复 for a file that could not be opened. */
  offerRestore(path: string): void;
}

/** Faults that leave the content readable: then looking at it is offered. */
const READABLE_CODES = new Set<string>(['locked', 'newer-version', 'read-only', 'damaged']);

/** Faults of the file itself: its backups may have what it lost. */
const BROKEN_CODES = new Set<string>(['damaged', 'not-a-workbook']);

type Way = 'read' | 'restore' | 'leave';

const LABELS: Record<Way, string> = { read: '以只读方式打开', restore: '恢复…', leave: '取消' };

/** A workbook that cannot be opened is told in a dialog, with the ways out; what was open stays open. */
export async function openNamedWorkbook(app: OpeningApp, file: string): Promise<void> {
  const reply = await app.dispatch('workbook.open', { token: app.grantFile(file).token });
  if (reply.ok) return;
  const { code, message } = reply.error;
  const ways: Way[] = [
    ...(BROKEN_CODES.has(code) ? (['restore'] as const) : []),
    ...(READABLE_CODES.has(code) ? (['read'] as const) : []),
    'leave',
  ];
  const answer = await dialog.showMessageBox({
    type: 'warning',
    message,
    detail: file,
    buttons: ways.length > 1 ? ways.map((way) => LABELS[way]) : ['知道了'],
    defaultId: 0,
    cancelId: ways.length - 1,
  });
  const way = ways[answer.response];
  if (way === 'restore') app.offerRestore(file);
  if (way !== 'read') return;
  const second = await app.dispatch('workbook.open', { token: app.grantFile(file).token, readOnly: true });
  if (!second.ok) dialog.showErrorBox('不能打开工作簿', second.error.message);
}
