// Fonts, borders and number formats of all written sheets; the annex looks like the offices' own (handbook 5.2, 2.4).
import type { Alignment, Borders, Font, Style } from 'exceljs';
import { type Fen, wanText } from '#shared/values/money.ts';

const LINE = { style: 'thin' } as const;
const BORDER: Partial<Borders> = { top: LINE, left: LINE, bottom: LINE, right: LINE };

const FONTS = {
  title: { name: '方正小标宋简体', size: 20 },
  header: { name: '黑体', size: 10, bold: true },
  strong: { name: '宋体', size: 9, bold: true },
  body: { name: '宋体', size: 9 },
} satisfies Record<string, Partial<Font>>;

type Horizontal = 'left' | 'center' | 'right';

function align(horizontal: Horizontal, wrapText: boolean): Partial<Alignment> {
  return { horizontal, vertical: 'middle', wrapText };
}

export const TITLE_STYLE: Partial<Style> = { font: FONTS.title, alignment: align('center', true) };
export const HEADER_STYLE: Partial<Style> = { font: FONTS.header, alignment: align('center', true), border: BORDER };
export const UNIT_STYLE: Partial<Style> = { font: FONTS.body, alignment: align('right', false) };
export const LINK_STYLE: Partial<Style> = {
  font: { ...FONTS.body, size: 11, color: { argb: 'FF1F5FAF' } },
  alignment: align('left', true),
};
export const REMARK_STYLE: Partial<Style> = { font: FONTS.body, alignment: align('left', true) };

/** The same object for the same look: the writer tells styles apart by their content, comparing objects is cheaper. */
const cache = new Map<string, Partial<Style>>();

/** A bordered cell of the body. `format` is a number format code; '@' keeps a text a text when it is edited. */
export function bodyStyle(horizontal: Horizontal, strong = false, format?: string): Partial<Style> {
  const key = `${horizontal}|${strong}|${format}`;
  const known = cache.get(key);
  if (known) return known;
  const style: Partial<Style> = {
    font: strong ? FONTS.strong : FONTS.body,
    alignment: align(horizontal, horizontal === 'left'),
    border: BORDER,
    ...(format === undefined ? {} : { numFmt: format }),
  };
  cache.set(key, style);
  return style;
}

/** `#,##0.00`, with as many more decimals as the amount in 万元 needs: nothing is hidden. */
export function amountFormat(fen: Fen): string {
  return decimalsFormat(Math.max(2, decimalsIn(wanText(fen))));
}

/** The format that shows a plain decimal with just its decimals. */
export function digitsFormat(digits: string): string {
  return decimalsFormat(decimalsIn(digits));
}

function decimalsIn(digits: string): number {
  return (digits.split('.')[1] ?? '').length;
}

function decimalsFormat(decimals: number): string {
  return decimals === 0 ? '#,##0' : `#,##0.${'0'.repeat(decimals)}`;
}

export const COUNT_FORMAT = '#,##0';
export const SHARE_FORMAT = '0.00';
