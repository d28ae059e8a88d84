// The one window of the workbench.
import type { BrowserWindowConstructorOptions } from 'electron';
import { BrowserWindow, screen } from 'electron';
import { APP_PAGE } from './app-protocol.ts';
import { isReachable, readWindowState, saveWindowState } from './window-state.ts';

export interface WindowFiles {
  /** Absolute path of the built preload. */
  preload: string;
  /** Where the place of the window is remembered. */
  stateFile: string;
}

/** 1366 x 768 is the smallest screen of the offices. */
const SIZE = { width: 1366, height: 768, minWidth: 1024, minHeight: 600 };

export function windowOptions(files: WindowFiles): BrowserWindowConstructorOptions {
  const state = readWindowState(files.stateFile);
  const areas = screen.getAllDisplays().map((display) => display.workArea);
  const place = state !== null && isReachable(state, areas) ? state : null;
  return {
    ...SIZE,
    ...(place === null ? {} : { x: place.x, y: place.y, width: place.width, height: place.height }),
    title: '衔接规划工作台',
    backgroundColor: '#ffffff',
    show: false,
    webPreferences: {
      preload: files.preload,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webSecurity: true,
      webviewTag: false,
      // Its dictionaries would be fetched from the network.
      spellcheck: false,
    },
  };
}

/** Opens the window; it is shown when it has something to show. */
export function openWindow(files: WindowFiles): BrowserWindow {
  const window = new BrowserWindow(windowOptions(files));
  if (readWindowState(files.stateFile)?.isMaximized === true) window.maximize();
  window.once('ready-to-show', () => window.show());
  window.on('close', () => saveWindowState(files.stateFile, window));
  // The page names the workbook in its title bar; it may not drop the program's name.
  void window.loadURL(APP_PAGE);
  return window;
}
