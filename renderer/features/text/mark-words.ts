// Marks of a text as the window shows them: which are worth a word, what they are called, and the text cut at them.
import type { CheckedText, PlacedMark } from '#shared/text/check-template.ts';
import type { TextPiece } from '#shared/text/evaluate.ts';

export type MarkTone = 'wrong' | 'right' | 'unknown';

export function toneOf({ status }: Pick<PlacedMark, 'status'>): MarkTone {
  if (status === 'differs' || status === 'warning') return 'wrong';
  return status === 'unknown' ? 'unknown' : 'right';
}

export const STATUS_NAMES: Readonly<Record<PlacedMark['status'], string>> = {
  differs: '不符',
  warning: '请核对',
  same: '一致',
  rounded: '一致（取整）',
  unknown: '无此数',
};

export interface TextCounts {
  wrong: number;
  right: number;
  unknown: number;
  /** Fields without a value. */
  broken: number;
}

export function countText({ pieces, marks }: CheckedText): TextCounts {
  const of = (tone: MarkTone): number => marks.filter((mark) => toneOf(mark) === tone).length;
  return {
    wrong: of('wrong'),
    right: of('right'),
    unknown: of('unknown'),
    broken: pieces.filter((piece) => piece.kind === 'field' && piece.error !== undefined).length,
  };
}

export type ShownPiece =
  | { kind: 'text'; text: string }
  | { kind: 'mark'; text: string; mark: PlacedMark }
  | { kind: 'field'; piece: Extract<TextPiece, { kind: 'field' }> };

/** The text cut at fields and marks. Where two marks share a place the first one that is wrong is shown. */
export function cutText({ pieces, marks }: CheckedText): ShownPiece[] {
  return pieces.flatMap((piece, index): ShownPiece[] => {
    if (piece.kind === 'field') return [{ kind: 'field', piece }];
    const own = marks.filter((mark) => mark.piece === index).sort((a, b) => a.from - b.from || rank(a) - rank(b));
    const shown: ShownPiece[] = [];
    let end = 0;
    for (const mark of own) {
      if (mark.from < end) continue;
      if (mark.from > end) shown.push({ kind: 'text', text: piece.text.slice(end, mark.from) });
      shown.push({ kind: 'mark', text: piece.text.slice(mark.from, mark.to), mark });
      end = mark.to;
    }
    if (end < piece.text.length) shown.push({ kind: 'text', text: piece.text.slice(end) });
    return shown;
  });
}

function rank(mark: PlacedMark): number {
  return toneOf(mark) === 'wrong' ? 0 : 1;
}
