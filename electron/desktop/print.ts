// Prints HTML to a PDF file in a hidden window. Paper size and margins come from the page's own CSS (@page).
import { replaceFile } from '#electron/files/replace-file.ts';
import { withPrintPolicy } from '#electron/web/policy.ts';
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
