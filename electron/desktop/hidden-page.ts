// A page in a window that nobody sees: printed, or read when it has loaded. It comes from memory over a scheme of its
// own, in a session of its own, and runs no script unless it is asked to.
import { BrowserWindow, session, type WebContents } from 'electron';
import { HIDDEN_SCHEME } from './app-protocol.ts';

const PARTITION = 'print';

const pages = new Map<string, string>();
let lastPage = 0;

/** Loads `html` and hands the finished page to `use`; window and page are gone afterwards. */
export async function withHiddenPage<T>(
  html: string,
  use: (contents: WebContents) => Promise<T>,
  { runsScripts = false } = {},
): Promise<T> {
  servePages();
  lastPage += 1;
  const address = `${HIDDEN_SCHEME}://page/${lastPage}`;
  pages.set(address, html);
  const window = new BrowserWindow({
    show: false,
    webPreferences: {
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      javascript: runsScripts,
      partition: PARTITION,
    },
  });
  try {
    await window.loadURL(address);
    return await use(window.webContents);
  } finally {
    window.destroy();
    pages.delete(address);
  }
}

function servePages(): void {
  const { protocol } = session.fromPartition(PARTITION);
  if (protocol.isProtocolHandled(HIDDEN_SCHEME)) return;
  protocol.handle(HIDDEN_SCHEME, ({ url }) => {
    const html = pages.get(url);
    const headers = { 'Content-Type': 'text/html; charset=utf-8', 'X-Content-Type-Options': 'nosniff' };
    return new Response(html ?? '', { status: html === undefined ? 404 : 200, headers });
  });
}
