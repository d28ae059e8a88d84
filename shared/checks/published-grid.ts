// Contradictions inside a printed grid with totals (表2, 表3, 表5-1): rows, columns, the text, and lost columns (X07).
import { addFen, FEN_PER_WAN, subtractFen, wanText } from '#shared/values/money.ts';
import type {
  PublishedColumn,
  PublishedFigure,
  PublishedGrid,
  PublishedRow,
  PublishedText,
} from '../domain/published-table.ts';
import type { Finding } from './finding.ts';
import {
  checkPrintedCount,
  checkPrintedNumber,
  checkPrintedSum,
  checkText,
  fenOf,
  type PrintedAddend,
} from './published-wording.ts';
import { gapsOf, lacksColumn } from './slipped-header.ts';
import { placeText, plainFinding } from './wording.ts';

interface IndexedColumn extends PublishedColumn {
  index: number;
}

function columnsOf(grid: PublishedGrid, role: PublishedColumn['role']): IndexedColumn[] {
  return grid.columns.flatMap((column, index) => (column.role === role ? [{ ...column, index }] : []));
}

function figureAt(row: PublishedRow, column: IndexedColumn | undefined): PublishedFigure | null {
  return column ? (row.figures[column.index] ?? null) : null;
}

function partsOf(grid: PublishedGrid, row: PublishedRow): PrintedAddend[] {
  return columnsOf(grid, 'part').flatMap((column) => {
    const figure = figureAt(row, column);
    return figure ? [{ label: column.label, figure }] : [];
  });
}

/** Amounts in the text whose column the table has not: 其他资金 of 表5-1 (D10). */
function lostColumns(grid: PublishedGrid): PublishedText[] {
  return grid.texts.filter(
    ({ kind, label }) => kind === 'amount' && !grid.columns.some((column) => column.label === label),
  );
}

/**
 * X07: a whole column is missing where the text names one that the table lacks, or where in most rows the parts stay
 * below the total. Rounding gaps of whole 万元 do not count.
 */
function findShift(grid: PublishedGrid): Finding | undefined {
  const lost = lostColumns(grid);
  const gaps = gapsOf(grid).filter(({ fen }) => fen > 10_000_000);
  if (lost.length === 0 && !lacksColumn(grid)) return undefined;
  const { slipped } = grid;
  const name = slipped ? `“${slipped.lost}”` : lost.map(({ label }) => `“${label}”`).join('、');
  const moved = grid.columns.flatMap(({ label, printedAs }) =>
    printedAs === undefined ? [] : [`印作“${printedAs}”的应是“${label}”`],
  );
  const header = slipped ? `表头漏印“${slipped.header}”，其后各列错位（${moved.join('，')}），` : '';
  const implied = gaps.map(({ row, fen }) => `${row.label} ${wanText(fen)}`).join('，');
  const sum = addFen(...gaps.map(({ fen }) => fen));
  const inText = lost.map(({ label, figure }) => `正文写明${label} ${figure.raw} 万元`).join('，');
  const place = { table: grid.id, row: '表头', column: '资金来源' };
  const message =
    `${placeText(place)}：${header}${name === '' ? '各行来源之和都小于总投资，缺一列' : `缺${name}列`}${header === '' ? '，疑表头漏列、数据错位' : '的数'}。` +
    `${inText === '' ? '' : `${inText}；`}` +
    `${gaps.length === 0 ? '' : `按总投资减各来源倒推：${implied}，合计 ${wanText(sum)} 万元。`}请对照原件补齐该列。`;
  const [first] = lost;
  return plainFinding('X07', 'error', place, message, {
    left: first ? wanText(fenOf(first.figure)) : '',
    right: gaps.length === 0 ? '' : wanText(sum),
    difference: first && gaps.length > 0 ? wanText(subtractFen(fenOf(first.figure), sum)) : '',
    suspect: name === '' ? '疑缺一列' : `疑缺${name}列`,
  });
}

/** A row's total against its parts: fund sources (T01), or the counties of a crosstab (T04). */
function checkRow(grid: PublishedGrid, row: PublishedRow, extra: readonly PrintedAddend[]): Finding[] {
  const [total] = columnsOf(grid, 'total');
  const declared = figureAt(row, total);
  const addends = [...partsOf(grid, row), ...extra];
  if (!total || !declared || addends.length === 0) return [];
  const isSource = grid.partKind === 'source';
  return checkPrintedSum({
    rule: isSource ? 'T01' : 'T04',
    place: { table: grid.id, row: row.label, column: total.label },
    declared,
    addends,
    rightName: isSource ? '资金来源合计' : '各县（市、区）合计',
    advice: '请核对该行各数。',
  });
}

/** The total row against the rows: by years it is T02 for the total column, else T04. */
function checkColumn(grid: PublishedGrid, totalRow: PublishedRow, column: IndexedColumn): Finding[] {
  const declared = figureAt(totalRow, column);
  if (!declared) return [];
  const addends = grid.rows.flatMap((row) => {
    const figure = figureAt(row, column);
    return figure ? [{ label: row.label, figure }] : [];
  });
  if (addends.length === 0) return [];
  const sum = {
    rule: grid.rowKind === 'year' && column.role === 'total' ? 'T02' : 'T04',
    place: { table: grid.id, row: totalRow.label, column: column.label },
    declared,
    addends,
    rightName: grid.rowKind === 'year' ? '各年度合计' : '各行合计',
    advice: '请核对合计行和各行的数。',
  };
  return column.role === 'count' ? checkPrintedCount(sum) : checkPrintedSum(sum);
}

/** A printed 占比 against the row's total over the total row, as far as its decimals go. */
function checkShares(grid: PublishedGrid, totalRow: PublishedRow): Finding[] {
  const [total] = columnsOf(grid, 'total');
  const whole = figureAt(totalRow, total);
  if (!whole || whole.value <= 0) return [];
  return columnsOf(grid, 'share').flatMap((column) =>
    grid.rows.flatMap((row): Finding[] => {
      const [part, said] = [figureAt(row, total), figureAt(row, column)];
      if (!part || !said) return [];
      const share = (part.value / whole.value) * 100;
      const halfPlace = 0.5 * 10 ** -said.decimals;
      if (Math.abs(said.value / FEN_PER_WAN - share) <= halfPlace + 1e-9) return [];
      const shown = share.toFixed(said.decimals);
      const place = { table: grid.id, row: row.label, column: column.label };
      const message = `${placeText(place)}：${column.label} ${said.raw} ≠ 按表计算 ${shown}（${part.raw}÷${whole.raw}）。请改正。`;
      return [plainFinding('T04', 'warning', place, message, { left: said.raw, right: shown, aspect: '占比' })];
    }),
  );
}

function checkNumbers(grid: PublishedGrid): Finding[] {
  return [...grid.rows, ...(grid.totalRow ? [grid.totalRow] : [])].flatMap((row) =>
    grid.columns.flatMap(({ label, role }, index) => {
      const figure = row.figures[index];
      if (!figure) return [];
      const place = { table: grid.id, row: row.label, column: label };
      return checkPrintedNumber(place, figure, role === 'count' ? 'count' : 'amount');
    }),
  );
}

function checkTexts(grid: PublishedGrid): Finding[] {
  const { totalRow } = grid;
  if (!totalRow) return [];
  return grid.texts.flatMap(({ place: where, label, kind, figure: text }) => {
    const index = grid.columns.findIndex((column) => column.label === label);
    const printed = totalRow.figures[index];
    if (!printed) return [];
    return checkText({ place: { table: grid.id, row: totalRow.label, column: label }, printed, text, kind, where });
  });
}

/** All contradictions inside a printed grid. */
export function checkGrid(grid: PublishedGrid): Finding[] {
  const shift = findShift(grid);
  // A lost column that the text still names completes the total row; the other rows cannot be checked without it.
  const lost = lostColumns(grid).map(({ label, figure }) => ({ label: `${label}（正文）`, figure }));
  const rows = shift ? [] : grid.rows.flatMap((row) => checkRow(grid, row, []));
  const { totalRow } = grid;
  const canAddTotal = !shift || lost.length > 0;
  const columns = [...columnsOf(grid, 'count'), ...columnsOf(grid, 'total'), ...columnsOf(grid, 'part')];
  return [
    ...(shift ? [shift] : []),
    ...checkNumbers(grid),
    ...rows,
    ...(totalRow && canAddTotal ? checkRow(grid, totalRow, lost) : []),
    ...(totalRow ? columns.flatMap((column) => checkColumn(grid, totalRow, column)) : []),
    ...(totalRow ? checkShares(grid, totalRow) : []),
    ...checkTexts(grid),
  ];
}
