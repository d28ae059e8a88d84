// The sheet 自定义栏目 read into the own columns of the frame: known ones by their code, else by a name.
import { newOwnId, type OwnColumn } from '../../domain/own-columns.ts';
import { cleanAliases, type Frame } from '../frame.ts';
import type { Moves } from '../moves.ts';
import { type SheetFault, type SheetLine, splitNames } from './frame-sheet.ts';
import type { TreeReading } from './read-trees.ts';
import { SHEET_NAMES } from './write-frame-sheets.ts';

/** A column that the sheet no longer has goes with what projects hold in it. */
export function readOwnColumns(
  lines: readonly SheetLine[],
  before: Frame,
  moves: Moves,
  faults: SheetFault[],
): TreeReading<OwnColumn> {
  const taken = new Set(before.ownColumns.map(({ id }) => id));
  const rows = new Map<string, number>();
  const items = lines.map(({ row, cells }): OwnColumn => {
    const [name, code] = [cells.自定义栏目 ?? '', cells.代码 ?? ''];
    const free = before.ownColumns.filter(({ id }) => !rows.has(id));
    const old = code === '' ? free.find((one) => one.name === name) : before.ownColumns.find(({ id }) => id === code);
    const id = old?.id ?? (code === '' ? newOwnId(name, taken) : code);
    taken.add(id);
    if (rows.has(id)) {
      const message = `自定义栏目的代码“${id}”有两个。代码不能重复，请改一个，新增的可以留空。`;
      faults.push({ sheet: SHEET_NAMES.ownColumns, row, message });
    }
    rows.set(id, row);
    const given = cells.别名 === undefined ? (old?.aliases ?? []) : splitNames(cells.别名);
    const aliases = cleanAliases(name, old && old.name !== name ? [...given, old.name] : given);
    return { id, name, aliases, printed: readPrinted(cells.印在附表中, old, row, faults) };
  });
  for (const { id } of before.ownColumns) if (!rows.has(id)) moves.columns.add(id);
  return { items, rows };
}

function readPrinted(text: string | undefined, old: OwnColumn | undefined, row: number, faults: SheetFault[]): boolean {
  if (text === undefined || text === '') return old?.printed ?? true;
  if (text !== '是' && text !== '否')
    faults.push({ sheet: SHEET_NAMES.ownColumns, row, message: `“印在附表中”写的是“${text}”，应写是或否。` });
  return text !== '否';
}
