// One laid-out page as marks: blocks, table, and at the foot page number and 校验码.
import { type BlockPlace, drawBlock, drawSpread } from './draw-blocks.ts';
import { drawTable } from './draw-table.ts';
import type { LaidBlock } from './lay-blocks.ts';
import { CONTINUED_PX, isBlank, type LaidPage, type PrintLayout } from './layout.ts';
import type { Bookmark, Mark, PageDrawing, TextLook } from './page-drawing.ts';
import { type Box, codePlace, contentBox, type NumberPlace, numberPlace, ptToPx } from './paper.ts';
import type { TextRole } from './print-document.ts';
import { shortenText, textEm } from './text-lines.ts';

const CONTINUED_PT = 9;
/** Lines at the foot in relation to their size. */
const FOOT_LINE = 1.4;

export function drawPage({ document, pages }: PrintLayout, page: LaidPage): PageDrawing {
  const box = contentBox(page.setup, page.number);
  const last = pages.at(-1)?.number ?? page.number;
  const { marks, bookmarks } = drawContent(page, box, document.tableFont);
  const { isFront = false } = page.section.source;
  const number = isFront ? null : numberPlace(page.setup, page.number, last);
  if (number) marks.push(drawNumber(number, box));
  if (document.code && !(isFront && isBlank(page)))
    marks.push(footLine(document.code, codePlace(page.setup, page.number), box, 0));
  return { number: page.number, setup: page.setup, marks, bookmarks };
}

function drawContent(page: LaidPage, box: Box, font: 'song' | 'fang'): { marks: Mark[]; bookmarks: Bookmark[] } {
  const width = tableWidth(page);
  const tableLeft = box.left + Math.floor((page.section.width - width) / 2);
  const place: BlockPlace = { top: box.top, left: box.left, width: box.width, tableLeft, tableWidth: width };
  const marks: Mark[] = [];
  const bookmarks: Bookmark[] = titleBookmark(page, box.top);
  const addBlocks = (blocks: readonly LaidBlock[], isAfter: boolean): void => {
    const lastTitle = blocks.findLast((block) => block.kind === 'text' && block.role === 'title');
    for (const block of blocks) {
      if (isShown(block, page, isAfter))
        marks.push(...drawBlock(block, place, block === lastTitle ? partMark(page) : ''));
      place.top += block.height;
    }
  };
  addBlocks(page.before, false);
  if (page.isContinued) {
    marks.push(...drawSpread(continuedWords(page), place, CONTINUED_PT, CONTINUED_PX));
    place.top += CONTINUED_PX;
  }
  const { table } = page.section;
  const part = table?.parts[page.part];
  const rows = [...page.rows, ...page.subtotals, ...page.closing];
  if (table && part && page.rows.length + page.closing.length > 0) {
    const drawn = drawTable({ table, part, rows, font, left: tableLeft, top: place.top });
    marks.push(...drawn.marks);
    if (page.part === 0) bookmarks.push(...drawn.bookmarks);
    const heights = [...table.headHeights, ...rows.map(({ height }) => height)];
    place.top += heights.reduce((sum, height) => sum + height, 1);
  }
  addBlocks(page.after, true);
  return { marks, bookmarks };
}

const HEADS: ReadonlySet<TextRole> = new Set(['title', 'caption', 'cover', 'contents']);

/** A section begins with its title or caption. */
function titleBookmark(page: LaidPage, top: number): Bookmark[] {
  if (page.part > 0 || page.before.length === 0) return [];
  const titles = page.section.source.before.flatMap((block) =>
    block.kind === 'text' && HEADS.has(block.role) ? [block.text.replaceAll('\n', '')] : [],
  );
  return titles.length === 0 ? [] : [{ level: 1, title: titles.join(' '), top }];
}

function partMark(page: LaidPage): string {
  const parts = page.section.table?.parts.length ?? 1;
  return parts > 1 ? `（${page.part + 1}/${parts}）` : '';
}

function continuedWords(page: LaidPage): string[] {
  const { title, unit } = page.section.source.continued;
  const mark = `${partMark(page)}（续表）`;
  // A title of several lines is cut here: it stands whole on the first page.
  const room = tableWidth(page) / ptToPx(CONTINUED_PT) - textEm(mark + unit) - 1;
  return [shortenText(title, room) + mark, unit];
}

function tableWidth({ section, part }: LaidPage): number {
  return section.table?.parts[part]?.width ?? section.tableWidth;
}

/** On further sheets of one table only its title and line are repeated; what stands below comes on the last one. */
function isShown(block: LaidBlock, page: LaidPage, isAfter: boolean): boolean {
  if (isAfter) return page.part === (page.section.table?.parts.length ?? 1) - 1;
  return page.part === 0 || block.kind === 'spread' || (block.kind === 'text' && block.role !== 'body');
}

function drawNumber(place: NumberPlace, box: Box): Mark {
  const em = ptToPx(place.sizePt);
  if (place.side !== 'turned-bottom' && place.side !== 'turned-top') return footLine(place.text, place, box, em);
  // The sheet is turned counter-clockwise to be bound: its left edge becomes the foot of the portrait page.
  return {
    kind: 'turned',
    text: place.text,
    look: footLook(place.sizePt, 'left'),
    middle: box.left - place.distance,
    from: place.side === 'turned-bottom' ? { bottom: box.top + box.height - em } : { top: box.top + em },
  };
}

function footLook(sizePt: number, align: TextLook['align']): TextLook {
  return { font: 'song', sizePt, align, isStrong: false, lineHeight: Math.ceil(ptToPx(sizePt) * FOOT_LINE) };
}

/** A line below the content; at a side it stands so far in. */
function footLine(text: string, { side, sizePt, distance }: Omit<NumberPlace, 'text'>, box: Box, inset: number): Mark {
  const look = footLook(sizePt, side === 'centre' ? 'center' : side === 'right' ? 'right' : 'left');
  const top = box.top + box.height + distance - Math.floor(look.lineHeight / 2);
  if (side === 'centre') return { kind: 'text', text, look, left: box.left, top, width: box.width };
  const left = side === 'right' ? box.left : box.left + inset;
  return { kind: 'text', text, look, left, top, width: box.width - inset };
}
