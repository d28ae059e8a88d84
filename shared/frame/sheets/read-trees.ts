// The sheets 类别, 资金来源 and 地区 read into things of the frame. Known things are found by their code, else by their
// place and name; a changed name keeps the old one as an alias; 并入 sends a thing into another.
import {
  type Category,
  type FundName,
  type FundSource,
  REGION_LEVELS,
  type Region,
  SOURCE_SHOWN,
  type SourceShown,
} from '../../domain/reference.ts';
import { cleanAliases, type Frame, itemId } from '../frame.ts';
import { freeId, placeCode } from '../ids.ts';
import { type Moves, redirect } from '../moves.ts';
import { type SheetFault, type SheetLine, splitNames, splitPath } from './frame-sheet.ts';
import { readOutline } from './outline.ts';
import { readYear } from './read-year.ts';
import { CLASS_LEVELS, PLACE_LEVELS, SHEET_NAMES, SHOWN_WORDS } from './write-frame-sheets.ts';

export interface TreeReading<T> {
  items: T[];
  /** The sheet's row of each thing by its id. */
  rows: Map<string, number>;
}

/** A thing with the cell 并入. */
interface Joined<T> {
  item: T;
  line: SheetLine;
  into: string;
}

type Item = Category | FundSource | Region;

/** The known thing that a row means: by its code, else one of that name or alias under that parent. */
function findKnown<T extends Item>(
  known: readonly T[],
  used: ReadonlySet<string>,
  code: string,
  name: string,
  parent: string | null,
  isSameKind: (item: T) => boolean,
): T | undefined {
  if (code !== '') return known.find((item) => itemId(item) === code);
  const free = known.filter((item) => item.parent === parent && isSameKind(item) && !used.has(itemId(item)));
  return free.find((item) => item.name === name) ?? free.find((item) => item.aliases.includes(name));
}

/** The aliases of a row; a new name leaves the old one among them. */
function aliasesOf(known: Item | undefined, name: string, line: SheetLine, isImplied: boolean): string[] {
  const text = line.cells.别名;
  const given = isImplied || text === undefined ? [...(known?.aliases ?? [])] : splitNames(text);
  return cleanAliases(name, known && known.name !== name ? [...given, known.name] : given);
}

/** Carries out 并入: names and what stands beneath go along. Gives from -> into. */
function joinAll<T extends Item>(
  items: readonly T[],
  joins: readonly Joined<T>[],
  sheet: string,
  isFit: (item: T, into: T) => boolean,
  faults: SheetFault[],
): { items: T[]; joined: Map<string, string> } {
  const joined = new Map<string, string>();
  let list = [...items];
  for (const { item, line, into } of joins) {
    const name = splitPath(into).at(-1) ?? into;
    const found = items.filter(
      (one) =>
        one !== item &&
        isFit(item, one) &&
        (itemId(one) === into || one.name === name) &&
        !joins.some((join) => join.item === one),
    );
    const [target] = found;
    if (!target || found.length > 1) {
      const why = target ? `有 ${found.length} 个“${name}”，请写它的代码` : `表中没有“${into}”`;
      faults.push({ sheet, row: line.row, message: `“${item.name}”要并入“${into}”，但${why}。` });
      continue;
    }
    joined.set(itemId(item), itemId(target));
    list = list
      .filter((one) => itemId(one) !== itemId(item))
      .map((one) => {
        if (itemId(one) === itemId(target))
          return { ...one, aliases: cleanAliases(one.name, [...one.aliases, item.name, ...item.aliases]) };
        return one.parent === itemId(item) ? { ...one, parent: itemId(target) } : one;
      });
  }
  return { items: list, joined };
}

export function readClasses(
  lines: readonly SheetLine[],
  before: Frame,
  moves: Moves,
  faults: SheetFault[],
): TreeReading<Category> & { schemes: Frame['schemes'] } {
  const sheet = SHEET_NAMES.categories;
  const schemes: { id: string; name: string }[] = [];
  const taken = new Set([...before.schemes.map(({ id }) => id), ...before.categories.map(({ id }) => id)]);
  const used = new Set<string>();
  const rows = new Map<string, number>();
  const items: Category[] = [];
  const joins: Joined<Category>[] = [];
  const byScheme = new Map<string, SheetLine[]>();
  let name = '';
  for (const line of lines) {
    name = line.cells.类别体系 || name;
    if (name === '') faults.push({ sheet, row: line.row, message: '没有写类别体系。' });
    else byScheme.set(name, [...(byScheme.get(name) ?? []), line]);
  }
  for (const [schemeName, own] of byScheme) {
    const codes = new Set(own.map(({ cells }) => cells.代码 ?? ''));
    // A renamed scheme is known by the codes of its classes.
    const known =
      before.schemes.find((one) => one.name === schemeName) ??
      before.schemes.find(
        ({ id, name: old }) =>
          !byScheme.has(old) && before.categories.some((one) => one.scheme === id && codes.has(one.id)),
      );
    const scheme = known?.id ?? freeId('own-', new Set([...taken, ...schemes.map(({ id }) => id)]));
    schemes.push({ id: scheme, name: schemeName });
    const outline = readOutline(own, CLASS_LEVELS, sheet, faults);
    const ids: string[] = [];
    for (const { code, name: className, parent, line, isImplied } of outline) {
      const over = parent === null ? null : (ids[parent] as string);
      const old = findKnown(before.categories, used, code, className, over, (one) => one.scheme === scheme);
      const id = old?.id ?? (code === '' ? freeId(`${scheme}.`, taken) : code);
      taken.add(id);
      ids.push(id);
      if (!used.has(id)) rows.set(id, line.row);
      used.add(id);
      const ordinal = isImplied ? (old?.ordinal ?? '') : (line.cells.编号 ?? old?.ordinal ?? '');
      const item = {
        id,
        scheme,
        parent: over,
        ordinal,
        name: className,
        aliases: aliasesOf(old, className, line, isImplied),
        lastYear: isImplied ? (old?.lastYear ?? null) : readYear(line, '使用到', old?.lastYear ?? null, sheet, faults),
      };
      items.push(item);
      const into = isImplied ? '' : (line.cells.并入 ?? '');
      if (into !== '') joins.push({ item, line, into });
    }
  }
  const ordered = [...before.schemes.flatMap(({ id }) => schemes.find((one) => one.id === id) ?? []), ...schemes];
  const { items: rest, joined } = joinAll(items, joins, sheet, (a, b) => a.scheme === b.scheme, faults);
  for (const [from, to] of joined) redirect(moves.classes, from, to);
  // A scheme without classes has no row, and stays.
  const empty = before.schemes.filter(({ id }) => !before.categories.some((one) => one.scheme === id));
  const found = [...new Map([...ordered, ...empty].map((one) => [one.id, one])).values()];
  return { items: rest, rows, schemes: found };
}

const NAME_OF_YEARS =
  /^(?:(\d{4})\s*(?:(?:[-—–~～至]+)\s*(\d{4}))?\s*年\s*(及以前|以前|起|及以后|以后)?)\s*[:：]?\s*(.*)$/;

/** `2021—2025年 甲` and its like; a sentence where it cannot be read. */
export function readFundName(text: string): FundName | string {
  const found = NAME_OF_YEARS.exec(text);
  if (!found)
    return /^\d/.test(text)
      ? `“${text}”看不出是哪些年，请写作“2021—2025年 名称”`
      : { from: null, to: null, name: text };
  const [, first = '', last, side, name = ''] = found;
  const [start, end] = [Number(first), Number(last ?? first)];
  if (side?.endsWith('以前')) return { from: last === undefined ? null : start, to: end, name };
  if (side !== undefined) return { from: start, to: null, name };
  return { from: start, to: end, name };
}

const SHOWN_BY_WORD = new Map<string, SourceShown>(SOURCE_SHOWN.map((shown) => [SHOWN_WORDS[shown], shown]));

function readShown(line: SheetLine, known: SourceShown, faults: SheetFault[]): SourceShown {
  const text = line.cells.显示;
  if (text === undefined) return known;
  const shown = text === '' ? 'always' : SHOWN_BY_WORD.get(text);
  if (shown !== undefined) return shown;
  const message = `“显示”写的是“${text}”，应是${[...SHOWN_BY_WORD.keys()].map((word) => `“${word}”`).join('、')}，或留空。`;
  faults.push({ sheet: SHEET_NAMES.fundSources, row: line.row, message });
  return known;
}

export function readSources(
  lines: readonly SheetLine[],
  before: Frame,
  moves: Moves,
  faults: SheetFault[],
): TreeReading<FundSource> {
  const sheet = SHEET_NAMES.fundSources;
  const taken = new Set(before.fundSources.map(({ id }) => id));
  const used = new Set<string>();
  const rows = new Map<string, number>();
  const nameOf = new Map(before.fundSources.map((one) => [one.id, one.name]));
  const read = lines.map((line) => {
    const name = line.cells.资金来源 ?? '';
    const code = line.cells.代码 ?? '';
    const old =
      code === ''
        ? before.fundSources.find((one) => one.name === name && !used.has(one.id))
        : before.fundSources.find((one) => one.id === code);
    const id = old?.id ?? (code === '' ? freeId('fund.', taken) : code);
    taken.add(id);
    used.add(id);
    rows.set(id, line.row);
    return { line, name, id, old };
  });
  const joins: Joined<FundSource>[] = [];
  const items = read.map(({ line, name, id, old }): FundSource => {
    const over = line.cells.上级 ?? '';
    // The name of before too: a renamed source is still the parent of those beneath.
    const parent =
      over === ''
        ? null
        : (read.find((one) => one.name === over || one.id === over)?.id ??
          read.find((one) => nameOf.get(one.id) === over)?.id ??
          over);
    const names = splitNames(line.cells.各年名称 ?? '').flatMap((text): FundName[] => {
      const one = readFundName(text);
      if (typeof one !== 'string') return [one];
      faults.push({ sheet, row: line.row, message: `资金来源“${name}”的各年名称${one}。` });
      return [];
    });
    const dropped = (old?.names ?? []).map((one) => one.name).filter((one) => !names.some((kept) => kept.name === one));
    const aliases = cleanAliases(name, [...aliasesOf(old, name, line, false), ...dropped]);
    const shown = readShown(line, old?.shown ?? 'always', faults);
    const item: FundSource = { id, parent, name, aliases, names, shown };
    if ((line.cells.并入 ?? '') !== '') joins.push({ item, line, into: line.cells.并入 as string });
    return item;
  });
  const { items: rest, joined } = joinAll(items, joins, sheet, () => true, faults);
  for (const [from, to] of joined) redirect(moves.sources, from, to);
  return { items: rest, rows };
}

export function readPlaces(lines: readonly SheetLine[], before: Frame, faults: SheetFault[]): TreeReading<Region> {
  const sheet = SHEET_NAMES.regions;
  const taken = new Set(before.regions.map(({ code }) => code));
  const used = new Set<string>();
  const rows = new Map<string, number>();
  const joins: Joined<Region>[] = [];
  const codes: string[] = [];
  // A county stands at the top of its workbook where province and city are not in it.
  const filled = PLACE_LEVELS.findIndex((label) => lines.some(({ cells }) => (cells[label] ?? '') !== ''));
  const levels = filled < 0 ? PLACE_LEVELS : PLACE_LEVELS.slice(filled);
  const offset = PLACE_LEVELS.length - levels.length;
  const items = readOutline(lines, levels, sheet, faults).map(
    ({ code, name, level, parent, line, isImplied }): Region => {
      const over = parent === null ? null : (codes[parent] as string);
      const old = findKnown(before.regions, used, code, name, over, () => true);
      const own = old?.code ?? (code === '' ? placeCode(over ?? '', name, taken) : code);
      taken.add(own);
      codes.push(own);
      if (!used.has(own)) rows.set(own, line.row);
      used.add(own);
      const item: Region = {
        code: own,
        parent: over,
        name,
        aliases: aliasesOf(old, name, line, isImplied),
        level: REGION_LEVELS[level + offset] as Region['level'],
      };
      const into = isImplied ? '' : (line.cells.并入 ?? '');
      if (into !== '') joins.push({ item, line, into });
      return item;
    },
  );
  const { items: rest } = joinAll(items, joins, sheet, (a, b) => a.level === b.level, faults);
  return { items: rest, rows };
}
