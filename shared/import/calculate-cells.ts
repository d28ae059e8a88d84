// Works out formulas of a sheet that need each other's results: each once, chains of any length, circles to nothing.

import type { SheetCell } from '../sheet/sheet.ts';
import type { SheetView } from '../sheet/sheet-view.ts';
import { evaluateFormula, type FormulaCells } from './evaluate-formula.ts';
import { type FormulaValue, UNKNOWN } from './formula-value.ts';
import { type Formula, parseFormula } from './parse-formula.ts';

export interface CalculationRules {
  /** Whether the formula of a cell is worked out; of all others what is stored counts. */
  isOpen(cell: SheetCell): boolean;
  /** Whether a formula may be worked out; without it, all that are understood. */
  accepts?(formula: Formula): boolean;
  countsTexts: boolean;
  budget: { looks: number };
}

/** Gives the results of open cells. */
export function createCalculation(
  view: SheetView,
  { isOpen, accepts = () => true, countsTexts, budget }: CalculationRules,
): (cell: SheetCell) => FormulaValue {
  const known = new Map<SheetCell, FormulaValue>();
  /** Formulas that wait for others; who needs one of these stands in a circle with it. */
  const begun = new Map<SheetCell, Formula | undefined>();
  const missing = new Set<SheetCell>();
  const cells: FormulaCells = { view, budget, countsTexts, resultOf };
  return calculate;

  function calculate(wanted: SheetCell): FormulaValue {
    // A stack of our own: a column of running sums is one long chain.
    const stack = [wanted];
    for (let cell = stack.at(-1); cell; cell = stack.at(-1)) {
      if (known.has(cell)) {
        stack.pop();
        continue;
      }
      const formula = begun.has(cell) ? begun.get(cell) : read(cell);
      begun.set(cell, formula);
      missing.clear();
      const value = formula ? evaluateFormula(formula, cells) : UNKNOWN;
      if (missing.size === 0) {
        known.set(cell, value);
        begun.delete(cell);
      }
      for (const other of missing) stack.push(other);
    }
    return known.get(wanted) ?? UNKNOWN;
  }

  function read(cell: SheetCell): Formula | undefined {
    const formula = parseFormula(cell.formula ?? '', view.sheet.name);
    return formula && accepts(formula) ? formula : undefined;
  }

  function resultOf(cell: SheetCell): FormulaValue | undefined {
    if (!isOpen(cell)) return undefined;
    const value = known.get(cell);
    if (!value && !begun.has(cell)) missing.add(cell);
    return value ?? UNKNOWN;
  }
}
