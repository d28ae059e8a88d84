// A paragraph with its figures filled in and what its typed words are marked with.
import type { PlanData } from '#shared/records/plan-data.ts';
import { checkText } from './check-text.ts';
import { evaluateTemplate, type PartLabels, piecesText, type TextPiece } from './evaluate.ts';
import type { TextMark } from './text-mark.ts';

export interface PlacedMark extends TextMark {
  /** The piece it stands in and where in it; `start` and `end` are places in the whole text. */
  piece: number;
  from: number;
  to: number;
  /** Where it stands in the template. */
  at: number;
}

export interface CheckedText {
  pieces: TextPiece[];
  /** Marks of typed words only: fields cannot be wrong. */
  marks: PlacedMark[];
}

/** Fills in a template and checks what is typed between its fields, read together with their values. */
export function checkTemplate(
  template: string,
  data: PlanData,
  labels: PartLabels,
  categoryId: string | null = null,
): CheckedText {
  const pieces = evaluateTemplate(template, data, labels);
  const marks = checkText(piecesText(pieces), data, categoryId);
  const placed: PlacedMark[] = [];
  let start = 0;
  let at = 0;
  pieces.forEach((piece, index) => {
    const end = start + piece.text.length;
    if (piece.kind === 'text') {
      for (const mark of marks) {
        if (mark.start < start || mark.end > end) continue;
        const from = mark.start - start;
        placed.push({ ...mark, piece: index, from, to: mark.end - start, at: at + from });
      }
    }
    start = end;
    at += piece.kind === 'text' ? piece.text.length : piece.source.length;
  });
  return { pieces, marks: placed };
}

/** The template with the field of a mark in place of the typed figure. */
export function bindMark(template: string, mark: Pick<PlacedMark, 'at' | 'raw' | 'field'>): string {
  if (mark.field === undefined) return template;
  return template.slice(0, mark.at) + mark.field + template.slice(mark.at + mark.raw.length);
}
