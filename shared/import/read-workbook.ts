// Reads all tables of a workbook file that was handed over as cells. Pure; a generator like readTable.
import type { PlanInfo, ReferenceData } from '../domain/reference.ts';
import { listPlaceReader } from '../places/place-key.ts';
import { columnWords } from './column-words.ts';
import { describeRows, findTables } from './find-tables.ts';
import { categoryFinder } from './match-category.ts';
import type { ImportProblem } from './preview.ts';
import { readTable, type TableContext } from './read-table.ts';
import type { FoundTable, TableChoices, TableReading } from './reading.ts';
import type { SheetData, WorkbookData } from './sheet.ts';
import { viewSheet } from './sheet-view.ts';

export interface WorkbookReading {
  /** `index` counts all tables found, also those that turned out to hold nothing. */
  tables: { reading: TableReading; index: number }[];
  /** Remarks about sheets as a whole. */
  problems: ImportProblem[];
  /** What was looked for and found where no table was recognised; '' where there is one. */
  nothingFound: string;
}

export interface WorkbookChoices {
  /** Sheets to read; all visible ones where not named. */
  sheets?: readonly string[] | undefined;
  /** Called once for each table found, in order; a function so that remembered layouts can be looked up. */
  tableChoices?: (table: FoundTable, sheet: string) => TableChoices;
  /** A reading of the same table with the same choices that is still at hand. */
  known?: (table: FoundTable, sheet: string, choices: TableChoices) => TableReading | undefined;
}

/** What tables are read with; the towns that the list already uses are known like those of the regions. */
export function tableContext(
  plan: PlanInfo,
  reference: ReferenceData,
  listed: readonly { town: string | null }[] = [],
): TableContext {
  const places = listPlaceReader(reference.regions, listed);
  return { plan, reference, words: columnWords(plan, reference), finder: categoryFinder(plan, reference), places };
}

/** Reads the tables of a workbook; yields rows done. */
export function* readWorkbook(
  book: WorkbookData,
  context: TableContext,
  choices: WorkbookChoices = {},
): Generator<number, WorkbookReading> {
  const tables: WorkbookReading['tables'] = [];
  const problems: ImportProblem[] = [];
  let done = 0;
  let index = 0;
  const missing = (choices.sheets ?? []).filter((name) => !book.sheets.some((sheet) => sheet.name === name));
  if (missing.length > 0) {
    const message = `文件里没有名为“${missing.join('、')}”的工作表，只有：${book.sheets.map((sheet) => sheet.name).join('、')}。`;
    problems.push({ level: 'warning', code: 'sheet-missing', sheet: '', cell: '', raw: '', message, proposal: '' });
  }
  for (const sheet of book.sheets) {
    if (choices.sheets && !choices.sheets.includes(sheet.name)) continue;
    if (!choices.sheets && sheet.hidden) {
      if (sheet.rows.length > 0)
        problems.push(sheetRemark(sheet, 'hidden-sheet', '是隐藏的工作表，没有读取；需要时请指定它再导入'));
      continue;
    }
    const view = viewSheet(sheet);
    const found = findTables(sheet, context.plan, context.reference);
    if (found.length === 0 && sheet.rows.length > 0) {
      problems.push(sheetRemark(sheet, 'no-table', '没有找到表头，没有读取'));
    }
    for (const table of found) {
      const own = choices.tableChoices?.(table, sheet.name) ?? {};
      let reading = choices.known?.(table, sheet.name, own);
      if (!reading) {
        const steps = readTable(view, table, context, own);
        let step = steps.next();
        for (; !step.done; step = steps.next()) yield done + step.value;
        reading = step.value;
      }
      done += table.lastRow - table.firstRow + 1;
      if (isUseful(reading)) tables.push({ reading, index });
      else problems.push(sheetRemark(sheet, 'no-table', '像有一张表，但没有认出项目名称和金额，没有读取'));
      index += 1;
      yield done;
    }
  }
  return { tables, problems, nothingFound: tables.length > 0 || choices.sheets ? '' : explainNothing(book) };
}

/** The same in one go, for tests and small sheets. */
export function readWorkbookNow(
  book: WorkbookData,
  context: TableContext,
  choices: WorkbookChoices = {},
): WorkbookReading {
  const steps = readWorkbook(book, context, choices);
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

/** Rows under headers of which not one says anything (列1-1 …) are no summary, however many figures they hold. */
function isUseful({ projects, claims, columns }: TableReading): boolean {
  const isNamed = columns.some((column) => column.key !== null && column.key !== 'serial');
  return projects.length > 0 || (claims.length > 0 && isNamed);
}

function sheetRemark(sheet: SheetData, code: string, what: string): ImportProblem {
  return {
    level: 'info',
    code,
    sheet: sheet.name,
    cell: '',
    raw: '',
    message: `“${sheet.name}”${what}。`,
    proposal: '',
  };
}

function explainNothing(book: WorkbookData): string {
  const words = book.sheets.map((sheet) => describeRows(sheet)).find((text) => text !== '');
  return `没有找到项目表。查找的是同时含有“项目名称”“总投资（金额）”“建设地点”“责任单位”等字样的表头；${
    words ? `文件里最像表头的一行是：${words}` : '文件里没有像表头的一行'
  }。请检查是否选错了文件，或补上表头后再导入。`;
}
