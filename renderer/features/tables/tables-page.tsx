// 汇总表: the computed tables of the plan on the left, the chosen one with its charts on the right.
import { Alert, Button, Empty, Spin } from 'antd';
import { useEffect, useState } from 'react';
import { showTable } from '#shared/tables/table-unit.ts';
import { errorText } from '../../api/call.ts';
import { useTables, useWorkbook } from '../../api/queries.ts';
import { suggestName, tellWritten } from '../../commands/file-actions.ts';
import { useSession } from '../../session.ts';
import { Chart } from '../../ui/chart.tsx';
import { useStore } from '../../ui/store.ts';
import { CompositionDialog, type Figure } from './composition-dialog.tsx';
import { findCell } from './find-cell.ts';
import { ShowingChoice, useTableShowings } from './showing-choice.tsx';
import { tableText } from './table-text.ts';
import { TableView } from './table-view.tsx';
import './tables.css';

export function TablesPage() {
  const session = useSession();
  const workbook = useWorkbook();
  const query = useTables();
  const { showings, showingOf, setShowing } = useTableShowings();
  const [chosen, setChosen] = useState<string | null>(null);
  const [figure, setFigure] = useState<Figure | null>(null);
  const target = useStore(session.nav, (state) => state.tableTarget);
  const aim = target && query.data ? findCell(query.data.tables, target.row, target.column) : undefined;
  const aimId = aim?.id;
  useEffect(() => {
    if (aimId !== undefined) setChosen(aimId);
  }, [aimId]);
  if (query.error) return <Alert type="error" showIcon title="汇总表没有算出来" description={errorText(query.error)} />;
  if (!query.data) return <Spin className="xj-page-spin" description="正在汇总" />;
  const { tables } = query.data;
  const exact = tables.find((item) => item.id === chosen) ?? tables[0];
  if (!exact) return <Empty description="这个工作簿没有汇总表" />;

  const showing = showingOf(exact.id);
  const table = showTable(exact, showing);

  const exportTables = async (ids: string[] | undefined): Promise<void> => {
    const what = ids ? table.number : '汇总表';
    const file = await session.chooseSave('xlsx', `导出${what}`, `${suggestName(workbook, what)}.xlsx`);
    if (!file) return;
    const written = await session.attempt('正在导出汇总表', () =>
      session.call('export.tables', { token: file.token, showings, ...(ids ? { ids } : {}) }),
    );
    tellWritten(session, written, what);
  };
  const copy = async (): Promise<void> => {
    try {
      await navigator.clipboard.writeText(tableText(table));
      session.messenger.current.success('已复制，可以粘贴到 Excel、WPS 或 Word 里。');
    } catch {
      session.messenger.current.warn('浏览器不允许写剪贴板；请改用“导出这张表”。');
    }
  };

  return (
    <div className="xj-tables" data-testid="page-tables">
      <nav className="xj-table-list" aria-label="汇总表目录">
        {tables.map((item) => (
          <button
            key={item.id}
            type="button"
            className={item.id === table.id ? 'is-here' : ''}
            aria-current={item.id === table.id ? 'true' : undefined}
            data-testid={`table-${item.id}`}
            onClick={() => {
              session.nav.set({ tableTarget: null });
              setChosen(item.id);
            }}
          >
            <b>{item.number}</b>
            <span>{item.title}</span>
          </button>
        ))}
      </nav>
      <div className="xj-page">
        <div className="xj-bar">
          <span className="xj-faint">点数字可以看构成它的项目。</span>
          <ShowingChoice value={showing} onChange={(value) => setShowing(table.id, value)} />
          <span className="xj-grow" />
          <Button size="small" onClick={() => void copy()} data-testid="copy-table">
            复制表格
          </Button>
          <Button size="small" onClick={() => void exportTables([table.id])} data-testid="export-table">
            导出这张表…
          </Button>
          <Button size="small" onClick={() => void exportTables(undefined)} data-testid="export-tables">
            导出全部…
          </Button>
        </div>
        <TableView table={table} onFigure={setFigure} target={target} />
        <div className="xj-charts">
          {table.charts.map((chart) => (
            <Chart key={chart.id} chart={chart} />
          ))}
        </div>
      </div>
      <CompositionDialog figure={figure} close={() => setFigure(null)} />
    </div>
  );
}
