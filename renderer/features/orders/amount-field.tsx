// An amount in 万元 as it is typed; told on as soon as it is one.
import { Input } from 'antd';
import { useState } from 'react';
import type { Fen } from '#shared/values/money.ts';
import { fenText, typedFen } from '../funds/form-field.tsx';

export function AmountField({ label, fen, change }: { label: string; fen: Fen; change: (fen: Fen) => void }) {
  const [text, setText] = useState(fenText(fen));
  const read = typedFen(text);
  return (
    <Input
      size="small"
      aria-label={label}
      status={read === null ? 'error' : ''}
      // Another amount came in from outside, as after a line was taken away.
      value={read !== null && read !== fen ? fenText(fen) : text}
      onChange={({ target: { value } }) => {
        setText(value);
        const typed = typedFen(value);
        if (typed !== null) change(typed);
      }}
    />
  );
}
