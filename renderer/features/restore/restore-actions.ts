// What is done with a backup: each action asks for a place first, then says what came of it and where things are now.
import type { MethodOutput } from '#shared/contract/methods.ts';
import type { BackupRow } from '#shared/domain/backup-row.ts';
import type { SalvageReport } from '#shared/domain/salvage.ts';
import { localMinute } from '#shared/values/local-time.ts';
import { KEYS } from '../../api/queries.ts';
import { openFile } from '../../commands/file-actions.ts';
import type { Session } from '../../session.ts';

export type BackupList = MethodOutput<'restore.list'>;

function stemOf(name: string): string {
  return name.replace(/\.xianjie$/i, '') || '工作簿';
}

/** Digits of a moment for a file name. */
function stampOf(at: string): string {
  return localMinute(at).replace(/\D/g, '');
}

/** 另存为副本并打开: the workbook stays as it is. */
export async function restoreAsCopy(session: Session, row: BackupRow): Promise<void> {
  const name = `${stemOf(row.workbook || row.name)}恢复${stampOf(row.at)}.xianjie`;
  const target = await session.chooseSave('workbook', '恢复的副本保存到', name);
  if (!target) return;
  const restored = await session.attempt('正在恢复', () =>
    session.call('restore.copy', { from: { id: row.id }, token: target.token }),
  );
  if (!restored) return;
  await openFile(session, restored.file);
  session.messenger.current.success(`已恢复为副本“${restored.file.name}”并打开，原来的文件没有改动。`);
}

/** 恢复到原位置, after a question; what stands there is put aside. */
export async function restoreToPlace(session: Session, row: BackupRow, list: BackupList): Promise<void> {
  const isSure = await session.messenger.current.confirm({
    title: '恢复到原位置？',
    content: `“${list.workbook}”将变成 ${localMinute(row.at)} 的样子。现在的文件先改名放在同一文件夹（名字带“恢复前”），不会删除。`,
    okText: '恢复到原位置',
    danger: true,
  });
  if (!isSure) return;
  const restored = await session.attempt('正在恢复', () => session.call('restore.inPlace', { from: { id: row.id } }));
  if (!restored) {
    void session.queries.invalidateQueries({ queryKey: KEYS.status });
    return;
  }
  await openFile(session, restored.file);
  const { aside } = restored;
  session.messenger.current.success(
    aside === null ? '已恢复到原位置。' : `已恢复到原位置。原来的文件放在 ${aside.folder}，名为“${aside.name}”。`,
    {
      label: '打开所在文件夹',
      run: () => void session.attempt('正在打开文件夹', () => session.call('files.reveal', {})),
    },
  );
}

/** What is to be salvaged: a backup of the list, a chosen file, or (null) the open workbook. */
export type SalvageSource = { id: string } | { token: string } | null;

/** 整理到副本: gives what was restored and what was lost, once the copy is open; undefined where nothing came of it. */
export async function salvageToCopy(
  session: Session,
  from: SalvageSource,
  name: string,
): Promise<SalvageReport | undefined> {
  const target = await session.chooseSave('workbook', '整理到副本', `${stemOf(name)}整理.xianjie`);
  if (!target) return undefined;
  const done = await session.attempt('正在整理', () =>
    session.call('restore.salvage', { ...(from === null ? {} : { from }), token: target.token }),
  );
  if (!done) return undefined;
  await openFile(session, done.file);
  return done.report;
}
