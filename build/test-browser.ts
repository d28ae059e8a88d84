// Sees to it that the tests have a browser: an installed one, else Debian's package where we may install it; and the
// tool that makes pictures of printed pages and a PostgreSQL, without which the tests run all the same.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { browserAdvice, findBrowser } from '#electron/browser/find.ts';
import { isRoot } from '#electron/browser/flags.ts';
import { findPostgres } from '#test/support/postgres.ts';

const PACKAGES = ['chromium', 'fonts-noto-cjk'];

function aptGet(...args: string[]): boolean {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const { status, stderr } = spawnSync('apt-get', ['-q', '-y', ...args], {
    env,
    encoding: 'utf8',
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  if (status !== 0) console.error(stderr.trim());
  return status === 0;
}

const isOurDebian = (): boolean => isRoot() && existsSync('/etc/debian_version');

function installPictureTool(): void {
  const isThere = spawnSync('pdftoppm', ['-v'], { stdio: 'ignore' }).status === 0;
  if (isThere || !isOurDebian()) return;
  aptGet('update');
  aptGet('install', '--no-install-recommends', 'poppler-utils');
}

function installPostgres(): void {
  if (findPostgres() !== null || !isOurDebian()) return;
  aptGet('update');
  aptGet('install', '--no-install-recommends', 'postgresql');
}

/** null when there is a browser, else the one line that says what to install. */
export function ensureBrowser(): string | null {
  const missing = installBrowser();
  installPictureTool();
  installPostgres();
  return missing;
}

function installBrowser(): string | null {
  if (findBrowser() !== null) return null;
  if (isOurDebian()) {
    console.log(`browser: none found, installing ${PACKAGES.join(' and ')} with apt-get ...`);
    // The lists of a fresh machine are empty or old.
    aptGet('update');
    if (aptGet('install', '--no-install-recommends', ...PACKAGES) && findBrowser() !== null) return null;
  }
  return `浏览器测试不能运行：没有找到浏览器。${browserAdvice()}`;
}
