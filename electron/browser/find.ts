// Finds an installed Chromium, Chrome or Edge: for the app window of the loopback host, for printing, and for tests.
import { existsSync, realpathSync, statSync } from 'node:fs';
import { homedir } from 'node:os';
import path from 'node:path';
import { AppError } from '#shared/values/app-error.ts';

export interface Browser {
  /** Absolute path of the executable. */
  path: string;
  /** Where the browser may read and write: snap builds only see their own folder, others the system's temp folder. */
  workFolder: string | null;
}

/** What the search looks at; tests hand in their own machine. */
export interface Machine {
  platform: NodeJS.Platform;
  env: NodeJS.ProcessEnv;
  home: string;
  isFile(file: string): boolean;
  realPath(file: string): string;
}

export const thisMachine: Machine = {
  platform: process.platform,
  env: process.env,
  home: homedir(),
  isFile: (file) => existsSync(file) && statSync(file).isFile(),
  realPath: (file) => realpathSync(file),
};

/** The variables that name a browser, the first one that is set wins. */
const VARIABLES = ['XIANJIE_BROWSER', 'CHROME_PATH'] as const;

const LINUX_NAMES = [
  'google-chrome-stable',
  'google-chrome',
  'microsoft-edge-stable',
  'microsoft-edge',
  'chromium',
  'chromium-browser',
];

const WINDOWS_FILES = [
  'Google\\Chrome\\Application\\chrome.exe',
  'Microsoft\\Edge\\Application\\msedge.exe',
  'Chromium\\Application\\chrome.exe',
];

const MAC_FILES = [
  'Google Chrome.app/Contents/MacOS/Google Chrome',
  'Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  'Chromium.app/Contents/MacOS/Chromium',
];

function candidates(machine: Machine): string[] {
  const { env, home, platform } = machine;
  if (platform === 'win32') {
    const roots = [env.ProgramFiles, env['ProgramFiles(x86)'], env.LOCALAPPDATA];
    return roots
      .filter((root) => root !== undefined)
      .flatMap((root) => WINDOWS_FILES.map((file) => path.win32.join(root, file)));
  }
  if (platform === 'darwin') {
    return ['/Applications', path.posix.join(home, 'Applications')].flatMap((root) =>
      MAC_FILES.map((file) => path.posix.join(root, file)),
    );
  }
  const folders = [...(env.PATH ?? '').split(':'), '/usr/local/bin', '/usr/bin', '/snap/bin'].filter((f) => f !== '');
  // By name first: a real package of Chrome is better than a confined Chromium found earlier in the path.
  return LINUX_NAMES.flatMap((name) => folders.map((folder) => path.posix.join(folder, name)));
}

function isSnap(file: string, machine: Machine): boolean {
  return file.startsWith('/snap/') || machine.realPath(file) === '/usr/bin/snap';
}

/**
 * The browser to use, or null where none is installed.
 * Throws `printer-missing` when a variable names a file that is not there: a typing error must not be passed over.
 */
export function findBrowser(machine: Machine = thisMachine): Browser | null {
  for (const variable of VARIABLES) {
    const file = machine.env[variable];
    if (file === undefined || file === '') continue;
    if (!machine.isFile(file)) {
      throw new AppError('printer-missing', `环境变量 ${variable} 指向的浏览器不存在：${file}。请改正，或删去该变量。`);
    }
    return describe(file, machine);
  }
  const found = candidates(machine).find((file) => machine.isFile(file));
  return found === undefined ? null : describe(found, machine);
}

function describe(file: string, machine: Machine): Browser {
  const workFolder =
    machine.platform === 'linux' && isSnap(file, machine)
      ? path.posix.join(machine.home, 'snap', 'chromium', 'common')
      : null;
  return { path: file, workFolder };
}

/** What to install, in one sentence for the platform. */
export function browserAdvice(platform: NodeJS.Platform = process.platform): string {
  const how =
    platform === 'linux'
      ? '请安装 Chromium、Chrome 或 Edge（Debian、Ubuntu：sudo apt install chromium fonts-noto-cjk）'
      : '请安装 Chrome 或 Edge';
  return `${how}；已装在别处的，用环境变量 XIANJIE_BROWSER 写明其程序文件。`;
}

/** As findBrowser, but the absence of a browser is an error that names what to install. */
export function requireBrowser(purpose: string, machine: Machine = thisMachine): Browser {
  const browser = findBrowser(machine);
  if (browser === null) {
    throw new AppError('printer-missing', `${purpose}需要浏览器，本机没有找到。${browserAdvice(machine.platform)}`);
  }
  return browser;
}
