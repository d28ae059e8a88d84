// In which unit the amounts of a table are: the header, the line above, a note beneath, the cells themselves, or nowhere.

import { statedUnit } from './lines-above.ts';
import { type AmountUnit, parseAmount } from './parse-amount.ts';
import type { ImportQuestion } from './preview.ts';
import type { FoundTable, ReadColumn, TableChoices, TableReading } from './reading.ts';
import { isAmountKey } from './row-kinds.ts';
import { cellText, type SheetView } from './sheet-view.ts';

export interface TableUnit {
  unit: AmountUnit;
  source: TableReading['unitSource'];
  question: ImportQuestion | null;
  of(column: ReadColumn): AmountUnit;
}

const UNITS: readonly AmountUnit[] = ['万元', '元', '千元', '百万元', '亿元'];

/** Finds the unit of a table; where none is stated, 万元 is assumed with a question (handbook 2.5). */
export function findUnit(
  view: SheetView,
  table: FoundTable,
  columns: readonly ReadColumn[],
  choices: TableChoices,
): TableUnit {
  const amounts = columns.filter((column) => isAmountKey(column.key));
  const chosen = choices.unit ?? asUnit(choices.answers?.unit);
  if (chosen) return { unit: chosen, source: 'chosen', question: null, of: () => chosen };
  const main = amounts.find((column) => column.key === 'total' && column.unit) ?? amounts.find((column) => column.unit);
  const line = table.unit ?? unitBeneath(view, table);
  const unit = main?.unit ?? line;
  if (unit) {
    // A header's own unit goes before the line over the table.
    return { unit, source: main ? 'header' : 'line', question: null, of: (column) => column.unit ?? line ?? unit };
  }
  if (amounts.length === 0 || allCellsNameUnits(view, table, amounts)) {
    return { unit: '万元', source: amounts.length === 0 ? 'assumed' : 'cell', question: null, of: () => '万元' };
  }
  return {
    unit: '万元',
    source: 'assumed',
    of: () => '万元',
    question: {
      id: 'unit',
      message: `“${view.sheet.name}”没有写明金额单位（表头、表上方和格内都没有）。请选定单位。`,
      options: UNITS.map((value) => ({ value, label: value })),
      assumed: '万元',
    },
  };
}

function asUnit(text: string | undefined): AmountUnit | undefined {
  return UNITS.find((unit) => unit === text);
}

/** `注：金额单位为万元` under the table. */
function unitBeneath(view: SheetView, table: FoundTable): AmountUnit | null {
  const { rows } = view.sheet;
  for (let index = rows.length - 1; index >= Math.max(0, rows.length - 12); index -= 1) {
    const row = rows[index];
    if (!row || row.row < table.firstRow) break;
    if (row.row > table.lastRow) continue;
    for (const cell of row.cells) {
      const text = cellText(cell);
      const unit = /单位/.test(text) ? statedUnit(text) : null;
      if (unit) return unit;
    }
  }
  return null;
}

function allCellsNameUnits(view: SheetView, table: FoundTable, amounts: readonly ReadColumn[]): boolean {
  let named = 0;
  for (let index = view.indexOf(table.firstRow); index < view.sheet.rows.length; index += 1) {
    const row = view.sheet.rows[index];
    if (!row || row.row > table.lastRow) break;
    for (const cell of row.cells) {
      if (!amounts.some((column) => column.column === cell.column)) continue;
      if (cell.value?.kind === 'number') {
        if (cell.value.text !== '0') return false;
        continue;
      }
      const reading = parseAmount(cellText(cell), '万元');
      if (reading.kind !== 'amount') continue;
      if (reading.note?.code !== 'unit-in-cell' && reading.note?.code !== 'unit-differs') {
        if (reading.fen !== 0) return false;
      } else {
        named += 1;
      }
    }
  }
  return named > 0;
}
