// A table that is no list of projects and no 汇总表: its rows are kept as 来源, or, where its kind cannot be told,
// nothing at all. No project, no claim, no field comes of it.

import { cellAddress } from '../../sheet/sheet.ts';
import { cellText, type SheetView } from '../../sheet/sheet-view.ts';
import type { ImportProblem, ImportQuestion } from '../preview.ts';
import type { FoundTable, ReadColumn, TableReading } from '../reading.ts';
import { kindLabel, SHEET_KINDS, type TakenAs } from './sheet-kinds.ts';
import type { ToldKind } from './tell-kind.ts';

/** Numbers of people's papers and cards are kept nowhere. */
const PRIVATE = /身份证|证件号|银行卡|一卡通|社保卡|卡号|账号|帐号|账户/;

/** The question of one table after its kind; the id within the table. */
export const KIND_QUESTION = 'kind';

export function isPrivate({ header }: Pick<ReadColumn, 'header'>): boolean {
  return PRIVATE.test(header.replace(/\s/g, ''));
}

/** The reading of a table of which only the rows are kept, with the remark or the question that goes with it. */
export function keepTable(
  view: SheetView,
  table: FoundTable,
  columns: readonly ReadColumn[],
  told: ToldKind,
  fingerprint: string,
): TableReading {
  const rows = filledRows(view, table, table.firstRow, table.lastRow);
  const isUnknown = told.kind === 'unknown';
  return {
    sheet: view.sheet.name,
    kind: told.kind,
    kindReason: told.reason,
    ...(told.byWords ? { byWords: told.byWords } : {}),
    passOver: told.passOver,
    title: table.title,
    headerRows: table.headerRows,
    unit: table.unit ?? '万元',
    unitSource: table.unit === null ? 'assumed' : 'line',
    columns: columns.map((column) => ({ ...column, key: null, confidence: 0, reason: '不是项目表，这一列只留作来源' })),
    projects: [],
    isTotalSummed: false,
    newSources: [],
    claims: [],
    keptRows: isUnknown ? [] : rows,
    keptLines: isUnknown ? [] : filledRows(view, table, table.linesFrom, table.headerBottom),
    problems: isUnknown
      ? [refusal(view, table, told, rows.length)]
      : keptRemarks(view, table, columns, told, rows.length),
    questions: isUnknown ? [kindQuestion(view, table, told)] : [],
    fingerprint,
    source: view.sheet,
  };
}

function filledRows(view: SheetView, table: FoundTable, first: number, last: number): number[] {
  const rows: number[] = [];
  for (let index = view.indexOf(first); index < view.sheet.rows.length; index += 1) {
    const row = view.sheet.rows[index];
    if (!row || row.row > last) break;
    const isFilled = row.cells.some(
      (cell) =>
        cell.column >= table.left &&
        cell.column <= table.right &&
        (cellText(cell).trim() !== '' || cell.formula !== undefined),
    );
    if (isFilled && !table.repeatedRows.has(row.row)) rows.push(row.row);
  }
  return rows;
}

/** Two tables of a sheet are told apart by the first row of their headers. */
export function place(sheet: string, headerTop: number): string {
  return `“${sheet}”第 ${headerTop} 行起的表`;
}

function refusal(view: SheetView, table: FoundTable, told: ToldKind, rows: number): ImportProblem {
  return {
    level: 'error',
    code: 'kind-unknown',
    sheet: view.sheet.name,
    cell: cellAddress(table.headerTop, table.left),
    raw: table.title,
    message: `${place(view.sheet.name, table.headerTop)}不能确定是什么表：${told.reason}。其中 ${rows} 行都没有读入。请选定它是哪一种表后再导入（命令行用 --kind）。`,
    proposal: '',
  };
}

const TAKEN_WORDS: Readonly<Record<TakenAs, string>> = {
  projects: '',
  claims: '（数字留作核对）',
  postings: '（登记公示）',
  source: '（只留来源）',
};

function kindQuestion(view: SheetView, table: FoundTable, told: ToldKind): ImportQuestion {
  const likely = new Set<string>(told.maybe);
  const kinds = [...SHEET_KINDS].sort((a, b) => Number(likely.has(b.id)) - Number(likely.has(a.id)));
  return {
    id: KIND_QUESTION,
    message: `${place(view.sheet.name, table.headerTop)}不能确定是什么表：${told.reason}。请选定它是哪一种表；只有项目表会新增或修改项目，汇总表的数字留作核对，公示台账登记公示，其他的只留来源。`,
    options: kinds.map(({ id, label, takenAs }) => ({
      value: id,
      label: `${label}${TAKEN_WORDS[takenAs]}`,
    })),
    assumed: null,
  };
}

/** Where a table of a kind is read for what it is. */
const WAYS: Partial<Record<ToldKind['kind'], string>> = {
  changes: '要登记为调整变更，请在“版本与日志”的“调整变更”里导入这张表（命令行用 xianjie change 工作簿 new 文件）。',
  goals:
    '要读入绩效目标和完成值，请在“指标评价”的“绩效目标”里导入这张表（命令行用 xianjie goals 工作簿 import 文件）。',
  indicators:
    '要读入指标和各年的实际值，请在“指标评价”里导入这张表（命令行用 xianjie indicators 工作簿 import 文件）。',
  villages: '要读入各村的汇总数，请在“指标评价”的“村情”里导入这张表（命令行用 xianjie villages 工作簿 import 文件）。',
};

function keptRemarks(
  view: SheetView,
  table: FoundTable,
  columns: readonly ReadColumn[],
  told: ToldKind,
  rows: number,
): ImportProblem[] {
  const remark = (code: string, column: number, raw: string, message: string): ImportProblem => ({
    level: 'info',
    code,
    sheet: view.sheet.name,
    cell: cellAddress(table.headerTop, column),
    raw,
    message,
    proposal: '',
  });
  const name = kindLabel(told.kind);
  const way = WAYS[told.kind] ?? '';
  const taken = told.kind === 'notices' ? '按公示登记' : '只留作来源';
  return [
    remark(
      'kind-kept',
      table.left,
      table.title,
      `${place(view.sheet.name, table.headerTop)}是${name}（${told.reason}），不是项目表：${rows} 行${taken}，没有新增项目，也不修改项目和计划数。${way}`,
    ),
    ...columns
      .filter(isPrivate)
      .map(({ column, letter, header }) =>
        remark(
          'column-private',
          column,
          header,
          `${place(view.sheet.name, table.headerTop)} ${letter} 列“${header}”是个人信息，没有保存。`,
        ),
      ),
  ];
}
