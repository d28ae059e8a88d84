// One reading of one file by one reader, in a process of its own: node test/bench/read-once.ts <reader> <file>.
// Prints the milliseconds inside the process, how many cells came out and (with --expose-gc) what is kept of them.
import { readFileSync } from 'node:fs';
import { readWorkbookFile } from '#electron/excel/read/index.ts';

/** What was read stays reachable beside the count. */
interface Result {
  cells: number;
  book: unknown;
}

const READERS: Record<string, (path: string) => Promise<Result>> = {
  async ours(path) {
    const book = await readWorkbookFile(path);
    const cells = book.sheets.reduce(
      (sum, sheet) => sum + sheet.rows.reduce((count, row) => count + row.cells.length, 0),
      0,
    );
    return { cells, book };
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
    return { cells, book };
  },
  async sheetjs(path) {
    const { read } = await import('@e965/xlsx');
    const book = read(readFileSync(path), { dense: true });
    const rows = book.SheetNames.flatMap((name) => book.Sheets[name]?.['!data'] ?? []);
    const cells = rows.reduce((sum, row) => sum + (row ? row.filter((cell) => cell?.v !== undefined).length : 0), 0);
    return { cells, book };
  },
};

const [reader = '', path = ''] = process.argv.slice(2);
const read = READERS[reader];
if (!read) throw new Error(`readers: ${Object.keys(READERS).join(', ')}`);
const start = performance.now();
const result = await read(path);
const ms = performance.now() - start;
globalThis.gc?.();
console.log(JSON.stringify({ ms, cells: result.cells, keptMb: process.memoryUsage().heapUsed / 1024 / 1024 }));
