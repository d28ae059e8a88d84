// Paper, margins, and where the page number stands (handbook 5.1, 5.2). Lengths of a layout are whole CSS pixels
// (1/96 inch): the browser then has nothing to round, and every row stands where it was computed.

export type Paper = 'A3' | 'A4';
export type Orientation = 'portrait' | 'landscape';
/**
 * left: single-sided, bound at the left. duplex: both sides, the binding margin changes sides. document: bound with a
 * portrait document after GB/T 9704 — its 版心 and, on landscape A4, its page number on the short edge.
 */
export type Binding = 'left' | 'duplex' | 'document';
/** count: 第 × 页 共 × 页, centred. dash: — × —, at the right of odd pages and at the left of even ones. */
export type NumberStyle = 'count' | 'dash' | 'none';

export interface PageSetup {
  paper: Paper;
  orientation: Orientation;
  binding: Binding;
  pageNumber: NumberStyle;
}

export interface Box {
  left: number;
  top: number;
  width: number;
  height: number;
}

const PX_PER_MM = 96 / 25.4;

export function mmToPx(mm: number): number {
  return Math.round(mm * PX_PER_MM);
}

export function ptToPx(pt: number): number {
  return (pt * 96) / 72;
}

/** Paper sizes in mm, portrait. */
const SIZES = { A3: [297, 420], A4: [210, 297] } as const;

/** Width and height in mm as the sheet is held. */
export function paperMm({ paper, orientation }: Pick<PageSetup, 'paper' | 'orientation'>): [number, number] {
  const [short, long] = SIZES[paper];
  return orientation === 'landscape' ? [long, short] : [short, long];
}

interface Margins {
  top: number;
  right: number;
  bottom: number;
  left: number;
}

/** In mm; the left one is for the binding. */
const SINGLE: Margins = { top: 16, right: 12, bottom: 17, left: 20 };
/** 天头 37, 订口 28, 版心 156 x 225 on A4: what is left is 26 at the 切口 and 35 at the foot. */
const DOCUMENT: Margins = { top: 37, right: 26, bottom: 35, left: 28 };

/** Whether the sheet is a landscape one that is turned to be bound with a portrait document. */
export function isTurned(setup: PageSetup): boolean {
  return setup.binding === 'document' && setup.paper === 'A4' && setup.orientation === 'landscape';
}

/** Margins of a page in mm. An A3 sheet is folded, not turned: bound with a document it only changes sides. */
function marginsOf(setup: PageSetup, number: number): Margins {
  const isEven = number % 2 === 0;
  const sides = (margins: Margins): Margins =>
    isEven ? { ...margins, left: margins.right, right: margins.left } : margins;
  if (setup.binding === 'left') return SINGLE;
  if (setup.binding === 'duplex' || setup.paper === 'A3') return sides(SINGLE);
  const portrait = sides(DOCUMENT);
  if (setup.orientation === 'portrait') return portrait;
  // Turned counter-clockwise to be bound, the top of the sheet is the left side of the portrait page.
  return { top: portrait.left, left: portrait.bottom, bottom: portrait.right, right: portrait.top };
}

/** Where the content of page `number` stands, in px; its size is the same on all pages of a setup. */
export function contentBox(setup: PageSetup, number: number): Box {
  const [widthMm, heightMm] = paperMm(setup);
  const margins = marginsOf(setup, number);
  const odd = marginsOf(setup, 1);
  return {
    left: mmToPx(margins.left),
    top: mmToPx(margins.top),
    width: Math.floor((widthMm - odd.left - odd.right) * PX_PER_MM),
    height: Math.floor((heightMm - odd.top - odd.bottom) * PX_PER_MM),
  };
}

export interface NumberPlace {
  text: string;
  /** left/right: one character in from that side of the content; turned: along the left edge of the sheet. */
  side: 'centre' | 'left' | 'right' | 'turned-bottom' | 'turned-top';
  /** Distance in px from the content to the middle of the number's line. */
  distance: number;
  sizePt: number;
}

/** The page number of page `number` of `total`; null where none is printed. */
export function numberPlace(setup: PageSetup, number: number, total: number): NumberPlace | null {
  if (setup.pageNumber === 'none') return null;
  if (setup.pageNumber === 'count') {
    return { text: `第 ${number} 页　共 ${total} 页`, side: 'centre', distance: mmToPx(7), sizePt: 9 };
  }
  const isEven = number % 2 === 0;
  const place = { text: `— ${number} —`, distance: mmToPx(7), sizePt: 14 };
  if (isTurned(setup)) return { ...place, side: isEven ? 'turned-top' : 'turned-bottom' };
  return { ...place, side: isEven ? 'left' : 'right' };
}

const CODE_PT = 7;

/** Where the 校验码 stands on page `number`: on the line of the page number, at the side that this leaves free. */
export function codePlace(setup: PageSetup, number: number): Omit<NumberPlace, 'text'> {
  const side = numberPlace(setup, number, number)?.side === 'right' ? 'left' : 'right';
  return { side, distance: mmToPx(7), sizePt: CODE_PT };
}
