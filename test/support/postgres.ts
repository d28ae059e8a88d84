// A PostgreSQL server of its own for a test: made in a temp folder, reached over a port of this machine, gone afterwards.
import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { chownSync, existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';

const DEBIAN = '/usr/lib/postgresql';
const PASSWORD = '试验-口令';

export interface TestServer {
  /** postgres://… of the database. */
  url: string;
  stop(): Promise<void>;
}

/** The folder of its programs, the newest; null where none is installed. */
export function findPostgres(): string | null {
  if (existsSync(DEBIAN)) {
    const versions = readdirSync(DEBIAN).toSorted((a, b) => Number(b) - Number(a));
    const found = versions.map((version) => path.join(DEBIAN, version, 'bin')).find((bin) => hasServer(bin));
    if (found !== undefined) return found;
  }
  return (process.env.PATH ?? '').split(path.delimiter).find((bin) => bin !== '' && hasServer(bin)) ?? null;
}

const hasServer = (bin: string): boolean =>
  existsSync(path.join(bin, 'initdb')) && existsSync(path.join(bin, 'postgres'));

/** The server refuses to run as root: there it gets a user that owns nothing else. */
function serverUser(): { uid?: number; gid?: number } {
  if (process.getuid?.() !== 0) return {};
  const idOf = (flag: string): number => Number(execFileSync('id', [flag, 'nobody'], { encoding: 'utf8' }));
  return { uid: idOf('-u'), gid: idOf('-g') };
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const address = server.address();
  await new Promise((done) => server.close(done));
  if (address === null || typeof address === 'string') throw new Error('no port');
  return address.port;
}

export async function startPostgres(bin: string): Promise<TestServer> {
  const folder = mkdtempSync(path.join(tmpdir(), 'xianjie-postgres-'));
  const user = serverUser();
  const passwordFile = path.join(folder, 'password');
  writeFileSync(passwordFile, PASSWORD);
  if (user.uid !== undefined && user.gid !== undefined) {
    for (const one of [folder, passwordFile]) chownSync(one, user.uid, user.gid);
  }
  const data = path.join(folder, 'data');
  const options = { ...user, cwd: folder, env: { ...process.env, LC_ALL: 'C.UTF-8' } } as const;
  const made = spawnSync(
    path.join(bin, 'initdb'),
    ['-D', data, '-U', 'province', '-E', 'UTF8', '-A', 'scram-sha-256', '--pwfile', passwordFile, '--no-sync'],
    { ...options, encoding: 'utf8' },
  );
  if (made.status !== 0) throw new Error(`initdb: ${made.stderr}`);
  const port = await freePort();
  const settings = [`port=${port}`, 'listen_addresses=127.0.0.1', `unix_socket_directories=${folder}`, 'fsync=off'];
  const server = spawn(path.join(bin, 'postgres'), ['-D', data, ...settings.flatMap((one) => ['-c', one])], {
    ...options,
    stdio: 'ignore',
  });
  const gone = new Promise<void>((done) => server.once('exit', () => done()));
  const isReady = (): boolean =>
    spawnSync(path.join(bin, 'pg_isready'), ['-q', '-h', '127.0.0.1', '-p', String(port)]).status === 0;
  for (let tries = 0; !isReady(); tries += 1) {
    if (tries > 200 || server.exitCode !== null) throw new Error('the server did not start');
    await new Promise((done) => setTimeout(done, 100));
  }
  return {
    url: `postgres://province:${encodeURIComponent(PASSWORD)}@127.0.0.1:${port}/postgres`,
    async stop() {
      // Immediately: nothing of it is kept.
      server.kill('SIGQUIT');
      await gone;
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
