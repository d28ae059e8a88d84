// Draws the 名称 cell: headings with the arrow that folds them and their count, projects indented beneath.
import type { ICellRendererParams } from 'ag-grid-community';
import { headingText } from './cell-text.ts';
import type { GridRow } from './rows.ts';

/** AG Grid calls this for each drawn cell; text goes in as text nodes, never as HTML. */
export function makeNameCell(params: ICellRendererParams<GridRow>): HTMLElement {
  const row = params.data;
  const cell = document.createElement('span');
  cell.className = 'xj-name';
  if (!row) return cell;
  if (row.kind === 'project') {
    cell.textContent = row.project.name;
    return cell;
  }
  if (row.kind === 'heading') {
    const arrow = document.createElement('span');
    arrow.className = 'xj-toggle';
    arrow.dataset.heading = row.id;
    arrow.title = row.collapsed ? '展开' : '折叠';
    arrow.textContent = row.collapsed ? '▸' : '▾';
    arrow.style.marginLeft = `${row.depth * 14}px`;
    cell.append(arrow);
  }
  cell.append(headingText(row));
  return cell;
}
