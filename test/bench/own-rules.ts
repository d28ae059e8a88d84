// Own rules: the first run over a list and what one edit costs, with ten rules of every kind.
import { planDefaults, referenceFor } from '#seeds/index.ts';
import { checkOwnRules } from '#shared/checks/own/check-own.ts';
import { ownRuleSchema } from '#shared/records/own-rule.ts';
import type { PlanData } from '#shared/records/plan-data.ts';
import { toFen } from '#shared/values/money.ts';
import { type Measurement, median, milliseconds, time } from './measure.ts';
import { makeVillageProjects } from './village-projects.ts';

const FORMULAS = [
  '总投资 = 财政衔接资金 + 涉农整合资金 + 行业部门专项资金 + 县级自筹资金 + 其他资金',
  '完工年 >= 开工年',
  '受益人数 / 受益户数 <= 8',
  '如果 项目名称 包含 "道路" 那么 总投资 <= 500',
  '总投资 / 受益户数 <= 20万元',
  '总投资 <= 合计(总投资) × 10%',
  '每个村 个数 <= 100',
  '每年 总投资占比 <= 30%',
  '平均(总投资, 受益户数 > 100) <= 1000',
  '合计(总投资) = 合计(2021年) + 合计(2022年)',
];
const EDITS = 20;

export async function run(): Promise<Measurement[]> {
  const results: Measurement[] = [];
  const rules = new Map(
    FORMULAS.map((formula, index) => [`Z${index + 1}`, ownRuleSchema.parse({ name: formula.slice(0, 20), formula })]),
  );
  for (const count of [514, 5000, 60_000]) {
    const { projects } = makeVillageProjects(count);
    const data: PlanData = {
      plan: planDefaults('530402', 2021, 2025),
      reference: referenceFor('530402'),
      projects,
      claims: [],
      records: { 'own-rule': rules },
    };
    const first = await time(() => checkOwnRules(data));
    const edits: number[] = [];
    let list = projects;
    for (let turn = 0; turn < EDITS; turn += 1) {
      const at = (turn * 97) % count;
      list = list.map((project, index) =>
        index === at ? { ...project, amounts: { ...project.amounts, total: toFen(1_000_000 * turn) } } : project,
      );
      edits.push(await time(() => checkOwnRules({ ...data, projects: list })));
    }
    results.push({
      name: `ten own rules over ${count} projects`,
      value: `${milliseconds(first)} at first, ${milliseconds(median(edits))} an edit`,
    });
  }
  return results;
}
