// RevoGrid with the bench's rows.
import { defineCustomElements } from '@revolist/revogrid/loader';
import { loadRows } from './rows.js';

defineCustomElements();
const { columns, rows } = await loadRows();
const grid = document.createElement('revo-grid');
grid.style.height = '100%';
grid.range = true;
grid.rowHeaders = true;
grid.columns = columns.map(({ label, width }, index) => ({
  prop: String(index),
  name: label,
  size: width,
  ...(index === 0 ? { pin: 'colPinStart' } : {}),
}));
const source = rows.map((row) => Object.fromEntries(row.map((text, index) => [String(index), text])));
grid.source = source;
document.getElementById('grid').append(grid);
globalThis.probe = { value: (row, column) => source[row][String(column)] };
