// The system's file dialogs and file manager, as the app's Shell wants them.
import { existsSync } from 'node:fs';
import path from 'node:path';
import type { BrowserWindow, FileFilter } from 'electron';
import { dialog, shell } from 'electron';
import type { Shell } from '#electron/app/ports.ts';
import { FILE_KIND_INFO, withExtension } from '#shared/contract/file-kinds.ts';
import type { FileKind } from '#shared/contract/methods.ts';
import { svgToPng } from './pictures.ts';
import { printHtml } from './print.ts';

function filtersOf(kind: FileKind): FileFilter {
  const { label, extensions } = FILE_KIND_INFO[kind];
  return { name: label, extensions: [...extensions] };
}

/** Dialogs belong to the window: they are modal to it where the system can do that. */
export function createDesktopShell(currentWindow: () => BrowserWindow | null): Shell {
  async function askOverwrite(window: BrowserWindow | null, file: string): Promise<boolean> {
    const question = {
      type: 'question' as const,
      message: `已有文件“${path.basename(file)}”，要替换它吗？`,
      buttons: ['替换', '取消'],
      defaultId: 1,
      cancelId: 1,
    };
    const answer = window === null ? dialog.showMessageBox(question) : dialog.showMessageBox(window, question);
    return (await answer).response === 0;
  }

  return {
    async openFiles({ title, kind, multiple }) {
      const window = currentWindow();
      const options: Electron.OpenDialogOptions = {
        title,
        // Sheets arrive with wrong endings: every file can be chosen.
        filters: [filtersOf(kind), { name: '所有文件', extensions: ['*'] }],
        properties: multiple ? ['openFile', 'multiSelections'] : ['openFile'],
      };
      const answer = window === null ? dialog.showOpenDialog(options) : dialog.showOpenDialog(window, options);
      const { canceled, filePaths } = await answer;
      return canceled ? [] : filePaths;
    },

    async saveFile({ title, kind, suggestedName }) {
      const window = currentWindow();
      const options: Electron.SaveDialogOptions = {
        title,
        defaultPath: withExtension(suggestedName, kind),
        filters: [filtersOf(kind)],
        properties: ['createDirectory', 'showOverwriteConfirmation'],
      };
      const answer = window === null ? dialog.showSaveDialog(options) : dialog.showSaveDialog(window, options);
      const { canceled, filePath } = await answer;
      if (canceled || filePath === '') return null;
      const file = withExtension(filePath, kind);
      // The system asked about the name without the ending (GTK does not add it): ask about the real one.
      if (file !== filePath && existsSync(file) && !(await askOverwrite(window, file))) return null;
      return file;
    },

    async revealFile(file) {
      shell.showItemInFolder(file);
    },

    printHtml,
    svgToPng,
  };
}
