// The app:// protocol: the page's files from the package, with the security headers, and nothing else.
import { readFile } from 'node:fs/promises';
import type { Protocol } from 'electron';
import { findAsset } from '#electron/web/assets.ts';
import { PAGE_HEADERS, signPage } from '#electron/web/policy.ts';

export const APP_SCHEME = 'app';
/** Pages that nobody sees, from memory; served in their own session only (hidden-page.ts). */
export const HIDDEN_SCHEME = 'hidden';
/** Where the page is; everything else that calls itself app:// is refused. */
export const APP_ORIGIN = 'app://bundle';
export const APP_PAGE = `${APP_ORIGIN}/index.html`;

/** Whether an address is ours. Not by `origin`: for a scheme of our own that is the text 'null' in the main process. */
export function isAppUrl(address: string): boolean {
  const url = URL.parse(address);
  return url !== null && `${url.protocol}//${url.host}` === APP_ORIGIN;
}

/** Must run before the app is ready. */
export function registerAppScheme(protocol: Pick<Protocol, 'registerSchemesAsPrivileged'>): void {
  protocol.registerSchemesAsPrivileged([
    { scheme: APP_SCHEME, privileges: { standard: true, secure: true, supportFetchAPI: true } },
    { scheme: HIDDEN_SCHEME, privileges: { standard: true, secure: true } },
  ]);
}

export function serveAppScheme(protocol: Pick<Protocol, 'handle'>, root: string): void {
  protocol.handle(APP_SCHEME, (request) => answerAppRequest(request, root));
}

/** One request for a file below `root` (dist/renderer). */
export async function answerAppRequest(request: Pick<Request, 'url' | 'method'>, root: string): Promise<Response> {
  if (request.method !== 'GET' || !isAppUrl(request.url))
    return new Response('', { status: 403, headers: PAGE_HEADERS });
  const asset = findAsset(root, new URL(request.url).pathname);
  if (asset === null) return new Response('', { status: 404, headers: PAGE_HEADERS });
  if (asset.type.startsWith('text/html')) {
    const { html, headers } = signPage(await readFile(asset.file, 'utf8'));
    return new Response(html, { headers: { ...headers, 'Content-Type': asset.type } });
  }
  const bytes = await readFile(asset.file);
  return new Response(new Uint8Array(bytes), { headers: { ...PAGE_HEADERS, 'Content-Type': asset.type } });
}
