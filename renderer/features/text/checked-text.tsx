// A text with its figures and marks, for reading.
import type { CheckedText } from '#shared/text/check-template.ts';
import { cutText, toneOf } from './mark-words.ts';

export function CheckedTextView({ checked }: { checked: CheckedText }) {
  return cutText(checked).map((shown, index) => {
    // The same text gives the same pieces in the same order.
    const key = `${index}`;
    if (shown.kind === 'text') return <span key={key}>{shown.text}</span>;
    if (shown.kind === 'mark') {
      return (
        <mark key={key} className={`xj-mark is-${toneOf(shown.mark)}`} title={shown.mark.message}>
          {shown.text}
        </mark>
      );
    }
    const { piece } = shown;
    return (
      <span
        key={key}
        className={piece.error === undefined ? 'xj-text-field' : 'xj-text-field is-broken'}
        title={piece.error ?? `${piece.source}：随数据变化`}
      >
        {piece.text}
      </span>
    );
  });
}
