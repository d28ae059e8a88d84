// A browser's part in talking to the loopback host, without a browser: spends the key, keeps the session, opens the wire.
import { randomBytes } from 'node:crypto';
import { request } from 'node:http';
import { WebSocket } from 'ws';
import type { HostMessage, PageMessage } from '#shared/contract/host-wire.ts';
import { WIRE_PATH, WIRE_PROTOCOL } from '#shared/contract/host-wire.ts';

export interface Answer {
  status: number;
  headers: Record<string, string | string[] | undefined>;
  body: string;
}

export interface Asking {
  path?: string;
  method?: string;
  headers?: Record<string, string>;
  body?: string;
}

/** A plain request with exactly these headers; fetch would mend paths and refuse a Host header. */
export function ask(port: number, { path = '/', method = 'GET', headers = {}, body }: Asking): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const sent = request({ host: '127.0.0.1', port, path, method, headers, agent: false }, (response) => {
      let text = '';
      response.setEncoding('utf8');
      response.on('data', (chunk: string) => {
        text += chunk;
      });
      response.on('end', () => resolve({ status: response.statusCode ?? 0, headers: response.headers, body: text }));
    });
    sent.on('error', reject);
    sent.end(body);
  });
}

/** The key of the address. */
export function keyOf(host: { url: string }): string {
  return new URL(host.url).hash.replace('#key=', '');
}

/** The pass of a page that has just been opened: the key and a session of its own. */
export function passOf(host: { url: string }): string {
  return `${keyOf(host)}.${randomBytes(32).toString('base64url')}`;
}

/** Spends the key as the page does; the pass that is good from then on. */
export async function enter(host: { url: string; port: number }): Promise<string> {
  const pass = passOf(host);
  (await openWire(host.port, { pass })).close();
  return pass;
}

export interface WireClient {
  send(message: PageMessage | string): void;
  /** The next message that fits; those before it are kept for later calls. */
  next(fits: (message: HostMessage) => boolean): Promise<HostMessage>;
  closed: Promise<number>;
  close(): void;
}

export interface Knock {
  /** Left out: none is shown. */
  pass?: string;
  /** Left out: our own page's. */
  origin?: string;
  headers?: Record<string, string>;
}

/** Opens the WebSocket; rejects with the status when the host refuses it. */
export function openWire(
  port: number,
  { pass, origin = `http://127.0.0.1:${port}`, headers }: Knock,
): Promise<WireClient> {
  const protocols = pass === undefined ? [] : [WIRE_PROTOCOL, pass];
  const socket = new WebSocket(`ws://127.0.0.1:${port}${WIRE_PATH}`, protocols, { headers: { origin, ...headers } });
  const kept: HostMessage[] = [];
  const waiting = new Set<() => void>();
  const closed = new Promise<number>((resolve) => socket.on('close', resolve));
  socket.on('message', (data) => {
    kept.push(JSON.parse(String(data)) as HostMessage);
    for (const look of [...waiting]) look();
  });
  const client: WireClient = {
    send: (message) => socket.send(typeof message === 'string' ? message : JSON.stringify(message)),
    next: (fits) =>
      new Promise((resolve) => {
        const look = (): void => {
          const at = kept.findIndex(fits);
          if (at < 0) return;
          waiting.delete(look);
          resolve(kept.splice(at, 1)[0] as HostMessage);
        };
        waiting.add(look);
        look();
      }),
    closed,
    close: () => socket.close(),
  };
  return new Promise((resolve, reject) => {
    socket.once('open', () => resolve(client));
    socket.once('unexpected-response', (_request, response) => reject(new Error(`refused: ${response.statusCode}`)));
    socket.once('error', reject);
  });
}
