// What the file menu does: each asks for a place first, then calls the backend, then says what was written.
import type { FileRef, WorkbookStatus } from '#shared/contract/methods.ts';
import { AppError } from '#shared/values/app-error.ts';
import { setWorkbookStatus } from '../api/live.ts';
import { KEYS } from '../api/queries.ts';
import type { Session } from '../session.ts';

/** A file name like '红塔区项目表' for a plan. */
export function suggestName(workbook: WorkbookStatus | null, what: string): string {
  return `${workbook?.plan.regionName ?? ''}${what}`;
}

/** Why the workbook cannot be changed, as a sentence; null where it can. */
export function lockedText(workbook: Pick<WorkbookStatus, 'readOnly'> | null): string | null {
  return workbook?.readOnly ? `工作簿不能修改：${workbook.readOnly}。` : null;
}

/** Shows the page that fits after a workbook was opened. */
export function showOpened(session: Session, status: WorkbookStatus): void {
  setWorkbookStatus(session, status);
  void session.queries.invalidateQueries({ queryKey: KEYS.status });
  session.nav.set({ page: status.projectCount > 0 ? 'projects' : 'overview' });
  const locked = lockedText(status);
  if (locked !== null) session.messenger.current.warn(locked);
  for (const note of status.notes) session.messenger.current.warn(note);
}

interface Refusal {
  message: string;
  choices: string[];
  /** A fresh token for the same file. */
  file: FileRef;
}

/** A refusal that names ways to open the file all the same; undefined for any other failure. */
function refusalOf(thrown: unknown): Refusal | undefined {
  if (!(thrown instanceof AppError)) return undefined;
  const details = (thrown.details ?? {}) as { choices?: unknown; file?: unknown };
  if (!Array.isArray(details.choices) || typeof details.file !== 'object') return undefined;
  return { message: thrown.message, choices: details.choices.map(String), file: details.file as FileRef };
}

const WAYS = [
  { value: 'readOnly', label: '只读打开' },
  { value: 'takeOver', label: '确认别处已不用，在这里修改' },
  { value: 'restore', label: '恢复…' },
] as const;

/** Opens a workbook; where it is in use elsewhere the user chooses how. */
export async function openFile(session: Session, file: FileRef): Promise<void> {
  const status = await session.attempt('正在打开工作簿', async () => {
    try {
      return await session.call('workbook.open', { token: file.token });
    } catch (thrown) {
      const refusal = refusalOf(thrown);
      if (!refusal) throw thrown;
      const way = await session.messenger.current.choose({
        title: refusal.choices.includes('restore') ? '工作簿已损坏' : '这个工作簿正在使用',
        content: refusal.message,
        options: WAYS.filter((option) => refusal.choices.includes(option.value)),
      });
      if (way === null) return undefined;
      if (way === 'restore') {
        session.nav.set({ page: 'restore', restoreFile: refusal.file });
        return undefined;
      }
      return session.call('workbook.open', { token: refusal.file.token, [way]: true });
    }
  });
  if (status) showOpened(session, status);
}

export async function openWorkbook(session: Session): Promise<void> {
  const [file] = (await session.chooseOpen('workbook', '打开工作簿')) ?? [];
  if (file) await openFile(session, file);
}

export async function openRecent(session: Session, id: string): Promise<void> {
  const chosen = await session.attempt('正在打开', () => session.call('files.recent', { id }));
  if (chosen) await openFile(session, chosen.file);
}

export async function openSample(session: Session): Promise<void> {
  const file = await session.chooseSave('workbook', '示例工作簿（红塔区）保存到', '红塔区示例.xianjie');
  if (!file) return;
  const status = await session.attempt('正在准备示例', () =>
    session.call('workbook.createSample', { token: file.token }),
  );
  if (status) showOpened(session, status);
}

export async function closeWorkbook(session: Session): Promise<void> {
  await session.attempt('正在关闭', () => session.call('workbook.close', {}));
  session.nav.set({ page: 'start' });
}

/** Says where something was written, with a button that shows it in its folder, and what could not be written whole. */
export function tellWritten(
  session: Session,
  written: { name: string; folder: string; notes?: string[] } | undefined,
  what: string,
): void {
  if (!written) return;
  for (const note of written.notes ?? []) session.messenger.current.warn(note);
  session.messenger.current.success(`${what}已写入：${written.name}（${written.folder}）`, {
    label: '打开所在文件夹',
    run: () => void session.attempt('正在打开文件夹', () => session.call('files.reveal', {})),
  });
}

/** Goes on in a copy under another name; the page that is shown stays. */
export async function saveAs(session: Session, workbook: WorkbookStatus | null): Promise<void> {
  const old = workbook?.fileName ?? '工作簿.xianjie';
  const file = await session.chooseSave('workbook', '另存为', old);
  if (!file) return;
  const status = await session.attempt('正在另存', () => session.call('workbook.saveAs', { token: file.token }));
  if (!status) return;
  setWorkbookStatus(session, status);
  void session.queries.invalidateQueries();
  session.messenger.current.success(`已另存为“${status.fileName}”，以后的修改存在这里；原来的“${old}”没有改动。`);
}

export async function backupWorkbook(session: Session, workbook: WorkbookStatus | null): Promise<void> {
  const stamp = new Date().toLocaleDateString('sv-SE').replaceAll('-', '');
  const base = workbook?.fileName.replace(/\.xianjie$/, '') ?? '工作簿';
  const file = await session.chooseSave('workbook', '备份到', `${base}备份${stamp}.xianjie`);
  if (!file) return;
  const written = await session.attempt('正在备份', () => session.call('workbook.backup', { token: file.token }));
  tellWritten(session, written, '备份');
}

export async function exportProjects(
  session: Session,
  workbook: WorkbookStatus | null,
  options: { formulas?: boolean; totalPosition?: 'first' | 'last'; numbering?: 'restart' | 'continuous' } = {},
): Promise<void> {
  const file = await session.chooseSave('xlsx', '导出项目表', `${suggestName(workbook, '项目表')}.xlsx`);
  if (!file) return;
  const written = await session.attempt('正在导出项目表', () =>
    session.call('export.projects', { token: file.token, ...options }),
  );
  tellWritten(session, written, '项目表');
}
