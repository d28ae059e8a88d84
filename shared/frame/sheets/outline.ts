// A tree in a sheet: a column a level, each thing in the column of its own level under what it belongs to. Sheets of
// others repeat the upper names on every row; both read the same.
import type { SheetFault, SheetLine } from './frame-sheet.ts';

export interface OutlineItem {
  line: SheetLine;
  /** As given in the column 代码; '' where there is none. */
  code: string;
  name: string;
  level: number;
  /** What it stands under, as a place in the list; null at the top. */
  parent: number | null;
  /** Only named over others, without a row of its own. */
  isImplied: boolean;
}

/** Reads the lines of one tree; `levels` are the labels of its columns from the top. */
export function readOutline(
  lines: readonly SheetLine[],
  levels: readonly string[],
  sheet: string,
  faults: SheetFault[],
): OutlineItem[] {
  const items: OutlineItem[] = [];
  const open: (number | undefined)[] = [];
  for (const line of lines) {
    const names = levels.map((label) => line.cells[label] ?? '');
    const level = names.findLastIndex((name) => name !== '');
    if (level < 0) {
      faults.push({
        sheet,
        row: line.row,
        message: `没有名称：请在“${levels.join('”“')}”中的一列填写，或删去这一行。`,
      });
      continue;
    }
    let isLost = false;
    for (let at = 0; at < level; at += 1) {
      const name = names[at] as string;
      const above = open[at];
      if (name === '' && above === undefined) {
        faults.push({
          sheet,
          row: line.row,
          message: `“${names[level]}”上面没有${levels[at]}。请把它的上级写在前面的行里。`,
        });
        isLost = true;
        break;
      }
      if (name === '' || (above !== undefined && items[above]?.name === name)) continue;
      const parent = at === 0 ? null : (open[at - 1] ?? null);
      const known = items.findIndex((item) => item.level === at && item.name === name && item.parent === parent);
      if (known < 0) items.push({ line, code: '', name, level: at, parent, isImplied: true });
      open.length = at;
      open[at] = known < 0 ? items.length - 1 : known;
    }
    if (isLost) continue;
    const parent = level === 0 ? null : (open[level - 1] ?? null);
    const name = names[level] as string;
    const implied = items.find(
      (item) => item.isImplied && item.level === level && item.name === name && item.parent === parent,
    );
    open.length = level;
    if (implied) {
      Object.assign(implied, { line, code: line.cells.代码 ?? '', isImplied: false });
      open[level] = items.indexOf(implied);
      continue;
    }
    items.push({ line, code: line.cells.代码 ?? '', name, level, parent, isImplied: false });
    open[level] = items.length - 1;
  }
  return items;
}

/** The cells of one thing: its name in the column of its level. */
export function outlineCells(name: string, level: number, levels: number): string[] {
  return Array.from({ length: levels }, (_, at) => (at === level ? name : ''));
}
