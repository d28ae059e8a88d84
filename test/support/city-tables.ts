// 表2 and 表3 of a city's workbook as the command line gives them, in the form of the truth that they are held against.
import { wan } from '#shared/values/money.ts';
import { xianjie } from '#test/unit/electron/cli/run-in-process.ts';
import type { CityTruth } from './nine-counties.ts';

interface Table {
  columns: string[];
  rows: [string, ...(string | number)[]][];
}

/** Counties without projects and cells of 0 are left out, as in the truth. */
export async function cityTables(book: string): Promise<CityTruth> {
  const read = async (number: string): Promise<Table> => {
    const { tables } = (await xianjie('tables', book, '--table', number, '--json')).json() as { tables: Table[] };
    return tables[0] as Table;
  };
  const [classes, counties] = [await read('表2'), await read('表3')];
  const truth: CityTruth = { counties: new Map(), classes: new Map() };
  const isTotal = (label: string): boolean => label === '总计' || label === '分县总投资';
  for (const [label, ...cells] of classes.rows) {
    if (isTotal(label)) continue;
    for (const [index, cell] of cells.entries()) {
      const column = classes.columns[index + 1] ?? '';
      const fen = wan(String(cell));
      if (!isTotal(column) && fen !== 0) truth.classes.set(`${label}|${column}`, fen);
    }
  }
  for (const [label, count, total, fiscal] of counties.rows) {
    if (isTotal(label) || count === 0) continue;
    truth.counties.set(label, {
      count: Number(count),
      totalFen: wan(String(total)),
      fiscalFen: wan(String(fiscal)),
    });
  }
  return truth;
}
