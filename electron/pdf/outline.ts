// The outline of a PDF: tables, and the headings in them, one below the other as they are ranked.
import type { Bookmark } from '#shared/print/page-drawing.ts';
import { ptToPx } from '#shared/print/paper.ts';

/** As the library takes it; its types name only the first of the options. */
interface Item {
  addItem(title: string, options: { expanded: boolean; top: number; left: number }): Item;
}

interface Placed {
  level: number;
  item: Item;
}

/** Adds the bookmarks of the page that is open. */
export function makeOutline(pdf: PDFKit.PDFDocument): { add(bookmarks: readonly Bookmark[]): void } {
  const root = pdf.outline as unknown as Item;
  const open: Placed[] = [];
  return {
    add(bookmarks) {
      for (const { level, title, top } of bookmarks) {
        while ((open.at(-1)?.level ?? 0) >= level) open.pop();
        const parent = open.at(-1)?.item ?? root;
        // The library counts from the right edge and from the top, in points.
        const place = { top: top / ptToPx(1), left: pdf.page.width };
        open.push({ level, item: parent.addItem(title, { expanded: level === 1, ...place }) });
      }
    },
  };
}
