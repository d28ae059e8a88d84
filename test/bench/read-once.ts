// One reading of one file by one reader, in a process of its own: node test/bench/read-once.ts <reader> <file>.
// Prints the milliseconds inside the process and how many cells came out.
import { readFileSync } from 'node:fs';
import { readWorkbookFile } from '#electron/excel/read/index.ts';

const READERS: Record<string, (path: string) => Promise<number>> = {
  async ours(path) {
    const book = await readWorkbookFile(path);
    return book.sheets.reduce((sum, sheet) => sum + sheet.rows.reduce((count, row) => count + row.cells.length, 0), 0);
  },
  async exceljs(path) {
    const { default: ExcelJS } = await import('exceljs');
    const book = new ExcelJS.Workbook();
    await book.xlsx.readFile(path);
    let cells = 0;
    for (const sheet of book.worksheets) {
      sheet.eachRow((row) => {
        row.eachCell(() => {
          cells++;
        });
      });
    }
    return cells;
  },
  async sheetjs(path) {
    const { read } = await import('@e965/xlsx');
    const book = read(readFileSync(path), { dense: true });
    const rows = book.SheetNames.flatMap((name) => book.Sheets[name]?.['!data'] ?? []);
    return rows.reduce((sum, row) => sum + (row ? row.filter((cell) => cell?.v !== undefined).length : 0), 0);
  },
};

const [reader = '', path = ''] = process.argv.slice(2);
const read = READERS[reader];
if (!read) throw new Error(`readers: ${Object.keys(READERS).join(', ')}`);
const start = performance.now();
const cells = await read(path);
console.log(JSON.stringify({ ms: performance.now() - start, cells }));
