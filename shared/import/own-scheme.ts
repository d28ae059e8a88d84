// Whether a sheet has classes of its own, which may take the place of the plan's: most of what it brings stands under
// headings that the plan does not know, or its headings are numbered and nested in another way than the plan's.
import type { Category, ReferenceData } from '../domain/reference.ts';
import { ordinalOf } from './learn-classes.ts';
import type { ClassWords, TableReading } from './reading.ts';

type Tables = readonly Pick<TableReading, 'projects'>[];

/** One heading is no scheme. */
const LEAST_CLASSES = 2;

/** Pure. `categories`: of the plan's scheme and of others. */
export function hasOwnScheme(tables: Tables, { categories }: Pick<ReferenceData, 'categories'>): boolean {
  return isMostlyUnknown(tables) || isArrangedOtherwise(tables, new Map(categories.map((one) => [one.id, one])));
}

/**
 * Most projects stand under classes that the plan does not know at all, or most of the classes are such. One that has
 * its name by chance (人居环境, 就业) makes the others none of the plan's, nor does one that stands beneath them.
 */
function isMostlyUnknown(tables: Tables): boolean {
  const tops = new Set<string>();
  const shared = new Set<string>();
  let unknown = 0;
  let known = 0;
  for (const { projects } of tables) {
    for (const { classWords, values } of projects) {
      const [top] = classWords.path;
      if (!top) continue;
      const isUnknown = classWords.isType ? values.categoryId === null : top.id === null;
      (isUnknown ? tops : shared).add(top.name);
      if (isUnknown) unknown += 1;
      else known += 1;
    }
  }
  const isMost = unknown > known || tops.size > shared.size;
  return tops.size > 0 && isMost && tops.size + shared.size >= LEAST_CLASSES;
}

/** A heading of the sheet that means a class, or none (null), among those that stand beside it. */
interface Sibling {
  category: Category | null;
  mark: string;
}

/**
 * Beside a heading that the plan does not know, one that it knows has another number there (三 where the plan says 五) or
 * stands under another class: the sheet's own scheme with names that coincide, not the plan's with a class more.
 */
function isArrangedOtherwise(tables: Tables, byId: ReadonlyMap<string, Category>): boolean {
  const groups = siblingsOf(tables, byId);
  return [...groups.values()].some(({ parent, headings }) => {
    const all = [...headings.values()];
    if (all.every(({ category }) => category !== null)) return false;
    return all.some(
      ({ category, mark }) =>
        category !== null &&
        ((mark !== '' && category.ordinal !== '' && ordinalOf(mark) !== category.ordinal) ||
          (parent !== null && category.parent !== parent)),
    );
  });
}

interface Group {
  /** The class that they stand under; null at the top and under a heading that is unknown. */
  parent: string | null;
  headings: Map<string, Sibling>;
}

function siblingsOf(tables: Tables, byId: ReadonlyMap<string, Category>): Map<string, Group> {
  const groups = new Map<string, Group>();
  const seen = new Set<ClassWords>();
  const parents = new Set([...byId.values()].map(({ parent }) => parent));
  for (const { classWords } of tables.flatMap(({ projects }) => projects)) {
    if (classWords.isType || seen.has(classWords)) continue;
    seen.add(classWords);
    let above = '';
    let parent: string | null = null;
    for (const { name, mark, id } of classWords.path) {
      const group: Group = groups.get(above) ?? { parent, headings: new Map() };
      groups.set(above, group);
      if (!group.headings.has(name)) group.headings.set(name, { category: byId.get(id ?? '') ?? null, mark });
      // What stands under a lowest class of the plan is detail, no class.
      if (id !== null && !parents.has(id)) break;
      above += `\n${name}`;
      parent = id;
    }
  }
  return groups;
}
