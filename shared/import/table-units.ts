// In which unit the amounts of a table are: the header, the line above, a note beneath, the cells themselves, or nowhere.

import { cellText, type SheetView } from '../sheet/sheet-view.ts';
import { type AmountUnit, parseAmount } from '../values/parse-amount.ts';
import { isAmountKey } from './column-uses.ts';
import { scaleOf } from './format-scale.ts';
import { statedUnit } from './lines-above.ts';
import type { ImportQuestion } from './preview.ts';
import type { Report } from './problem-list.ts';
import type { FoundTable, ReadColumn, TableChoices, TableReading } from './reading.ts';

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
  if (amounts.length === 0) return { unit: '万元', source: 'assumed', question: null, of: () => '万元' };
  const named = unitInCells(view, table, amounts);
  if (named) return { unit: named, source: 'cell', question: null, of: () => named };
  return {
    unit: '万元',
    source: 'assumed',
    of: () => '万元',
    question: unitQuestion(view.sheet.name, table.rivalUnits),
  };
}

/** Several units in the line above cannot be chosen from without asking; none at all is taken for 万元. */
function unitQuestion(sheet: string, rivals: readonly AmountUnit[]): ImportQuestion {
  const message =
    rivals.length > 1
      ? `“${sheet}”表上方写了几种金额单位（${rivals.join('、')}），不能断定表中金额是哪一种。请选定单位。`
      : `“${sheet}”没有写明金额单位（表头、表上方和格内都没有）。请选定单位。`;
  const units = [...rivals, ...UNITS.filter((unit) => !rivals.includes(unit))];
  const options = units.map((value) => ({ value, label: value }));
  return { id: 'unit', message, options, assumed: rivals.length > 1 ? null : '万元' };
}

/** What is said about the unit of a table: that it is open, or that header and line above contradict each other. */
export function reportUnit(
  sheet: string,
  { question, source, unit }: TableUnit,
  line: AmountUnit | null,
  columns: readonly ReadColumn[],
  report: Report,
): void {
  const at = { cell: '', raw: '' };
  if (question) {
    const isOpen = question.assumed === null;
    const message = isOpen ? question.message : `“${sheet}”没有写明金额单位，暂按万元读取，请核实。`;
    report({ level: isOpen ? 'error' : 'warning', code: 'unit-assumed', ...at, message, proposal: '万元' });
  }
  if (source !== 'header' || line === null) return;
  const differing = columns.filter((column) => isAmountKey(column.key) && column.unit !== null && column.unit !== line);
  const [first] = differing;
  if (!first) return;
  const message = `“${sheet}”表上方写“单位：${line}”，而“${first.header}”等 ${differing.length} 列的表头另写了单位；写明单位的列按表头读取，其余各列按${line}读取，请核实。`;
  report({ level: 'warning', code: 'unit-contradicts', ...at, raw: line, message, proposal: unit });
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

/** The unit where each amount names one, typed beside it or by its number format; null where one does not. */
function unitInCells(view: SheetView, table: FoundTable, amounts: readonly ReadColumn[]): AmountUnit | null {
  const byFormat = new Set<AmountUnit>();
  let named = 0;
  for (let index = view.indexOf(table.firstRow); index < view.sheet.rows.length; index += 1) {
    const row = view.sheet.rows[index];
    if (!row || row.row > table.lastRow) break;
    for (const cell of row.cells) {
      if (!amounts.some((column) => column.column === cell.column)) continue;
      if (cell.value?.kind === 'number') {
        const { text, format } = cell.value;
        const { unit } = scaleOf(format, text);
        if (unit !== null) byFormat.add(unit);
        else if (text !== '0') return null;
        continue;
      }
      const reading = parseAmount(cellText(cell), '万元');
      if (reading.kind !== 'amount') continue;
      if (reading.note?.code !== 'unit-in-cell' && reading.note?.code !== 'unit-differs') {
        if (reading.fen !== 0) return null;
      } else {
        named += 1;
      }
    }
  }
  const [first] = byFormat;
  if (first !== undefined) return byFormat.has('万元') ? '万元' : first;
  return named > 0 ? '万元' : null;
}
