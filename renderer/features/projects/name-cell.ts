// Draws the cells of 序号 and 名称: the grip that a project is dragged by; headings with the arrow that folds them.
import type { ICellRendererParams } from 'ag-grid-community';
import { NAMELESS } from '#shared/domain/project.ts';
import { headingText } from './cell-text.ts';
import type { GridRow } from './rows.ts';

/** AG Grid calls this for each drawn cell; text goes in as text nodes, never as HTML. */
export function makeNameCell(params: ICellRendererParams<GridRow>): HTMLElement {
  const row = params.data;
  const cell = document.createElement('span');
  cell.className = 'xj-name';
  if (!row) return cell;
  if (row.kind === 'project') {
    cell.textContent = row.project.name || NAMELESS;
    if (row.project.name === '') cell.classList.add('xj-faint');
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

/** 序号, with a grip that shows under the mouse. */
export function makeNumberCell(params: ICellRendererParams<GridRow>): HTMLElement {
  const cell = document.createElement('span');
  const row = params.data;
  if (row?.kind !== 'project') return cell;
  const grip = document.createElement('span');
  grip.className = 'xj-grip';
  grip.dataset.project = row.id;
  grip.title = '按住拖动，移动项目';
  cell.append(grip, String(row.number));
  return cell;
}
