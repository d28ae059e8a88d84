// One computed table as the plan prints it; each figure can be asked for its projects.
import { headerCells, headerDepth } from '#shared/format/header-rows.ts';
import { exactText, hidesDecimals } from '#shared/format/shown-amount.ts';
import { footLines, tableCellText, tableTitle, unitLine } from '#shared/format/table-text.ts';
import type { TableCell, TableResult, TableRow } from '#shared/tables/table.ts';
import type { TableUnit } from '#shared/tables/table-unit.ts';
import type { Figure } from './composition-dialog.tsx';

function isRounded(cell: TableCell, unit: TableUnit): boolean {
  if (cell.kind !== 'amount' || !cell.shown) return false;
  return hidesDecimals(cell.fen, { unit, decimals: (cell.shown.digits.split('.')[1] ?? '').length });
}

function figureClass(cell: TableCell, text: string, unit: TableUnit): string {
  const isMoved = cell.kind === 'amount' && cell.shown?.ordinary !== undefined;
  const marks = [text.startsWith('-') && 'xj-negative', isMoved && 'xj-moved', isRounded(cell, unit) && 'xj-rounded'];
  return ['xj-figure', ...marks.filter((mark) => mark !== false)].join(' ');
}

/** A rounded figure tells what it was. */
function figureHint(cell: TableCell, unit: TableUnit): string {
  if (cell.kind !== 'amount' || !isRounded(cell, unit)) return '查看构成';
  const ordinary = cell.shown?.ordinary;
  const exact = exactText(cell.fen);
  return `${ordinary === undefined ? exact : `${exact}，四舍五入是 ${ordinary}，舍位平衡取这个数`}。点击查看构成`;
}

export function TableView(props: {
  table: TableResult;
  /** Not given where figures cannot be asked for. */
  onFigure?: (figure: Figure) => void;
  /** The cell that another screen sent for: keys of its row and column. */
  target: { row: string; column: string } | null;
}) {
  const { table, onFigure, target } = props;
  return (
    <>
      <h2 className="xj-table-title">{tableTitle(table)}</h2>
      <div className="xj-table-unit">{unitLine(table)}</div>
      <div className="xj-table-scroll">
        <table className="xj-plan-table" data-testid="plan-table">
          <thead>
            {Array.from({ length: headerDepth(table.columns) }, (_, line) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: a header row is its index
              <tr key={line}>
                {headerCells(table.columns)
                  .filter((cell) => cell.row === line)
                  .map((cell) => (
                    <th key={cell.column} colSpan={cell.columnSpan} rowSpan={cell.rowSpan}>
                      {cell.label}
                    </th>
                  ))}
              </tr>
            ))}
          </thead>
          <tbody>
            {table.rows.map((row) => (
              <tr key={row.key} className={`is-${row.role}`}>
                {row.cells.map((cell, index) => {
                  const column = table.columns[index];
                  if (!column) return null;
                  const text = tableCellText(cell);
                  const isAim = target?.row === row.key && target.column === column.key;
                  const isFigure = cell.kind === 'count' || cell.kind === 'amount';
                  const isEmpty = isFigure && (cell.kind === 'count' ? cell.value : cell.fen) === 0;
                  return (
                    <td
                      key={column.key}
                      ref={isAim ? showAim : undefined}
                      className={`${isFigure ? figureClass(cell, text, table.unit) : ''}${isAim ? ' xj-aim' : ''}`}
                      style={index === 0 ? { paddingLeft: 8 + row.depth * 16 } : undefined}
                    >
                      {onFigure && isFigure && !isEmpty ? (
                        <button
                          type="button"
                          className="xj-figure-button"
                          title={figureHint(cell, table.unit)}
                          onClick={() => onFigure(figureOf(table, row, index, text))}
                        >
                          {text}
                        </button>
                      ) : (
                        text
                      )}
                    </td>
                  );
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {footLines(table).map((line) => (
        <p key={line} className="xj-table-foot">
          {line}
        </p>
      ))}
    </>
  );
}

/** What the dialog needs to know of a figure. */
export function figureOf(table: TableResult, row: TableRow, index: number, text: string): Figure {
  const column = table.columns[index];
  const name = row.cells[0] ? tableCellText(row.cells[0]) : '';
  return {
    table: table.id,
    row: row.key,
    column: column?.key ?? '',
    isAmount: column?.kind === 'amount',
    title: [table.number, name, column?.group, column?.label].filter(Boolean).join(' '),
    text,
  };
}

/** Brings the cell that was sent for into sight. */
function showAim(cell: HTMLElement | null): void {
  cell?.scrollIntoView({ block: 'center', inline: 'nearest' });
}
