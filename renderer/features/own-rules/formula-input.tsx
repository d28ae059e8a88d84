// The field of a formula: words of the plan are offered while it is typed, as in a spreadsheet's formula bar.
import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react';
import { type Completion, type Completions, completeFormula } from '#shared/checks/own/complete.ts';
import type { Vocabulary } from '#shared/checks/own/vocabulary.ts';
import { MOST_FORMULA } from '#shared/records/own-rule.ts';

const NOTHING: Completions = { from: 0, to: 0, options: [] };

export function FormulaInput({
  value,
  onChange,
  vocabulary,
  disabled,
}: {
  value: string;
  onChange: (formula: string) => void;
  vocabulary: Vocabulary | null;
  disabled: boolean;
}) {
  const field = useRef<HTMLTextAreaElement>(null);
  const listId = useId();
  const [offer, setOffer] = useState<Completions>(NOTHING);
  const [chosen, setChosen] = useState(0);
  /** Where the caret goes once a chosen word stands in the field. */
  const caretAfter = useRef<number | null>(null);
  useEffect(() => {
    if (caretAfter.current === null || !field.current) return;
    field.current.setSelectionRange(caretAfter.current, caretAfter.current);
    caretAfter.current = null;
  });

  const look = (formula: string, caret: number): void => {
    setOffer(vocabulary ? completeFormula(formula, caret, vocabulary) : NOTHING);
    setChosen(0);
  };
  const accept = (option: Completion): void => {
    caretAfter.current = offer.from + option.text.length;
    onChange(value.slice(0, offer.from) + option.text + value.slice(offer.to));
    setOffer(NOTHING);
    field.current?.focus();
  };
  const count = offer.options.length;
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'Enter' && !event.ctrlKey && !event.metaKey) event.preventDefault();
    if (count === 0) return;
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      setChosen((chosen + (event.key === 'ArrowDown' ? 1 : count - 1)) % count);
    } else if (event.key === 'Enter' || event.key === 'Tab') {
      const option = offer.options[chosen];
      if (!option) return;
      event.preventDefault();
      accept(option);
    } else if (event.key === 'Escape') {
      event.stopPropagation();
      setOffer(NOTHING);
    }
  };
  return (
    <div className="xj-formula">
      <textarea
        ref={field}
        rows={3}
        maxLength={MOST_FORMULA}
        spellCheck={false}
        disabled={disabled}
        value={value}
        placeholder="例：总投资 >= 10　　打字时会提示栏目、资金来源、类别"
        role="combobox"
        aria-label="公式"
        aria-expanded={count > 0}
        aria-controls={listId}
        aria-autocomplete="list"
        onChange={(event) => {
          onChange(event.target.value);
          look(event.target.value, event.target.selectionStart);
        }}
        onClick={(event) => look(value, event.currentTarget.selectionStart)}
        onBlur={() => setOffer(NOTHING)}
        onKeyDown={onKeyDown}
        data-testid="rule-formula"
      />
      {count > 0 && (
        <div className="xj-formula-offer" role="listbox" id={listId} data-testid="formula-offer">
          {offer.options.map((option, index) => (
            <div
              key={option.text}
              role="option"
              tabIndex={-1}
              aria-selected={index === chosen}
              className={index === chosen ? 'is-here' : ''}
              // The field keeps the caret.
              onMouseDown={(event) => {
                event.preventDefault();
                accept(option);
              }}
            >
              {option.text}
              <small>{option.kind}</small>
            </div>
          ))}
          <p>↑↓ 选择　回车 或 Tab 填入　Esc 关闭</p>
        </div>
      )}
    </div>
  );
}
