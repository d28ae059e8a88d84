// x-data-spreadsheet with the bench's rows.
import 'x-data-spreadsheet/dist/xspreadsheet.css';
import 'x-data-spreadsheet/dist/xspreadsheet.js';
import { loadRows } from './rows.js';

const { columns, rows } = await loadRows();
const sheet = globalThis.x_spreadsheet('#grid', {
  showToolbar: false,
  showBottomBar: false,
  row: { len: rows.length + 1, height: 25 },
  col: { len: columns.length, width: 100, indexWidth: 60, minWidth: 60 },
  view: { height: () => innerHeight, width: () => innerWidth },
});
const texts = (list) => ({ cells: Object.fromEntries(list.map((text, index) => [index, { text }])) });
sheet.loadData({
  name: 'rows',
  freeze: 'B2',
  cols: { len: columns.length },
  rows: {
    len: rows.length + 1,
    0: texts(columns.map(({ label }) => label)),
    ...Object.fromEntries(rows.map((row, index) => [index + 1, texts(row)])),
  },
});
globalThis.probe = { value: (row, column) => sheet.cell(row + 1, column)?.text };
