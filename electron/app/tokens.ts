// File tokens: the window never sends a path. A dialog (or a drop) gives a token for a path; each is used once where something is taken in or written.
import { randomBytes } from 'node:crypto';
import { basename, dirname } from 'node:path';
import type { FileRef } from '#shared/contract/methods.ts';
import { AppError } from '#shared/values/app-error.ts';

export interface TokenStore {
  grant(path: string): FileRef;
  /** The path of a token, which is used up by this. Throws bad-token. */
  take(token: string): string;
  /** The path of a token that stays good: a file that is looked at before it is taken in. Throws bad-token. */
  look(token: string): string;
  /** The last token that was used up for this path is good once more: the call is to be tried again. */
  giveBack(path: string): void;
}

const KEPT = 1000;

export function createTokenStore(): TokenStore {
  const paths = new Map<string, string>();
  let used: [token: string, path: string] | null = null;
  const look = (token: string): string => {
    const path = paths.get(token);
    if (path === undefined) throw new AppError('bad-token', '所选文件已失效，请重新选择文件。');
    return path;
  };
  return {
    grant(path) {
      const token = randomBytes(18).toString('base64url');
      paths.set(token, path);
      const [oldest] = paths.keys();
      if (paths.size > KEPT && oldest !== undefined) paths.delete(oldest);
      return { token, name: basename(path), folder: dirname(path) };
    },
    take(token) {
      const path = look(token);
      paths.delete(token);
      used = [token, path];
      return path;
    },
    look,
    giveBack(path) {
      if (used?.[1] === path) paths.set(...used);
    },
  };
}
