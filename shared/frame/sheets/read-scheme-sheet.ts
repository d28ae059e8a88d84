// A scheme of classes from a plain sheet of others: 一级｜二级｜三级｜编号, or 名称｜上级｜编号. It is taken in beside the
// schemes that are there.
import type { Category } from '../../domain/reference.ts';
import type { SheetData, WorkbookData } from '../../sheet/sheet.ts';
import { type Frame, inTreeOrder } from '../frame.ts';
import { freeId } from '../ids.ts';
import { noMoves } from '../moves.ts';
import { readLines, type SheetFault, type SheetLine, splitNames } from './frame-sheet.ts';
import { readOutline } from './outline.ts';
import type { FrameReading } from './read-frame-sheets.ts';
import { CLASS_LEVELS } from './write-frame-sheets.ts';

/** The frame with the scheme of each sheet that is one; null where none is. */
export function readSchemeSheet(book: WorkbookData, before: Frame, file: string): FrameReading | null {
  const faults: SheetFault[] = [];
  const rows = new Map<string, { sheet: string; row: number }>();
  let { schemes, categories } = before;
  for (const sheet of book.sheets) {
    const outlined = readLines(sheet, ['一级', '二级']);
    const listed = outlined ? undefined : readLines(sheet, ['名称', '上级']);
    if (!outlined && !listed) continue;
    const taken = new Set([...before.schemes, ...schemes].map(({ id }) => id));
    const name = nameOf(sheet, file);
    const scheme = schemes.find((one) => one.name === name)?.id ?? freeId('own-', taken);
    const known = categories.filter((one) => one.scheme === scheme);
    const read = outlined
      ? fromOutline(outlined, sheet, scheme, faults)
      : fromList(listed ?? [], sheet, scheme, faults);
    // The same file again brings nothing new: classes keep their ids by their place in the tree.
    const items = keepIds(read.items, known);
    for (const [index, { id }] of items.entries())
      rows.set(`categories:${id}`, { sheet: sheet.name, row: read.rows[index] ?? 0 });
    schemes = schemes.some(({ id }) => id === scheme) ? schemes : [...schemes, { id: scheme, name }];
    categories = inTreeOrder([...categories.filter((one) => one.scheme !== scheme), ...items]);
  }
  if (rows.size === 0 && faults.length === 0) return null;
  return {
    frame: { ...before, schemes, categories },
    moves: noMoves(),
    indicators: [],
    faults,
    rowOf: (part, id) => rows.get(`${part}:${id}`) ?? null,
  };
}

function nameOf({ name }: SheetData, file: string): string {
  return /^(?:sheet|工作表)\s*\d*$/i.test(name.trim()) ? file.replace(/\.[^.]+$/, '') : name.trim();
}

interface Read {
  items: Category[];
  rows: number[];
}

function fromOutline(lines: readonly SheetLine[], sheet: SheetData, scheme: string, faults: SheetFault[]): Read {
  const outline = readOutline(lines, CLASS_LEVELS, sheet.name, faults);
  return {
    rows: outline.map(({ line }) => line.row),
    items: outline.map(({ name, parent, line, isImplied }, index) => ({
      id: `${scheme}.${index + 1}`,
      scheme,
      parent: parent === null ? null : `${scheme}.${parent + 1}`,
      ordinal: isImplied ? '' : (line.cells.编号 ?? ''),
      name,
      aliases: splitNames(isImplied ? '' : (line.cells.别名 ?? '')),
      lastYear: null,
    })),
  };
}

/** 名称 and 上级: a parent may stand further down; one that is nowhere is told by the checks. */
function fromList(lines: readonly SheetLine[], sheet: SheetData, scheme: string, faults: SheetFault[]): Read {
  const named = lines.filter(({ row, cells }) => {
    if ((cells.名称 ?? '') !== '') return true;
    faults.push({ sheet: sheet.name, row, message: '没有写名称。请填写，或删去这一行。' });
    return false;
  });
  const idOf = new Map(named.map(({ cells }, index) => [cells.名称 ?? '', `${scheme}.${index + 1}`]));
  return {
    rows: named.map(({ row }) => row),
    items: named.map(({ cells }, index) => {
      const over = cells.上级 ?? '';
      return {
        id: `${scheme}.${index + 1}`,
        scheme,
        parent: over === '' ? null : (idOf.get(over) ?? over),
        ordinal: cells.编号 ?? '',
        name: cells.名称 ?? '',
        aliases: splitNames(cells.别名 ?? ''),
        lastYear: null,
      };
    }),
  };
}

function keepIds(items: readonly Category[], known: readonly Category[]): Category[] {
  const taken = new Set([...known, ...items].map(({ id }) => id));
  const renamed = new Map<string, string>();
  return items.map((item) => {
    const parent = item.parent === null ? null : (renamed.get(item.parent) ?? item.parent);
    const old = known.find((one) => one.name === item.name && one.parent === parent);
    const isTaken = known.some(({ id }) => id === item.id) && !old;
    const id = old?.id ?? (isTaken ? freeId(`${item.scheme}.`, taken) : item.id);
    taken.add(id);
    renamed.set(item.id, id);
    return { ...item, id, parent, lastYear: old?.lastYear ?? null };
  });
}
