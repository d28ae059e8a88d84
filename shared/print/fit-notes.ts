// What a person should know of a table before it is printed: split over sheets, numbers set smaller, rows over pages.
import type { LaidTable } from './lay-table.ts';
import type { PageSetup } from './paper.ts';
import { shrunkPt } from './text-lines.ts';

/** Sentences about a table that was set; none where it fits. `rowsOnPages`: rows after tall ones were parted. */
export function tableNotes(table: LaidTable, setup: PageSetup, rowsOnPages: number): string[] {
  const notes: string[] = [];
  if (table.parts.length > 1) {
    const fixed = table.table.columns.slice(0, table.table.fixedColumns).map((column) => column.label);
    notes.push(
      `一张纸放不下全部栏目，已分成 ${table.parts.length} 张并排打印，每张都重复“${fixed.join('”“')}”。要打在一张上，可以${waysOut(table, setup, []).join('、')}。`,
    );
  }
  const squeezed = squeezedColumns(table);
  if (squeezed.size > 0) {
    const names = [...squeezed.keys()].map((index) => `“${columnName(table, index)}”`).join('、');
    const smallest = shrunkPt(table.fontPt, Math.min(...squeezed.values()));
    notes.push(
      `${names}栏有的数、编号或字母太长，这样的纸放不下，已不断行而缩小打印，最小 ${smallest} 磅。可以${waysOut(table, setup, [...squeezed.keys()]).join('、')}。`,
    );
  }
  if (rowsOnPages > table.rows.length) notes.push('有的项目内容太长，一页纸放不下，只好分在几页上。');
  return notes;
}

/** Columns with a cell that is set smaller, each with the smallest part of the size. */
function squeezedColumns(table: LaidTable): Map<number, number> {
  const smallest = new Map<number, number>();
  const see = (index: number, scale: number): void => {
    if (scale < 1) smallest.set(index, Math.min(scale, smallest.get(index) ?? 1));
  };
  for (const { shrunk } of table.rows) for (const [index, scale] of shrunk) see(index, scale);
  for (const { header, columns } of table.parts) for (const cell of header) see(columns[cell.column] ?? 0, cell.scale);
  return new Map([...smallest].sort(([a], [b]) => a - b));
}

function columnName({ table }: LaidTable, index: number): string {
  const { group, label = '' } = table.columns[index] ?? {};
  return group === undefined ? label : `${group} › ${label}`;
}

/** What helps: a larger sheet, a smaller type, fewer columns, a larger unit for amounts. */
function waysOut(
  { table, fontPt }: LaidTable,
  { paper, orientation }: PageSetup,
  squeezed: readonly number[],
): string[] {
  const ways: string[] = [];
  if (paper === 'A4') ways.push('换 A3');
  if (orientation === 'portrait') ways.push('改横向');
  if (table.fontPt !== null && fontPt > 7.5) ways.push('把字号改小');
  ways.push('减少栏目');
  if (squeezed.some((index) => table.columns[index]?.isAmount)) ways.push('改用更大的金额单位');
  return ways;
}
