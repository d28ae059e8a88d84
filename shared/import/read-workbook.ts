// Reads all tables of a workbook file that was handed over as cells. Pure; a generator like readTable.

import type { PlanInfo, ReferenceData } from '../domain/reference.ts';
import { listPlaceReader } from '../places/place-key.ts';
import type { SheetData, WorkbookData } from '../sheet/sheet.ts';
import { viewSheet } from '../sheet/sheet-view.ts';
import { compactText } from '../values/fold-text.ts';
import { cellRemarks } from './cell-remarks.ts';
import { columnWords } from './column-words.ts';
import { explainSheet, explainSheets, explainTable } from './explain-header.ts';
import { findTables } from './find-tables.ts';
import { headerVocabulary } from './header-words.ts';
import { place } from './kinds/keep-table.ts';
import { categoryFinder } from './match-category.ts';
import type { ImportProblem } from './preview.ts';
import { readTable, type TableContext } from './read-table.ts';
import type { FoundTable, TableChoices, TableReading } from './reading.ts';
import { isInTable } from './table-remarks.ts';

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
  today = '9999-12-31',
): TableContext {
  const places = listPlaceReader(reference.regions, listed);
  return {
    plan,
    reference,
    words: columnWords(plan, reference),
    finder: categoryFinder(plan, reference),
    places,
    isCounty: countyTest(reference.regions),
    today,
    vocabulary: headerVocabulary(plan, reference),
  };
}

function countyTest(regions: ReferenceData['regions']): TableContext['isCounty'] {
  const counties = regions.filter(({ level }) => level === 'county');
  const names = new Set(counties.flatMap(({ name, aliases }) => [name, ...aliases].map(compactText)));
  return (text) => names.has(compactText(text));
}

/** Reads the tables of a workbook; yields rows done. */
export function* readWorkbook(
  book: WorkbookData,
  context: TableContext,
  choices: WorkbookChoices = {},
): Generator<number, WorkbookReading> {
  const tables: WorkbookReading['tables'] = [];
  const faint: WorkbookReading['tables'] = [];
  const problems: ImportProblem[] = [];
  let done = 0;
  let index = 0;
  /** What the first table lacks that held nothing for the list. */
  let useless = '';
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
    const found = findTables(view, context.vocabulary);
    if (found.length === 0 && sheet.rows.length > 0) {
      const near = explainSheet(sheet, context.words);
      problems.push(sheetRemark(sheet, 'no-table', `没有找到表头，没有读取${near === '' ? '' : `：${near}`}`));
    }
    const used: FoundTable[] = [];
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
      if (isUseful(reading)) {
        tables.push({ reading, index });
        used.push(table);
      } else if (reading.passOver === 'beside-others') {
        faint.push({ reading, index });
      } else {
        useless ||= `表“${sheet.name}”${explainTable(reading)}`;
        problems.push(sheetRemark(sheet, 'no-table', `没有读取：${explainTable(reading)}`));
      }
      index += 1;
      yield done;
    }
    // Those inside a table are told with it.
    for (const remark of cellRemarks(sheet, (one) => !used.some((table) => isInTable(table, one))))
      problems.push({ ...remark, sheet: sheet.name });
  }
  // Lists of names and the like: beside other tables a remark is enough, alone they are what the file is about.
  if (tables.length === 0) tables.push(...faint);
  else problems.push(...faint.map(({ reading }) => passedOver(reading)));
  return {
    tables,
    problems,
    nothingFound: tables.length > 0 || choices.sheets ? '' : explainNothing(book, context, useless),
  };
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
function isUseful({ projects, claims, columns, kind, keptRows, passOver }: TableReading): boolean {
  if (kind === 'unknown') return passOver === 'never';
  if (keptRows.length > 0) return true;
  const isNamed = columns.some((column) => column.key !== null && column.key !== 'serial');
  return projects.length > 0 || (claims.length > 0 && isNamed);
}

/** Names, duties, telephone numbers beside a list. */
function passedOver({ sheet, headerRows, kindReason, title }: TableReading): ImportProblem {
  const message = `${place(sheet, headerRows[0] ?? 1)}没有读取：${kindReason}。`;
  return { level: 'info', code: 'no-table', sheet, cell: '', raw: title, message, proposal: '' };
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

function explainNothing(book: WorkbookData, { words }: TableContext, useless: string): string {
  const shown = book.sheets.filter((sheet) => !sheet.hidden);
  const reason =
    useless ||
    explainSheets(shown, words) ||
    `查看了${shown.length > 1 ? '各表' : ''}前 100 行，没有一行含有认识的表头字样`;
  return `没有找到项目表。${reason}。项目表要有一行表头，至少写明“项目名称”和“总投资”等金额，各占一格，下面是数据。请检查是否选错了文件；没有选错的，请照此改好再导入。`;
}
