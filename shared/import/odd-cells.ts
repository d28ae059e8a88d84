// The cells of a table that are not what they look like: formulas without result, numbers that their format shows as
// something else. Most tables have none, so all are found in one pass over the cells.

import type { SheetCell } from '../sheet/sheet.ts';
import type { SheetRow, SheetView } from '../sheet/sheet-view.ts';
import { changesFigures } from './format-scale.ts';
import type { FoundTable } from './reading.ts';

export interface OddCells {
  /** Formulas that were saved without a result. */
  open: SheetCell[];
  /** Numbers whose format changes the figure that is seen. */
  reshown: SheetCell[];
}

/** The odd cells in the rows of a table, in order. */
export function findOddCells(view: SheetView, table: Pick<FoundTable, 'firstRow' | 'lastRow'>): OddCells {
  const found: OddCells = { open: [], reshown: [] };
  const { rows } = view.sheet;
  for (let index = view.indexOf(table.firstRow); index < rows.length; index += 1) {
    const { row, cells } = rows[index] as SheetRow;
    if (row > table.lastRow) break;
    for (const cell of cells) {
      const { value } = cell;
      if (value === null) {
        if (isWithoutResult(cell)) found.open.push(cell);
      } else if (value.kind === 'number' && value.format !== undefined && changesFigures(value.format)) {
        found.reshown.push(cell);
      }
    }
  }
  return found;
}

export function isWithoutResult(cell: SheetCell): boolean {
  return cell.value === null && cell.formula !== undefined;
}
