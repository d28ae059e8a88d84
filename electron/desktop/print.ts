// Prints HTML to a PDF file in a hidden window. Paper size and margins come from the page's own CSS (@page).
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { BrowserWindow } from 'electron';
import { replaceFile } from '#electron/files/replace-file.ts';
import { withPrintPolicy } from '#electron/web/policy.ts';

/** Writes `outPath` or leaves it as it was. Throws AppError `cannot-write` or `disk-full`. */
export async function printHtmlToPdf(html: string, outPath: string): Promise<void> {
  const work = await mkdtemp(path.join(tmpdir(), 'xianjie-print-'));
  const window = new BrowserWindow({
    show: false,
    webPreferences: { sandbox: true, contextIsolation: true, nodeIntegration: false, partition: 'print' },
  });
  try {
    // A file, not a data: address: those end at two megabytes, and an annex of a county is longer.
    const page = path.join(work, 'page.html');
    await writeFile(page, withPrintPolicy(html));
    await window.loadFile(page);
    const pdf = await window.webContents.printToPDF({
      preferCSSPageSize: true,
      printBackground: true,
      generateTaggedPDF: true,
      generateDocumentOutline: true,
    });
    await replaceFile(outPath, pdf);
  } finally {
    window.destroy();
    await rm(work, { recursive: true, force: true });
  }
}
