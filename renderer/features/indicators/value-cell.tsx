// One value of the grid: typed over, left by Enter or the arrows up and down, a block pasted into it goes on from here.
import { type KeyboardEvent, useEffect, useState } from 'react';

export interface ValueCellProps {
  label: string;
  text: string;
  /** Not established yet. */
  isEarly: boolean;
  isWarned: boolean;
  title: string;
  isLocked: boolean;
  place: string;
  save: (text: string) => void;
  paste: (text: string) => void;
  move: (down: number) => void;
}

export function ValueCell(props: ValueCellProps) {
  const { label, text, isEarly, isWarned, title, isLocked, place, save, paste, move } = props;
  const [draft, setDraft] = useState(text);
  useEffect(() => setDraft(text), [text]);
  const leave = (): void => {
    if (draft.trim() !== text) save(draft.trim());
  };
  const press = (event: KeyboardEvent<HTMLInputElement>): void => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'Escape') setDraft(text);
    else if (event.key === 'Enter' || event.key === 'ArrowDown') move(1);
    else if (event.key === 'ArrowUp') move(-1);
    else return;
    event.preventDefault();
  };
  return (
    <input
      className={`xj-indicator-value${isEarly ? ' is-early' : ''}${isWarned ? ' is-warned' : ''}`}
      aria-label={label}
      data-cell={place}
      title={title}
      value={draft}
      readOnly={isLocked}
      onChange={(event) => setDraft(event.target.value)}
      onFocus={(event) => event.target.select()}
      onBlur={leave}
      onKeyDown={press}
      onPaste={(event) => {
        const pasted = event.clipboardData.getData('text/plain');
        if (isLocked || !/[\t\n]/.test(pasted.trimEnd())) return;
        event.preventDefault();
        paste(pasted);
      }}
    />
  );
}
