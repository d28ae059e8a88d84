// Arithmetic typed into a cell, as people do in a spreadsheet: =35.41+10. It is worked out exactly and kept as the number.
import { viewSheet } from '../sheet/sheet-view.ts';
import { decimalText } from '../values/decimal.ts';
import { foldText } from '../values/fold-text.ts';
import { evaluateFormula } from './evaluate-formula.ts';
import { type Formula, parseFormula } from './parse-formula.ts';

/** No cells to look at: numbers only. */
const NO_CELLS = {
  view: viewSheet({ name: '', hidden: false, rows: [], merges: [], hiddenColumns: [] }),
  budget: { looks: 0 },
  countsTexts: false,
  resultOf: () => undefined,
};
const OPERATORS: Readonly<Record<string, string>> = { '×': '*', '÷': '/', '－': '-', '—': '-' };

/**
 * What was typed with its arithmetic worked out: '45.41' for '=35.41+10' (also ＝, ×, ÷ and full-width digits). A text
 * without '=' before it, with anything but numbers behind it, or without a result (a division by 0) stays as it is.
 */
export function workOutTyped(text: string): string {
  const plain = foldText(text);
  if (!plain.startsWith('=')) return text;
  const formula = parseFormula(
    plain.replace(/[×÷－—]/g, (sign) => OPERATORS[sign] ?? sign),
    '',
  );
  if (!formula || !isOfNumbers(formula)) return text;
  const result = evaluateFormula(formula, NO_CELLS);
  return result.kind === 'number' ? decimalText(result.value) : text;
}

function isOfNumbers(formula: Formula): boolean {
  switch (formula.kind) {
    case 'number':
      return true;
    case 'negative':
    case 'percent':
      return isOfNumbers(formula.of);
    case 'joined':
      return (
        isOfNumbers(formula.first) &&
        formula.rest.every(({ sign, part }) => /^[-+*/^]$/.test(sign) && isOfNumbers(part))
      );
    default:
      return false;
  }
}
