// Who may talk to the loopback host: a page that was opened with our one-time key, from our own address, by its name.
// What lets it in is never a cookie, which a browser would send to every other server on 127.0.0.1 too.
import { randomBytes, timingSafeEqual } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import { WIRE_PROTOCOL } from '#shared/contract/host-wire.ts';

export interface Guard {
  /** The key for the address, behind its #: it lets one page in, once. */
  key: string;
  /** Whether a page may have the wire: by the key, which from then on belongs to the session it shows, or by that. */
  admit(request: IncomingMessage): boolean;
  /** The Host header names us: a page of another name that resolves to 127.0.0.1 (DNS rebinding) does not get in. */
  isOurHost(request: IncomingMessage): boolean;
  /** A WebSocket may only be opened by our own page. */
  isOurOrigin(request: IncomingMessage): boolean;
}

export function createGuard(port: number): Guard {
  const key = randomBytes(24).toString('base64url');
  /** That of the page which spent the key; the page made it up, so that it has it even if our answer never came. */
  let session: string | null = null;
  return {
    key,
    admit(request) {
      const [, shownKey = '', shownSession = ''] = PASS.exec(request.headers['sec-websocket-protocol'] ?? '') ?? [];
      if (shownSession === '') return false;
      if (session !== null) return isSame(shownSession, session);
      if (!isSame(shownKey, key)) return false;
      session = shownSession;
      return true;
    },
    isOurHost: (request) => request.headers.host === `127.0.0.1:${port}`,
    isOurOrigin: (request) => request.headers.origin === `http://127.0.0.1:${port}`,
  };
}

/** A page can give no header of its own with a WebSocket but the protocols it speaks: ours, and its pass. */
const PASS = new RegExp(`^${WIRE_PROTOCOL}, ?([\\w-]{32})\\.([\\w-]{43})$`);

function isSame(left: string, right: string): boolean {
  const a = Buffer.from(left);
  const b = Buffer.from(right);
  return a.length === b.length && timingSafeEqual(a, b);
}
