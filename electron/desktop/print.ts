// Prints HTML in a hidden window by the system's print dialog. Paper size and margins come from the page's own CSS
// (@page).
import type { WebContentsPrintOptions } from 'electron';
import type { Sheet } from '#electron/app/ports.ts';
import { withPrintPolicy } from '#electron/web/policy.ts';
import { AppError } from '#shared/values/app-error.ts';
import { withHiddenPage } from './hidden-page.ts';

/** Shows the system's print dialog with this paper set. Cancelling is no error. */
export async function printHtml(html: string, { paper, orientation }: Sheet): Promise<void> {
  const options: WebContentsPrintOptions = {
    printBackground: true,
    margins: { marginType: 'none' },
    pageSize: paper,
    landscape: orientation === 'landscape',
  };
  await withHiddenPage(
    withPrintPolicy(html),
    (contents) =>
      new Promise<void>((resolve, reject) => {
        contents.print(options, (isDone, reason) => {
          if (isDone || /cancel/i.test(reason)) resolve();
          else reject(new AppError('printer-missing', `没有打印出来：${reason}。请检查打印机，或先存为 PDF 再打印。`));
        });
      }),
  );
}
