// Which column of the sheet goes where: letter, header as read, field, how sure, three samples.
import { Select } from 'antd';
import { useMemo } from 'react';
import { columnsOf } from '#shared/domain/fields.ts';
import { kindLabel, takenAs } from '#shared/import/kinds/sheet-kinds.ts';
import type { ColumnMapping } from '#shared/import/preview.ts';
import { chooseField, fieldOfColumn } from './choices.ts';
import { confidenceWord, fieldLabel, fieldOptions, matchesOption, SOURCE_ONLY } from './column-options.ts';
import { OwnColumnBar, ownKeyFor, ownOption } from './own-column-choice.tsx';
import type { PaneProps } from './preview-panes.tsx';

export function ColumnTable({ flow, state, preview, about }: PaneProps) {
  const { plan, reference } = about;
  const table = preview.tables[state.table];
  const used = table?.columns;
  const options = useMemo(
    () => fieldOptions(plan, reference, used?.map((column) => column.field) ?? []),
    [plan, reference, used],
  );
  const columns = useMemo(() => columnsOf(plan, reference), [plan, reference]);
  if (!table) return <p className="xj-imp-none">没有找到可以导入的表。</p>;
  const fieldOf = (column: ColumnMapping): string | null => fieldOfColumn(state.choices, state.table, column);
  const changed = state.choices.mapping?.[state.table] ?? {};
  const taken = takenAs(table.kind);
  // The columns of other kinds of sheet go into no fields: there is nothing to choose.
  const isMapped = taken === 'projects' || taken === 'claims';
  return (
    <div className="xj-imp-scroll" data-testid="import-columns">
      {preview.tables.length > 1 && (
        <p className="xj-imp-caption">
          <b>{table.sheet}</b> <span className="xj-faint">{table.file}　其他表请在左边点选</span>
        </p>
      )}
      {!isMapped && (
        <p className="xj-imp-caption" data-testid="import-not-mapped">
          {taken === null
            ? `这张表不能确定是什么表（${table.kindReason}），没有读入。是项目表的，请在“需要确认”或左边选定“项目表”，再核对各列。`
            : `这张表是${kindLabel(table.kind)}（${table.kindReason}），不是项目表：各列只留作来源，不新增、不修改项目。认错了的，请在左边改选。`}
        </p>
      )}
      {taken === 'projects' && (
        <OwnColumnBar
          table={state.table}
          columns={table.columns}
          choices={state.choices}
          reference={reference}
          change={flow.change}
        />
      )}
      <table className="xj-imp-table">
        <thead>
          <tr>
            <th className="is-letter">列</th>
            <th>表头</th>
            <th className="is-field">导入到</th>
            <th className="is-sure">把握</th>
            <th>内容举例</th>
          </tr>
        </thead>
        <tbody>
          {table.columns.map((column) => {
            const field = fieldOf(column);
            const isChosen = changed[column.column] !== undefined;
            return (
              <tr
                key={column.column}
                className={field === null ? 'is-out' : ''}
                data-testid={`import-column-${column.column}`}
              >
                <td className="is-letter">{column.column}</td>
                <td className={`is-header${column.header === '' ? ' is-empty' : ''}`}>
                  {column.header || '（没有表头）'}
                </td>
                <td className="is-field">
                  {isMapped ? (
                    <Select
                      className="xj-imp-field"
                      size="small"
                      variant="filled"
                      status={field !== null && !isChosen && column.confidence < 0.7 ? 'warning' : ''}
                      popupMatchSelectWidth={240}
                      showSearch={{ filterOption: (typed, option) => matchesOption(typed, option) }}
                      aria-label={`${column.column} 列导入到`}
                      value={field ?? SOURCE_ONLY}
                      labelRender={() => fieldLabel(field, columns, reference)}
                      options={
                        taken === 'projects' && field === null
                          ? [...ownOption(ownKeyFor(column, table.columns, fieldOf, reference)), ...options]
                          : options
                      }
                      onChange={(value) =>
                        flow.change((before) =>
                          chooseField(
                            before,
                            state.table,
                            table.columns,
                            column.column,
                            value === SOURCE_ONLY ? null : value,
                          ),
                        )
                      }
                    />
                  ) : (
                    <span className="xj-faint">{taken === null ? '没有读入' : '只留作来源'}</span>
                  )}
                </td>
                <td className="is-sure" title={isChosen ? '由您选定' : column.reason}>
                  {isChosen ? '已选定' : field === null ? '' : <Sureness confidence={column.confidence} />}
                </td>
                <td className="is-samples">
                  {column.samples.slice(0, 3).map((sample, index) => (
                    // biome-ignore lint/suspicious/noArrayIndexKey: samples may be equal and never move
                    <span key={index} className="xj-imp-sample" title={sample}>
                      {sample}
                    </span>
                  ))}
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}

function Sureness({ confidence }: { confidence: number }) {
  const word = confidenceWord(confidence);
  return (
    <span className={`xj-imp-sure is-${{ 高: 'high', 中: 'middle', 低: 'low' }[word]}`}>
      <span className="xj-imp-sure-bar">
        <span className="xj-imp-sure-level" style={{ width: `${Math.round(confidence * 100)}%` }} />
      </span>
      {word}
    </span>
  );
}
