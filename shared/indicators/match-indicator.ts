// Which indicator a row of a sheet speaks of: by its name or another name of it, without brackets and numbering; a name that
// is nearly one is asked about.
import type { PlanIndicator } from '../tables/indicators.ts';
import { bareText, compactText } from '../values/fold-text.ts';

export type IndicatorMatch =
  | { kind: 'known'; indicator: PlanIndicator }
  | { kind: 'near'; candidates: readonly PlanIndicator[] }
  | { kind: 'new' };

const NUMBERING = /^(?:\d{1,3}[.、．)]|[(（]\d{1,3}[)）]|[一二三四五六七八九十]{1,3}[、.])/;
const UNIT_IN_BRACKETS = /[(（](?:%|％|‰|元|万元|亿元|人|万人|户|个|公里|亩|万亩|吨|项|所|处)[)）]$/;

/** The name as it is compared. */
export function nameKey(name: string): string {
  return bareText(compactText(name).replace(NUMBERING, '').replace(UNIT_IN_BRACKETS, ''));
}

/** Without what stands in brackets: 农村自然村道路硬化率（30户以上）. */
function shortKey(name: string): string {
  return bareText(
    compactText(name)
      .replace(NUMBERING, '')
      .replace(/\([^()]*\)/g, ''),
  );
}

const LONGEST = 80;

export function matchIndicator(name: string, indicators: readonly PlanIndicator[]): IndicatorMatch {
  const key = nameKey(name);
  const namesOf = (one: PlanIndicator): string[] => [one.name, ...one.aliases];
  for (const keyOf of [nameKey, shortKey]) {
    const found = indicators.filter((one) => namesOf(one).some((other) => keyOf(other) === keyOf(name)));
    const [only] = found;
    if (only && found.length === 1) return { kind: 'known', indicator: only };
    if (found.length > 1) return { kind: 'near', candidates: found };
  }
  const near = indicators
    .map((indicator) => ({
      indicator,
      steps: Math.min(...namesOf(indicator).map((other) => distance(key, nameKey(other)))),
    }))
    .filter(({ steps }) => steps <= Math.max(1, Math.floor(key.length / 5)))
    .sort((a, b) => a.steps - b.steps);
  return near.length === 0
    ? { kind: 'new' }
    : { kind: 'near', candidates: near.slice(0, 3).map((one) => one.indicator) };
}

/** How many signs must be changed, added or taken out. */
function distance(a: string, b: string): number {
  if (a.length > LONGEST || b.length > LONGEST) return LONGEST;
  let row = Array.from({ length: b.length + 1 }, (_, at) => at);
  for (let i = 1; i <= a.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const change = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      next.push(Math.min(change, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
    }
    row = next;
  }
  return row.at(-1) ?? 0;
}
