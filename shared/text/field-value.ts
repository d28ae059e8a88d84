// What the fields of a text give, and how it is written: amounts in 万元, 亿元 or 元, counts, shares, lists.

import { roundToStep } from '#shared/tables/balance.ts';
import { DISPLAY_UNITS, type Fen, scaledText } from '#shared/values/money.ts';
import { shareOut, shareText } from './shares.ts';
import type { AmountUnit, FieldFormat } from './template.ts';

export type FieldValue =
  | { kind: 'amount'; fen: Fen }
  | { kind: 'count'; value: number; unit: string }
  /** One of the shares that its whole is divided into. */
  | { kind: 'share'; whole: readonly number[]; index: number }
  | { kind: 'text'; text: string }
  /** The number of a table or figure, by its id. */
  | { kind: 'reference'; id: string }
  /** `bracketed`: 北城街道（74个，2万元）、…; else 北城街道74个、2万元；… */
  | { kind: 'list'; items: readonly ListItem[]; bracketed?: boolean };

export interface ListItem {
  label: string;
  values: readonly FieldValue[];
}

/** Decimals where nothing is asked for; 万元 and 元 show every figure. */
const DEFAULT_DECIMALS: Readonly<Partial<Record<AmountUnit, number>>> = { 亿元: 2 };
const SHARE_DECIMALS = 2;

/** An amount in a unit without its name, half away from zero where it is rounded: 664599.38, 66.46. */
export function amountText(fen: Fen, unit: AmountUnit, decimals = DEFAULT_DECIMALS[unit]): string {
  const places = DISPLAY_UNITS[unit];
  if (decimals === undefined) return scaledText(fen, places);
  const kept = Math.min(decimals, places);
  const text = scaledText(roundToStep(fen, 10 ** (places - kept)), places, kept);
  return kept === decimals ? text : `${text.includes('.') ? text : `${text}.`}${'0'.repeat(decimals - kept)}`;
}

/** The text of a value; `labelOf` gives the printed number of a table or figure. */
export function valueText(value: FieldValue, format: FieldFormat, labelOf: (id: string) => string): string {
  switch (value.kind) {
    case 'amount': {
      const unit = format.unit ?? '万元';
      return `${amountText(value.fen, unit, format.decimals)}${format.bare ? '' : unit}`;
    }
    case 'count':
      return `${value.value}${format.bare ? '' : value.unit}`;
    case 'share': {
      const decimals = format.decimals ?? SHARE_DECIMALS;
      return shareText(shareOut(value.whole, decimals)[value.index] ?? 0, decimals);
    }
    case 'text':
      return value.text;
    case 'reference':
      return labelOf(value.id);
    case 'list':
      return listText(value, format, labelOf);
  }
}

function listText(
  { items, bracketed = false }: Extract<FieldValue, { kind: 'list' }>,
  format: FieldFormat,
  labelOf: (id: string) => string,
): string {
  const texts = items.map(({ label, values }) => {
    const parts = values.map((value) => {
      // Units and decimals of a list are those of its amounts; its shares keep theirs.
      const own = value.kind === 'share' && values.length > 1 ? {} : format;
      return `${value.kind === 'share' ? '占' : ''}${valueText(value, own, labelOf)}`;
    });
    if (!bracketed) return `${label}${parts.join('、')}`;
    return parts.length === 0 ? label : `${label}（${parts.join('，')}）`;
  });
  if (bracketed) return texts.join('、');
  // Names of classes hold 、 themselves, so a list is divided by commas.
  return texts.join(items.some(({ values }) => values.length > 1) ? '；' : '，');
}
