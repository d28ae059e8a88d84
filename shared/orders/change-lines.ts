// The rows of a paper on changes put together to items: of a split the earlier project stands once, before several later
// ones; merged cells, or blanks under it, say so.
import { linesOf, type SheetColumns, type SheetLine } from '../funds/sheet-rows.ts';
import type { ImportProblem } from '../import/preview.ts';
import type { ReadColumn, TableReading } from '../import/reading.ts';
import { cellText, type SheetView, viewSheet } from '../sheet/sheet-view.ts';
import { blankMark } from '../values/fold-text.ts';
import type { ChangeKey } from './change-columns.ts';

export type ChangeLine = SheetLine<ChangeKey>;

/** What a cell says where it says something: —, / and 无 are nothing. */
export function said(line: Pick<ChangeLine, 'text'>, key: ChangeKey): string {
  const text = line.text(key);
  return blankMark(text) === undefined ? text : '';
}

const BEFORE: readonly ChangeKey[] = ['before:name', 'before:content'];
const AFTER: readonly ChangeKey[] = ['after:name', 'after:content'];
const NAMES: readonly ChangeKey[] = ['name', 'code', ...BEFORE, ...AFTER];

/** Items in the order of the sheet, each with its rows; sums, notes and rows that name nothing are left out. */
export function changeLines(
  reading: TableReading,
  columns: SheetColumns<ChangeKey>,
  problems: ImportProblem[],
): ChangeLine[][] {
  const view = viewSheet(reading.source);
  const names = NAMES.filter((key) => columns.of[key] !== undefined);
  const money = (Object.entries(columns.of) as [ChangeKey, ReadColumn][]).flatMap(([key, column]) =>
    /total|amount/.test(key) ? [column] : [],
  );
  const lines = linesOf<ChangeKey>(reading, columns, names, { amounts: money, problems, anyName: true });
  const items: ChangeLine[][] = [];
  for (const line of lines) {
    if (isNote(line, names)) continue;
    const item = items.at(-1);
    const last = item?.at(-1);
    if (item && last && last.row === line.row - 1 && goesOn(view, columns, line)) item.push(line);
    else items.push([line]);
  }
  return items;
}

const NOTE = /^(?:注|备注|说明|填[报表]|制表|审核|单位负责人)\S{0,6}[：:]/;

/** 合计（调整前 3 个，调整后 4 个） */
const SUM = /^(?:合计|总计|小计|共计)\s*[（(]/;

/** A line under the table, merged over it so that it stands in all of its columns; or a sum that says of what. */
function isNote({ text }: ChangeLine, names: readonly ChangeKey[]): boolean {
  const texts = names.map(text).filter((one) => one !== '');
  const [first = ''] = texts;
  return (
    NOTE.test(first) ||
    SUM.test(first) ||
    (texts.length > 1 && texts.length === names.length && texts.every((one) => one === first))
  );
}

/** Whether a row belongs to the item above it. */
function goesOn(view: SheetView, { of }: SheetColumns<ChangeKey>, line: ChangeLine): boolean {
  const own = (key: ChangeKey): string => {
    const column = of[key];
    return column ? cellText(view.cellAt(line.row, column.column)).trim() : '';
  };
  const isMerged = (key: ChangeKey): boolean => {
    const column = of[key];
    const range = column && view.mergeAt(line.row, column.column);
    return range !== undefined && range.top < line.row;
  };
  if (of.serial) return own('serial') === '';
  const known = [...BEFORE, ...AFTER, 'name' as const].filter((key) => of[key] !== undefined);
  if (known.some(isMerged)) return true;
  // Blank under 变更前, and no reason of its own: a further part of what stands above.
  const head: readonly ChangeKey[] = ['code', 'before:name', 'before:content', 'type', 'reason', 'paper'];
  const isPart = AFTER.some((key) => said(line, key) !== '') && BEFORE.some((key) => of[key] !== undefined);
  return isPart && head.every((key) => own(key) === '') && (own('name') === '' || of['after:name'] === undefined);
}
