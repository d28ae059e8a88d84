// 汇总表: the tables of the plan and planners' own on the left, the chosen one with its charts on the right.
import { Alert, Button, Dropdown, Empty, Segmented, Spin } from 'antd';
import { useState } from 'react';
import type { FigureKey } from '#shared/charts/drawing.ts';
import { tableCellText } from '#shared/format/table-text.ts';
import { ownRecordId, ownTableId } from '#shared/tables/own-tables.ts';
import { showTable } from '#shared/tables/table-unit.ts';
import { useTables, useWorkbook } from '../../api/queries.ts';
import { useViewState } from '../../api/records.ts';
import { useSession } from '../../session.ts';
import { errorText } from '../../state/call.ts';
import { useStore } from '../../ui/store.ts';
import { BreakdownButton } from '../breakdown/breakdown-offer.tsx';
import { ChartCard } from './chart-card.tsx';
import { CompositionDialog, type Figure } from './composition-dialog.tsx';
import { DesignEditor, type EditedDesign } from './design/design-editor.tsx';
import { newDesign } from './design/draft.ts';
import { findCell } from './find-cell.ts';
import { IndicatorsEditor } from './indicators-editor.tsx';
import { MoneyChoice } from './money-choice.tsx';
import { ShowingChoice, useTableShowings } from './showing-choice.tsx';
import { TableActions } from './table-actions.tsx';
import { TableList } from './table-list.tsx';
import { figureOf, TableView } from './table-view.tsx';
import { useTableFiles } from './use-table-files.ts';
import './tables.css';

type Shown = 'both' | 'table' | 'charts';
const LOOK: { shown: Shown; table: string } = { shown: 'both', table: '' };

/** Tables with more columns than this take the whole width; charts stand beneath them. */
const NARROW_COLUMNS = 4;

export function TablesPage() {
  const session = useSession();
  const workbook = useWorkbook();
  const query = useTables();
  const look = useViewState('tables.page', LOOK);
  const { showings, showingOf, setShowing } = useTableShowings();
  const files = useTableFiles(showings);
  const [figure, setFigure] = useState<Figure | null>(null);
  const [edited, setEdited] = useState<EditedDesign | null>(null);
  const [isIndicators, setIndicators] = useState(false);
  const target = useStore(session.nav, (state) => state.tableTarget);
  const aim = target && query.data ? findCell(query.data.tables, target.row, target.column) : undefined;
  const chosen = aim?.id ?? look.value.table;
  if (query.error) return <Alert type="error" showIcon title="汇总表没有算出来" description={errorText(query.error)} />;
  if (!query.data) return <Spin className="xj-page-spin" description="正在汇总" />;
  const { tables } = query.data;
  const exact = tables.find((item) => item.id === chosen) ?? tables[0];
  if (!exact) return <Empty description="这个工作簿没有汇总表" />;

  const showing = showingOf(exact.id);
  const table = showTable(exact, showing);
  const { shown } = look.value;
  const isReadOnly = workbook?.readOnly !== null;
  const choose = (id: string): void => {
    session.nav.set({ tableTarget: null });
    look.remember({ ...look.value, table: id });
  };
  const askFigure = ({ row, column }: FigureKey): void => {
    const cell = table.rows.find(({ key }) => key === row);
    const at = table.columns.findIndex(({ key }) => key === column);
    if (cell) setFigure(figureOf(table, cell, at, tableCellText(cell.cells[at])));
  };
  const exports = [
    { key: 'table', label: '这张表…', onClick: () => void files.exportTables(table) },
    { key: 'tables', label: '全部汇总表…', onClick: () => void files.exportTables(null) },
    ...(tables.some(({ id }) => ownRecordId(id) !== undefined)
      ? [{ key: 'designs', label: '自定义汇总表的表样…', onClick: () => void files.exportDesigns() }]
      : []),
    { key: 'png', label: '全部图，PNG 图片（.zip）…', onClick: () => void files.exportCharts(null, 'png') },
    { key: 'svg', label: '全部图，SVG 图形（.zip）…', onClick: () => void files.exportCharts(null, 'svg') },
  ];

  return (
    <div className="xj-tables" data-testid="page-tables">
      <TableList
        tables={tables}
        chosen={table.id}
        choose={choose}
        isReadOnly={isReadOnly}
        importDesigns={() => void files.importDesigns()}
        addTable={() => setEdited({ id: crypto.randomUUID(), design: newDesign(), isNew: true })}
      />
      <div className="xj-page">
        <div className="xj-bar">
          {table.charts.length > 0 ? (
            <Segmented<Shown>
              size="small"
              options={[
                { value: 'both', label: '表和图' },
                { value: 'table', label: '表' },
                { value: 'charts', label: '图' },
              ]}
              value={shown}
              onChange={(next: Shown) => look.remember({ ...look.value, shown: next })}
              data-testid="tables-shown"
            />
          ) : null}
          {table.columns.some(({ kind }) => kind === 'amount') ? (
            <ShowingChoice value={showing} onChange={(value) => setShowing(table.id, value)} />
          ) : null}
          {table.columns.some(({ kind }) => kind === 'amount') ? <MoneyChoice isReadOnly={isReadOnly} /> : null}
          {isReadOnly ? null : (
            <TableActions
              table={table}
              edit={setEdited}
              editIndicators={() => setIndicators(true)}
              removed={() => choose(tables[tables.indexOf(exact) - 1]?.id ?? '')}
            />
          )}
          {isReadOnly ? null : <BreakdownButton table={exact} />}
          <span className="xj-grow" />
          <Button size="small" onClick={() => void files.copyTable(table)} data-testid="copy-table">
            复制表格
          </Button>
          <Dropdown menu={{ items: exports }} trigger={['click']}>
            <Button size="small" data-testid="export-tables">
              导出 ▾
            </Button>
          </Dropdown>
        </div>
        <div className={`xj-shown-table${table.columns.length <= NARROW_COLUMNS ? ' is-narrow' : ''}`}>
          {shown === 'charts' && table.charts.length > 0 ? null : (
            <section>
              <TableView table={table} onFigure={setFigure} target={target} />
            </section>
          )}
          {shown === 'table' ? null : (
            <div className="xj-charts">
              {table.charts.map((chart) => (
                <ChartCard key={chart.id} chart={chart} files={files} onFigure={askFigure} />
              ))}
            </div>
          )}
        </div>
      </div>
      <CompositionDialog figure={figure} close={() => setFigure(null)} />
      {edited ? (
        <DesignEditor
          edited={edited}
          done={(saved) => {
            setEdited(null);
            if (saved !== null) choose(ownTableId(saved));
          }}
        />
      ) : null}
      {isIndicators ? <IndicatorsEditor close={() => setIndicators(false)} /> : null}
    </div>
  );
}
