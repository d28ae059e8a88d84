// Puts the ranges of comments into the XML of a Word document: before, behind and inside of runs. Nothing else of it
// changes; a run that is cut keeps its properties on both sides.
import type { Naming } from './comments-part.ts';
import { cutOf, type Spot } from './text-places.ts';
import { shownRange } from './word-text.ts';
import type { Anchor, Piece } from './word-tree.ts';

export interface CommentRange {
  id: number;
  first: Spot;
  last: Spot;
}

/** A point between two characters or elements, and what has to be closed and opened there. */
interface Cut {
  at: number;
  close: string;
  open: string;
  /** The <w:t> that is cut. */
  text: Piece | null;
}

interface Edit {
  from: number;
  to: number;
  put: string;
}

export function placeComments(xml: string, ranges: readonly CommentRange[], naming: Naming): string {
  const { prefix, own: w, declare } = naming;
  const cuts = new Map<number, Cut & { ends: string; starts: string }>();
  const at = (cut: Cut) => {
    const known = cuts.get(cut.at) ?? { ...cut, ends: '', starts: '' };
    cuts.set(cut.at, known);
    return known;
  };
  for (const { id, first, last } of ranges) {
    at(startOf(xml, first, prefix)).starts += `<${w}commentRangeStart${declare} ${w}id="${id}"/>`;
    at(endOf(xml, last, prefix)).ends +=
      `<${w}commentRangeEnd${declare} ${w}id="${id}"/><${w}r${declare}><${w}commentReference ${w}id="${id}"/></${w}r>`;
  }
  const edits: Edit[] = [...cuts.values()].map(({ at: from, close, ends, starts, open }) => ({
    from,
    to: from,
    put: close + ends + starts + open,
  }));
  const cutTexts = new Set([...cuts.values()].flatMap(({ text }) => text ?? []));
  for (const piece of cutTexts) if (!piece.keepsBlanks) edits.push(...keepBlanks(xml, piece, prefix));
  return applyEdits(xml, edits);
}

/** Blanks at the ends of the whole text are not shown, those beside a cut are. */
function keepBlanks(xml: string, { element, data }: Piece, prefix: string): Edit[] {
  const [first, end] = shownRange(xml.slice(data.start, data.end));
  return [
    { from: element.start, to: data.start + first, put: `<${prefix}t xml:space="preserve">` },
    { from: data.start + end, to: data.end, put: '' },
  ];
}

function startOf(xml: string, { piece, offset, host }: Spot, prefix: string): Cut {
  const { anchor } = piece;
  if (host || !anchor.run) return whole((host ?? anchor).start);
  if (offset === 0) return beforeElement(xml, anchor, piece.element.start, prefix) ?? whole(anchor.start);
  return insideText(xml, piece, offset, prefix) ?? whole(anchor.start);
}

function endOf(xml: string, { piece, offset, host }: Spot, prefix: string): Cut {
  const { anchor } = piece;
  if (host || !anchor.run) return whole((host ?? anchor).end);
  if (offset === piece.text.length - 1)
    return beforeElement(xml, anchor, piece.element.end, prefix) ?? whole(anchor.end);
  return insideText(xml, piece, offset + 1, prefix) ?? whole(anchor.end);
}

function whole(at: number): Cut {
  return { at, close: '', open: '', text: null };
}

/** Between two elements of a run; null at its ends, where it need not be cut. */
function beforeElement(xml: string, anchor: Anchor, at: number, prefix: string): Cut | null {
  const { run } = anchor;
  if (!run) return null;
  const close = `</${prefix}r>`;
  const begin = anchor.start + run.opening.length;
  const before = xml.slice(begin, at).trim();
  const behind = xml.slice(at, anchor.end).trim();
  if (before === '' || before === run.properties || behind === close) return null;
  return { at, close, open: run.opening + run.properties, text: null };
}

function insideText(xml: string, piece: Piece, count: number, prefix: string): Cut | null {
  const { run } = piece.anchor;
  const at = cutOf(xml, piece, count);
  if (!run || at === null) return null;
  const open = `${run.opening}${run.properties}<${prefix}t xml:space="preserve">`;
  return { at, close: `</${prefix}t></${prefix}r>`, open, text: piece };
}

function applyEdits(xml: string, edits: Edit[]): string {
  const sorted = edits.sort((a, b) => a.from - b.from || a.to - b.to);
  const parts: string[] = [];
  let done = 0;
  for (const { from, to, put } of sorted) {
    parts.push(xml.slice(done, from), put);
    done = to;
  }
  parts.push(xml.slice(done));
  return parts.join('');
}
