// From a cell's stored text, type and number format to a value: shared by the readers of formats that store numbers.
import type { CellSink } from './cell-sink.ts';
import { doubleText, lastDigits, SURE_DIGITS, sheetNumberText } from './number-text.ts';
import { NO_VALUE, type SentKind } from './packet.ts';
import { isoDate, serialDate } from './sheet-date.ts';
import type { CellStyle } from './xlsx-styles.ts';
import { decodeSheetEscapes } from './xml-text.ts';

/** Each returns a value index of the sink, or NO_VALUE where there is nothing. */
export interface CellWriter {
  text(text: string): number;
  /** A number as decimal text; unreadable numbers are kept as text, nothing is lost. */
  number(stored: string, style: CellStyle): number;
  /** A number that the file holds in binary. */
  double(value: number, style: CellStyle): number;
  /** By the type letters of .xlsx: '' or n, b, e, d, str; others count as text. */
  typed(type: string, stored: string, style: CellStyle): number;
}

export function createCellWriter(sink: CellSink, epoch1904: boolean): CellWriter {
  return { text, number, double, typed };

  function text(content: string): number {
    return content === '' ? NO_VALUE : sink.value('text', content);
  }

  function number(stored: string, style: CellStyle): number {
    const decimal = sheetNumberText(stored);
    if (decimal === null) return stored.trim() === '' ? NO_VALUE : text(stored);
    return decimalValue(decimal, style, stored);
  }

  function double(value: number, style: CellStyle): number {
    const decimal = doubleText(value);
    return decimal === null ? sink.value('error', '#NUM!') : decimalValue(decimal, style);
  }

  /** `stored`: the text that the file writes, where it writes one. */
  function decimalValue(decimal: string, style: CellStyle, stored?: string): number {
    if (style.kind !== 'number') {
      const serial = Number(decimal);
      // Below one day a time format shows a time of day, which is no date.
      const date = style.kind === 'time' && serial < 1 ? null : serialDate(serial, epoch1904);
      if (date !== null) return sink.value('date', date, style.format);
    }
    return sink.value(decimal.length > SURE_DIGITS ? numberKind(decimal, stored) : 'number', decimal, style.format);
  }

  function numberKind(decimal: string, stored: string | undefined): SentKind {
    const digits = lastDigits(decimal, stored !== undefined && !/e/i.test(stored));
    return digits === 'lost' ? 'rounded' : digits === 'maybe' ? 'doubtful' : 'number';
  }

  function typed(type: string, stored: string, style: CellStyle): number {
    switch (type) {
      case '':
      case 'n':
        return number(stored, style);
      case 'b':
        return sink.value('boolean', /^\s*(1|true)\s*$/i.test(stored) ? 'TRUE' : 'FALSE');
      case 'e':
        return sink.value('error', stored.trim());
      case 'd': {
        const date = isoDate(stored.trim());
        return date === null ? text(stored) : sink.value('date', date, style.format);
      }
      default:
        return text(decodeSheetEscapes(stored));
    }
  }
}
