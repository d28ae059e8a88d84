// The class that an unknown heading most likely means, to be proposed and never taken unasked: 产业发展 shares 产业 with
// 乡村特色产业帮扶.
import type { Category, PlanInfo, ReferenceData } from '../domain/reference.ts';
import { bareText } from '../values/fold-text.ts';

/** Words that many classes bear: sharing one of them says nothing. */
const COMMON =
  /乡村|农村|村庄|村组|村内|建设|项目|工程|发展|提升|帮扶|扶贫|巩固|拓展|完善|改善|管理|实施|其他|其它|设施|类|等|的/g;
const SHARED = 2;
/** Of the heading's own words at least this part must be in the class. */
const LEAST_SHARE = 0.5;
/** And that piece must be this much of the class's own words: 生活 alone is not 留守儿童、妇女、残疾人等生活服务设施. */
const LEAST_OF_CLASS = 1 / 3;

interface ClassForm {
  form: string;
  letters: number;
}

const formsByCategory = new WeakMap<Category, readonly ClassForm[]>();

/** Id of the nearest class of the plan's scheme; undefined where no word tells one. */
export function nearestCategory(
  heading: string,
  plan: Pick<PlanInfo, 'scheme'>,
  { categories }: Pick<ReferenceData, 'categories'>,
): string | undefined {
  const words = bareText(heading).replace(COMMON, ' ').trim();
  const letters = words.replace(/\s/g, '').length;
  if (letters < SHARED) return undefined;
  const own = categories.filter(({ scheme }) => scheme === plan.scheme);
  const share = (category: Category): number =>
    Math.max(
      ...formsOf(category).map(({ form, letters: size }) => {
        const common = longestCommon(words, form);
        return common < size * LEAST_OF_CLASS ? 0 : common / letters;
      }),
    );
  const best = (candidates: readonly Category[]): Category[] => {
    const scores = candidates.map((category) => ({ category, score: share(category) }));
    const top = Math.max(0, ...scores.map(({ score }) => score));
    return top < LEAST_SHARE ? [] : scores.filter(({ score }) => score === top).map(({ category }) => category);
  };
  // A heading over projects means a class as a whole before one of its parts.
  const tops = best(own.filter(({ parent }) => parent === null));
  if (tops.length === 1) return tops[0]?.id;
  const leaves = best(own.filter(({ parent }) => parent !== null));
  if (leaves.length === 1) return leaves[0]?.id;
  const [parent, ...others] = new Set(leaves.map((leaf) => leaf.parent));
  return parent !== null && others.length === 0 ? parent : undefined;
}

/** Its own words in each of its names, told once: a list may have a hundred headings that no class answers to. */
function formsOf(category: Category): readonly ClassForm[] {
  let forms = formsByCategory.get(category);
  if (!forms) {
    forms = [category.name, ...category.aliases].map((text) => {
      const form = bareText(text).replace(COMMON, ' ');
      return { form, letters: form.replace(/\s/g, '').length };
    });
    formsByCategory.set(category, forms);
  }
  return forms;
}

/** Letters of the longest piece that both texts hold; 0 where it is shorter than a word. */
function longestCommon(a: string, b: string): number {
  for (let length = a.length; length >= SHARED; length -= 1) {
    for (let at = 0; at + length <= a.length; at += 1) {
      const piece = a.slice(at, at + length);
      if (!piece.includes(' ') && b.includes(piece)) return length;
    }
  }
  return 0;
}
