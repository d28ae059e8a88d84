// Funds change their names while their money goes on: 财政专项扶贫资金 to 2020, 财政衔接资金 2021–2025, 常态化帮扶资金 since
// 2026. A plan prints one of them; every name is understood for ever (SPECS J2).
import type { FundName, FundSource, PlanInfo } from './reference.ts';

/** The name that a source has in a year; its undated one where none of its names holds then. */
export function fundNameIn({ names, name }: Pick<FundSource, 'names' | 'name'>, year: number): string {
  return names.find(({ from, to }) => (from ?? year) <= year && year <= (to ?? year))?.name ?? name;
}

/** Sources as a plan prints them: each by its name of the plan's last year (or of `fundYear`), the others as aliases. */
export function namesInUse(
  stored: readonly FundSource[],
  { lastYear, fundYear }: Pick<PlanInfo, 'lastYear' | 'fundYear'>,
): FundSource[] {
  return stored.map((source) => {
    const name = fundNameIn(source, fundYear ?? lastYear);
    const others = [source.name, ...source.aliases, ...source.names.map((one) => one.name)];
    return { ...source, name, aliases: [...new Set(others)].filter((other) => other !== name) };
  });
}

/** '2021—2025年 财政衔接资金', '2026年起 常态化帮扶资金'. */
export function fundNameText({ from, to, name }: FundName): string {
  if (from === null && to === null) return name;
  if (from === null) return `${to}年及以前 ${name}`;
  if (to === null) return `${from}年起 ${name}`;
  return `${from === to ? from : `${from}—${to}`}年 ${name}`;
}

/** What changes of a source where the name that it bears in a year becomes another. */
export function renamedIn(
  source: Pick<FundSource, 'names'>,
  year: number,
  name: string,
): { name: string } | { names: FundName[] } {
  const holds = ({ from, to }: FundName): boolean => (from ?? year) <= year && year <= (to ?? year);
  if (!source.names.some(holds)) return { name };
  return { names: source.names.map((one) => (holds(one) ? { ...one, name: name.trim() } : one)) };
}
