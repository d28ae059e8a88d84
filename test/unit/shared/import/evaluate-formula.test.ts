// What formulas give, as a spreadsheet program would come to it from the same cells.
import { expect, it } from 'vitest';
import { evaluateFormula, type FormulaCells } from '#shared/import/evaluate-formula.ts';
import type { FormulaValue } from '#shared/import/formula-value.ts';
import { parseFormula } from '#shared/import/parse-formula.ts';
import { viewSheet } from '#shared/sheet/sheet-view.ts';
import { decimalText } from '#shared/values/decimal.ts';
import { makeSheet } from './make-sheet.ts';

const SHEET = makeSheet([
  [5, 0, null, '甲', { kind: 'boolean', text: 'TRUE' }, '5', { kind: 'date', text: '2021-03-01' }],
  [2, { kind: 'error', text: '#REF!' }],
]);
const CELLS: FormulaCells = {
  view: viewSheet(SHEET),
  budget: { looks: 1000 },
  countsTexts: false,
  resultOf: () => undefined,
};

/** NaN: some number or an error; null: an empty cell; undefined: cannot be told. */
type Shown = number | string | boolean | null | undefined;

function show(value: FormulaValue): Shown {
  switch (value.kind) {
    case 'number':
      return Number(decimalText(value.value));
    case 'content':
      return value.value.kind === 'boolean' ? value.value.text === 'TRUE' : value.value.text;
    case 'blank':
      return null;
    default:
      return value.kind === 'some-number' ? Number.NaN : undefined;
  }
}

it.each<[string, Shown]>([
  ['1+2*3^2-4/2', 17],
  ['-A1+10%', -4.9],
  ['(A1+B1)*-2', -10],
  ['SUM(A1:B1,A2,3)', 10],
  ['SUM(A1:D1)', 5],
  ['PRODUCT(A1,A2)', 10],
  ['MAX(A1:A2)+MIN(A1:A2)', 7],
  ['AVERAGE(A1:A2)', 3.5],
  ['ROUND(A1/3,2)', 1.67],
  ['ABS(-A1)', 5],
  ['IF(A1>=5,"是","否")', '是'],
  ['IF(C1="","",1)', ''],
  ['IF(C1=0,1,2)', 1],
  ['IF(D1="甲",A1)', 5],
  ['IF(A1<>5,1)', false],
  ['IF(A1,,1)', null],
  ['"a""b"&A1', 'a"b5'],
  ['$A$1', 5],
  ['C1', null],
  ['TRUE', true],
  ['A1+D1', Number.NaN],
  ['A1+B2', Number.NaN],
  ['A1+表2!A1', Number.NaN],
  ["'表 2'!A1*2", Number.NaN],
  ['SUM(表!A1:B1)', 5],
  ["'表'!$A$1+1", 6],
  ['RC[-1]*2', Number.NaN],
  ['SUM(A:A)', Number.NaN],
  ['A1/B1', Number.NaN],
  ['SUBTOTAL(9,A1:B1)', 5],
  ['SUBTOTAL(1,A1:B1)', Number.NaN],
  ['1.5E3+2E-1', 1500.2],
  ['2^0.5', Number.NaN],
  ['A1&"ǆß"&1', '5ǆß1'],
  ['IF(E1,1,2)', 1],
  ['E1+1', 2],
  ['SUM(A1:E1)', 5],
  ['F1+1', 6],
  ['SUM(A1:F1)', 5],
  ['G1-1', Number.NaN],
  ['COUNTIF(A1:A9,1)', Number.NaN],
  ['VLOOKUP(A1,A:B,2,0)', undefined],
  ['总额', undefined],
  ['A1:A2', undefined],
  ['#REF!', undefined],
  ['{1,2}', undefined],
  ['SUM(A1', undefined],
  ['A1 B1', undefined],
  ['', undefined],
  ['CONSTRUCTOR(A1)', undefined],
  [`${'('.repeat(5000)}1${')'.repeat(5000)}`, undefined],
])('%s', (formula, expected) => {
  const tree = parseFormula(formula, SHEET.name);
  const value = tree && show(evaluateFormula(tree, CELLS));
  if (typeof expected === 'number' && !Number.isNaN(expected)) expect(value).toBeCloseTo(expected, 9);
  else expect(value).toEqual(expected);
});
