// The figures of the status bar: 求和, 平均, 计数, 数值计数, 最大, 最小 of the selected cells.
import { addFen, type Fen, toFen, ZERO } from '#shared/values/money.ts';
import type { SelectionSummary } from '../../session.ts';
import type { CellReader } from './cell-text.ts';
import type { GridColumn } from './grid-columns.ts';
import type { GridRow, Rows } from './rows.ts';
import { rangesOf, rowAt, type Selection } from './selection.ts';

/** What is known of cells of one kind; sums of people and of 分 are both whole numbers. */
interface Figures {
  count: number;
  sum: number;
  least: number;
  most: number;
}

interface Tally {
  rows: number;
  filled: number;
  amounts: Figures;
  integers: Figures;
}

const noFigures = (): Figures => ({
  count: 0,
  sum: 0,
  least: Number.POSITIVE_INFINITY,
  most: Number.NEGATIVE_INFINITY,
});
const emptyTally = (): Tally => ({ rows: 0, filled: 0, amounts: noFigures(), integers: noFigures() });

/** Rows between two pauses of a long summary. */
const ROWS_A_STEP = 400;

/**
 * Adds the selection up in steps, so that a large one does not stop the window. Where projects are selected, headings
 * and 合计 among them are left out, or every amount would count twice. Amounts and people do not mix: then only the
 * counts are given.
 */
export function* summarise(
  rows: Rows,
  columns: readonly GridColumn[],
  selection: Selection,
  reader: CellReader,
): Generator<void, SelectionSummary> {
  const projects = emptyTally();
  const others = emptyTally();
  let steps = 0;
  for (const range of rangesOf(selection)) {
    const across = columns.slice(range.left, range.right + 1);
    for (let index = range.top; index <= range.bottom; index += 1) {
      const row = rowAt(rows, index);
      if (row) addRow(row.kind === 'project' ? projects : others, row, across, reader);
      steps += 1;
      if (steps % ROWS_A_STEP === 0) yield;
    }
  }
  return describe(projects.rows > 0 ? projects : others, projects.rows > 0 && others.rows > 0, reader);
}

function addRow(tally: Tally, row: GridRow, columns: readonly GridColumn[], reader: CellReader): void {
  tally.rows += 1;
  for (const column of columns) {
    if (column.kind === 'amount') {
      const fen = reader.amountOf(row, column);
      if (fen === null) continue;
      tally.filled += 1;
      addFigure(tally.amounts, fen, addFen(toFen(tally.amounts.sum), fen));
    } else if (column.kind === 'integer') {
      const value = reader.integerOf(row, column);
      if (value === null) continue;
      tally.filled += 1;
      addFigure(tally.integers, value, tally.integers.sum + value);
    } else if (reader.plain(row, column) !== '') tally.filled += 1;
  }
}

function addFigure(figures: Figures, value: number, sum: number): void {
  figures.count += 1;
  figures.sum = sum;
  figures.least = Math.min(figures.least, value);
  figures.most = Math.max(figures.most, value);
}

function describe(tally: Tally, hasHeadings: boolean, reader: CellReader): SelectionSummary {
  const { amounts, integers } = tally;
  const counts = { filled: tally.filled, numbers: amounts.count + integers.count };
  const note = hasHeadings ? '不含标题行' : '';
  if (amounts.count > 0 && integers.count === 0) {
    const fen = (value: number): Fen => toFen(value);
    return {
      ...counts,
      figures: {
        sum: reader.amountText(fen(amounts.sum)),
        average: reader.roundedText(mean(fen(amounts.sum), amounts.count)),
        least: reader.amountText(fen(amounts.least)),
        most: reader.amountText(fen(amounts.most)),
        unit: reader.unit,
      },
      note,
    };
  }
  if (integers.count > 0 && amounts.count === 0) {
    return {
      ...counts,
      figures: {
        sum: String(integers.sum),
        average: (integers.sum / integers.count).toFixed(2),
        least: String(integers.least),
        most: String(integers.most),
        unit: '',
      },
      note,
    };
  }
  return { ...counts, figures: null, note };
}

/** The mean, half a 分 rounded away from zero. */
function mean(sum: Fen, count: number): Fen {
  const magnitude = Math.floor(Math.abs(sum) / count + 0.5);
  return magnitude === 0 ? ZERO : toFen(sum < 0 ? -magnitude : magnitude);
}
