// The attribute w:val of WordprocessingML as what it means.
import { attribute, type XmlTag } from '#electron/excel/write/patch/xml.ts';
import { MOST_COLUMNS } from './word-table.ts';

export function wordOf(tag: XmlTag): string {
  return (attribute(tag.rest, 'val') ?? '').trim();
}

/** A whole number; null for anything else. */
export function numberOf(tag: XmlTag): number | null {
  const value = wordOf(tag);
  return /^-?\d{1,9}$/.test(value) ? Number(value) : null;
}

/** A switch is on where nothing is said. */
export function isOn(tag: XmlTag): boolean {
  return !/^(?:0|false|off)$/i.test(wordOf(tag));
}

/** Columns of a table's grid, at least `least`. */
export function spanOf(tag: XmlTag, least: number): number {
  return Math.min(MOST_COLUMNS, Math.max(least, numberOf(tag) ?? least));
}

export function mergeOf(tag: XmlTag): 'restart' | 'continue' {
  return wordOf(tag) === 'restart' ? 'restart' : 'continue';
}
