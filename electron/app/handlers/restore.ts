// 恢复: lists backups and acts on them. The window names a backup by its id in the last list.
import { basename, dirname } from 'node:path';
import { runInFileThread } from '#electron/services/file-thread.ts';
import type { FoundBackup } from '#electron/services/restore/list-backups.ts';
import { restoreInPlace } from '#electron/services/restore/restore.ts';
import { AppError } from '#shared/values/app-error.ts';
import type { AppContext } from '../app-context.ts';
import type { Handlers } from '../dispatch.ts';

type Names = 'restore.list' | 'restore.copy' | 'restore.inPlace' | 'restore.salvage';

export function restoreHandlers(context: AppContext): Pick<Handlers, Names> {
  let listed: { workbook: string | null; rows: readonly FoundBackup[] } = { workbook: null, rows: [] };
  const pathOf = (from: { id: string } | { token: string }): string => {
    if ('token' in from) return context.tokens.take(from.token);
    const row = listed.rows.find(({ id }) => id === from.id);
    if (!row) throw new AppError('not-found', '这份备份已不在列表里，请刷新后再试。');
    return row.path;
  };
  return {
    'restore.list': async ({ token, isOwnOnly }) => {
      const chosen = token === undefined ? null : context.tokens.take(token);
      const workbook = chosen ?? context.current()?.file.path ?? null;
      const { store } = context.care;
      const rows = await runInFileThread('list', { store, workbook, withFolder: chosen !== null && !isOwnOnly });
      listed = { workbook, rows };
      return {
        workbook: workbook === null ? '' : basename(workbook),
        folder: workbook === null ? '' : dirname(workbook),
        store,
        rows: rows.map(({ path: _, ...row }) => row),
      };
    },
    'restore.copy': async ({ from, token }) => {
      const target = context.tokens.take(token);
      const { head } = await runInFileThread('restoreCopy', { backup: pathOf(from), target });
      context.lastWritten = target;
      return { file: context.tokens.grant(target), head };
    },
    'restore.inPlace': async ({ from, token }) => {
      const backup = pathOf(from);
      const target = token === undefined ? listed.workbook : context.tokens.take(token);
      if (target === null) throw new AppError('invalid-input', '没有说明恢复到哪个工作簿，请改用“另存为副本”。');
      if (context.current()?.file.path === target) {
        context.closeSession();
        context.emit({ type: 'workbook', status: null });
      }
      await context.care.settled();
      const { head, aside } = restoreInPlace({ backup, target });
      context.lastWritten = aside ?? target;
      return {
        file: context.tokens.grant(target),
        head,
        aside: aside === null ? null : { name: basename(aside), folder: dirname(aside) },
      };
    },
    'restore.salvage': async ({ from, token }) => {
      const source = from ? pathOf(from) : context.session().file.path;
      const target = context.tokens.take(token);
      const report = await runInFileThread('salvage', { source, target, author: context.author() });
      context.lastWritten = target;
      return { file: context.tokens.grant(target), report };
    },
  };
}
