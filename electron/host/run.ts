// Runs the loopback host until its window is closed or the process is told to stop.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { App } from '#electron/app/create-app.ts';
import { createApp } from '#electron/app/create-app.ts';
import type { AppWindow } from '#electron/browser/app-window.ts';
import { openAppWindow } from '#electron/browser/app-window.ts';
import { browserAdvice, findBrowser } from '#electron/browser/find.ts';
import { findDataFolder } from '#electron/web/data-folder.ts';
import type { FolderMemory } from './folders.ts';
import { createFolderMemory } from './folders.ts';
import type { Host } from './host.ts';
import { startHost } from './host.ts';

export interface RunOptions {
  /** Absolute path of a workbook to open. */
  workbook: string | null;
  /** 0: a free port. */
  port: number;
  /** false: only the address is printed. */
  hasWindow: boolean;
  say(line: string): void;
}

const project = path.resolve(import.meta.dirname, '../..');

/** Resolves when the host has ended. Rejects when the port is taken or the workbook cannot be opened. */
export async function runHost({ workbook, port, hasWindow, say }: RunOptions): Promise<void> {
  const stop = waitForSignal();
  const host = await start(port);
  let window: AppWindow | null = null;
  try {
    if (workbook !== null) await openWorkbook(host.app, workbook);
    if (hasWindow) window = showWindow(host, say);
    if (window === null) await printAddress(host, stop, say);
    else if (!(await Promise.race([window.closed, stop]))) {
      say('浏览器窗口没有打开。');
      await printAddress(host, stop, say);
    }
  } finally {
    await window?.close();
    await host.close();
  }
}

function start(port: number): Promise<Host<App>> {
  const manifest = readFileSync(path.join(project, 'package.json'), 'utf8');
  const { version } = JSON.parse(manifest) as { version: string };
  const dataFolder = findDataFolder();
  return startHost({
    root: path.join(project, 'dist/renderer'),
    port,
    folders: openFolderMemory(dataFolder),
    startApp: (shell) =>
      createApp({
        shell,
        dataFolder,
        placesFile: path.join(project, 'dist/places/places.bin'),
        licencesFile: path.join(project, 'dist/licences.json'),
        version,
        logFault: (method, error) => console.error(method, error),
      }),
  });
}

/** The window has not been opened yet: it finds the workbook open when it asks. */
async function openWorkbook(app: App, file: string): Promise<void> {
  const { token } = app.grantFile(file);
  const reply = await app.dispatch('workbook.open', { token });
  if (!reply.ok) throw new Error(reply.error.message);
}

/** null: there is no browser, and the user has been told what to install. */
function showWindow(host: Host<App>, say: (line: string) => void): AppWindow | null {
  const browser = findBrowser();
  if (browser === null) {
    say(`没有找到可用的浏览器。${browserAdvice()}`);
    return null;
  }
  say('工作台正在浏览器窗口中打开；关闭该窗口或按 Ctrl+C 结束。');
  return openAppWindow(host.url, browser);
}

/** Without a window of ours only a signal ends the host. */
function printAddress(host: Host<App>, stop: Promise<true>, say: (line: string) => void): Promise<true> {
  say('请在本机浏览器中打开下面的地址（只能用一次；按 Ctrl+C 结束）：');
  say(host.url);
  return stop;
}

/** Resolves (to true, as a window that was closed) when the process is told to end. */
function waitForSignal(): Promise<true> {
  return new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => resolve(true));
  });
}

/** The dialogs' recent folders, kept in the data folder. */
function openFolderMemory(dataFolder: string): FolderMemory {
  const file = path.join(dataFolder, 'dialog-folders.json');
  return createFolderMemory(readFolders(file), (folders) => {
    try {
      mkdirSync(dataFolder, { recursive: true });
      writeFileSync(file, JSON.stringify(folders));
    } catch {
      // Only a convenience: a read-only profile must not stop a dialog.
    }
  });
}

function readFolders(file: string): string[] {
  try {
    const folders: unknown = JSON.parse(readFileSync(file, 'utf8'));
    return Array.isArray(folders) ? folders.filter((folder) => typeof folder === 'string') : [];
  } catch {
    return [];
  }
}
