// Dialogs and file tokens.
import { mkdtempSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { withExtension } from '#shared/contract/file-kinds.ts';
import { AppError } from '#shared/values/app-error.ts';
import type { AppContext } from '../app-context.ts';
import type { Handlers } from '../dispatch.ts';

export function fileHandlers(
  context: AppContext,
): Pick<Handlers, 'files.chooseOpen' | 'files.chooseSave' | 'files.receive' | 'files.recent' | 'files.reveal'> {
  return {
    'files.chooseOpen': async ({ kind, multiple, title }) => {
      const paths = await context.shell.openFiles({ title, kind, multiple });
      return { files: paths.map((path) => context.tokens.grant(path)) };
    },
    'files.chooseSave': async ({ kind, suggestedName, title }) => {
      const path = await context.shell.saveFile({ title, kind, suggestedName });
      return { file: path === null ? null : context.tokens.grant(withExtension(path, kind)) };
    },
    'files.receive': ({ name, base64 }) => {
      const safe = name.replace(/[\\/:*?"<>|\p{Cc}]/gu, '_').replace(/^\.+/, '_') || '未命名';
      const path = join(mkdtempSync(join(context.dropFolder(), 'drop-')), safe);
      writeFileSync(path, Buffer.from(base64, 'base64'));
      return { file: context.tokens.grant(path) };
    },
    'files.recent': ({ id }) => {
      const path = context.settings.recentPath(id);
      if (path === undefined) throw new AppError('not-found', '这条最近使用的记录已不在，请用“打开”重新选择文件。');
      return { file: context.tokens.grant(path) };
    },
    'files.reveal': async () => {
      if (context.lastWritten === null) throw new AppError('not-found', '本次运行还没有写出过文件。');
      await context.shell.revealFile(context.lastWritten);
      return {};
    },
  };
}
