// Words and charts outside of tables as marks on the page.
import { ENTRY_STYLE, type LaidBlock, SPREAD_STYLES, TEXT_STYLES } from './lay-blocks.ts';
import type { DrawnText, Mark, TextLook } from './page-drawing.ts';
import { mmToPx, ptToPx } from './paper.ts';
import { shrunkPt, textEm } from './text-lines.ts';

/** The words of a line spread over the table's width end so much above its lower edge. */
const SPREAD_FOOT_PX = mmToPx(0.8);
const CAPTION = { sizePt: 10.5, lineHeight: mmToPx(6) };

/** Where a block stands: the whole content and the table in it. */
export interface BlockPlace {
  top: number;
  left: number;
  width: number;
  tableLeft: number;
  tableWidth: number;
}

function sized(sizePt: number, scale: number): number {
  return scale === 1 ? sizePt : shrunkPt(sizePt, scale);
}

/** The marks of a block; `suffix` follows its words. */
export function drawBlock(block: LaidBlock, place: BlockPlace, suffix: string): Mark[] {
  const top = place.top + block.top;
  if (block.kind === 'gap') return [];
  if (block.kind === 'entry') return drawEntry(block, place, top);
  if (block.kind === 'figure') return drawFigure(block, place, top);
  if (block.kind === 'spread') {
    const sizePt = sized(SPREAD_STYLES[block.role].sizePt, block.scale);
    return drawSpread(block.parts, { ...place, top }, sizePt, SPREAD_STYLES.line.height);
  }
  const style = TEXT_STYLES[block.role];
  const { font, align } = style;
  const sizePt = sized(style.sizePt, block.scale);
  const isNote = block.role === 'note';
  const width = isNote ? place.tableWidth : place.width;
  return [
    {
      kind: 'text',
      text: block.text + suffix,
      look: { font, sizePt, align, isStrong: false, lineHeight: ptToPx(style.linePt) },
      left: isNote ? place.tableLeft : place.left,
      top,
      width: width - style.rightEm * ptToPx(sizePt),
      ...(block.role === 'title' ? { heading: 1 } : block.role === 'caption' ? { heading: 2 } : {}),
    },
  ];
}

/**
 * Parts with equal room between them: the first begins and the last ends with the table. Those between stand in the
 * middle of the room that the model of widths gives them.
 */
export function drawSpread(
  parts: readonly string[],
  { top, tableLeft, tableWidth }: BlockPlace,
  sizePt: number,
  height: number,
): DrawnText[] {
  const look = { font: 'song', sizePt, isStrong: false, lineHeight: height - SPREAD_FOOT_PX } as const;
  const widths = parts.map((part) => textEm(part) * ptToPx(sizePt));
  const free = tableWidth - widths.reduce((sum, width) => sum + width, 0);
  const gap = parts.length > 1 ? free / (parts.length - 1) : 0;
  let left = tableLeft;
  return parts.flatMap((text, at): DrawnText[] => {
    const own = left;
    const width = widths[at] ?? 0;
    left += width + gap;
    if (text === '') return [];
    const align: TextLook['align'] = at === 0 ? 'left' : at === parts.length - 1 ? 'right' : 'center';
    return [{ kind: 'text', text, look: { ...look, align }, left: own, top, width }];
  });
}

/** Title, dots, page number. */
function drawEntry({ text, page, height }: LaidBlock & { kind: 'entry' }, place: BlockPlace, top: number): Mark[] {
  const em = ptToPx(ENTRY_STYLE.sizePt);
  const look = (align: TextLook['align']): TextLook => ({
    font: 'song',
    sizePt: ENTRY_STYLE.sizePt,
    align,
    isStrong: false,
    lineHeight: height,
  });
  const title: Mark = { kind: 'text', text, look: look('left'), left: place.left, top, width: place.width };
  if (page === null) return [title];
  const numberWidth = ENTRY_STYLE.numberEm * em;
  const from = place.left + (textEm(text) + 0.5) * em;
  const to = place.left + place.width - numberWidth;
  // A dot pair of one em in every Chinese font.
  const dots = '…'.repeat(Math.max(0, Math.floor((to - from) / em)));
  return [
    title,
    { kind: 'text', text: dots, look: look('right'), left: from, top, width: to - from },
    { kind: 'text', text: String(page), look: look('right'), left: to, top, width: numberWidth },
  ];
}

function drawFigure(block: LaidBlock & { kind: 'figure' }, place: BlockPlace, top: number): Mark[] {
  const { chart, caption, width } = block;
  const height = (chart.height * width) / chart.width;
  const look = { font: 'black', ...CAPTION, align: 'center', isStrong: false } as const;
  return [
    { kind: 'figure', chart, label: caption, left: place.left + (place.width - width) / 2, top, width, height },
    { kind: 'text', text: caption, look, left: place.left, top: top + height, width: place.width },
  ];
}
