// Glide Data Grid with the bench's rows.
import DataEditor, { GridCellKind } from '@glideapps/glide-data-grid';
import '@glideapps/glide-data-grid/dist/index.css';
import { createElement } from 'react';
import { createRoot } from 'react-dom/client';
import { loadRows } from './rows.js';

document.getElementById('portal').style.cssText = 'position: fixed; left: 0; top: 0; z-index: 9999';
const { columns, rows } = await loadRows();
const shown = columns.map(({ label, width }, index) => ({ id: String(index), title: label, width }));
const cell = ([column, row]) => ({
  kind: GridCellKind.Text,
  data: rows[row][column],
  displayData: rows[row][column],
  allowOverlay: true,
});
const editor = createElement(DataEditor, {
  width: '100%',
  height: '100%',
  columns: shown,
  rows: rows.length,
  rowMarkers: 'number',
  freezeColumns: 1,
  rangeSelect: 'multi-rect',
  getCellContent: cell,
  getCellsForSelection: true,
  onPaste: true,
  onCellsEdited: (edits) => {
    for (const { location, value } of edits) rows[location[1]][location[0]] = value.data;
    return true;
  },
});
createRoot(document.getElementById('grid')).render(editor);
globalThis.probe = { value: (row, column) => rows[row][column] };
