// A value of a list as the form, the dialog and messages show it.
import { type Fen, scaledText, wanText } from '../values/money.ts';
import type { ListField } from './list-spec.ts';

export const YES_WORDS = ['是', '否'] as const;

/** '' where nothing is known; amounts without their unit. */
export function shownText({ kind }: Pick<ListField, 'kind'>, value: unknown): string {
  if (value === null || value === undefined) return '';
  if (kind === 'wan') return wanText(value as Fen);
  if (kind === 'yuan') return scaledText(value as Fen, 2);
  if (kind === 'yes') return value === true ? YES_WORDS[0] : YES_WORDS[1];
  return String(value);
}
