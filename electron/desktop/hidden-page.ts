// A page in a window that nobody sees: printed, or read when it has loaded.
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { BrowserWindow, type WebContents } from 'electron';

/** Loads `html` and hands the finished page to `use`; window and file are gone afterwards. */
export async function withHiddenPage<T>(html: string, use: (contents: WebContents) => Promise<T>): Promise<T> {
  const work = await mkdtemp(path.join(tmpdir(), 'xianjie-print-'));
  const window = new BrowserWindow({
    show: false,
    webPreferences: { sandbox: true, contextIsolation: true, nodeIntegration: false, partition: 'print' },
  });
  try {
    // A file, not a data: address: those end at two megabytes, and an annex of a county is longer.
    const page = path.join(work, 'page.html');
    await writeFile(page, html);
    await window.loadFile(page);
    return await use(window.webContents);
  } finally {
    window.destroy();
    await rm(work, { recursive: true, force: true });
  }
}
