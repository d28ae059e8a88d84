// One computed table as the plan prints it; each figure can be asked for its projects.
import { headerCells, headerDepth } from '#shared/format/header-rows.ts';
import { tableCellText, tableTitle } from '#shared/format/table-text.ts';
import type { TableResult } from '#shared/tables/table.ts';
import type { Figure } from './composition-dialog.tsx';

export function TableView({ table, onFigure }: { table: TableResult; onFigure: (figure: Figure) => void }) {
  return (
    <>
      <h2 className="xj-table-title">{tableTitle(table)}</h2>
      <div className="xj-table-unit">单位：{table.unit}</div>
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
            {table.rows.map((row) => {
              const name = row.cells[0] ? tableCellText(row.cells[0]) : '';
              return (
                <tr key={row.key} className={`is-${row.role}`}>
                  {row.cells.map((cell, index) => {
                    const column = table.columns[index];
                    if (!column) return null;
                    const text = tableCellText(cell);
                    const isFigure = cell.kind === 'count' || cell.kind === 'amount';
                    const isEmpty = isFigure && (cell.kind === 'count' ? cell.value : cell.fen) === 0;
                    return (
                      <td
                        key={column.key}
                        className={isFigure ? `xj-figure${text.startsWith('-') ? ' xj-negative' : ''}` : ''}
                        style={index === 0 ? { paddingLeft: 8 + row.depth * 16 } : undefined}
                      >
                        {isFigure && !isEmpty ? (
                          <button
                            type="button"
                            className="xj-figure-button"
                            title="查看构成"
                            onClick={() =>
                              onFigure({
                                table: table.id,
                                row: row.key,
                                column: column.key,
                                title: `${table.id} ${name} ${column.label}`,
                                text,
                              })
                            }
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
              );
            })}
          </tbody>
        </table>
      </div>
      {table.notes.map((note) => (
        <p key={note} className="xj-faint">
          注：{note}
        </p>
      ))}
    </>
  );
}
