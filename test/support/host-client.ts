// A browser's part in talking to the loopback host, without a browser: spends the key, keeps the cookie, opens the wire.
import { request } from 'node:http';
import { WebSocket } from 'ws';
import type { HostMessage, PageMessage } from '#shared/contract/host-wire.ts';
import { WIRE_PATH } from '#shared/contract/host-wire.ts';

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

/** Opens the address with its key; the cookie as a browser would send it back. */
export async function enter(host: { url: string; port: number }): Promise<string> {
  const { pathname, search } = new URL(host.url);
  const answer = await ask(host.port, { path: pathname + search });
  const cookie = answer.headers['set-cookie']?.[0];
  if (answer.status !== 303 || cookie === undefined) throw new Error(`no entry: ${answer.status}`);
  return cookie.split(';')[0] ?? '';
}

export interface WireClient {
  send(message: PageMessage | string): void;
  /** The next message that fits; those before it are kept for later calls. */
  next(fits: (message: HostMessage) => boolean): Promise<HostMessage>;
  closed: Promise<number>;
  close(): void;
}

/** Opens the WebSocket; rejects with the status when the host refuses it. */
export function openWire(port: number, headers: Record<string, string>): Promise<WireClient> {
  const socket = new WebSocket(`ws://127.0.0.1:${port}${WIRE_PATH}`, { headers });
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
