// What an open workbook holds in memory: every image of every kind, and a slice of each kind that is made anew only after
// one of its images changed.
import type { ImageOf, Kernel, KindName, Kinds, SliceBefore, SliceOf } from './kind.ts';
import type { Change } from './log.ts';

export interface Memory<K extends Kinds> {
  /** The image of an entity; undefined where there is none. */
  image<Name extends KindName<K>>(name: Name, id: string): ImageOf<K, Name> | undefined;
  images<Name extends KindName<K>>(name: Name): ReadonlyMap<string, ImageOf<K, Name>>;
  /** The same object until one of the kind changes. */
  slice<Name extends KindName<K>>(name: Name): SliceOf<K, Name>;
  /** Takes in what a change set changed: ids by kind, in the order in which they changed. */
  take(changes: readonly Change<K>[]): Record<string, string[]>;
}

interface Held {
  images: Map<string, unknown>;
  /** null: never asked for. */
  slice: { value: unknown } | null;
  changed: Set<string>;
}

/** Reads all kinds of a workbook. */
export function loadMemory<K extends Kinds>({ kinds, stores }: Kernel<K>): Memory<K> {
  const held = new Map<string, Held>();
  for (const name of Object.keys(kinds) as KindName<K>[]) {
    held.set(name, { images: new Map(stores[name].readAll()), slice: null, changed: new Set() });
  }
  const of = (name: string): Held => held.get(name) as Held;
  return {
    image: (name, id) => of(name).images.get(id) as never,
    images: (name) => of(name).images as never,
    slice(name) {
      const one = of(name);
      if (one.slice === null || one.changed.size > 0) {
        const before: SliceBefore<unknown> | null =
          one.slice === null ? null : { slice: one.slice.value, changed: one.changed };
        one.slice = { value: (kinds[name] as Kinds[string]).slice(one.images, before) };
        one.changed = new Set();
      }
      return one.slice.value as never;
    },
    take(changes) {
      const ids: Record<string, string[]> = {};
      for (const { entity, id, after } of changes) {
        const one = of(entity);
        if (after === null) one.images.delete(id);
        else one.images.set(id, after);
        one.changed.add(id);
        ids[entity] ??= [];
        ids[entity].push(id);
      }
      return ids;
    },
  };
}
