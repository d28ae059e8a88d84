// What is printed on every page and is no text of the document: page numbers, and lines that come again at the same place.
import { type TextLine, textOfLine } from './text-lines.ts';

/** Such lines stand in this share of the height, at the top and at the bottom. */
const MARGIN = 0.13;
const PAGE_NUMBER = /^[-—–－·.\s第]*(?:\d{1,4}|[ivxlc]{1,7})[-—–－·.\s页]*(?:[/／共]\s*\d{1,4}\s*页?)?$/i;
/** Pages that a line must stand on, and the share of all. */
const LEAST_PAGES = 3;
const LEAST_SHARE = 0.4;

export interface PageLines {
  height: number;
  lines: TextLine[];
}

/** The lines that are text, page by page. */
export function withoutFurniture(pages: readonly PageLines[]): TextLine[][] {
  const seen = new Map<string, number>();
  for (const page of pages)
    for (const key of new Set(edgeLines(page).map(keyOf))) seen.set(key, (seen.get(key) ?? 0) + 1);
  return pages.map((page) => {
    const edges = edgeLines(page);
    const dropped = new Set(
      edges.filter((line) => {
        const pagesOfLine = seen.get(keyOf(line)) ?? 0;
        return isPageNumber(line, page) || (pagesOfLine >= LEAST_PAGES && pagesOfLine >= LEAST_SHARE * pages.length);
      }),
    );
    return page.lines.filter((line) => !dropped.has(line));
  });
}

/** The outermost lines of a page: two at the top, two at the bottom. */
function edgeLines({ height, lines }: PageLines): TextLine[] {
  const top = lines.slice(0, 2).filter((line) => line.y < MARGIN * height);
  const bottom = lines.slice(-2).filter((line) => line.y > (1 - MARGIN) * height);
  return [...new Set([...top, ...bottom])];
}

function isPageNumber(line: TextLine, { lines }: PageLines): boolean {
  const isOutermost = line === lines[0] || line === lines.at(-1);
  return isOutermost && line.segments.length === 1 && PAGE_NUMBER.test(textOfLine(line).trim());
}

/** The same words at the same height, whatever the numbers in them. */
function keyOf(line: TextLine): string {
  return `${Math.round(line.y / 4)} ${textOfLine(line).replace(/\d+/g, '#')}`;
}
