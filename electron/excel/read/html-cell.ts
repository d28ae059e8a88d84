// What a cell of an HTML table holds: the text that is shown, and the exact value that spreadsheet programs write beside it.
import type { CellSink } from './cell-sink.ts';
import type { CellWriter } from './cell-writer.ts';
import type { HtmlTag } from './html-tags.ts';
import { decodeEntities } from './html-text.ts';
import { sheetNumberText } from './number-text.ts';
import { GENERAL } from './xlsx-styles.ts';

export interface HtmlCell {
  column: number;
  text: string;
  /** The number behind the text; '' where the text is said to be the number. */
  exact: string | undefined;
  /** An exact text, error or truth value. */
  typed: { kind: 'text' | 'error' | 'boolean'; text: string } | undefined;
  formula: string | undefined;
  /** What to say of the cell. */
  faults: { code: string; message: string }[];
}

/** A cell as its tag describes it: x:num, x:str, x:err, x:bool, x:fmla of Excel and WPS, sdval of LibreOffice. */
export function startCell(tag: HtmlTag, column: number): HtmlCell {
  const faults = tag.isBroken ? [QUOTE_FAULT] : [];
  const formula = decoded(tag, 'x:fmla')?.replace(/^=/, '');
  return {
    column,
    text: '',
    exact: decoded(tag, 'x:num') ?? decoded(tag, 'sdval'),
    typed: typedValue(tag),
    formula,
    faults,
  };
}

const QUOTE_FAULT = {
  code: 'html-quote',
  message: '的网页标记里有一个没有配对的引号，可能少了后面的单元格，请对照原件核对',
};

function typedValue(tag: HtmlTag): HtmlCell['typed'] {
  const text = decoded(tag, 'x:str');
  if (text) return { kind: 'text', text };
  const error = decoded(tag, 'x:err');
  if (error) return { kind: 'error', text: error };
  const truth = decoded(tag, 'x:bool');
  return truth ? { kind: 'boolean', text: /^(?:true|1)$/i.test(truth) ? 'TRUE' : 'FALSE' } : undefined;
}

function decoded(tag: HtmlTag, name: string): string | undefined {
  const value = tag.attribute(name);
  return value?.includes('&') ? decodeEntities(value) : value;
}

/** Hands the cell over, if it holds anything. */
export function putCell(
  { column, text, exact, typed, formula, faults }: HtmlCell,
  sink: CellSink,
  writer: CellWriter,
): void {
  const number = exact === undefined ? null : exactNumber(exact, text);
  if (number !== null) sink.cell(column, writer.number(number, GENERAL), formula);
  else if (typed) sink.cell(column, sink.value(typed.kind, typed.text), formula);
  else if (text !== '') sink.cell(column, sink.value('text', text), formula);
  for (const { code, message } of faults) sink.remark(column, code, message);
}

/**
 * The exact number where the text shows it, rounded or with separators. null where it shows something else, a date, a
 * unit, the number in 万元: then what is shown counts.
 */
function exactNumber(exact: string, shown: string): string | null {
  const plain = sheetNumberText(shown.replaceAll(',', ''));
  if (exact === '') return plain;
  const number = sheetNumberText(exact);
  if (number === null) return null;
  // The column is too narrow to show it.
  if (/^#+$/.test(shown)) return number;
  if (plain === null) return null;
  const decimals = shown.split('.')[1]?.length ?? 0;
  const distance = Math.abs(Math.abs(Number(number)) - Math.abs(Number(plain)));
  return distance <= 0.500001 * 10 ** -decimals || /e/i.test(shown) ? number : null;
}
