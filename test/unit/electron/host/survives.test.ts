// What the loopback host must outlive: requests that are none, sockets that break, floods, messages of any kind.
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { connect, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { WebSocket } from 'ws';
import type { Host, HostedApp } from '#electron/host/host.ts';
import { startHost } from '#electron/host/host.ts';
import { WIRE_LIMIT, WIRE_PATH, WIRE_PROTOCOL } from '#shared/contract/host-wire.ts';
import { ask, enter, openWire } from '#test/support/host-client.ts';

let folder = '';
let host: Host<HostedApp>;
const faults: unknown[] = [];
const note = (error: unknown): number => faults.push(error);

beforeEach(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'xianjie-test-host-'));
  writeFileSync(path.join(folder, 'host.html'), '<p>工作台</p>');
  const app: HostedApp = {
    dispatch: async (method) => ({ ok: true, value: method }),
    subscribe: () => () => {},
    close() {},
  };
  host = await startHost({ root: folder, startApp: () => app });
  faults.length = 0;
  process.on('uncaughtException', note);
});
afterEach(async () => {
  process.off('uncaughtException', note);
  await host.close();
  rmSync(folder, { recursive: true, force: true });
});

/** The host answers as ever, a page with a session too, and nothing was thrown. */
async function expectAlive(): Promise<void> {
  await expect.poll(async () => (await ask(host.port, {})).status).toBe(200);
  const wire = await openWire(host.port, { pass: await enterOnce() });
  wire.send({ type: 'call', id: 1, method: 'echo', input: {} });
  expect(await wire.next(({ type }) => type === 'reply')).toMatchObject({ reply: { ok: true, value: 'echo' } });
  wire.close();
  expect(faults).toEqual([]);
}

let session: Promise<string> | undefined;
beforeEach(() => {
  session = undefined;
});
function enterOnce(): Promise<string> {
  session ??= enter(host);
  return session;
}

async function open(): Promise<Socket> {
  const socket = connect(host.port, '127.0.0.1');
  socket.on('error', () => {});
  await once(socket, 'connect');
  return socket;
}

const UPGRADE = (lines: string): string =>
  `GET ${WIRE_PATH} HTTP/1.1\r\nHost: 127.0.0.1:${host.port}\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n${lines}\r\n`;

it('connections that are refused and already gone', async () => {
  for (let i = 0; i < 20; i += 1) {
    const socket = await open();
    socket.write(UPGRADE('Origin: http://evil.example\r\n'));
    socket.resetAndDestroy();
  }
  await expectAlive();
});

it.each<[string, () => string]>([
  ['no HTTP', () => '\u0016\u0003\u0001\u0000\u0000'],
  ['half a request', () => 'GET / HTTP/1.1\r\nHost: 127'],
  ['a header without a name', () => `GET / HTTP/1.1\r\n: x\r\n\r\n`],
  ['two lengths', () => 'POST / HTTP/1.1\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\n'],
  ['long headers', () => `GET / HTTP/1.1\r\nX: ${'x'.repeat(20_000)}\r\n\r\n`],
  ['an upgrade to something else', () => UPGRADE('').replace('websocket', 'h2c')],
  ['an upgrade without a key', () => UPGRADE(`Origin: http://127.0.0.1:${host.port}\r\n`)],
  ['an upgrade of another path', () => UPGRADE('').replace(WIRE_PATH, '/other')],
])('%s', async (_name, text) => {
  const whole = await open();
  whole.write(text());
  const cut = await open();
  cut.write(text(), () => cut.resetAndDestroy());
  const half = await open();
  half.end(text());
  await expectAlive();
  for (const socket of [whole, cut, half]) socket.destroy();
});

it('more connections than it takes', async () => {
  const pass = await enterOnce();
  const idle = await Promise.all(Array.from({ length: 150 }, () => connectQuietly()));
  for (const socket of idle) socket.destroy();
  expect(pass).not.toBe('');
  await expectAlive();
});

function connectQuietly(): Promise<Socket> {
  const socket = connect(host.port, '127.0.0.1');
  return new Promise((resolve) => {
    socket.once('connect', () => resolve(socket));
    socket.on('error', () => resolve(socket));
  });
}

it('a message larger than allowed', async () => {
  const socket = new WebSocket(`ws://127.0.0.1:${host.port}${WIRE_PATH}`, [WIRE_PROTOCOL, await enterOnce()], {
    origin: `http://127.0.0.1:${host.port}`,
  });
  await once(socket, 'open');
  socket.on('error', () => {});
  const closed = once(socket, 'close');
  // Only the head of the frame says how long it would be.
  const raw = (socket as unknown as { _socket: Socket })._socket;
  const head = Buffer.alloc(14);
  head.writeUInt8(0x81, 0);
  head.writeUInt8(0xff, 1);
  head.writeBigUInt64BE(BigInt(WIRE_LIMIT + 1), 2);
  raw.write(head);
  await closed;
  await expectAlive();
});

it.each([
  '{',
  '[]',
  '"x"',
  'null',
  '{"type":"answer","id":9,"paths":["/x"]}',
  '\u0000',
  `{"type":"call","id":1,"method":""}`,
])('the message %j', async (text) => {
  const wire = await openWire(host.port, { pass: await enterOnce() });
  wire.send(text);
  await expectAlive();
  wire.close();
});

it('pages that go in the middle of a call', async () => {
  for (let i = 0; i < 10; i += 1) {
    const socket = new WebSocket(`ws://127.0.0.1:${host.port}${WIRE_PATH}`, [WIRE_PROTOCOL, await enterOnce()], {
      origin: `http://127.0.0.1:${host.port}`,
    });
    await once(socket, 'open');
    socket.on('error', () => {});
    socket.send(JSON.stringify({ type: 'call', id: 1, method: 'echo' }));
    socket.terminate();
  }
  await expectAlive();
});
