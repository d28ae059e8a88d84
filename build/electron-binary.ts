// Finds Electron's program, or fetches it where the network allows. A failed attempt is remembered for a day.
import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';

const PROGRAMS: Readonly<Partial<Record<NodeJS.Platform, string>>> = {
  darwin: 'Electron.app/Contents/MacOS/Electron',
  linux: 'electron',
  win32: 'electron.exe',
};
const DAY_MS = 24 * 3600 * 1000;
const PROBE_MS = 8000;
/** About 120 MB over a slow line; only begun after the server has answered. */
const FETCH_MS = 15 * 60 * 1000;

export interface ElectronSearch {
  /** The project folder. */
  project: string;
  env: NodeJS.ProcessEnv;
  /** Tells the user that a download begins. */
  say(line: string): void;
}

/** The program's path when it is on this machine: `ELECTRON_OVERRIDE_DIST_PATH`, else where npm puts it. */
export function findElectron({ project, env }: Pick<ElectronSearch, 'project' | 'env'>): string | null {
  const program = PROGRAMS[process.platform];
  if (program === undefined) return null;
  const dist = env.ELECTRON_OVERRIDE_DIST_PATH ?? path.join(project, 'node_modules/electron/dist');
  const file = path.join(dist, program);
  return existsSync(file) ? file : null;
}

/** As findElectron, after trying to fetch it; null when it cannot be had. */
export async function obtainElectron(search: ElectronSearch): Promise<string | null> {
  const found = findElectron(search);
  if (found !== null || search.env.ELECTRON_OVERRIDE_DIST_PATH !== undefined) return found;
  const failure = path.join(search.project, 'node_modules/.cache/xianjie/electron-failed.json');
  const mirror = findMirror(search.env);
  if (wasTriedToday(failure, mirror)) return null;
  const isFetched = (await isReachable(search)) && (await runInstaller(search));
  if (isFetched) {
    rmSync(failure, { force: true });
    return findElectron(search);
  }
  mkdirSync(path.dirname(failure), { recursive: true });
  writeFileSync(failure, JSON.stringify({ at: Date.now(), mirror }));
  return null;
}

/** Where Electron's installer would fetch from: the variable, npm's setting, or the project's own releases. */
function findMirror(env: NodeJS.ProcessEnv): string {
  const mirror = env.ELECTRON_MIRROR ?? env.npm_config_electron_mirror;
  return mirror ?? 'https://github.com/electron/electron/releases/download/';
}

/** Another mirror is another attempt. */
function wasTriedToday(failure: string, mirror: string): boolean {
  try {
    const last = JSON.parse(readFileSync(failure, 'utf8')) as { at: number; mirror: string };
    return last.mirror === mirror && Date.now() - last.at < DAY_MS;
  } catch {
    return false;
  }
}

/** Asks for the archive's head first: where the network is closed, the start must not hang on a download. */
async function isReachable({ project, env }: ElectronSearch): Promise<boolean> {
  const text = readFileSync(path.join(project, 'node_modules/electron/package.json'), 'utf8');
  const { version } = JSON.parse(text) as { version: string };
  try {
    const archive = `${findMirror(env)}v${version}/electron-v${version}-${process.platform}-${process.arch}.zip`;
    const answer = await fetch(archive, { method: 'HEAD', signal: AbortSignal.timeout(PROBE_MS) });
    return answer.ok;
  } catch {
    return false;
  }
}

function runInstaller({ project, env, say }: ElectronSearch): Promise<boolean> {
  say('正在下载 Electron（约 120 MB，只在第一次）…');
  const script = path.join(project, 'node_modules/electron/install.js');
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [script], { env, stdio: 'ignore', timeout: FETCH_MS });
    child.once('error', () => resolve(false));
    child.once('exit', (code) => resolve(code === 0));
  });
}
