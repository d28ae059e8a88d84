// What the findings put on a cell: the mark in its corner and the sentences of its tooltip.
import type { GridColumn } from './grid-columns.ts';
import type { GridData, GridState } from './grid-state.ts';
import type { GridRow } from './rows.ts';

const RANK = ['error', 'warning', 'rounding', 'info'] as const;

/** The gravest level of the findings at a cell; '' where there are none. */
export function markOf(data: GridData, rowId: string, key: string): string {
  const findings = data.findings.get(rowId);
  if (!findings) return '';
  const levels = new Set(
    findings.filter((finding) => (finding.columnKey ?? 'name') === key).map((finding) => finding.level),
  );
  return RANK.find((level) => levels.has(level)) ?? '';
}

export function tooltipOf(data: GridData, rowId: string, key: string): string {
  const here = (data.findings.get(rowId) ?? []).filter((finding) => (finding.columnKey ?? 'name') === key);
  return here.map((finding) => `【${finding.rule}】${finding.message}`).join('\n');
}

/** Why a cell takes no typing; '' where it does. That the whole workbook is read-only is told at its top. */
export function lockedTip(grid: GridState, row: GridRow, column: GridColumn): string {
  if (row.kind !== 'project' && column.key === 'name') return '';
  const reason = grid.lockedReason(row, column);
  return reason === grid.data().readOnly ? '' : (reason ?? '');
}

/** The whole text of a cell that is too narrow for it. */
export function longText(data: GridData, row: GridRow, column: GridColumn): string {
  if (row.kind !== 'project' || column.kind === 'amount') return '';
  const text = data.reader.display(row, column);
  // A Chinese sign is 13 px wide.
  return text.length * 13 > column.width - 12 ? text : '';
}
