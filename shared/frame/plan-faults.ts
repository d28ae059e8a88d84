// Faults of the plan's head: years that cannot be or that would cut off amounts, names left blank, a scheme that is gone.

import { type Project, splitCellKey } from '../domain/project.ts';
import { periodText } from '../domain/reference.ts';
import { addFen, type Fen, wanText, ZERO } from '../values/money.ts';
import type { FrameFault } from './faults.ts';
import type { Frame } from './frame.ts';

/** The longest plan in years; SPECS J1. */
export const MOST_YEARS = 10;
const EARLIEST = 1990;
const LATEST = 2100;

export function planFaults(before: Frame, after: Frame, projects: readonly Project[]): FrameFault[] {
  const { plan } = after;
  const faults: FrameFault[] = [];
  const fault = (message: string): void => {
    faults.push({ part: 'plan', id: '', message });
  };
  const { firstYear, lastYear, midYear } = plan;
  const period = periodText(plan);
  const isChanged = firstYear !== before.plan.firstYear || lastYear !== before.plan.lastYear;
  if (firstYear < EARLIEST || lastYear > LATEST) fault(`规划期 ${period}不对，应在 ${EARLIEST} 至 ${LATEST} 年之间。`);
  else if (lastYear < firstYear) fault(`规划期 ${period}不对：结束年早于开始年，请改过来。`);
  else if (isChanged && lastYear - firstYear >= MOST_YEARS)
    fault(`规划期 ${period}共 ${lastYear - firstYear + 1} 年，最长 ${MOST_YEARS} 年。请改短一些。`);
  else if (isChanged) faults.push(...cutAmounts(before, after, projects));
  if (midYear < firstYear || midYear > lastYear)
    fault(`中期评估年 ${midYear} 不在规划期 ${period}之内。请改为其中一年。`);
  if (plan.name.trim() === '') fault('规划名称不能空着，例如“巩固拓展脱贫攻坚成果同乡村振兴有效衔接”。');
  if (plan.shortName.trim() === '') fault('规划简称不能空着，它写在公示“……项目”的前面。');
  if (plan.title.trim() === '') fault('附表标题不能空着。');
  if (!after.schemes.some(({ id }) => id === plan.scheme))
    fault(`本规划使用的类别体系“${plan.scheme}”不在类别体系表中。请选一个已有的体系。`);
  return faults;
}

/** Amounts of years that were in the plan and would be no longer: nothing would show them. */
function cutAmounts({ plan: old }: Frame, { plan }: Frame, projects: readonly Project[]): FrameFault[] {
  const isCut = (year: number): boolean =>
    year >= old.firstYear && year <= old.lastYear && (year < plan.firstYear || year > plan.lastYear);
  const cut = projects.flatMap(({ name, amounts }) => {
    const years = new Map<number, Fen>();
    for (const [key, fen] of Object.entries(amounts.cells)) {
      const year = Number(splitCellKey(key).year);
      if (isCut(year)) years.set(year, addFen(years.get(year) ?? ZERO, fen));
    }
    for (const [year, fen] of Object.entries(amounts.byYear)) if (isCut(Number(year))) years.set(Number(year), fen);
    return [...years].filter(([, fen]) => fen !== ZERO).map(([year, fen]) => ({ name, year, fen }));
  });
  if (cut.length === 0) return [];
  const shown = cut.slice(0, 3).map(({ name, year, fen }) => `“${name}”${year} 年 ${wanText(fen)} 万元`);
  const projectCount = new Set(cut.map(({ name }) => name)).size;
  const message = `规划期由 ${periodText(old)}改为 ${periodText(plan)}，会有 ${projectCount} 个项目的 ${cut.length} 处金额（共 ${wanText(addFen(ZERO, ...cut.map(({ fen }) => fen)))} 万元）落在规划期外：${shown.join('，')}${cut.length > shown.length ? '……' : ''}。请先在项目表中改这些年度的投资，或者改规划期。`;
  return [{ part: 'plan', id: '', message }];
}
