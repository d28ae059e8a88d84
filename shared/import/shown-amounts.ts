// Amounts that a number format shows otherwise than the file holds them: what the person sees counts. Where what is
// seen and the unit that is stated cannot both be right, that is asked, column by column; nothing is multiplied silently.

import { cellAddress, type SheetCell } from '../sheet/sheet.ts';
import type { SheetView } from '../sheet/sheet-view.ts';
import { type Decimal, decimalText, parseDecimal, shiftDecimal } from '../values/decimal.ts';
import type { AmountUnit } from '../values/parse-amount.ts';
import { isAmountKey } from './column-uses.ts';
import { withCells } from './compute-formulas.ts';
import { type FormatScale, powersOfUnit, scaleOf } from './format-scale.ts';
import type { ImportQuestion } from './preview.ts';
import type { Report } from './problem-list.ts';
import type { ReadColumn, TableChoices } from './reading.ts';

/**
 * plain: the format changes nothing; seen: the figure on the screen counts; stored: the file's figure counts, whatever is
 * shown; percent: no amount; doubtful: to be asked.
 */
type Use = 'plain' | 'seen' | 'stored' | 'percent' | 'doubtful';

function judgeScale({ powers, isPercent, unit, isOfYuan }: FormatScale, stated: AmountUnit): Use {
  if (isPercent) return 'percent';
  if (unit !== null && unit !== stated) {
    // 1350000 shown as 135万元 under 元: both say the same.
    if (powersOfUnit(unit) - powers === powersOfUnit(stated)) return 'plain';
    return isOfYuan ? 'seen' : 'doubtful';
  }
  if (powers === 0) return 'plain';
  // 元 in the file, the stated unit on the screen.
  if (powers === powersOfUnit(stated)) return 'seen';
  return stated === '元' ? 'stored' : 'doubtful';
}

interface Uses {
  column: ReadColumn;
  /** The first cell of each use, and how many there are. */
  found: Map<Use, { cell: SheetCell; shown: string; count: number }>;
}

/**
 * Puts what is seen in place of what is stored in the amount columns of a table, and tells or asks about it. `reshown`:
 * its numbers whose formats change what is seen, in order.
 */
export function applyFormats(
  view: SheetView,
  reshown: readonly SheetCell[],
  columns: readonly ReadColumn[],
  unitOf: (column: ReadColumn) => AmountUnit,
  choices: TableChoices,
  questions: ImportQuestion[],
  report: Report,
): SheetView {
  const byNumber: (Uses | undefined)[] = [];
  for (const column of columns) if (isFigures(column)) byNumber[column.column] = { column, found: new Map() };
  const changed: SheetCell[] = [];
  for (const cell of reshown) {
    const { value } = cell;
    const uses = byNumber[cell.column];
    if (value?.kind !== 'number' || !uses) continue;
    const scale = scaleOf(value.format, value.text);
    if (scale.powers === 0 && scale.unit === null) continue;
    const stated = unitOf(uses.column);
    const use = judgeScale(scale, stated);
    const number = parseDecimal(value.text);
    if (use === 'plain' || !number) continue;
    const shown = shownText(number, scale);
    const known = uses.found.get(use);
    if (known) known.count += 1;
    else uses.found.set(use, { cell, shown, count: 1 });
    if (use === 'percent') changed.push({ ...cell, value: { kind: 'text', text: shown } });
    else if (countsAsSeen(use, choices.answers?.[questionId(uses.column)])) {
      const moved = scale.unit === null ? 0 : powersOfUnit(scale.unit) - powersOfUnit(stated);
      const text = decimalText(shiftDecimal(number, moved - scale.powers));
      changed.push({ ...cell, value: { kind: 'number', text } });
    }
  }
  for (const uses of byNumber)
    if (uses && isAmountKey(uses.column.key))
      tell(view.sheet.name, uses, unitOf(uses.column), choices, questions, report);
  return changed.length === 0 ? view : withCells(view, changed);
}

/** An amount, or an unknown column that may turn out to be one. */
function isFigures({ key, isNumeric }: ReadColumn): boolean {
  return isAmountKey(key) || (key === null && isNumeric);
}

function countsAsSeen(use: Use, answer: string | undefined): boolean {
  return use === 'seen' || (use === 'doubtful' ? answer !== 'stored' : answer === 'seen');
}

function questionId(column: ReadColumn): string {
  return `format:${column.letter}`;
}

/** The figure on the screen with all its decimals, and what the format writes behind it. */
function shownText(stored: Decimal, { powers, unit, isPercent }: FormatScale): string {
  return `${decimalText(shiftDecimal(stored, -powers))}${isPercent ? '%' : (unit ?? '')}`;
}

function tell(
  sheet: string,
  { column, found }: Uses,
  stated: AmountUnit,
  choices: TableChoices,
  questions: ImportQuestion[],
  report: Report,
): void {
  const answer = choices.answers?.[questionId(column)];
  for (const [use, { cell, shown, count }] of found) {
    if (use === 'plain' || use === 'percent') continue;
    const address = cellAddress(cell.row, cell.column);
    const raw = cell.value?.text ?? '';
    const place = `“${sheet}”“${column.header}”一列有 ${count} 格的数字格式改变了显示：如 ${address} 存的是 ${raw}，显示为 ${shown}`;
    const isOpen = use !== 'seen' && answer === undefined;
    const taken = countsAsSeen(use, answer) ? `显示的数（${shown}）` : `存的数（${raw} ${stated}）`;
    const message =
      use === 'doubtful' && isOpen
        ? `${place}，与写明的单位“${stated}”对不上，差着倍数，不能断定哪一个是真数。请选定按哪一个导入。`
        : `${place}。已按${taken}导入${isOpen ? `，因为写明的单位是“${stated}”，请核实` : ''}。`;
    const level = !isOpen ? 'info' : use === 'doubtful' ? 'error' : 'warning';
    report({ level, code: 'amount-format', cell: address, raw, message, proposal: '' });
    if (!isOpen) continue;
    questions.push({
      id: questionId(column),
      message,
      options: [
        { value: 'seen', label: `按显示的数：${shown}${/[元万亿]$/.test(shown) ? '' : ` ${stated}`}` },
        { value: 'stored', label: `按存的数：${raw} ${stated}` },
      ],
      assumed: use === 'doubtful' ? null : 'stored',
    });
  }
}
