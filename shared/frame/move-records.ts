// Own tables whose filter names classes or fund sources that went into others.
import { type RecordImage, type Records, recordsOf } from '../records/records.ts';
import type { Moves } from './moves.ts';

/** The own tables that change, as they will be. */
export function moveRecords(records: Records, { classes, sources }: Moves): RecordImage[] {
  if (classes.size + sources.size === 0) return [];
  return [...recordsOf(records, 'own-table')].flatMap(([id, design]): RecordImage[] => {
    const { categories, sources: funds } = design.filter;
    const isTouched = categories?.some((one) => classes.has(one)) || funds?.some((one) => sources.has(one));
    if (!isTouched) return [];
    const filter = {
      ...design.filter,
      ...(categories ? { categories: follow(categories, classes) } : {}),
      ...(funds ? { sources: follow(funds, sources) } : {}),
    };
    return [{ kind: 'own-table', id, value: { ...design, filter } }];
  });
}

function follow(ids: readonly string[], moves: ReadonlyMap<string, string | null>): string[] {
  const moved = ids.flatMap((id) => {
    const target = moves.get(id);
    return target === undefined ? [id] : target === null ? [] : [target];
  });
  return [...new Set(moved)];
}
