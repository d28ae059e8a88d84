// The Shell of the loopback host: dialogs drawn in the page, pictures drawn by the installed browser, the system's file manager.
import path from 'node:path';
import type { Shell } from '#electron/app/ports.ts';
import { svgToPng } from '#electron/browser/pictures.ts';
import type { Connections } from './connections.ts';
import type { FolderMemory } from './folders.ts';
import { revealFile } from './reveal.ts';

export function createHostShell(connections: Connections, folders: FolderMemory): Shell {
  function rememberFolder(paths: readonly string[]): void {
    if (paths[0] !== undefined) folders.remember(path.dirname(paths[0]));
  }
  return {
    async openFiles(options) {
      const paths = await connections.ask({ ...options, mode: 'open', suggestedName: '' });
      rememberFolder(paths);
      return paths;
    },
    async saveFile(options) {
      const paths = await connections.ask({ ...options, mode: 'save', multiple: false });
      rememberFolder(paths);
      return paths[0] ?? null;
    },
    revealFile,
    svgToPng,
  };
}
