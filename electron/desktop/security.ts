// Locks the shell: no other pages, no windows, no permissions, no network. Applied to whatever the app creates.
import type { App, Session, WebContents } from 'electron';
import { isAppUrl } from './app-protocol.ts';

/** Every page of the app, the print page too: it stays where it is, opens nothing, embeds nothing. */
export function lockContents(contents: WebContents): void {
  // Frames within the page too; the print preview is a frame whose document the page writes itself.
  contents.on('will-frame-navigate', (event) => {
    if (!isAppUrl(event.url) && event.url !== 'about:srcdoc') event.preventDefault();
  });
  contents.on('will-redirect', (event) => event.preventDefault());
  contents.on('will-attach-webview', (event) => event.preventDefault());
  contents.setWindowOpenHandler(() => ({ action: 'deny' }));
}

/** Copying and pasting from the page's own menus; all else is refused, asked for or only checked. */
const CLIPBOARD = new Set(['clipboard-read', 'clipboard-sanitized-write']);

/** No permission but the clipboard for our own page, and no request leaves the machine. */
export function lockSession(session: Session): void {
  session.setPermissionRequestHandler((_contents, permission, answer, details) =>
    answer(CLIPBOARD.has(permission) && details.isMainFrame && isAppUrl(details.requestingUrl)),
  );
  session.setPermissionCheckHandler(
    (_contents, permission, origin, details) => CLIPBOARD.has(permission) && details.isMainFrame && isAppUrl(origin),
  );
  session.setDevicePermissionHandler(() => false);
  session.webRequest.onBeforeRequest((details, answer) => answer({ cancel: isNetwork(details.url) }));
}

function isNetwork(address: string): boolean {
  return /^(https?|wss?|ftp):/i.test(address);
}

/** Locks all pages and sessions from here on; to be called once, before the first window. */
export function lockApp(app: Pick<App, 'on'>): void {
  app.on('web-contents-created', (_event, contents) => lockContents(contents));
  app.on('session-created', lockSession);
}
