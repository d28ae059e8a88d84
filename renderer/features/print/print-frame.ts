// Hands a document to the browser's own print dialog, from a frame that nobody sees.
import { signedDocument } from '../../ui/style-nonce.ts';

/** Resolves when the dialog is closed. Scripts in the document do not run. */
export function printFrame(html: string): Promise<void> {
  return new Promise((resolve) => {
    const frame = document.createElement('iframe');
    frame.setAttribute('sandbox', 'allow-same-origin allow-modals');
    frame.className = 'xj-print-frame';
    frame.title = '打印';
    frame.addEventListener('load', () => {
      // Opens the dialog and returns when it is closed.
      frame.contentWindow?.print();
      frame.remove();
      resolve();
    });
    frame.srcdoc = signedDocument(html);
    document.body.append(frame);
  });
}
