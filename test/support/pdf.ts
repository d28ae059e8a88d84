// Reads the outer form of a PDF file: how many pages, and how large.
import { readFileSync } from 'node:fs';

export interface PdfPage {
  /** Points, rounded: A3 landscape is 1191 x 842, A4 portrait 595 x 842. */
  width: number;
  height: number;
}

/** Chromium writes its page objects uncompressed. */
export function readPdfPages(file: string): PdfPage[] {
  const boxes = readFileSync(file, 'latin1').matchAll(/\/MediaBox ?\[([^\]]*)\]/g);
  return [...boxes].map((box) => {
    const [left = 0, bottom = 0, right = 0, top = 0] = (box[1] ?? '').trim().split(/\s+/).map(Number);
    return { width: Math.round(right - left), height: Math.round(top - bottom) };
  });
}
