// What nobody caught, and pages that are gone: written down, told in plain words, with a way to go on. What was accepted
// is in the file already, so nothing is lost by it.
import type { App, BrowserWindow } from 'electron';
import { dialog } from 'electron';
import type { FaultLog } from './fault-log.ts';

const SAFE = '已显示“已保存”的内容都在工作簿文件里，没有丢失。';

export interface FaultWatch {
  app: Pick<App, 'on' | 'quit'>;
  log: FaultLog;
  currentWindow(): BrowserWindow | null;
}

/** To be called once, before anything can fail. */
export function watchFaults({ app, log, currentWindow }: FaultWatch): void {
  let isAsking = false;

  /** One question at a time: a fault often comes with others. */
  async function offerReload(message: string): Promise<void> {
    const window = currentWindow();
    if (isAsking || window === null || window.isDestroyed()) return;
    isAsking = true;
    try {
      const { response } = await dialog.showMessageBox({
        type: 'error',
        message,
        detail: `${SAFE}重新载入窗口可以继续工作；再次出现时请退出后重新打开，并把“关于”里的版本告诉维护人员。`,
        buttons: ['重新载入窗口', '退出'],
        defaultId: 0,
        cancelId: 0,
      });
      if (response === 1) app.quit();
      else if (!window.isDestroyed()) window.webContents.reload();
    } finally {
      isAsking = false;
    }
  }

  const onFault = (what: string) => (error: unknown) => {
    log.write(what, error);
    offerReload('程序内部出错，刚才的一步可能没有完成。').catch(() => {});
  };
  process.on('uncaughtException', onFault('uncaught'));
  process.on('unhandledRejection', onFault('rejection'));
  app.on('render-process-gone', (_event, contents, { reason, exitCode }) => {
    if (reason === 'clean-exit') return;
    log.write(`page gone: ${reason} ${exitCode}`);
    // A hidden page that is gone fails its own print; only the window is asked about.
    if (contents === currentWindow()?.webContents) offerReload('窗口意外停止了工作。').catch(() => {});
  });
  app.on('child-process-gone', (_event, { type, reason, exitCode }) => {
    // Chromium starts its helpers again by itself.
    if (reason !== 'clean-exit') log.write(`process gone: ${type} ${reason} ${exitCode}`);
  });
}
