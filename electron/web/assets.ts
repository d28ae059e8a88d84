// Which file of dist/renderer an address means: the same rules for the app:// protocol and the loopback host.
import { realpathSync, statSync } from 'node:fs';
import path from 'node:path';

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
};

export interface Asset {
  file: string;
  type: string;
}

/**
 * The file behind the path of an address, or null: outside the folder (also by a symbolic link), no plain file,
 * or a kind of file we do not give out (source maps).
 */
export function findAsset(root: string, pathname: string): Asset | null {
  let decoded: string;
  try {
    decoded = decodeURIComponent(pathname);
  } catch {
    return null;
  }
  if (decoded.includes('\0') || decoded.includes('\\')) return null;
  const type = TYPES[path.posix.extname(decoded)];
  if (type === undefined) return null;
  try {
    const base = realpathSync(root);
    const file = realpathSync(path.join(base, decoded));
    if (!file.startsWith(base + path.sep) || !statSync(file).isFile()) return null;
    return { file, type };
  } catch {
    return null;
  }
}
