// Reads PDF files: pages, sizes, and every piece of text with its place, so that tests see what is on the paper.
import { readFileSync } from 'node:fs';
import { getDocumentProxy } from 'unpdf';

export interface PdfText {
  text: string;
  /** Points from the left and the top edge of the sheet to the start of the baseline. */
  x: number;
  y: number;
  width: number;
  size: number;
  /** Set along the sheet's height. */
  isTurned: boolean;
}

export interface PdfPage {
  /** Points, rounded: A3 landscape is 1191 x 842, A4 portrait 595 x 842. */
  width: number;
  height: number;
  texts: PdfText[];
  /** The lines of the page from top to bottom, their texts from left to right and parted by tabs. */
  lines: string[];
}

/** All pages with their texts. */
export async function readPdf(file: string): Promise<PdfPage[]> {
  const document = await getDocumentProxy(new Uint8Array(readFileSync(file)), { verbosity: 0 });
  try {
    return await Promise.all(Array.from({ length: document.numPages }, (_, index) => readPage(document, index + 1)));
  } finally {
    await document.loadingTask.destroy();
  }
}

async function readPage(document: Awaited<ReturnType<typeof getDocumentProxy>>, number: number): Promise<PdfPage> {
  const page = await document.getPage(number);
  const { width, height } = page.getViewport({ scale: 1 });
  const content = await page.getTextContent();
  const pieces = content.items.flatMap((item): PdfText[] => {
    if (!('str' in item) || item.str.trim() === '') return [];
    const [a = 0, b = 0, , , x = 0, y = 0] = item.transform as number[];
    const isTurned = Math.abs(b) > Math.abs(a);
    return [{ text: item.str, x, y: height - y, width: item.width, size: Math.hypot(a, b), isTurned }];
  });
  const rows = rowsOf(pieces);
  return {
    width: Math.round(width),
    height: Math.round(height),
    texts: rows.flat(),
    lines: rows.map((row) => row.map(({ text }) => text).join('\t')),
  };
}

/** One after the other, from top to bottom and from left to right; pieces that touch are one text. */
function rowsOf(pieces: readonly PdfText[]): PdfText[][] {
  const rows: PdfText[][] = [];
  for (const piece of [...pieces].sort((a, b) => a.y - b.y)) {
    const row = rows.at(-1);
    if (row && Math.abs((row[0]?.y ?? 0) - piece.y) < 2) row.push(piece);
    else rows.push([piece]);
  }
  return rows.map((row) => {
    const joined: PdfText[] = [];
    for (const piece of row.sort((a, b) => a.x - b.x)) {
      const last = joined.at(-1);
      if (last && !piece.isTurned && !last.isTurned && piece.x - (last.x + last.width) < 0.2 * piece.size) {
        last.text += piece.text;
        last.width = piece.x + piece.width - last.x;
      } else joined.push({ ...piece });
    }
    return joined;
  });
}
