// The money of a project by the level of government that gives it (SPECS G-T4). A fund that has finer sources and is written
// without one, and money without any source, is of no stated level.
import { withMargins } from '../domain/margins.ts';
import type { Project } from '../domain/project.ts';
import { FISCAL_FUND, type ReferenceData, topSourceOf } from '../domain/reference.ts';
import { addFen, type Fen, subtractFen, ZERO } from '../values/money.ts';

/** In the order of columns. 其他资金: sources that are of no level of the fund. */
export const MONEY_LEVELS = ['中央', '省级', '市级', '县级', '其他资金', '未写明级次'] as const;
export type MoneyLevel = (typeof MONEY_LEVELS)[number];
export const UNSTATED: MoneyLevel = '未写明级次';

export type LevelAmounts = ReadonlyMap<MoneyLevel, Fen>;

const WORDS: readonly (readonly [level: MoneyLevel, id: string, words: RegExp])[] = [
  ['中央', 'central', /^中央/],
  ['省级', 'province', /^(?:省|自治区)/],
  ['市级', 'city', /^(?:市|州|盟)/],
  ['县级', 'county', /^(?:县|区|旗)/],
];

function levelOf(id: string, reference: Pick<ReferenceData, 'fundSources'>): MoneyLevel {
  const name = reference.fundSources.find((one) => one.id === id)?.name ?? '';
  const known = WORDS.find(([, word, words]) => id.split('.').at(-1) === word || words.test(name));
  if (known) return known[0];
  return topSourceOf(reference, id)?.id === FISCAL_FUND ? UNSTATED : '其他资金';
}

/** What projects together have of each level; levels without money are left out. */
export function levelAmounts(
  projects: readonly Project[],
  reference: Pick<ReferenceData, 'fundSources'>,
): Map<MoneyLevel, Fen> {
  const sums = new Map<MoneyLevel, Fen>();
  const add = (level: MoneyLevel, fen: Fen): void => {
    if (fen !== 0) sums.set(level, addFen(sums.get(level) ?? ZERO, fen));
  };
  for (const { amounts } of projects) {
    const sources = Object.entries(withMargins(amounts).bySource);
    for (const [id, fen] of sources) add(levelOf(id, reference), fen);
    const open = subtractFen(amounts.total ?? ZERO, addFen(ZERO, ...sources.map(([, fen]) => fen)));
    // Also less than its sources: a total that went down before anybody touched them.
    if (amounts.total !== null) add(UNSTATED, open);
  }
  return sums;
}

/** What came to each level, negative where it went. */
export function levelShift(before: LevelAmounts, after: LevelAmounts): Map<MoneyLevel, Fen> {
  const shift = new Map<MoneyLevel, Fen>();
  for (const level of MONEY_LEVELS) {
    const difference = subtractFen(after.get(level) ?? ZERO, before.get(level) ?? ZERO);
    if (difference !== 0) shift.set(level, difference);
  }
  return shift;
}
