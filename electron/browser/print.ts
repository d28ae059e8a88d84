// Prints HTML to a PDF file with a headless browser. Paper size and margins come from the page's own CSS (@page).
import { spawn } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { replaceFile } from '#electron/files/replace-file.ts';
import { withPrintPolicy } from '#electron/web/policy.ts';
import { AppError } from '#shared/contract/reply.ts';
import type { Browser } from './find.ts';
import { requireBrowser } from './find.ts';
import { browserFlags, makeWorkFolder, removeWorkFolder } from './flags.ts';

export interface PrintOptions {
  browser?: Browser;
  /** A very long annex takes seconds; minutes mean that the browser hangs. */
  timeoutMs?: number;
}

/**
 * Writes `outPath` or leaves it as it was. Throws AppError `printer-missing` where no browser is installed,
 * `cannot-write` where the target cannot be written, `internal` where the browser failed.
 */
export async function printHtmlToPdf(html: string, outPath: string, options: PrintOptions = {}): Promise<void> {
  const browser = options.browser ?? requireBrowser('打印成 PDF');
  const work = makeWorkFolder(browser);
  try {
    const page = path.join(work, 'page.html');
    const pdf = path.join(work, 'page.pdf');
    writeFileSync(page, withPrintPolicy(html));
    const switches = ['--headless', '--disable-gpu', '--no-pdf-header-footer', '--export-tagged-pdf'];
    const args = [...switches, ...browserFlags(path.join(work, 'profile')), `--print-to-pdf=${pdf}`];
    const said = await run(browser.path, [...args, pathToFileURL(page).href], options.timeoutMs ?? 180_000);
    const bytes = existsSync(pdf) ? readFileSync(pdf) : null;
    if (bytes === null || !isPdf(bytes))
      throw new AppError('internal', `浏览器没有生成 PDF 文件（${browser.path}）。`, { browser: said });
    await replaceFile(outPath, bytes);
  } finally {
    removeWorkFolder(work);
  }
}

function run(program: string, args: string[], timeoutMs: number): Promise<string> {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, { stdio: ['ignore', 'ignore', 'pipe'] });
    let said = '';
    const timer = setTimeout(() => {
      child.kill('SIGKILL');
      reject(new AppError('internal', `打印用的浏览器 ${Math.round(timeoutMs / 1000)} 秒内没有完成，已停止。`));
    }, timeoutMs);
    child.stderr.on('data', (chunk: Buffer) => {
      said = (said + chunk.toString()).slice(-4000);
    });
    child.once('error', (error) => {
      clearTimeout(timer);
      reject(new AppError('printer-missing', `浏览器无法启动：${program}（${error.message}）。`));
    });
    child.once('exit', () => {
      clearTimeout(timer);
      resolve(said);
    });
  });
}

function isPdf(bytes: Buffer): boolean {
  return bytes.subarray(0, 5).toString('latin1') === '%PDF-';
}
