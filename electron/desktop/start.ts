// Starts the desktop program: one instance, locked down, one window on one app. Order matters: what must come before
// the app is ready comes first.
import path from 'node:path';
import type { BrowserWindow } from 'electron';
import { app, ipcMain, protocol, session } from 'electron';
import type { App } from '#electron/app/create-app.ts';
import { createApp } from '#electron/app/create-app.ts';
import { DATA_FOLDER_NAME } from '#electron/web/data-folder.ts';
import { registerAppScheme, serveAppScheme } from './app-protocol.ts';
import { createDesktopShell } from './dialogs.ts';
import { openFaultLog } from './fault-log.ts';
import { watchFaults } from './faults.ts';
import { connectIpc, sendEvent } from './ipc.ts';
import { installMenu } from './menu.ts';
import { openNamedWorkbook } from './open-workbook.ts';
import { findOpenedFile } from './opened-file.ts';
import { lockApp, lockSession } from './security.ts';
import { openWindow } from './window.ts';

export interface DesktopFiles {
  /** The folder of the built page. */
  root: string;
  /** The built preload. */
  preload: string;
  /** The packed 地名库. */
  places: string;
  /** The list of bundled parts. */
  licences: string;
}

/** Returns when the program is ready, or at once when another instance runs: that one gets the named workbook. */
export async function startDesktop(files: DesktopFiles): Promise<void> {
  // The folder's name must not change with the product's name, and be the same in development.
  app.setPath('userData', path.join(app.getPath('appData'), DATA_FOLDER_NAME));
  if (!app.requestSingleInstanceLock()) {
    app.quit();
    return;
  }
  // Every process of a page, also one that somebody forgets to say it for.
  app.enableSandbox();
  lockApp(app);
  registerAppScheme(protocol);
  app.setAppUserModelId('cn.xianjie.workbench');

  let workbench: App | null = null;
  let window: BrowserWindow | null = null;
  /** Named before the app was ready (macOS sends it early). */
  let named = findOpenedFile(process.argv, process.cwd());
  const currentWindow = (): BrowserWindow | null => window;
  const log = openFaultLog(path.join(app.getPath('userData'), 'logs'));
  watchFaults({ app, log, currentWindow });

  function openFile(file: string | null): void {
    if (workbench === null) named = file ?? named;
    else {
      if (file !== null) void openNamedWorkbook(workbench, file);
      if (window?.isMinimized()) window.restore();
      window?.focus();
    }
  }

  app.on('second-instance', (_event, argv, folder) => openFile(findOpenedFile(argv, folder)));
  app.on('open-file', (event, file) => {
    event.preventDefault();
    openFile(file);
  });
  app.on('window-all-closed', () => app.quit());
  app.on('will-quit', () => workbench?.close());

  await app.whenReady();
  lockSession(session.defaultSession);
  serveAppScheme(protocol, files.root);
  workbench = createApp({
    shell: createDesktopShell(currentWindow),
    dataFolder: app.getPath('userData'),
    placesFile: files.places,
    licencesFile: files.licences,
    newestFaults: () => log.newest(),
    version: app.getVersion(),
    logFault: (method, error) => log.write(method, error),
  });
  connectIpc(ipcMain, workbench, currentWindow);
  installMenu((command) => sendEvent(window, { type: 'menu', command }), !app.isPackaged);
  // Before the window: it then finds the workbook open, or the message stands alone on the screen.
  if (named !== null) await openNamedWorkbook(workbench, named);
  window = openWindow({
    preload: files.preload,
    stateFile: path.join(app.getPath('userData'), 'window.json'),
  });
  window.on('closed', () => {
    window = null;
  });
}
