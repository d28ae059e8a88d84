// Columns of a list that go into no field are told one by one, with what they hold: nothing falls away unsaid.

import { cellAddress } from '../sheet/sheet.ts';
import { cellIn, cellText, type SheetView } from '../sheet/sheet-view.ts';
import { joinLines } from '../values/fold-text.ts';
import { isPrivate } from './kinds/keep-table.ts';
import { CHOSEN, headerText } from './match-header.ts';
import type { ImportProblem } from './preview.ts';
import type { FoundTable, ReadColumn } from './reading.ts';

/** Columns that are recognised and still have no place in a project. */
const WITHOUT_FIELD: Readonly<Record<string, string>> = {
  region: '工作簿是一个县（市、区）的，项目都算作它的',
  count: '每行是一个项目，个数不另存',
};

/** One remark for each column left aside; a column without header and contents is none. */
export function droppedColumns(
  view: SheetView,
  table: FoundTable,
  columns: readonly ReadColumn[],
  isList: boolean,
): Omit<ImportProblem, 'sheet'>[] {
  return columns.flatMap((column) => {
    const why = column.key === null ? '没有对应的字段' : isList ? WITHOUT_FIELD[column.key] : undefined;
    const sample = why === undefined ? undefined : firstText(view, table, column);
    if (why === undefined || (sample === undefined && !column.path.some(isWords))) return [];
    const header = headerText(column);
    const place = `“${view.sheet.name}”${column.letter} 列${header === '' ? '（没有表头）' : `“${header}”`}`;
    const example = sample === undefined || isPrivate(column) ? '' : `（如“${sample}”）`;
    const held = sample === undefined ? '这一列是空的' : `列中有${column.isNumeric ? '数字' : '文字'}${example}`;
    // Figures that nothing names may be money: that nobody chose to leave them aside is worth a look.
    const isNameless = column.isNumeric && header === '' && column.reason !== CHOSEN;
    return [
      {
        level: isNameless ? ('warning' as const) : ('info' as const),
        code: isNameless ? 'column-headerless' : 'column-unmapped',
        cell: cellAddress(table.headerBottom, column.column),
        raw: column.header,
        message: `${place}${why}，没有导入，只留作来源；${held}。`,
        proposal: '',
      },
    ];
  });
}

/** A check sum beside the header is no header; a year is one. */
function isWords(text: string): boolean {
  return /^20\d\d$/.test(text.trim()) || !/^[\d.,，\s]*$/.test(text);
}

const LETTERS = 20;

/** What the column holds first. Samples are of the first rows only, so that an empty one is looked through. */
function firstText(view: SheetView, table: FoundTable, column: ReadColumn): string | undefined {
  const [sample] = column.samples;
  if (sample !== undefined) return clip(sample);
  for (let index = view.indexOf(table.firstRow); index < view.sheet.rows.length; index += 1) {
    const row = view.sheet.rows[index];
    if (!row || row.row > table.lastRow) return undefined;
    const text = cellText(cellIn(row, column.column)).trim();
    if (text !== '') return clip(text);
  }
  return undefined;
}

function clip(text: string): string {
  const plain = joinLines(text, ' ');
  return plain.length > LETTERS ? `${plain.slice(0, LETTERS)}…` : plain;
}
