// Prints HTML in a hidden window, to a PDF file or by the system's print dialog. Paper size and margins come from the page's own CSS (@page).
import type { WebContentsPrintOptions } from 'electron';
import { replaceFile } from '#electron/files/replace-file.ts';
import { withPrintPolicy } from '#electron/web/policy.ts';
import { AppError } from '#shared/contract/reply.ts';
import { withHiddenPage } from './hidden-page.ts';

/** Writes `outPath` or leaves it as it was. Throws AppError `cannot-write` or `disk-full`. */
export async function printHtmlToPdf(html: string, outPath: string): Promise<void> {
  const pdf = await withHiddenPage(withPrintPolicy(html), (contents) =>
    contents.printToPDF({
      preferCSSPageSize: true,
      printBackground: true,
      generateTaggedPDF: true,
      generateDocumentOutline: true,
    }),
  );
  await replaceFile(outPath, pdf);
}

/** Shows the system's print dialog, with the paper of the first page set. Cancelling is no error. */
export async function printHtml(html: string): Promise<void> {
  await withHiddenPage(withPrintPolicy(html), (contents) => {
    const [, paper, orientation] = /@page [\w-]+ \{ size: (A3|A4) (landscape|portrait)/.exec(html) ?? [];
    return new Promise<void>((resolve, reject) => {
      const options: WebContentsPrintOptions = {
        printBackground: true,
        margins: { marginType: 'none' },
        pageSize: paper === 'A3' ? 'A3' : 'A4',
        landscape: orientation === 'landscape',
      };
      contents.print(options, (isDone, reason) => {
        if (isDone || /cancel/i.test(reason)) resolve();
        else reject(new AppError('printer-missing', `没有打印出来：${reason}。请检查打印机，或先存为 PDF 再打印。`));
      });
    });
  });
}
