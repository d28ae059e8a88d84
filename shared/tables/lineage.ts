// A category and all headings above it.
import type { ReferenceData } from '../domain/reference.ts';

/** Makes the function that gives a category and what stands above it, from below; an unknown id stands alone. */
export function lineageReader({ categories }: Pick<ReferenceData, 'categories'>): (id: string) => readonly string[] {
  const parents = new Map(categories.map(({ id, parent }) => [id, parent]));
  const known = new Map<string, readonly string[]>();
  const read = (id: string): readonly string[] => {
    let line = known.get(id);
    if (!line) {
      const parent = parents.get(id);
      line = parent ? [id, ...read(parent)] : [id];
      known.set(id, line);
    }
    return line;
  };
  return read;
}
