// A field of a form on money with its words, and amounts and days as they are typed.
import { Input } from 'antd';
import type { ReactNode } from 'react';
import { type Fen, wanText } from '#shared/values/money.ts';
import { parseAmount } from '#shared/values/parse-amount.ts';

export function Field({ label, isWide = false, children }: { label: string; isWide?: boolean; children: ReactNode }) {
  return (
    <>
      <span className="xj-faint">{label}</span>
      <div className={isWide ? 'is-wide' : undefined}>{children}</div>
    </>
  );
}

export function DayInput({
  value,
  label,
  change,
}: {
  value: string | null;
  label: string;
  change: (day: string | null) => void;
}) {
  return (
    <Input
      type="date"
      aria-label={label}
      value={value ?? ''}
      onChange={(event) => change(event.target.value === '' ? null : event.target.value)}
    />
  );
}

/** What was typed as 万元; null where it is no amount. */
export function typedFen(text: string): Fen | null {
  const read = parseAmount(text, '万元');
  return read.kind === 'amount' ? read.fen : null;
}

export function fenText(fen: Fen | null): string {
  return fen === null ? '' : wanText(fen);
}
