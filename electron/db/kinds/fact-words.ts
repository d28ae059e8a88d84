// What the log says of one fact: that it came or went, or which of its columns changed, each with both texts.
import { isSame } from '#shared/compare/fact.ts';
import { type Wording, wordDifference } from '#shared/compare/words.ts';
import { type Fen, formatWanFull } from '#shared/values/money.ts';
import type { ChangedValue } from '../kernel/kind.ts';

export interface FactWording<T> {
  /** What the row is about. */
  subject: string;
  /** Column of a fact that came or went. */
  column: string;
  /** The fact in one text; without it 新增 and 删除 stand there. */
  text?: (fact: T) => string;
  columns: readonly Wording<T>[];
}

/** [] only where both say the same: what no column shows is told as a change of the whole. */
export function factWords<T>(
  before: T | null,
  after: T | null,
  { subject, column, text, columns }: FactWording<T>,
): ChangedValue[] {
  const whole = (left: string, right: string): ChangedValue[] => [
    { project: subject, column, before: left, after: right },
  ];
  if (before === null) return after === null ? [] : whole('', text?.(after) ?? '新增');
  if (after === null) return whole(text?.(before) ?? '', text ? '' : '删除');
  const changed = wordDifference(before, after, columns);
  if (changed.length > 0 || isSame(before, after))
    return changed.map((one) => ({ project: subject, column: one.label, before: one.before, after: one.after }));
  return whole(text?.(before) ?? '', `${text?.(after) ?? ''}（内容有改动）`);
}

/** A column for each field; `texts` words those of which the value itself says nothing to people. */
export function fieldColumns<T extends object>(
  labels: Readonly<Record<keyof T & string, string>>,
  texts: { readonly [Key in keyof T]?: (value: T[Key]) => string } = {},
): Wording<T>[] {
  return (Object.keys(labels) as (keyof T & string)[]).map((key) => ({
    key,
    label: labels[key],
    text: (fact) => texts[key]?.(fact[key]) ?? plainText(fact[key], key),
  }));
}

function plainText(value: unknown, key: string): string {
  if (Array.isArray(value)) return value.map((one) => plainText(one, key)).join('、');
  if (typeof value === 'boolean') return value ? '是' : '否';
  if (typeof value === 'number' && key.endsWith('Fen')) return `${formatWanFull(value as Fen)} 万元`;
  return String(value ?? '');
}
