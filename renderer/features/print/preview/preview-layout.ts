// Where the pages of a preview stand in their scrolling box, and which of them are in sight. Pure; lengths in px.

export type Zoom = 'width' | 'page' | 0.5 | 0.75 | 1 | 1.5 | 2;
/** Pixels of a millimetre at 100 %. */
export const PX_PER_MM = 96 / 25.4;
export const GAP = 14;

export interface PageBox {
  left: number;
  top: number;
  width: number;
  height: number;
}

type Sheets = readonly (readonly [widthMm: number, heightMm: number])[];

/** Scale (1: as large as the paper) at which so many pages side by side suit the room. */
export function scaleFor(zoom: Zoom, sheets: Sheets, columns: number, room: { width: number; height: number }): number {
  if (typeof zoom === 'number') return zoom;
  const widest = Math.max(1, ...sheets.map(([width]) => width)) * PX_PER_MM;
  const highest = Math.max(1, ...sheets.map(([, height]) => height)) * PX_PER_MM;
  const byWidth = (room.width - GAP * (columns + 1)) / (widest * columns);
  const scale = zoom === 'width' ? byWidth : Math.min(byWidth, (room.height - 2 * GAP) / highest);
  return Math.max(0.05, Math.min(3, scale));
}

/** Boxes row by row, centred in the room; `columns` pages a row. */
export function placePages(
  sheets: Sheets,
  scale: number,
  columns: number,
  roomWidth: number,
): { boxes: PageBox[]; height: number; width: number } {
  const boxes: PageBox[] = [];
  let top = GAP;
  let width = roomWidth;
  for (let first = 0; first < sheets.length; first += columns) {
    const row = sheets
      .slice(first, first + columns)
      .map(([w, h]) => [w * PX_PER_MM * scale, h * PX_PER_MM * scale] as const);
    const taken = row.reduce((sum, [own]) => sum + own, 0) + GAP * (row.length - 1);
    width = Math.max(width, taken + 2 * GAP);
    let left = Math.max(GAP, (roomWidth - taken) / 2);
    for (const [own, height] of row) {
      boxes.push({ left, top, width: own, height });
      left += own + GAP;
    }
    top += Math.max(...row.map(([, height]) => height)) + GAP;
  }
  return { boxes, height: top, width };
}

/** Indexes [from, to) of the pages that touch the visible part. */
export function pagesInSight(
  boxes: readonly PageBox[],
  scrollTop: number,
  height: number,
): { from: number; to: number } {
  const from = boxes.findIndex((box) => box.top + box.height > scrollTop);
  if (from < 0) return { from: 0, to: 0 };
  const beyond = boxes.findIndex((box) => box.top >= scrollTop + height);
  return { from, to: beyond < 0 ? boxes.length : beyond };
}

/** The page that one is looking at: the first whose middle is below the upper edge. */
export function currentPage(boxes: readonly PageBox[], scrollTop: number): number {
  const found = boxes.findIndex((box) => box.top + box.height / 2 > scrollTop);
  return found < 0 ? Math.max(0, boxes.length - 1) : found;
}

/** Fetched together. */
export const CHUNK = 4;

/** The chunks that hold the pages of some ranges, each once, in order. */
export function chunksOf(ranges: readonly { from: number; to: number }[]): number[] {
  const chunks = new Set<number>();
  for (const { from, to } of ranges) {
    for (let at = from; at < to; at += 1) chunks.add(Math.floor(at / CHUNK));
  }
  return [...chunks].sort((a, b) => a - b);
}
