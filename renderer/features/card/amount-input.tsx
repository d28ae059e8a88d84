// An amount of the matrix: shows its separators until it is edited, tells what is being typed, and lets the arrow keys
// walk from field to field.
import { type KeyboardEvent, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { type DisplayUnit, type Fen, formatUnit, unitText } from '#shared/values/money.ts';

export interface AmountInputProps {
  label: string;
  fen: Fen | null;
  /** In which it is shown and typed. */
  unit: DisplayUnit;
  /** Where the value came from, for the hover. */
  origin?: string | undefined;
  isFaint?: boolean;
  isLocked: boolean;
  /** The text while it is typed; null when typing ends. */
  draft: (text: string | null) => void;
  send: (text: string) => void;
}

export function AmountInput(props: AmountInputProps) {
  const { label, fen, unit, origin, isFaint, isLocked, draft, send } = props;
  const [typed, setTyped] = useState<string | null>(null);
  const isFresh = useRef(false);
  const saved = fen === null ? '' : unitText(fen, unit);
  const type = (text: string | null): void => {
    setTyped(text);
    draft(text === null || text.trim() === saved ? null : text);
  };
  const leave = (): void => {
    if (typed !== null && typed.trim() !== saved) send(typed);
    type(null);
  };
  return (
    <input
      className={isFaint ? 'is-faint' : ''}
      aria-label={label}
      title={origin ?? ''}
      data-testid={`amount-${label}`}
      value={typed ?? (fen === null ? '' : formatUnit(fen, unit))}
      disabled={isLocked}
      onFocus={(event) => {
        // Before the next key: one that comes a frame later would be typed into the old text.
        flushSync(() => setTyped(saved));
        event.currentTarget.select();
        isFresh.current = true;
      }}
      onMouseUp={(event) => {
        // The click that brings the focus would take the selection away again.
        if (isFresh.current) event.preventDefault();
        isFresh.current = false;
      }}
      onChange={(event) => type(event.target.value)}
      onBlur={leave}
      onKeyDown={(event) => {
        if (event.nativeEvent.isComposing) return;
        if (event.key === 'Escape' && typed !== null && typed !== saved) {
          event.stopPropagation();
          type(saved);
        } else walk(event);
      }}
    />
  );
}

/** Enter and the arrows go to the field below or above; at the end of the table Enter only takes the value. */
function walk(event: KeyboardEvent<HTMLInputElement>): void {
  const by = event.key === 'Enter' || event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
  if (by === 0) return;
  event.preventDefault();
  const field = event.currentTarget;
  const cell = field.closest('td');
  const row = cell?.closest('tr');
  const rows = [...(cell?.closest('table')?.querySelectorAll('tr') ?? [])];
  let at = row ? rows.indexOf(row) : -1;
  for (at += by; at >= 0 && at < rows.length; at += by) {
    const next = rows[at]?.children[cell?.cellIndex ?? -1]?.querySelector('input');
    if (!next) continue;
    next.focus();
    return;
  }
  if (event.key === 'Enter') field.blur();
}
