// The AG Grid instance that draws the rows of a preview: thousands of them without delay, arrows and space as keys.
import {
  CellStyleModule,
  ClientSideRowModelApiModule,
  ClientSideRowModelModule,
  type ColDef,
  createGrid,
  type GridApi,
  type ICellRendererParams,
  RenderApiModule,
  RowApiModule,
  RowStyleModule,
  TooltipModule,
} from 'ag-grid-community';
import { NAMELESS } from '#shared/domain/project.ts';
import type { RowPreview, TablePreview } from '#shared/import/preview.ts';
import { gridTheme } from '../projects/grid-theme.ts';
import type { RowAction } from './import-state.ts';
import { ACTION_LABELS, actionOf, changesInBrief, rowKey, showWan } from './row-list.ts';

/** One line of the grid. */
interface Line {
  key: string;
  row: RowPreview;
  action: RowAction;
  place: string;
}

export interface RowGrid {
  setRows(rows: readonly RowPreview[], tables: readonly TablePreview[], skipped: ReadonlySet<string>): void;
  destroy(): void;
}

export interface RowGridEvents {
  onFocus(key: string): void;
  /** The row is to be taken in (or left out). */
  onTake(row: RowPreview, isTaken: boolean): void;
}

const MODULES = [
  CellStyleModule,
  ClientSideRowModelModule,
  ClientSideRowModelApiModule,
  RenderApiModule,
  RowApiModule,
  RowStyleModule,
  TooltipModule,
];

/** More changes than these would not fit into a line; the detail below shows all. */
const CHANGES_SHOWN = 6;

export function createRowGrid(host: HTMLElement, events: RowGridEvents): RowGrid {
  let lines: readonly Line[] = [];
  const take = (line: Line): void => events.onTake(line.row, line.action === 'skip');
  const api: GridApi<Line> = createGrid<Line>(
    host,
    {
      theme: gridTheme,
      rowHeight: 28,
      headerHeight: 30,
      columnDefs: columnDefs(take),
      defaultColDef: { sortable: false, resizable: true, suppressMovable: true, suppressHeaderMenuButton: true },
      getRowId: ({ data }) => data.key,
      rowData: [],
      rowClassRules: { 'xj-imp-skipped': ({ data }) => data?.action === 'skip' },
      animateRows: false,
      suppressScrollOnNewData: true,
      tooltipShowDelay: 350,
      tooltipShowMode: 'whenTruncated',
      overlayNoRowsTemplate: '<span>没有这一类的行</span>',
      onCellFocused: ({ rowIndex }) => {
        const line = rowIndex === null ? undefined : lines[rowIndex];
        if (line) events.onFocus(line.key);
      },
      onCellKeyDown: ({ event, data }) => {
        if (!(event instanceof KeyboardEvent) || event.key !== ' ' || !data) return;
        event.preventDefault();
        take(data);
      },
    },
    { modules: MODULES },
  );
  return {
    setRows(rows, tables, skipped) {
      const several = tables.length > 1;
      lines = rows.map((row) => ({
        key: rowKey(row),
        row,
        action: actionOf(row, skipped),
        place: several ? `${tables[row.table]?.sheet ?? ''} ${row.row}` : String(row.row),
      }));
      api.setGridOption('rowData', [...lines]);
    },
    destroy: () => api.destroy(),
  };
}

function columnDefs(take: (line: Line) => void): ColDef<Line>[] {
  return [
    {
      colId: 'take',
      headerName: '导入',
      width: 52,
      resizable: false,
      cellClass: 'xj-imp-center',
      // A new value draws the cell again.
      valueGetter: ({ data }) => data?.action,
      cellRenderer: (params: ICellRendererParams<Line>) => takeBox(params, take),
    },
    {
      colId: 'action',
      headerName: '结果',
      width: 76,
      valueGetter: ({ data }) => (data ? ACTION_LABELS[data.action] : ''),
      cellClass: ({ data }) => `xj-imp-action is-${data?.action ?? ''}`,
    },
    {
      colId: 'place',
      headerName: '表内行号',
      width: 84,
      valueGetter: ({ data }) => data?.place,
      tooltipValueGetter: ({ data }) => data?.place,
    },
    {
      colId: 'name',
      headerName: '项目名称',
      flex: 1,
      minWidth: 200,
      valueGetter: ({ data }) => (data ? data.row.name || NAMELESS : ''),
      cellClass: ({ data }) => (data?.row.name === '' ? 'xj-faint' : ''),
      tooltipValueGetter: ({ data }) => data?.row.name,
    },
    {
      colId: 'town',
      headerName: '建设地点',
      width: 140,
      valueGetter: ({ data }) => data?.row.place,
      tooltipValueGetter: ({ data }) => data?.row.place,
    },
    {
      colId: 'total',
      headerName: '总投资（万元）',
      headerClass: 'xj-header-number',
      cellClass: 'xj-number',
      width: 124,
      valueGetter: ({ data }) => (data ? showWan(data.row.totalWan) : ''),
    },
    {
      colId: 'changes',
      headerName: '变化（原值 → 新值）',
      flex: 1.3,
      minWidth: 200,
      valueGetter: ({ data }) => (data ? JSON.stringify([data.action, data.row.reason, data.row.changes]) : ''),
      cellRenderer: changeCell,
    },
  ];
}

function takeBox({ data }: ICellRendererParams<Line>, take: (line: Line) => void): HTMLElement {
  const box = document.createElement('input');
  box.type = 'checkbox';
  box.className = 'xj-imp-box';
  box.tabIndex = -1;
  if (!data) return box;
  box.checked = data.action !== 'skip' && data.action !== 'conflict';
  box.disabled = data.action === 'conflict' || (data.row.action === 'skip' && data.row.reason !== '');
  box.ariaLabel = `导入 ${data.row.name}`;
  box.addEventListener('change', () => take(data));
  return box;
}

/** Text goes in as text nodes, never as HTML: it comes from other people's sheets. */
function changeCell({ data }: ICellRendererParams<Line>): HTMLElement {
  const cell = document.createElement('span');
  if (!data) return cell;
  const { row, action } = data;
  const isConflict = action === 'conflict';
  if (row.reason !== '')
    cell.append(part('span', row.reason, isConflict ? 'xj-imp-remark is-conflict' : 'xj-imp-remark'));
  else if (action === 'add') cell.append(part('span', '新项目', 'xj-imp-remark'));
  if (action !== 'update' && !isConflict) return cell;
  for (const change of changesInBrief(row.changes).slice(0, CHANGES_SHOWN)) {
    cell.append(part('span', change.label, 'xj-imp-label'));
    if (change.before !== '') cell.append(part('del', change.before), ' → ');
    cell.append(part('ins', change.after === '' ? '（空）' : change.after));
  }
  const more = row.changes.length - CHANGES_SHOWN;
  if (more > 0) cell.append(part('span', `另有 ${more} 处`, 'xj-imp-remark'));
  return cell;
}

function part(tag: 'span' | 'del' | 'ins', text: string, className = ''): HTMLElement {
  const element = document.createElement(tag);
  element.className = className;
  element.textContent = text;
  return element;
}
