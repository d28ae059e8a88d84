// Choices are numbered by the tables of the preview in which they were made. When a sheet is taken out or in, the
// tables get other numbers, and the choices must follow their tables.
import type { ImportChoices, TablePreview } from '#shared/import/preview.ts';

type Tables = readonly TablePreview[];

/** What stays the same about a table while choices change. */
function identity(table: TablePreview): string {
  return JSON.stringify([table.fileIndex, table.sheet, table.headerRows[0], table.columns[0]?.column]);
}

/** Old index -> new index; tables that are gone have none. */
export function tableMoves(before: Tables, after: Tables): Map<number, number> {
  const places = new Map(after.map((table, index) => [identity(table), index]));
  const moves = new Map<number, number>();
  before.forEach((table, index) => {
    const place = places.get(identity(table));
    if (place !== undefined) moves.set(index, place);
  });
  return moves;
}

export function isMoved(before: Tables, moves: ReadonlyMap<number, number>): boolean {
  return before.some((_, index) => moves.get(index) !== index);
}

/** Whether any choice is numbered at all. */
export function hasNumbers({ mapping, unit, skipRows, pairs }: ImportChoices): boolean {
  return [mapping, unit, skipRows, pairs].some((part) => part !== undefined);
}

/** The choices under the new numbers; those of tables that are gone are dropped. The same object where none is numbered. */
export function renumber(choices: ImportChoices, moves: ReadonlyMap<number, number>): ImportChoices {
  if (!hasNumbers(choices)) return choices;
  const move = <T>(record: Record<number, T>): Record<number, T> =>
    Object.fromEntries(
      Object.entries(record).flatMap(([index, value]) => {
        const place = moves.get(Number(index));
        return place === undefined ? [] : [[place, value]];
      }),
    );
  const moveRow = (key: string): string[] => {
    const at = key.indexOf(':');
    const place = moves.get(Number(key.slice(0, at)));
    return place === undefined ? [] : [`${place}${key.slice(at)}`];
  };
  const rows = choices.skipRows?.flatMap(moveRow);
  const pairs = Object.entries(choices.pairs ?? {}).flatMap(([key, id]) =>
    moveRow(key).map((row) => [row, id] as const),
  );
  return {
    ...choices,
    ...(choices.mapping ? { mapping: move(choices.mapping) } : {}),
    ...(choices.unit ? { unit: move(choices.unit) } : {}),
    ...(rows ? { skipRows: rows } : {}),
    ...(choices.pairs ? { pairs: Object.fromEntries(pairs) } : {}),
  };
}

/** The choices that do not depend on the order of the tables. */
export function withoutNumbers(choices: ImportChoices): ImportChoices {
  const { mapping: _mapping, unit: _unit, skipRows: _skipRows, pairs: _pairs, ...rest } = choices;
  return rest;
}
