// Entry of the Electron main process. Only here is known where the bundle's files lie.
import path from 'node:path';
import { app, dialog } from 'electron';
import { startDesktop } from './desktop/start.ts';

// Not awaited: Electron becomes ready only after this module has been read to its end.
startDesktop({
  root: path.join(import.meta.dirname, '../renderer'),
  preload: path.join(import.meta.dirname, 'preload.cjs'),
  places: path.join(import.meta.dirname, '../places/places.bin'),
  licences: path.join(import.meta.dirname, '../licences.json'),
}).catch((error: unknown) => {
  dialog.showErrorBox('工作台不能启动', error instanceof Error ? error.message : String(error));
  app.exit(1);
});
