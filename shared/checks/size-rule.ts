// P13: projects that are too small for the plan, or so large that a digit or a unit may be wrong.
import { categoryPath } from '#shared/domain/categories.ts';
import type { ReferenceData } from '#shared/domain/reference.ts';
import type { PlanData } from '#shared/records/plan-data.ts';
import { addCount } from '#shared/sums/kept-sums.ts';
import { makeListFold } from '#shared/sums/list-fold.ts';
import { FEN_PER_WAN, toFen, wanText } from '#shared/values/money.ts';
import { percentText } from './bridge-fund.ts';
import type { Finding } from './finding.ts';
import type { CheckOptions, PlanRule } from './rule.ts';
import type { NumberSetting, RuleSettings } from './rule-settings.ts';
import { PROJECT_TABLE, placeText, plainFinding, projectPlace } from './wording.ts';

const LEAST = {
  id: 'least',
  kind: 'number',
  label: '单个项目的最低投资额（0 为不限）',
  unit: '万元',
  initial: 0,
  least: 0,
  most: 100_000,
} as const satisfies NumberSetting;

const MOST = {
  id: 'most',
  kind: 'number',
  label: '单个项目不超过规划总投资的',
  unit: '%',
  initial: 20,
  least: 1,
  most: 100,
} as const satisfies NumberSetting;

const MOST_CLASS = {
  id: 'mostClass',
  kind: 'number',
  label: '一个小类不超过规划总投资的',
  unit: '%',
  initial: 50,
  least: 1,
  most: 100,
} as const satisfies NumberSetting;

/** In a short list every project is a large part. */
const FEWEST = 20;

const planTotal = makeListFold<{ total: number; classes: Map<string, number> }, ReferenceData>(
  () => ({ total: 0, classes: new Map() }),
  (sums, { amounts, categoryId }, sign) => {
    const own = sign * (amounts.total ?? 0);
    sums.total += own;
    if (categoryId !== null) addCount(sums.classes, categoryId, own);
  },
);

/** Classes that make up more of the plan than they should: told, since it may well be meant so. */
function largeClasses(data: PlanData, settings: RuleSettings): Finding[] {
  const { total, classes } = planTotal(data.reference, data.projects);
  const share = settings.of('P13', MOST_CLASS);
  if (data.projects.length < FEWEST) return [];
  return [...classes].flatMap(([id, own]) => {
    if (own * 100 <= total * share) return [];
    const place = {
      table: PROJECT_TABLE,
      row: categoryPath(data.reference, id).at(-1) ?? id,
      column: '总投资',
      categoryId: id,
    };
    const text = wanText(toFen(own));
    const message = `${placeText(place)}：总投资 ${text} 万元，占规划总投资 ${wanText(toFen(total))} 万元的 ${percentText(own, total)}%，超过 ${share}%。请核对有无多填位数或单位错误。`;
    return [plainFinding('P13', 'info', place, message, { left: text, right: `${share}%`, aspect: '小类' })];
  });
}

function checkSize(data: PlanData, _: CheckOptions, settings: RuleSettings): Finding[] {
  const least = settings.of('P13', LEAST) * FEN_PER_WAN;
  const share = settings.of('P13', MOST);
  const { total } = planTotal(data.reference, data.projects);
  const most = data.projects.length < FEWEST ? Number.POSITIVE_INFINITY : (total * share) / 100;
  const findings = largeClasses(data, settings);
  for (const project of data.projects) {
    const own = project.amounts.total;
    if (own === null || own <= 0 || (own >= least && own <= most)) continue;
    const place = projectPlace(project, '总投资', 'total');
    const [what, right] =
      own < least
        ? [
            `低于单个项目最低投资额 ${wanText(toFen(Math.round(least)))} 万元。请核对是否应合并或调出`,
            wanText(toFen(Math.round(least))),
          ]
        : [
            `占规划总投资 ${wanText(toFen(total))} 万元的 ${percentText(own, total)}%，超过 ${share}%。请核对金额和单位`,
            `${share}%`,
          ];
    const message = `${placeText(place)}：总投资 ${wanText(own)} 万元，${what}。`;
    findings.push(plainFinding('P13', 'warning', place, message, { left: wanText(own), right }));
  }
  return findings;
}

export const SIZE_RULE: PlanRule = {
  id: 'P13',
  level: 'warning',
  scope: 'plan',
  title: '单个项目的投资大小',
  help: '单个项目低于本县规定的最低投资额（默认不限，如 30 万元），或一个项目占去规划总投资的两成以上；一个小类占去一半以上的也提示。不足 20 个项目的表不比较占比。',
  basis: ['library', 'yunnanLibrary'],
  settings: [LEAST, MOST, MOST_CLASS],
  examples: {
    passes: { text: '没有规定最低投资额，项目 3 万元。', projects: [{ total: '3' }] },
    fails: {
      text: '规定最低投资额 30 万元，项目只有 3 万元。',
      projects: [{ total: '3' }],
      settings: { rule: 'P13', isOn: true, values: { least: 30 } },
    },
  },
  check: checkSize,
};
