// Prints HTML to a PDF file with a headless browser. Paper size and margins come from the page's own CSS (@page).
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { replaceFile } from '#electron/files/replace-file.ts';
import { withPrintPolicy } from '#electron/web/policy.ts';
import { AppError } from '#shared/values/app-error.ts';
import type { Browser } from './find.ts';
import { requireBrowser } from './find.ts';
import { runBrowser } from './run-browser.ts';

export interface PrintOptions {
  browser?: Browser;
  timeoutMs?: number;
}

/**
 * Writes `outPath` or leaves it as it was. Throws AppError `printer-missing` where no browser is installed,
 * `cannot-write` where the target cannot be written, `internal` where the browser failed.
 */
export async function printHtmlToPdf(html: string, outPath: string, options: PrintOptions = {}): Promise<void> {
  const browser = options.browser ?? requireBrowser('打印成 PDF');
  const pdfIn = (work: string): string => path.join(work, 'page.pdf');
  const bytes = await runBrowser(
    browser,
    withPrintPolicy(html),
    // Tags for screen readers make the file of a county's annex eleven times as large and the printing twice as long.
    (work) => ['--no-pdf-header-footer', '--disable-pdf-tagging', `--print-to-pdf=${pdfIn(work)}`],
    ({ work, said }) => {
      const pdf = existsSync(pdfIn(work)) ? readFileSync(pdfIn(work)) : null;
      if (pdf === null || !isPdf(pdf))
        throw new AppError('internal', `浏览器没有生成 PDF 文件（${browser.path}）。`, { browser: said });
      return pdf;
    },
    options.timeoutMs,
  );
  await replaceFile(outPath, bytes);
}

function isPdf(bytes: Buffer): boolean {
  return bytes.subarray(0, 5).toString('latin1') === '%PDF-';
}
