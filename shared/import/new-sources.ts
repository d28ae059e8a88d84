// Fund sources that a sheet brings: money under a heading that the plan has no source for becomes one, under 其他资金 or
// by itself, where that is chosen.
import type { FundSource, ReferenceData } from '../domain/reference.ts';
import { freeId } from '../frame/ids.ts';
import { bareText, compactText } from '../values/fold-text.ts';
import { headerWord } from './header-words.ts';
import type { HeaderColumn } from './reading.ts';

/** The answer to what a column of money is: a new source under 其他资金 … */
export const NEW_SOURCE = '+';
/** … or one of the main ones. */
export const NEW_TOP_SOURCE = '+top';

/** A source to be made; its name is that of the column. */
export interface WantedSource {
  name: string;
  isTop: boolean;
}

const OTHER = 'other';

/** The heading as the name of a source: without numbering, 其中 and unit, brackets as written. */
export function newSourceName({ path }: Pick<HeaderColumn, 'path'>): string {
  const text = compactText(path.at(-1) ?? '')
    .replace(/^(?:其中[:：]?)?(?:\d{1,2}[.、)]|[(]?[一二三四五六七八九十]{1,2}[)、])?/, '')
    .replace(/[(](?:单位[:：]?)?(?:百万|亿|千|万)?元[)]$/, '');
  return text.replaceAll('(', '（').replaceAll(')', '）');
}

export function newSourceOptions(name: string, reference: Pick<ReferenceData, 'fundSources'>) {
  const other = reference.fundSources.find(({ id }) => id === OTHER);
  const top = { value: NEW_TOP_SOURCE, label: `作为新的资金来源“${name}”加入，单列一项` };
  if (!other) return [top];
  return [{ value: NEW_SOURCE, label: `作为新的资金来源“${name}”加入，归在“${other.name}”下` }, top];
}

/** The sources that the tables of an import bring, one for each name; ids are free in `reference`. Pure. */
export function learnSources(
  wanted: readonly WantedSource[],
  { fundSources }: Pick<ReferenceData, 'fundSources'>,
): FundSource[] {
  const taken = new Set(fundSources.map(({ id }) => id));
  const hasOther = taken.has(OTHER);
  const byName = new Map<string, FundSource>();
  for (const { name, isTop } of wanted) {
    const key = bareText(headerWord(name).word);
    if (byName.has(key)) continue;
    const parent = isTop || !hasOther ? null : OTHER;
    const id = freeId(parent === null ? 'own-' : `${parent}.own-`, taken);
    taken.add(id);
    byName.set(key, { id, parent, name, aliases: [], names: [], shown: 'always' });
  }
  return [...byName.values()];
}
