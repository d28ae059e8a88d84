// Connections to the loopback host that are cut, left half open, refused or full of noise: it goes on answering.
import { mkdirSync, writeFileSync } from 'node:fs';
import { connect, type Socket } from 'node:net';
import { join } from 'node:path';
import { startHost } from '#electron/host/host.ts';
import { WIRE_PATH } from '#shared/contract/host-wire.ts';
import { ask, openWire } from '#test/support/host-client.ts';
import { pick, pickOf, type Tally } from './tally.ts';

/** So many connections are left open at a time. */
const MOST_OPEN = 40;
const UPGRADE = `GET ${WIRE_PATH} HTTP/1.1\r\nHost: 127.0.0.1\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n`;
const NONSENSE = Buffer.from(Array.from({ length: 600 }, (_, at) => (at * 151) % 256));

const BEGINNINGS: readonly (string | Buffer)[] = [
  '',
  'G',
  'GET / HTTP/1.1\r\nHost: 127.0',
  'POST / HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: 1000000\r\n\r\nx',
  UPGRADE,
  `${UPGRADE}Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==\r\n\r\n`,
  NONSENSE,
];

export async function soakSockets(folder: string, times: number): Promise<Tally> {
  const root = join(folder, 'renderer');
  mkdirSync(root);
  writeFileSync(join(root, 'host.html'), '<p></p>');
  const host = await startHost({
    root,
    startApp: () => ({
      dispatch: async () => ({ ok: true, value: null }),
      subscribe: () => () => undefined,
      close: () => undefined,
    }),
  });
  const failures: string[] = [];
  const open: Socket[] = [];
  let answered = 0;
  try {
    for (let time = 0; time < times; time += 1) {
      const beginning = pickOf(BEGINNINGS);
      if (pick(8) === 0)
        await openWire(host.port, { pass: 'not.the-key' }).then(
          (wire) => wire.close(),
          () => undefined,
        );
      else open.push(await trouble(host.port, beginning));
      if (open.length > MOST_OPEN) open.shift()?.destroy();
      const { status } = await ask(host.port, { headers: { Host: `127.0.0.1:${host.port}` } });
      if (status === 200) answered += 1;
      else failures.push(`socket ${time}: answers ${status}`);
    }
  } catch (error) {
    failures.push(`the host is gone: ${String(error)}`);
  } finally {
    for (const socket of open) socket.destroy();
    await host.close();
  }
  return {
    name: 'connections cut, refused or left half open',
    tried: times,
    counted: answered,
    unit: 'answered after',
    failures,
  };
}

/** A connection that says so much and is then cut, ended or left. */
function trouble(port: number, beginning: string | Buffer): Promise<Socket> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1', () => {
      socket.write(beginning, () => {
        const end = pick(3);
        if (end === 0) socket.resetAndDestroy();
        else if (end === 1) socket.end();
        resolve(socket);
      });
    });
    socket.on('error', () => resolve(socket));
  });
}
