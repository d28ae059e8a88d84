// The figure in a cell: digits of any width with separators, what bounds it (≥10), a unit behind it, a remark (80(省70%)).
import { parseScaled } from '#shared/values/money.ts';
import type { Figure } from '../equation.ts';
import { type Measure, measureOf } from './measure.ts';

export interface CellFigure extends Figure {
  row: number;
  column: number;
  /** ≥10 is no figure that adds up. */
  isBound: boolean;
}

const FIGURE =
  /^(≥|≤|>|<|=|约|近|不低于|不少于|不超过)?=?([+-]?\d{1,3}(?:,\d{3})+(?:\.\d+)?|[+-]?\d+(?:\.\d+)?)(?:(以上|以内|以下|左右|余|多)?([^\d(（,.;]{0,6})?(以上|以内|以下|左右)?)?(\(.{1,12}\))?$/;

/** True for a cell that says nothing: empty, a dash. */
export function isBlankCell(text: string): boolean {
  return /^[\s\-—–－一─/／\\…·无]*$/.test(text);
}

interface PlainFigure {
  raw: string;
  digits: string;
  unit: Measure | null;
  isBound: boolean;
}

/** The digits of a cell and the unit behind them; null for a text. */
export function readDigits(text: string): PlainFigure | null {
  if (text.length > 40) return null;
  // [6.5] is what was added up over the years.
  const plain = text
    .normalize('NFKC')
    .replaceAll(/\s/g, '')
    .replace(/^[[【〔〈]([+-]?[\d.]+%?)[\]】〕〉]$/, '$1');
  const match = FIGURE.exec(plain);
  const digits = match?.[2]?.replaceAll(',', '');
  if (!match || digits === undefined) return null;
  const unit = match[4] === undefined || match[4] === '' ? null : measureOf(match[4]);
  // 30户以上 is a figure; 5G网络 and 2021年 are words.
  if ((match[4] ?? '') !== '' && (!unit || /^(?:年|月|期)$/.test(match[4] ?? ''))) return null;
  const isBound = match[1] !== undefined || match[3] !== undefined || match[5] !== undefined;
  return { raw: text.trim(), digits, unit, isBound };
}

/** The figure of a cell that is read with the measure of its column where it names none itself. */
export function cellFigure(text: string, row: number, column: number, measure: Measure): CellFigure | null {
  const read = readDigits(text);
  if (!read) return null;
  const own = read.unit ?? measure;
  const value = parseScaled(read.digits, own.scale);
  if (value === undefined) return null;
  const decimals = (read.digits.split('.')[1] ?? '').length;
  return {
    ...{ row, column, raw: read.raw, value, decimals, measure: own, isBound: read.isBound },
    half: 10 ** (own.scale - decimals) / 2,
  };
}
