// npm start: builds what is missing, then opens the workbench in Electron, or else in a window of an installed browser.
import { spawn } from 'node:child_process';
import path from 'node:path';
import { isRoot } from '#electron/browser/flags.ts';
import { runHost } from '#electron/host/run.ts';
import { buildAll, isBuilt } from './build.ts';
import { obtainElectron } from './electron-binary.ts';
import { project } from './stamp.ts';

/** An Electron that ends sooner than this with an error could not open a window. */
const STARTUP_MS = 5000;

const say = (line: string): void => console.log(line);

function hasDisplay(): boolean {
  return process.platform !== 'linux' || Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);
}

/** Runs Electron until it is closed; false when it could not be started on this machine. */
function runElectron(program: string, args: string[]): Promise<boolean> {
  const { ELECTRON_RUN_AS_NODE: _, ...env } = process.env;
  const started = Date.now();
  // As root Chromium refuses its sandbox; the same switch as for the browser window.
  const child = spawn(program, [...(isRoot() ? ['--no-sandbox'] : []), project, ...args], { env, stdio: 'inherit' });
  process.on('SIGINT', () => {});
  process.on('SIGTERM', () => child.kill());
  return new Promise((resolve) => {
    child.once('error', () => resolve(false));
    child.once('exit', (code) => resolve(code === 0 || Date.now() - started > STARTUP_MS));
  });
}

/** `npm start -- --no-window [FILE]`: only the address is printed, to be opened in a browser by hand. */
const NO_WINDOW = '--no-window';

async function start(given: string[]): Promise<void> {
  const args = given.filter((arg) => arg !== NO_WINDOW);
  const unknown = args.find((arg) => arg.startsWith('--'));
  if (unknown !== undefined)
    throw new Error(`没有选项 ${unknown}。可以写工作簿的文件名，或 ${NO_WINDOW}（不打开窗口，只给出地址）。`);
  // npm changes to the project folder; a file named on the command line is meant from where the user stands.
  const files = args.map((file) => path.resolve(process.env.INIT_CWD ?? process.cwd(), file));
  if (!isBuilt()) {
    say('正在生成程序文件（首次或源码有改动时）…');
    await buildAll();
  }
  const workbook = files[0] ?? null;
  if (!hasDisplay()) {
    say('没有图形界面（DISPLAY、WAYLAND_DISPLAY 均未设置），不打开窗口。');
    return runHost({ workbook, port: 0, hasWindow: false, say });
  }
  if (args.length < given.length) return runHost({ workbook, port: 0, hasWindow: false, say });
  const electron = await obtainElectron({ project, env: process.env, say });
  if (electron !== null && (await runElectron(electron, files))) return;
  say(
    electron === null
      ? '没有 Electron 程序，也下载不到，改用已安装的浏览器。要用 Electron，请设置镜像后重新启动：ELECTRON_MIRROR=镜像地址 npm start'
      : `Electron 在本机不能启动（${electron}），改用已安装的浏览器。`,
  );
  return runHost({ workbook, port: 0, hasWindow: true, say });
}

try {
  await start(process.argv.slice(2));
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
}
