// Finds the class (规划类别) that a heading names: by name or alias, within the class it stands under where it can. A heading
// of another scheme (a county's, in the plan of a city) means the class that it is mapped to.
import type { Category, PlanInfo, ReferenceData } from '../domain/reference.ts';
import { makeCategoryResolver } from '../tables/crosswalk.ts';
import { bareText } from '../values/fold-text.ts';
import { leadingOrdinal } from './ordinals.ts';

export interface CategoryFinder {
  /** The class of a heading; `parent` is the class it stands under, `top` asks for a first-level class first. */
  find(heading: string, parent: string | null, top?: boolean): string | undefined;
  /** The class of a path of names just as they are, the first of them the name of a class at the top. */
  exact(path: readonly string[]): string | undefined;
  depthOf(id: string): number;
  /** True for a class without classes under it. */
  isLeaf(id: string): boolean;
}

const ENDING = /(?:巩固提升|提升)?(?:工程|类)?(?:建设)?(?:项目)?$/;

/** The bare words of a heading: numbering, counts (`5个,共计4197万元`) and bracketed remarks of that kind left out. */
export function headingName(text: string): string {
  const rest = leadingOrdinal(text)?.rest ?? text.replace(/\s+/g, '');
  return rest
    .replace(/[（(](?:共|计)?\d{1,9}个.{0,99}?[)）]$/, '')
    .replace(/[,，:：]?(?:共|计|合计|共计)?(?<!\d)\d+个(?:项目)?(?:[,，、].*)?$/, '')
    .replace(/[:：]$/, '');
}

export function categoryFinder(
  plan: Pick<PlanInfo, 'scheme'>,
  reference: Pick<ReferenceData, 'categories' | 'mappings'>,
): CategoryFinder {
  const own = reference.categories.filter((category) => category.scheme === plan.scheme);
  const byId = new Map(own.map((category) => [category.id, category]));
  const depthOf = (id: string): number => {
    const parent = byId.get(id)?.parent;
    return parent === null || parent === undefined ? 0 : depthOf(parent) + 1;
  };
  const forms = new Map(own.map((category) => [category.id, formsOf(category)]));
  const stripped = new Map(
    own.map((category) => [category.id, formsOf(category).map((form) => form.replace(ENDING, ''))]),
  );
  const isUnder = (category: Category, parent: string): boolean => category.parent === parent;
  const only = (found: Category[]): string | undefined => (found.length === 1 ? found[0]?.id : undefined);
  const mapped = mappedClasses(plan, reference);
  for (const { category } of mapped) {
    forms.set(category.id, formsOf(category));
    stripped.set(
      category.id,
      formsOf(category).map((form) => form.replace(ENDING, '')),
    );
  }

  const search = (candidates: readonly Category[], name: string, shortest = 2): string | undefined => {
    const exact = candidates.filter((category) => forms.get(category.id)?.includes(name));
    if (exact.length > 0) return only(exact);
    const plain = name.replace(/(?<!类|工程|项目)(?:类|工程|项目)+$/, '');
    if (plain !== name && plain.length >= shortest) {
      const found = candidates.filter((category) => forms.get(category.id)?.includes(plain));
      if (found.length > 0) return only(found);
    }
    const base = name.replace(ENDING, '');
    if (base.length < shortest) return undefined;
    return only(candidates.filter((category) => stripped.get(category.id)?.includes(base)));
  };
  /** Last resort inside a known class: one name holds the other. */
  const searchPart = (candidates: readonly Category[], name: string): string | undefined =>
    name.length < 3
      ? undefined
      : only(
          candidates.filter((category) =>
            (forms.get(category.id) ?? []).some(
              (form) => form.length >= 3 && (form.includes(name) || name.includes(form)),
            ),
          ),
        );
  const remembered = new Map<string, string | undefined>();
  const findFresh = (heading: string, parent: string | null, top: boolean): string | undefined => {
    const path = splitClassPath(heading);
    if (path.length > 1) {
      let id: string | null = parent;
      for (const part of path) {
        const next = findFresh(part, id, id === null);
        if (next === undefined) return undefined;
        id = next;
      }
      return id ?? undefined;
    }
    const name = bareText(headingName(heading));
    if (name === '') return undefined;
    const tops = own.filter((category) => category.parent === null);
    if (parent !== null) {
      const children = own.filter((category) => isUnder(category, parent));
      const found = search(children, name) ?? searchPart(children, name);
      if (found !== undefined) return found;
    }
    const first = search(tops, name);
    if (first !== undefined && (top || parent === null)) return first;
    // 产业 and 就业 alone mean a leaf only under their own class.
    return (name.length < 3 ? undefined : search(own, name, 3)) ?? findMapped(name, parent);
  };
  /** What classes of other schemes with this name are mapped to, those under the heading above first. */
  const findMapped = (name: string, parent: string | null): string | undefined => {
    const targets = (classes: readonly MappedClass[], shortest: number): string | undefined => {
      const found = new Set(
        classes.filter((one) => search([one.category], name, shortest)).map(({ target }) => target),
      );
      return found.size === 1 ? [...found][0] : undefined;
    };
    const under = parent === null ? [] : mapped.filter(({ above }) => above === parent);
    return targets(under, 2) ?? (name.length < 3 ? undefined : targets(mapped, 3));
  };
  const exactly = new Map<string, string | undefined>();
  const findExactly = ([top = '', ...rest]: readonly string[]): string | undefined => {
    let id = own.find(({ parent, name }) => parent === null && bareText(name) === bareText(top))?.id;
    for (const name of rest) {
      const next = own.find((one) => one.parent === id && forms.get(one.id)?.includes(bareText(name)));
      // What stands deeper than the scheme goes is no other class.
      if (id === undefined || !next) break;
      id = next.id;
    }
    return id;
  };
  return {
    depthOf,
    exact(path) {
      const key = path.join('\n');
      if (!exactly.has(key)) exactly.set(key, findExactly(path));
      return exactly.get(key);
    },
    isLeaf: (id) => !own.some((category) => category.parent === id),
    find(heading, parent, top = false) {
      const key = `${heading}\n${parent ?? ''}\n${top}`;
      if (!remembered.has(key)) remembered.set(key, findFresh(heading, parent, top));
      return remembered.get(key);
    },
  };
}

interface MappedClass {
  category: Category;
  /** The class of the plan that it counts as, and that as which its heading counts. */
  target: string;
  above: string | null;
}

/** Classes of other schemes that are classes of the plan's by the mapping. */
function mappedClasses(
  { scheme }: Pick<PlanInfo, 'scheme'>,
  reference: Pick<ReferenceData, 'categories' | 'mappings'>,
): MappedClass[] {
  const resolve = makeCategoryResolver(reference, scheme);
  return reference.categories.flatMap((category) => {
    const target = category.scheme === scheme ? null : resolve(category.id);
    return target === null ? [] : [{ category, target: target.id, above: resolve(category.parent)?.id ?? null }];
  });
}

/** 产业发展 › 生产项目, 产业发展/生产项目, 产业发展-生产项目 in its parts. */
export function splitClassPath(text: string): string[] {
  return text.split(/(?:(?<!\s)\s+)?[›>/＞]\s*|(?<=[\p{Script=Han}])[-—](?=[\p{Script=Han}])/u);
}

function formsOf(category: Category): string[] {
  return [category.name, ...category.aliases].map((text) => bareText(text));
}
