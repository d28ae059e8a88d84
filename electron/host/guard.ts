// Who may talk to the loopback host: a page that was opened with our one-time key, from our own address, by its name.
// What lets it in is never a cookie, which a browser would send to every other server on 127.0.0.1 too.
import { randomBytes, timingSafeEqual } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import { WIRE_PROTOCOL } from '#shared/contract/host-wire.ts';

export interface Guard {
  /** The key for the address, behind its #: it lets one page in once. */
  key: string;
  /** The session for a key that is not spent yet, which is now, or for that session itself; null for anything else. */
  admit(request: IncomingMessage): string | null;
  /** The Host header names us: a page of another name that resolves to 127.0.0.1 (DNS rebinding) does not get in. */
  isOurHost(request: IncomingMessage): boolean;
  /** A WebSocket may only be opened by our own page. */
  isOurOrigin(request: IncomingMessage): boolean;
}

export function createGuard(port: number): Guard {
  const key = randomBytes(24).toString('base64url');
  const session = randomBytes(32).toString('base64url');
  let isSpent = false;
  return {
    key,
    admit(request) {
      const given = passOf(request);
      if (given === null) return null;
      if (isSame(given, session)) return session;
      if (isSpent || !isSame(given, key)) return null;
      isSpent = true;
      return session;
    },
    isOurHost: (request) => request.headers.host === `127.0.0.1:${port}`,
    isOurOrigin: (request) => request.headers.origin === `http://127.0.0.1:${port}`,
  };
}

/** A page can give no header of its own with a WebSocket but the protocols it speaks: ours, and the key or session. */
function passOf(request: IncomingMessage): string | null {
  const [protocol, pass, ...more] = (request.headers['sec-websocket-protocol'] ?? '')
    .split(',')
    .map((one) => one.trim());
  return protocol === WIRE_PROTOCOL && pass !== undefined && more.length === 0 ? pass : null;
}

function isSame(left: string, right: string): boolean {
  const a = Buffer.from(left);
  const b = Buffer.from(right);
  return a.length === b.length && timingSafeEqual(a, b);
}
