// Reads the cells of a project's row into the values of a project. Words are kept as written; amounts, counts and
// periods are parsed; what cannot be read becomes a problem with its cell, raw text and a proposal, never a zero.

import { ownIdOf } from '../domain/own-columns.ts';
import type { PlaceReader } from '../places/place-key.ts';
import { cellAddress, type SheetCell } from '../sheet/sheet.ts';
import { cellText, type SheetView } from '../sheet/sheet-view.ts';
import { blankMark } from '../values/fold-text.ts';
import { type Fen, wanText } from '../values/money.ts';
import { type AmountReading, type AmountUnit, parseAmount, parsePlainAmount } from '../values/parse-amount.ts';
import { parseCount } from '../values/parse-count.ts';
import { type CellUse, isProjectAmount } from './column-uses.ts';
import { cutPlace } from './cut-place.ts';
import { meantCell } from './ditto-cells.ts';
import { hasLostDigits, reportLostDigits } from './lost-digits.ts';
import { isWithoutResult } from './odd-cells.ts';
import { joinPeriod, type PeriodReading, parsePeriod } from './parse-period.ts';
import type { ImportProblem } from './preview.ts';
import { addAmount, emptyAmounts } from './project-amounts.ts';
import type { ProjectValues, ReadColumn, ReadProject } from './reading.ts';

export interface ValueReader {
  sheet: string;
  view: SheetView;
  byColumn: readonly (ReadColumn | undefined)[];
  /** By column number what its cells are read as. */
  uses: readonly (CellUse | undefined)[];
  /** Text columns that hold vertical merges: their words go down. */
  filledColumns: readonly ReadColumn[];
  unitOf(column: ReadColumn): AmountUnit;
  year: number | null;
  /** The fund source that words name; undefined for none or several. */
  sourceOf(text: string): string | undefined;
  /** Cells whose proposal the user accepted; '*' for all. */
  accepted: ReadonlySet<string>;
  /** Likely results of formulas without one, as decimals by address. */
  proposals: ReadonlyMap<string, string>;
  /** By column the last cell of words that is no 同上: what 同上 beneath it means. */
  above: (SheetCell | undefined)[];
  places: PlaceReader;
  report(problem: Omit<ImportProblem, 'sheet'>): void;
}

export type ReadCells = Pick<ReadProject, 'values' | 'amounts'> & { categoryText: string };

export type Draft = Record<string, string | number | null>;

const COUNT_WORDS: Record<string, string> = {
  households: '户',
  poorHouseholds: '户',
  people: '人',
  poorPeople: '人',
  villages: '村',
};
/** Words of several columns gathered in one field. */
const JOINERS: Record<string, string> = { nationalType: ' › ' };

/** Reads one project row. */
export function readCells(reader: ValueReader, row: number, cells: readonly SheetCell[]): ReadCells {
  const draft: Draft = {};
  const amounts = emptyAmounts();
  const periods: Record<string, PeriodReading> = {};
  const own: Record<string, string> = {};
  const takeWords = (column: ReadColumn, cell: SheetCell | undefined): void => {
    const key = column.key as string;
    const text = wordsOf(reader, cell);
    if (text === null) return;
    const ownId = reader.uses[column.column] === 'own' ? ownIdOf(key) : undefined;
    if (ownId === undefined) draft[key] = joinWords(draft[key], text, JOINERS[key]);
    else own[ownId] = joinWords(own[ownId], text);
  };
  for (const cell of cells) {
    const use = reader.uses[cell.column];
    if (use === undefined) continue;
    const column = reader.byColumn[cell.column] as ReadColumn;
    const key = column.key as string;
    if (isWithoutResult(cell)) {
      reportFormula(reader, column, cell);
    } else if (use === 'amount') {
      const fen = readAmountCell(reader, column, cell);
      if (fen !== undefined) addAmount(amounts, key, fen);
    } else if (use === 'count') {
      const value = readCountCell(reader, column, cell);
      if (value !== undefined) draft[key] = value;
      takeOtherCount(reader, key, cell, draft);
    } else if (use === 'period') {
      periods[key] = readPeriodCell(reader, column, meantCell(reader, column, cell));
    } else {
      takeWords(column, meantCell(reader, column, cell));
    }
  }
  for (const column of reader.filledColumns) {
    if (cells.some((cell) => cell.column === column.column && cellText(cell).trim() !== '')) continue;
    const range = reader.view.mergeAt(row, column.column);
    if (!range || range.top === row) continue;
    const master = reader.view.cellAt(range.top, range.left);
    if (column.key?.startsWith('period')) periods[column.key] = readPeriodCell(reader, column, master, true);
    else takeWords(column, master);
  }
  Object.assign(draft, periodOf(periods));
  const sourceText = draft.sourceName;
  delete draft.sourceName;
  const source = typeof sourceText === 'string' ? reader.sourceOf(sourceText) : undefined;
  if (typeof sourceText === 'string' && source === undefined && Object.keys(amounts.bySource).length === 0)
    reportSource(reader, row, sourceText);
  // 资金来源 in words beside one amount: the whole amount is of that source.
  if (source !== undefined && amounts.total !== null && Object.keys(amounts.bySource).length === 0)
    amounts.bySource[source] = amounts.total;
  const categoryText = typeof draft.categoryId === 'string' ? draft.categoryId : '';
  delete draft.categoryId;
  cutPlace(reader, draft, cells);
  const values = (Object.keys(own).length === 0 ? draft : { ...draft, own }) as ProjectValues;
  return { values, amounts, categoryText };
}

/** Words of several columns of one key, one under the other. */
function joinWords(before: string | number | null | undefined, text: string, joiner = '\n'): string {
  return before === undefined || before === null || before === text ? text : `${before}${joiner}${text}`;
}

/** The amount of a cell in 分; undefined for a blank or for one that is reported as unreadable. */
export function readAmountCell(reader: ValueReader, column: ReadColumn, cell: SheetCell): Fen | undefined {
  const reading = amountReading(cell, reader.unitOf(column));
  if (reading.kind === 'blank') return undefined;
  const at = { cell: cellAddress(cell.row, cell.column), raw: cellText(cell) };
  const place = `“${reader.sheet}”第 ${cell.row} 行“${column.header}”（${at.cell}）`;
  if (reading.kind === 'amount') {
    const { note } = reading;
    if (note) {
      const isQuiet = note.code === 'unit-in-cell' || note.code === 'breakdown';
      reader.report({
        level: isQuiet ? 'info' : 'warning',
        code: `amount-${note.code}`,
        ...at,
        message: `${place}写的是“${at.raw.trim()}”，${note.message}。`,
        proposal: `${wanText(reading.fen)} 万元`,
      });
    }
    return reading.fen;
  }
  const isAccepted = reading.proposal !== undefined && (reader.accepted.has(at.cell) || reader.accepted.has('*'));
  const proposal = reading.proposal === undefined ? '' : `${wanText(reading.proposal)} 万元`;
  const advice = proposal === '' ? '请向报送单位核实后填写。' : `可按 ${proposal} 导入，请确认。`;
  reader.report({
    level: isAccepted ? 'info' : 'error',
    code: 'amount-unparsed',
    ...at,
    message: isAccepted
      ? `${place}写的是“${at.raw.trim()}”，${reading.reason}；已按 ${proposal} 导入。`
      : `${place}写的是“${at.raw.trim()}”，${reading.reason}，没有当作金额导入。${advice}`,
    proposal,
  });
  return isAccepted ? reading.proposal : undefined;
}

/** The reading of an amount cell; a formula without a result is as blank as an empty cell. */
export function amountReading(cell: SheetCell, unit: AmountUnit): AmountReading {
  const { value } = cell;
  if (value === null) return { kind: 'blank', mark: '' };
  if (value.kind === 'number') return parsePlainAmount(value.text, unit) ?? parseAmount(value.text, unit);
  if (value.kind === 'text') return parseAmount(value.text, unit);
  if (value.kind === 'error') return { kind: 'unreadable', reason: '是出错的公式结果' };
  return { kind: 'unreadable', reason: value.kind === 'date' ? '是日期，不是金额' : '不是数字' };
}

/** A formula without a result that could not be computed for certain is reported, with what it may be. */
function reportFormula(reader: ValueReader, column: ReadColumn, cell: SheetCell): void {
  const address = cellAddress(cell.row, cell.column);
  const isMoney = isProjectAmount(column.key ?? '');
  const likely = reader.proposals.get(address);
  const reading = likely === undefined || !isMoney ? undefined : parseAmount(likely, reader.unitOf(column));
  const proposal = reading?.kind === 'amount' ? `${wanText(reading.fen)} 万元` : (likely ?? '');
  const advice = proposal === '' ? '' : `，或按算得的 ${proposal} 导入`;
  const message = `“${reader.sheet}”第 ${cell.row} 行“${column.header}”（${address}）是公式，但文件里没有存它的结果，没有导入。请用表格软件打开该文件、保存一次后再导入${advice}。`;
  const level = isMoney || column.key === 'name' ? 'error' : 'warning';
  reader.report({ level, code: 'formula-no-result', cell: address, raw: `=${cell.formula ?? ''}`, message, proposal });
}

function readCountCell(reader: ValueReader, column: ReadColumn, cell: SheetCell): number | undefined {
  if (cell.value === null) return undefined;
  const reading = parseCount(cell.value.text, COUNT_WORDS[column.key ?? ''] ?? '');
  if (reading.kind === 'blank') return undefined;
  const at = { cell: cellAddress(cell.row, cell.column), raw: cell.value.text };
  const place = `“${reader.sheet}”第 ${cell.row} 行“${column.header}”（${at.cell}）写的是“${at.raw.trim()}”`;
  if (reading.kind === 'count') {
    if (reading.note !== undefined) {
      reader.report({
        level: 'info',
        code: 'count-part',
        ...at,
        message: `${place}，${reading.note}。`,
        proposal: String(reading.value),
      });
    }
    return reading.value;
  }
  const isAccepted = reading.proposal !== undefined && (reader.accepted.has(at.cell) || reader.accepted.has('*'));
  reader.report({
    level: isAccepted ? 'info' : 'warning',
    code: 'count-unparsed',
    ...at,
    message: `${place}，${reading.reason}，${isAccepted ? `已按 ${reading.proposal} 导入。` : '没有导入，请核实后填写。'}`,
    proposal: reading.proposal === undefined ? '' : String(reading.proposal),
  });
  return isAccepted ? reading.proposal : undefined;
}

/** 404户1482人 in one column, and no column for the other of the two. */
function takeOtherCount(reader: ValueReader, key: string, cell: SheetCell, draft: Draft): void {
  const other = {
    households: 'people',
    people: 'households',
    poorHouseholds: 'poorPeople',
    poorPeople: 'poorHouseholds',
  }[key];
  const text = cellText(cell);
  if (other === undefined || !/户/.test(text) || reader.byColumn.some((column) => column?.key === other)) return;
  const reading = parseCount(text, COUNT_WORDS[other]);
  if (reading.kind === 'count' && reading.note !== undefined) draft[other] = reading.value;
}

/** The money stays in 总投资; whose it is could not be told. */
function reportSource(reader: ValueReader, row: number, text: string): void {
  const column = reader.byColumn.find((one) => one?.key === 'sourceName');
  const cell = cellAddress(row, column?.column ?? 1);
  const message = `“${reader.sheet}”第 ${row} 行“${column?.header ?? '资金来源'}”（${cell}）写的是“${text}”，不能对应到一种资金来源，金额没有分列来源，请核实后填写。`;
  reader.report({ level: 'warning', code: 'source-unknown', cell, raw: text, message, proposal: '' });
}

function readPeriodCell(
  reader: ValueReader,
  column: ReadColumn,
  cell: SheetCell | undefined,
  isFilled = false,
): PeriodReading {
  const value = cell?.value;
  if (!cell || !value) return { kind: 'blank', mark: '' };
  const source =
    value.kind === 'date'
      ? { date: value.text, ...(value.format === undefined ? {} : { format: value.format }) }
      : value.text;
  const reading = parsePeriod(source, {
    isNumber: value.kind === 'number',
    ...(reader.year === null ? {} : { year: reader.year }),
  });
  if (reading.kind === 'blank' || (reading.kind === 'period' && reading.note === undefined) || isFilled) return reading;
  const at = { cell: cellAddress(cell.row, cell.column), raw: value.text };
  const place = `“${reader.sheet}”第 ${cell.row} 行“${column.header}”（${at.cell}）写的是“${at.raw.trim()}”`;
  const proposed = reading.kind === 'period' ? reading : reading.proposal;
  const proposal = proposed
    ? proposed.start === proposed.end
      ? proposed.start
      : `${proposed.start} 至 ${proposed.end}`
    : '';
  if (reading.kind === 'period') {
    reader.report({
      level: 'info',
      code: 'period-note',
      ...at,
      message: `${place}，${reading.note ?? ''}。`,
      proposal,
    });
    return reading;
  }
  const isAccepted = reading.proposal !== undefined && (reader.accepted.has(at.cell) || reader.accepted.has('*'));
  reader.report({
    level: isAccepted ? 'info' : 'warning',
    code: 'period-unparsed',
    ...at,
    message: `${place}，${reading.reason}，${isAccepted ? `已按 ${proposal} 导入。` : '起止时间没有导入，请核实后填写。'}`,
    proposal,
  });
  return isAccepted && reading.proposal ? { kind: 'period', ...reading.proposal } : reading;
}

function periodOf(periods: Record<string, PeriodReading>): Draft {
  const blank: PeriodReading = { kind: 'blank', mark: '' };
  const whole = periods.period ?? blank;
  const joined = joinPeriod(periods['period:start'] ?? blank, periods['period:end'] ?? blank);
  const stated = whole.kind === 'period' ? whole : joined;
  const chosen = stated.kind === 'period' ? stated : (periods['period:year'] ?? blank);
  return chosen.kind === 'period' ? { startAt: chosen.start, endAt: chosen.end } : {};
}

function unixLines(text: string): string {
  return text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text;
}

/** Words as written, trimmed; null for an empty cell or a dash. */
function wordsOf(reader: ValueReader, cell: SheetCell | undefined): string | null {
  const value = cell?.value;
  if (!cell || !value) return null;
  const text = unixLines(value.text).trim();
  if (text === '' || (blankMark(text) !== undefined && text !== '无')) return null;
  if (value.kind === 'error') {
    const address = cellAddress(cell.row, cell.column);
    const message = `“${reader.sheet}”第 ${cell.row} 行（${address}）是出错的公式结果“${text}”，没有导入。`;
    reader.report({ level: 'warning', code: 'cell-error', cell: address, raw: text, message, proposal: '' });
    return null;
  }
  if (hasLostDigits(value)) reportLostDigits(reader, cell, text);
  return text;
}
