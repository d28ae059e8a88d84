// Joins the page to the app: calls from our own window's main frame only, events to it.
import type { BrowserWindow, IpcMain, IpcMainInvokeEvent } from 'electron';
import type { AppEvent } from '#shared/contract/events.ts';
import type { Reply } from '#shared/contract/reply.ts';
import { isAppUrl } from './app-protocol.ts';
import { EVENT_CHANNEL, INVOKE_CHANNEL } from './channels.ts';

/** What the shell needs of the app. */
export interface DispatchingApp {
  dispatch(method: string, input: unknown): Promise<Reply>;
  subscribe(listener: (event: AppEvent) => void): () => void;
}

/** Our page, in the main frame of the window: a frame inside it or another page is refused. */
export function isTrusted(event: Pick<IpcMainInvokeEvent, 'senderFrame'>, window: BrowserWindow | null): boolean {
  const frame = event.senderFrame;
  if (frame === null || window === null || window.isDestroyed()) return false;
  return frame === window.webContents.mainFrame && isAppUrl(frame.url);
}

/** `currentWindow` is asked at each call: the window may have been closed and made anew. Returns the undoing. */
export function connectIpc(
  ipcMain: Pick<IpcMain, 'handle' | 'removeHandler'>,
  app: DispatchingApp,
  currentWindow: () => BrowserWindow | null,
): () => void {
  ipcMain.handle(INVOKE_CHANNEL, (event, method: unknown, input: unknown) => {
    if (!isTrusted(event, currentWindow())) throw new Error('call from an untrusted page');
    return app.dispatch(String(method), input);
  });
  const unsubscribe = app.subscribe((event) => sendEvent(currentWindow(), event));
  return () => {
    unsubscribe();
    ipcMain.removeHandler(INVOKE_CHANNEL);
  };
}

export function sendEvent(window: BrowserWindow | null, event: AppEvent): void {
  if (window !== null && !window.isDestroyed()) window.webContents.send(EVENT_CHANNEL, event);
}
