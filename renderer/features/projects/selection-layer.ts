// Draws what is selected as a few boxes that lie in the grid's own scrolling area: no cell is touched, and they scroll
// with the cells. Frozen columns and the row of 合计 are parts of their own.
import type { GridApi } from 'ag-grid-community';
import type { GridState } from './grid-state.ts';
import type { GridRow } from './rows.ts';
import { isInRange, isSingle, type Range, rangeOf, rangesOf, TOTAL_ROW } from './selection.ts';

interface Box {
  left: number;
  top: number;
  width: number;
  height: number;
}

interface Drawn extends Box {
  className: string;
  /** Part of the box that is left clear: the active cell. */
  hole?: Box | undefined;
  handle?: boolean;
}

type Side = 'frozen' | 'loose';
/** Where boxes go: the rows that scroll and the row of 合计, each with its frozen and its loose columns. */
type Layers = Record<'rows' | 'total', Record<Side, HTMLElement>>;

export interface SelectionLayer {
  /** Draws again in the next frame. */
  refresh(): void;
  dispose(): void;
}

export function createSelectionLayer(host: HTMLElement, grid: GridState, api: GridApi<GridRow>): SelectionLayer {
  const layers = makeLayers(host);
  let frame = 0;
  const draw = (): void => {
    frame = 0;
    if (!layers) return;
    const columns = columnPlaces(grid, api);
    const frozen = layers.rows.frozen;
    const width = columns.frozenWidth;
    for (const layer of [frozen, layers.total.frozen]) layer.style.width = `${width}px`;
    for (const layer of [layers.rows.loose, layers.total.loose]) layer.style.left = `${width}px`;
    for (const part of ['rows', 'total'] as const) {
      for (const side of ['frozen', 'loose'] as const) {
        fillLayer(layers[part][side], boxesOf(grid, api, columns, part, side));
      }
    }
  };
  const refresh = (): void => {
    if (frame === 0) frame = requestAnimationFrame(draw);
  };
  return {
    refresh,
    dispose: () => {
      cancelAnimationFrame(frame);
      for (const part of Object.values(layers ?? {})) for (const layer of Object.values(part)) layer.remove();
    },
  };
}

function makeLayers(host: HTMLElement): Layers | null {
  const rows = host.querySelector('.ag-grid-scrolling-container');
  const total = host.querySelector('.ag-grid-pinned-top-rows-container');
  if (!rows || !total) return null;
  const make = (parent: Element, side: Side): HTMLElement => {
    const layer = document.createElement('div');
    layer.className = `xj-layer is-${side}`;
    parent.append(layer);
    return layer;
  };
  return {
    rows: { frozen: make(rows, 'frozen'), loose: make(rows, 'loose') },
    total: { frozen: make(total, 'frozen'), loose: make(total, 'loose') },
  };
}

interface ColumnPlace {
  col: number;
  left: number;
  width: number;
}

interface ColumnPlaces {
  frozen: ColumnPlace[];
  loose: ColumnPlace[];
  frozenWidth: number;
}

function columnPlaces(grid: GridState, api: GridApi<GridRow>): ColumnPlaces {
  const places: ColumnPlaces = { frozen: [], loose: [], frozenWidth: 0 };
  for (const column of api.getAllDisplayedColumns()) {
    const place = {
      col: grid.indexOfColumn(column.getColId()),
      left: column.getLeft() ?? 0,
      width: column.getActualWidth(),
    };
    const isFrozen = column.getPinned() === 'left';
    (isFrozen ? places.frozen : places.loose).push(place);
    if (isFrozen) places.frozenWidth = Math.max(places.frozenWidth, place.left + place.width);
  }
  return places;
}

function boxesOf(
  grid: GridState,
  api: GridApi<GridRow>,
  columns: ColumnPlaces,
  part: 'rows' | 'total',
  side: Side,
): Drawn[] {
  const { selection, copied, filling } = grid.ui.get();
  const boxOf = (range: Range): Box | null => {
    const across = columns[side].filter((place) => place.col >= range.left && place.col <= range.right);
    const down = rowPlace(api, range, part);
    if (across.length === 0 || !down) return null;
    const left = Math.min(...across.map((place) => place.left));
    const right = Math.max(...across.map((place) => place.left + place.width));
    return { left, width: right - left, ...down };
  };
  const boxes: Drawn[] = [];
  if (selection) {
    const { row, col } = selection.active;
    const active = boxOf({ top: row, bottom: row, left: col, right: col });
    const hasMany = !isSingle(selection);
    for (const range of hasMany ? rangesOf(selection) : []) {
      const box = boxOf(range);
      if (box)
        boxes.push({ ...box, className: 'xj-range', hole: isInRange(range, row, col) && active ? active : undefined });
    }
    if (active) boxes.push({ ...active, className: 'xj-active' });
    const last = rangeOf(selection);
    const corner = boxOf({ ...last, top: last.bottom, left: last.right });
    const canFill = selection.spans.length === 1 && grid.data().readOnly === null && last.bottom !== TOTAL_ROW;
    if (corner && canFill) boxes.push({ ...corner, className: 'xj-corner', handle: true });
  }
  for (const range of copied) {
    const box = boxOf(range);
    if (box) boxes.push({ ...box, className: 'xj-copied' });
  }
  const target = filling ? boxOf(filling.area) : null;
  if (target) boxes.push({ ...target, className: 'xj-filling' });
  return boxes;
}

/** Top and height of the rows of a range in one of the two parts; null where it has none there. */
function rowPlace(api: GridApi<GridRow>, range: Range, part: 'rows' | 'total'): Pick<Box, 'top' | 'height'> | null {
  if (part === 'total') {
    const row = range.top === TOTAL_ROW ? api.getPinnedTopRow(0) : undefined;
    return row ? { top: 0, height: row.rowHeight ?? 0 } : null;
  }
  const first = api.getDisplayedRowAtIndex(Math.max(0, range.top));
  const last = api.getDisplayedRowAtIndex(range.bottom);
  if (!first || !last) return null;
  const top = first.rowTop ?? 0;
  return { top, height: (last.rowTop ?? 0) + (last.rowHeight ?? 0) - top };
}

function fillLayer(layer: HTMLElement, boxes: readonly Drawn[]): void {
  while (layer.childElementCount > boxes.length) layer.lastElementChild?.remove();
  while (layer.childElementCount < boxes.length) layer.append(document.createElement('div'));
  boxes.forEach((box, index) => {
    const element = layer.children[index];
    if (!(element instanceof HTMLElement)) return;
    element.className = box.className;
    Object.assign(element.style, {
      left: `${box.left}px`,
      top: `${box.top}px`,
      width: `${box.width}px`,
      height: `${box.height}px`,
      clipPath: box.hole ? clearOf(box, box.hole) : '',
    });
    const handle = element.firstElementChild;
    if (box.handle && !handle) {
      const square = document.createElement('div');
      square.className = 'xj-fill-handle';
      square.title = '拖动填充；双击填充到本标题的末行';
      element.append(square);
    } else if (!box.handle) handle?.remove();
  });
}

/** A clip path of the box without the hole in it. */
function clearOf(box: Box, hole: Box): string {
  const left = hole.left - box.left;
  const top = hole.top - box.top;
  const inner = `M${left} ${top}v${hole.height}h${hole.width}v${-hole.height}z`;
  return `path(evenodd, "M0 0H${box.width}V${box.height}H0z${inner}")`;
}
