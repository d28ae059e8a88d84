// Words for what the reader found out about a table.
import { takenAs } from '#shared/import/kinds/sheet-kinds.ts';
import type { ImportPreview, TablePreview } from '#shared/import/preview.ts';
import type { AmountUnit } from '#shared/values/parse-amount.ts';

/** A sheet in which a table was found, whether it is taken or not. */
export interface FoundSheet {
  fileIndex: number;
  file: string;
  sheet: string;
  /** Hidden in its program: not read until it is asked for. */
  isHidden: boolean;
}

export const UNITS: readonly AmountUnit[] = ['万元', '元', '千元', '百万元', '亿元'];

export const UNIT_SOURCE_WORDS: Readonly<Record<TablePreview['unitSource'], string>> = {
  line: '表头上方写明',
  header: '表头写明',
  cell: '格内写明',
  assumed: '表中没有写明',
  chosen: '已选定',
};

/** What comes in of a table that brings no projects. */
export function takenText({ kind, keptRows, postings }: Pick<TablePreview, 'kind' | 'keptRows' | 'postings'>): string {
  const taken = takenAs(kind);
  if (taken === null) return '没有读入，请先选定这是哪一种表';
  if (postings && postings.added + postings.updated + postings.known > 0)
    return `登记到公示台账：新增 ${postings.added} 条，更新 ${postings.updated} 条，已登记 ${postings.known} 条；不改项目和计划数`;
  return taken === 'source' || taken === 'postings'
    ? `${keptRows} 行只留来源，不改项目和计划数`
    : '不含项目，数字留作核对';
}

/** “表头在第 3—5 行” */
export function headerRowsText(rows: readonly number[]): string {
  const [first] = rows;
  const last = rows.at(-1);
  if (first === undefined || last === undefined) return '没有表头';
  if (last === first) return `表头在第 ${first} 行`;
  const isRun = last - first === rows.length - 1;
  return `表头在第 ${isRun ? `${first}—${last}` : rows.join('、')} 行`;
}

/** Each sheet once, in the order of the files; then the hidden ones, where it is clear in which file they are. */
export function foundSheets({ tables, problems }: Pick<ImportPreview, 'tables' | 'problems'>): FoundSheet[] {
  const found = new Map<string, FoundSheet>();
  for (const { fileIndex, file, sheet } of tables)
    found.set(`${fileIndex}/${sheet}`, { fileIndex, file, sheet, isHidden: false });
  const [first] = tables;
  if (first && tables.every((table) => table.fileIndex === first.fileIndex)) {
    const { fileIndex, file } = first;
    for (const { code, sheet } of problems)
      if (code === 'hidden-sheet') found.set(`${fileIndex}/${sheet}`, { fileIndex, file, sheet, isHidden: true });
  }
  return [...found.values()];
}
