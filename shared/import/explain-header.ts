// Why a sheet gives no table, in words: the row that comes nearest to a header, which of its words are known and which
// are not, what else stands in it, what is missing. Only what is really so is said.

import { cellAddress, type SheetData } from '../sheet/sheet.ts';
import { cellText, looksNumeric, type SheetRow } from '../sheet/sheet-view.ts';
import { compactText } from '../values/fold-text.ts';
import { candidatesFor } from './column-candidates.ts';
import type { ColumnWords } from './column-words.ts';
import type { TableReading } from './reading.ts';

/** Headers stand at the top; rows further down are looked at in vain. */
const ROWS = 100;
const MOST_WORDS = 8;
const MOST_LETTERS = 14;

interface NearRow {
  row: number;
  known: string[];
  unknown: string[];
  keys: Set<string>;
  /** 'O3' of the first figure or date in it; '' where it has none. */
  figure: string;
}

/** The nearest row of several sheets; '' where not one header word is known in any of them. */
export function explainSheets(sheets: readonly SheetData[], words: ColumnWords): string {
  const nearest = sheets
    .map((sheet) => ({ name: sheet.name, near: nearestRow(sheet, words) }))
    .sort((a, b) => b.near.keys.size - a.near.keys.size)[0];
  return nearest === undefined || nearest.near.keys.size === 0 ? '' : `表“${nearest.name}”${describe(nearest.near)}`;
}

/** Why no header was found in a sheet; '' where not one of its words is known. */
export function explainSheet(sheet: SheetData, words: ColumnWords): string {
  const near = nearestRow(sheet, words);
  return near.keys.size === 0 ? '' : describe(near);
}

/** Why a table with a header holds nothing for the list. */
export function explainTable({ headerRows, columns }: Pick<TableReading, 'headerRows' | 'columns'>): string {
  const headed = columns.filter((column) => column.header !== '');
  return describe(
    {
      row: headerRows[0] ?? 1,
      known: headed.filter((column) => column.key !== null).map((column) => column.header),
      unknown: headed.filter((column) => column.key === null).map((column) => column.header),
      keys: new Set(columns.flatMap((column) => column.key ?? [])),
      figure: '',
    },
    '下面没有读到一个项目，也没有合计数',
  );
}

function nearestRow(sheet: SheetData, words: ColumnWords): NearRow {
  let best: NearRow = { row: 0, known: [], unknown: [], keys: new Set(), figure: '' };
  for (const row of sheet.rows.slice(0, ROWS)) {
    const near = readRow(row, words);
    if (near.keys.size > best.keys.size) best = near;
  }
  return best;
}

function readRow(row: SheetRow, words: ColumnWords): NearRow {
  const near: NearRow = { row: row.row, known: [], unknown: [], keys: new Set(), figure: '' };
  for (const cell of row.cells) {
    const text = cellText(cell).trim();
    if (text === '') continue;
    const found = candidatesFor({ column: cell.column, path: [text], unit: null }, words)[0];
    if (found) {
      near.known.push(text);
      near.keys.add(found.key);
    } else if (looksNumeric(cell) || cell.value?.kind === 'date') {
      near.figure ||= cellAddress(row.row, cell.column);
    } else {
      near.unknown.push(text);
    }
  }
  return near;
}

/** `complete`: what to say where nothing essential is missing. */
function describe({ row, known, unknown, keys, figure }: NearRow, complete = ''): string {
  const parts = [`第 ${row} 行最像表头`];
  parts.push(known.length === 0 ? `没有一个认识的字样：${list(unknown)}` : `认出了${list(known)}`);
  if (known.length > 0 && unknown.length > 0) parts.push(`没有认出${list(unknown)}`);
  if (figure !== '') parts.push(`同一行里还有数字或日期（${figure}），请移到别处`);
  const missing = [
    keys.has('name') ? '' : '“项目名称”',
    [...keys].some((key) => /^(?:total|source|year|cell|sum)\b/.test(key)) ? '' : '“总投资”等金额',
  ].filter((word) => word !== '');
  if (missing.length > 0) parts.push(`缺少${missing.join('和')}一栏`);
  else if (complete !== '') parts.push(complete);
  return parts.join('，');
}

function list(words: readonly string[]): string {
  const shown = words.slice(0, MOST_WORDS).map((word) => {
    const text = compactText(word);
    return text.length > MOST_LETTERS ? `${text.slice(0, MOST_LETTERS)}…` : text;
  });
  return `“${shown.join('、')}”${words.length > MOST_WORDS ? `等 ${words.length} 项` : ''}`;
}
