// What the app asks of the program around it. Electron gives native dialogs; the loopback host draws them in the page;
// the command line has none and answers "cancelled".
import type { FileKind } from '#shared/contract/methods.ts';
import type { PageSetup } from '#shared/print/paper.ts';

/** The paper that a print dialog should begin with. */
export type Sheet = Pick<PageSetup, 'paper' | 'orientation'>;

export interface Shell {
  /** Absolute paths; [] means cancelled. */
  openFiles(options: { title: string; kind: FileKind; multiple: boolean }): Promise<string[]>;
  /** Absolute path; null means cancelled. The dialog has asked about overwriting. */
  saveFile(options: { title: string; kind: FileKind; suggestedName: string }): Promise<string | null>;
  revealFile(path: string): Promise<void>;
  /**
   * Shows the system's print dialog for a self-contained HTML document; its CSS decides paper and margins. Missing where
   * the window has a dialog of its own.
   */
  printHtml?(html: string, sheet: Sheet): Promise<void>;
  /** SVG drawings as PNG pictures, in their order; `scale` 2 gives twice as many pixels as the drawing says. */
  svgToPng(svgs: readonly string[], scale: number): Promise<Buffer[]>;
}
