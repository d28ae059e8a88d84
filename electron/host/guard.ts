// Who may talk to the loopback host: a page that was opened with our one-time key, from our own address, by its name.
import { randomBytes, timingSafeEqual } from 'node:crypto';
import type { IncomingMessage } from 'node:http';

export interface Guard {
  /** The key for the address; it opens one page once. */
  key: string;
  /** Spends the key: the cookie line for the browser, or null when it is wrong or spent. */
  redeem(key: string): string | null;
  /** The Host header names us: a page of another name that resolves to 127.0.0.1 (DNS rebinding) does not get in. */
  isOurHost(request: IncomingMessage): boolean;
  /** A WebSocket may only be opened by our own page. */
  isOurOrigin(request: IncomingMessage): boolean;
  hasSession(request: IncomingMessage): boolean;
}

export function createGuard(port: number): Guard {
  const key = randomBytes(24).toString('base64url');
  const session = randomBytes(32).toString('base64url');
  // Cookies do not know ports: two workbenches in one browser must not overwrite each other's.
  const cookieName = `xianjie-${port}`;
  let isSpent = false;
  return {
    key,
    redeem(given) {
      if (isSpent || !isSame(given, key)) return null;
      isSpent = true;
      return `${cookieName}=${session}; HttpOnly; SameSite=Strict; Path=/`;
    },
    isOurHost: (request) => request.headers.host === `127.0.0.1:${port}`,
    isOurOrigin: (request) => request.headers.origin === `http://127.0.0.1:${port}`,
    hasSession: (request) => {
      const value = readCookie(request.headers.cookie ?? '', cookieName);
      return value !== null && isSame(value, session);
    },
  };
}

function isSame(left: string, right: string): boolean {
  const a = Buffer.from(left);
  const b = Buffer.from(right);
  return a.length === b.length && timingSafeEqual(a, b);
}

function readCookie(header: string, name: string): string | null {
  for (const part of header.split(';')) {
    const at = part.indexOf('=');
    if (at > 0 && part.slice(0, at).trim() === name) return part.slice(at + 1).trim();
  }
  return null;
}
