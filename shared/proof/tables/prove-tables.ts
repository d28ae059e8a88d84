// Findings within the tables of a draft: sums of rows and columns, columns that were lost.
import type { Equation, Term } from '../equation.ts';
import { gapOf, sumOf } from '../equation.ts';
import type { ProofFinding, ProofPlace } from '../finding.ts';
import type { Settled } from '../settle.ts';
import { chooseSums } from './choose-sums.ts';
import type { PlacedTable } from './draft-tables.ts';
import { showValue } from './measure.ts';

export interface Proved {
  findings: ProofFinding[];
  /** Figures that were held against something. */
  checked: ProofPlace[];
  /** All figures. */
  figures: ProofPlace[];
}

/** The place of a cell in the draft, in whichever part of its table it stands. */
export function cellPlace({ parts }: PlacedTable, row: number, column: number): ProofPlace {
  const part = parts.findLast(({ from }) => from <= row) ?? { block: 0, from: 0, row: 0 };
  return { kind: 'table', block: part.block, row: row - part.from + part.row, column };
}

/** 表4-1; the caption where there is no number; 第3个表. */
export function tableName({ number, caption }: PlacedTable['table'], order: number): string {
  return number ?? (caption === '' ? `第${order + 1}个表` : `“${caption.slice(0, 24)}”表`);
}

/** 表4-1“种植业”行“总投资”列. */
export function cellName(placed: PlacedTable, order: number, row: number, column: number): string {
  const { table } = placed;
  const rowName = table.rows.find(({ index }) => index === row)?.name ?? `第${row + 1}行`;
  const head = table.columns.find(({ index }) => index === column);
  const columnName = head?.name || head?.above.at(-1) || `第${column + 1}列`;
  return `${tableName(table, order)}“${rowName}”行“${columnName}”列`;
}

const SHOWN = 4;

/** 4363.52＋1324＋…（共6项）. */
function shownSum({ parts }: Equation): string {
  const shown = parts.slice(0, SHOWN).map(({ figure }) => figure.raw);
  return parts.length > SHOWN ? `${shown.join('＋')}＋…，共${parts.length}项` : shown.join('＋');
}

export function proveTables(
  tables: readonly PlacedTable[],
  settle: (equations: readonly Equation[]) => Settled[],
): Proved {
  const findings: ProofFinding[] = [];
  const checked: ProofPlace[] = [];
  const figures: ProofPlace[] = [];
  const byBlock = new Map(tables.map((placed, order) => [placed.table.block, { placed, order }]));
  const placeOf = ({ block, figure: { row, column } }: Term): ProofPlace => {
    const known = byBlock.get(block);
    return known ? cellPlace(known.placed, row, column) : { kind: 'table', block, row, column };
  };
  const nameOf = ({ block, figure: { row, column } }: Term): string => {
    const known = byBlock.get(block);
    return known ? cellName(known.placed, known.order, row, column) : '';
  };
  const equations: Equation[] = [];
  for (const placed of tables) {
    figures.push(...placed.table.figures.map(({ row, column }) => cellPlace(placed, row, column)));
    const { equations: own, slipped } = chooseSums(placed.table);
    equations.push(...own);
    for (const lost of slipped) {
      const finding = slippedFinding(lost, placeOf, nameOf);
      if (finding) findings.push(finding);
    }
  }
  checked.push(...equations.flatMap(({ whole, parts }) => [whole, ...parts].map(placeOf)));
  findings.push(...settle(equations).map((settled) => settledFinding(settled, placeOf, nameOf)));
  return { findings, checked, figures };
}

function settledFinding(
  { level, term, expected, equations, cause }: Settled,
  placeOf: (term: Term) => ProofPlace,
  nameOf: (term: Term) => string,
): ProofFinding {
  const { figure } = term;
  const [first] = equations as [Equation];
  const others = equations
    .flatMap(({ whole, parts }) => [whole, ...parts])
    .filter((one) => one !== term && keyOf(one) !== keyOf(term));
  const told = equations.map((equation) => tellEquation(equation, term, nameOf)).join('；');
  const difference = figure.value - expected;
  const show = (value: number): string => showValue(value, figure.measure);
  return {
    rule: first.rule,
    level,
    raw: figure.raw,
    expected: show(expected),
    difference: show(difference),
    where: placeOf(term),
    against: [...new Map(others.map((one) => [keyOf(one), placeOf(one)])).values()],
    message: `${nameOf(term)} ${figure.raw}，${told}，差 ${show(difference)}${level === 'doubt' ? '，在四舍五入的范围内，为尾差' : ''}。`,
    cause,
  };
}

function keyOf({ block, figure: { row, column } }: Term): string {
  return `${block} ${row} ${column}`;
}

function tellEquation(equation: Equation, term: Term, nameOf: (term: Term) => string): string {
  const { whole, side, parts } = equation;
  if (keyOf(whole) === keyOf(term))
    return `${side}（${shownSum(equation)}）合计 ${showValue(sumOf(equation), whole.figure.measure)}`;
  const expected = term.figure.value + gapOf(equation);
  return `${nameOf(whole)} ${whole.figure.raw} 与${side}（共${parts.length}项）合计 ${showValue(sumOf(equation), whole.figure.measure)} 不符，按其倒推应为 ${showValue(expected, term.figure.measure)}`;
}

/** A stated total that no row reaches with its parts: one column was lost or its heads slipped. */
function slippedFinding(
  lost: readonly Equation[],
  placeOf: (term: Term) => ProofPlace,
  nameOf: (term: Term) => string,
): ProofFinding | null {
  const [first] = lost;
  if (!first || !lost.every((equation) => gapOf(equation) >= 0)) return null;
  const { measure } = first.whole.figure;
  const gaps = lost.map(
    (equation) => `${equation.whole.label} ${showValue(gapOf(equation), { ...measure, unit: '' })}`,
  );
  return {
    rule: 'X07',
    level: 'error',
    raw: first.whole.figure.raw,
    expected: showValue(sumOf(first), measure),
    difference: showValue(gapOf(first), measure),
    where: placeOf(first.whole),
    against: lost.flatMap(({ whole, parts }) => [whole, ...parts].map(placeOf)),
    message: `${nameOf(first.whole)}：各行各列之和都小于总数，疑缺一列或表头与数据错位。倒推缺少：${gaps.slice(0, 8).join('，')}。请对照原件。`,
    cause: '疑缺一列，或表头错位',
  };
}
