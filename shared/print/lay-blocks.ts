// Words and charts outside of tables, set into lines: each line is one thing that pages are filled with.
import type { Drawing } from '../charts/drawing.ts';
import type { FontRole } from './fonts.ts';
import type { FlowItem } from './paginate.ts';
import { mmToPx, ptToPx } from './paper.ts';
import type { Block, TextRole } from './print-document.ts';
import { balanceLines, breakLines, shrinkScale, textEm } from './text-lines.ts';

export interface TextStyle {
  font: FontRole;
  sizePt: number;
  /** Distance of lines in pt. */
  linePt: number;
  align: 'left' | 'center' | 'right';
  /** 首行缩进 in characters. */
  indentEm: number;
  /** 右空 in characters. */
  rightEm: number;
  /** Room over the first and under the last line, in mm. */
  before: number;
  after: number;
  keepWithNext: boolean;
}

const PLAIN = { align: 'left', indentEm: 0, rightEm: 0, before: 0, after: 0, keepWithNext: false } as const;

/** Sizes of handbook 5.1 and 5.2: 二号 titles, 三号 text in lines of 29 pt, 四号 captions, 小五 notes. */
export const TEXT_STYLES: Readonly<Record<TextRole, TextStyle>> = {
  label: { ...PLAIN, font: 'black', sizePt: 16, linePt: 22, keepWithNext: true },
  title: { ...PLAIN, font: 'title', sizePt: 22, linePt: 30, align: 'center', after: 3, keepWithNext: true },
  caption: { ...PLAIN, font: 'black', sizePt: 14, linePt: 20, align: 'center', after: 1.5, keepWithNext: true },
  body: { ...PLAIN, font: 'fang', sizePt: 16, linePt: 29, indentEm: 2 },
  note: { ...PLAIN, font: 'song', sizePt: 9, linePt: 13, before: 1 },
  cover: { ...PLAIN, font: 'title', sizePt: 28, linePt: 44, align: 'center' },
  'cover-line': { ...PLAIN, font: 'fang', sizePt: 16, linePt: 29, align: 'center' },
  contents: { ...PLAIN, font: 'title', sizePt: 22, linePt: 30, align: 'center', after: 6, keepWithNext: true },
  closing: { ...PLAIN, font: 'fang', sizePt: 16, linePt: 29, align: 'right', rightEm: 4 },
};

export const SPREAD_STYLES = {
  line: { sizePt: 10.5, height: mmToPx(5.5), before: 0 },
  signatures: { sizePt: 10.5, height: mmToPx(6), before: mmToPx(5) },
} as const;

/** A line of a list of contents; room for the page number in em. */
export const ENTRY_STYLE = { sizePt: 12, linePt: 22, numberEm: 3 } as const;

const FIGURE = { before: mmToPx(4), caption: mmToPx(7) };

/**
 * One line of a block, or a whole drawing. `top` is room above it, part of its height; `scale` the part of its size at
 * which a line is set that is wider than its place.
 */
export type LaidBlock = { height: number; top: number; keepWithNext: boolean } & (
  | { kind: 'text'; role: TextRole; text: string; isFirst: boolean; scale: number }
  | { kind: 'spread'; role: 'line' | 'signatures'; parts: readonly string[]; scale: number }
  | { kind: 'figure'; chart: Drawing; width: number; caption: string }
  /** `target` is null on all lines of an entry but the last; `page` is known once all pages are. */
  | { kind: 'entry'; text: string; target: string | null; page: number | null }
  | { kind: 'gap' }
);

/** Where blocks are set, in px. */
export interface BlockBox {
  width: number;
  /** That of a whole page: no drawing is higher. */
  height: number;
  tableWidth: number;
  /** The title is followed by （1/2） where the table is split over sheets. */
  hasPartMark: boolean;
}

/** Room for （10/12） in em. */
const PART_MARK_EM = 6;

/** Sets blocks into a box; words spread over a table take its width. */
export function layBlocks(blocks: readonly Block[], box: BlockBox): LaidBlock[] {
  const laid = blocks.map((block) => layBlock(block, box));
  const used = laid.flat().reduce((sum, { height }) => sum + height, 0);
  const free = Math.max(0, box.height - used);
  return blocks.flatMap((block, at) =>
    block.kind === 'gap'
      ? [{ kind: 'gap', height: Math.floor(free * block.part), top: 0, keepWithNext: false }]
      : (laid[at] ?? []),
  );
}

function layBlock(block: Block, box: BlockBox): LaidBlock[] {
  switch (block.kind) {
    case 'gap':
      return [];
    case 'entry':
      return layEntry(block.text, block.target, box.width);
    case 'text': {
      const width = block.role === 'note' ? box.tableWidth : box.width;
      return layText(block.role, block.text, width, block.role === 'title' && box.hasPartMark ? PART_MARK_EM : 0);
    }
    case 'spread':
      return laySpread(block.role, block.parts, box.tableWidth);
    case 'figure': {
      const { chart, caption } = block;
      const around = FIGURE.before + FIGURE.caption;
      const scale = Math.min(1, box.width / chart.width, (box.height - around) / chart.height);
      const height = Math.floor(chart.height * scale) + around;
      const width = Math.floor(chart.width * scale);
      return [{ kind: 'figure', chart, width, caption, height, top: FIGURE.before, keepWithNext: false }];
    }
  }
}

function layEntry(text: string, target: string, width: number): LaidBlock[] {
  const lines = balanceLines(text, width / ptToPx(ENTRY_STYLE.sizePt) - ENTRY_STYLE.numberEm - 2);
  const height = Math.ceil(ptToPx(ENTRY_STYLE.linePt));
  return lines.map((line, index) => {
    const isLast = index === lines.length - 1;
    const own = isLast ? target : null;
    return { kind: 'entry', text: line, target: own, page: null, height, top: 0, keepWithNext: !isLast };
  });
}

function layText(role: TextRole, text: string, width: number, reserveEm: number): LaidBlock[] {
  const style = TEXT_STYLES[role];
  const em = ptToPx(style.sizePt);
  const room = width / em - style.rightEm - reserveEm;
  const lines = text.split('\n').flatMap((paragraph) => {
    // The indent is taken by full-width blanks of the text itself, so that lines break as they are set.
    const indent = '　'.repeat(style.indentEm);
    const lines = style.align === 'center' ? balanceLines(paragraph, room) : breakLines(indent + paragraph, room);
    return lines.map((line, index) => ({ line, isFirst: index === 0 }));
  });
  return lines.map(({ line, isFirst }, index) => {
    const top = index === 0 ? mmToPx(style.before) : 0;
    const after = index === lines.length - 1 ? mmToPx(style.after) : 0;
    const height = Math.ceil(ptToPx(style.linePt)) + top + after;
    const scale = shrinkScale([line], room);
    return { kind: 'text', role, text: line, isFirst, scale, height, top, keepWithNext: style.keepWithNext };
  });
}

/** Parts that do not fit beside each other stand one below the other. */
function laySpread(role: 'line' | 'signatures', parts: readonly string[], width: number): LaidBlock[] {
  const { sizePt, height, before } = SPREAD_STYLES[role];
  const em = ptToPx(sizePt);
  const wide = parts.reduce((sum, part) => sum + textEm(part) + 1, 0) * em;
  const rows = wide <= width ? [parts] : parts.flatMap((part) => breakLines(part, width / em)).map((line) => [line]);
  return rows.map((row, index) => {
    const top = index === 0 ? before : 0;
    const keepWithNext = role === 'line' || index < rows.length - 1;
    const scale = shrinkScale(row, width / em);
    return { kind: 'spread', role, parts: row, scale, height: height + top, top, keepWithNext };
  });
}

/** A line of words as something to fill pages with. */
export function blockItem({ height, keepWithNext }: LaidBlock): FlowItem {
  return { height, isRow: false, adds: false, keepWithNext };
}
