// Underlines marks in the text that is being edited, without touching its nodes (CSS custom highlights).
import type { CheckedText } from '#shared/text/check-template.ts';
import { type MarkTone, toneOf } from './mark-words.ts';

const TONES: readonly MarkTone[] = ['wrong', 'right', 'unknown'];

/** Draws the marks; the result takes them away. */
export function highlightMarks(root: HTMLElement, { pieces, marks }: CheckedText): () => void {
  // Pieces and nodes go side by side; a draft that has gone on meanwhile is marked by the next answer.
  const nodes = [...root.childNodes];
  const fits = pieces.every((piece, index) =>
    piece.kind === 'field' ? nodes[index] instanceof HTMLElement : nodes[index]?.nodeType === Node.TEXT_NODE,
  );
  for (const tone of TONES) {
    const ranges = fits
      ? marks.flatMap((mark) => {
          const node = nodes[mark.piece];
          if (toneOf(mark) !== tone || !node || mark.to > (node.textContent ?? '').length) return [];
          const range = document.createRange();
          range.setStart(node, mark.from);
          range.setEnd(node, mark.to);
          return [range];
        })
      : [];
    CSS.highlights.set(`xj-${tone}`, new Highlight(...ranges));
  }
  return () => {
    for (const tone of TONES) CSS.highlights.delete(`xj-${tone}`);
  };
}
