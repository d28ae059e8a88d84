// The sheet 类别对应 read: classes by scheme and path, in the words of now or of before a renaming in the same file.
import type { Category, CategoryMapping, CategoryScheme } from '../../domain/reference.ts';
import { type Frame, pathOf } from '../frame.ts';
import type { Moves } from '../moves.ts';
import { PATH_SEPARATOR, type SheetFault, type SheetLine, splitPath } from './frame-sheet.ts';
import { SHEET_NAMES } from './write-frame-sheets.ts';

interface Classes {
  schemes: readonly CategoryScheme[];
  categories: readonly Category[];
}

export function readMappings(
  lines: readonly SheetLine[],
  before: Frame,
  after: Classes,
  moves: Moves,
  faults: SheetFault[],
): { items: CategoryMapping[]; rows: Map<string, number> } {
  const sheet = SHEET_NAMES.mappings;
  const rows = new Map<string, number>();
  const known = new Set(after.categories.map(({ id }) => id));
  const now = finder(after);
  const then = finder(before);
  const find = (scheme: string, path: string): string | undefined => {
    const found = now(scheme, path) ?? then(scheme, path);
    const moved = found === undefined ? undefined : (moves.classes.get(found) ?? found);
    return moved !== undefined && known.has(moved) ? moved : undefined;
  };
  const items = lines.flatMap(({ row, cells }): CategoryMapping[] => {
    const [leftScheme = '', left = '', rightScheme = '', right = ''] = ['类别体系', '类别', '对应体系', '对应类别'].map(
      (label) => cells[label] ?? '',
    );
    const [from, to] = [find(leftScheme, left), find(rightScheme, right)];
    for (const [id, scheme, path] of [[from, leftScheme, left] as const, [to, rightScheme, right] as const])
      if (id === undefined)
        faults.push({
          sheet,
          row,
          message: `“${scheme}”中没有类别“${path}”。请改为“类别”表里已有的类别，或删去这一行。`,
        });
    if (from === undefined || to === undefined) return [];
    rows.set(`${from}|${to}`, row);
    return [{ from, to }];
  });
  // Those that stand as before keep their order: nothing changed then.
  const keyOf = ({ from, to }: CategoryMapping): string => `${from}|${to}`;
  const unique = new Map(items.map((one) => [keyOf(one), one]));
  return { items: [...unique.values()], rows };
}

/** Finds a class by scheme and path; where no path fits, by its bare name if only one has it. */
function finder({ schemes, categories }: Classes): (scheme: string, path: string) => string | undefined {
  const byId = new Map(categories.map((one) => [one.id, one]));
  const keyOf = (scheme: string | undefined, words: string): string => `${scheme}\n${words}`;
  const groups = (wordsOf: (one: Category) => string): Map<string, Category[]> =>
    Map.groupBy(categories, (one) => keyOf(one.scheme, wordsOf(one)));
  // A class beneath may bear the name of the one over it (易地搬迁后扶): its path tells them apart.
  const ways = [groups(({ id }) => pathOf(byId, id).join(PATH_SEPARATOR)), groups(({ name }) => name)];
  return (schemeText, text) => {
    const scheme = schemes.find(({ name, id }) => name === schemeText || id === schemeText)?.id;
    const key = keyOf(scheme, splitPath(text).join(PATH_SEPARATOR));
    const found = ways.map((way) => way.get(key) ?? []).find((all) => all.length > 0) ?? [];
    return found.length === 1 ? found[0]?.id : undefined;
  };
}
