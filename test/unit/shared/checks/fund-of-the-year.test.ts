// A plan of 2026 speaks of 常态化帮扶资金 where one of 2021 speaks of 财政衔接资金, and no share of industry is asked of a
// county by default (SPECS J2, J6).
import { expect, test } from 'vitest';
import { indicatorsFor, planDefaults, referenceFor } from '#seeds/index.ts';
import { inFundWords } from '#shared/checks/bridge-fund.ts';
import { ruleLabel } from '#shared/checks/finding-groups.ts';
import { RULES } from '#shared/checks/rules.ts';
import { runChecks } from '#shared/checks/run-checks.ts';
import { namesInUse } from '#shared/domain/fund-names.ts';
import type { Project } from '#shared/domain/project.ts';
import type { PlanData } from '#shared/records/plan-data.ts';
import { makeProject } from '../../seeds/sample-plan.ts';

const REGION = '530402';

function planOf(firstYear: number, lastYear: number, projects: readonly Project[]): PlanData {
  const plan = planDefaults(REGION, firstYear, lastYear);
  const reference = referenceFor(REGION);
  const indicators = indicatorsFor(plan);
  const fundSources = namesInUse(reference.fundSources, plan);
  return { plan, reference: { ...reference, indicators, fundSources }, projects, claims: [], records: {} };
}

/** One project of the fund with everything that P02, P05 and P04 look for wrong in it. */
function spent(year: string): Project[] {
  const money = { total: '20', bySource: { fiscal: '20' }, byYear: { [year]: '20' } };
  return [
    makeProject('a', money, {
      startAt: year,
      endAt: year,
      categoryId: 'county.infrastructure.water',
      content: '办公楼',
    }),
    makeProject('b', money, { startAt: year, endAt: year, goal: '受益 20 户' }),
  ];
}

const found = (data: PlanData) => runChecks(data).filter(({ rule }) => rule.startsWith('P0'));

test('findings and their rules have the name of the plan', () => {
  const data = planOf(2026, 2030, spent('2026'));
  const findings = found(data);
  expect(findings.map(({ rule }) => rule)).toEqual(expect.arrayContaining(['P02', 'P05']));
  for (const finding of findings) {
    const words = `${finding.message}${ruleLabel(finding)}${finding.column ?? ''}`;
    expect(words).not.toMatch(/衔接|2021|2025/);
  }
  expect(findings.find(({ rule }) => rule === 'P02')?.message).toContain('常态化帮扶资金 20 万元');
});

test('a plan of 2021 keeps its words', () => {
  const data = planOf(2021, 2025, spent('2023'));
  const [finding] = found(data).filter(({ rule }) => rule === 'P05');
  expect(finding?.message).toContain('财政衔接资金 20 万元');
  expect(finding && ruleLabel(finding)).toBe('P05 衔接资金项目有绩效目标');
});

test('the share of industry is asked to 2025 and not after, unless it is set', () => {
  expect(found(planOf(2021, 2025, spent('2023'))).map(({ rule }) => rule)).toContain('P04');
  const data = planOf(2026, 2030, spent('2026'));
  expect(found(data).map(({ rule }) => rule)).not.toContain('P04');
  const rule = { rule: 'P04', isOn: true, values: { share: { '2026': 60 } } };
  const asked: PlanData = { ...data, records: { 'rule-settings': new Map([['P04', rule]]) } };
  expect(found(asked).find((finding) => finding.rule === 'P04')?.message).toContain('常态化帮扶资金用于产业的比重偏低');
});

test('no rule speaks of the fund of before in a plan of 2026', () => {
  const { reference } = planOf(2026, 2030, []);
  for (const { title, help, examples } of RULES) {
    const words = [title, help, examples.passes.text, examples.fails.text].join('');
    expect(inFundWords(words, reference)).not.toContain('衔接资金');
  }
});

const share = (data: PlanData, values: Record<string, unknown> = {}) => {
  const rule = { rule: 'P04', isOn: true, values };
  return found({ ...data, records: { 'rule-settings': new Map([['P04', rule as never]]) } }).find(
    (finding) => finding.rule === 'P04',
  );
};

test('the share of 2025 is not asked of a plan that begins later', () => {
  const [water] = spent('2026');
  const begun = { ...(water as Project), startAt: '2025', amounts: { ...(water as Project).amounts, byYear: {} } };
  expect(share(planOf(2026, 2030, [begun]))).toBeUndefined();
  expect(share(planOf(2021, 2025, [begun]))?.message).toContain('2025年 0%');
});

test('the share says which classes count, and counts an own class that stands for one of industry', () => {
  const base = planOf(2021, 2025, []);
  const own = (id: string, name: string) => ({
    ...{ id, name, scheme: 'own', parent: null, ordinal: '', aliases: [], lastYear: null },
  });
  const categories = [...base.reference.categories, own('own.sheep', '草食畜牧业'), own('own.tea', '硒茶')];
  const plan = { ...base.plan, scheme: 'own' };
  const money = { total: '20', bySource: { fiscal: '20' }, byYear: { '2023': '20' } };
  const projects = [makeProject('a', money, { startAt: '2023', categoryId: 'own.sheep' })];
  const reference = { ...base.reference, categories };
  const message = share({ ...base, plan, reference, projects })?.message;
  expect(message).toContain('类别或项目类型中含有“产业”字样、或对应到这样的类别的算产业，本规划没有这样的类别');
  expect(share({ ...base, plan, reference, projects }, { words: ['畜牧'] })).toBeUndefined();
  const mappings = [...base.reference.mappings, { from: 'own.sheep', to: 'county.industry.breeding' }];
  expect(share({ ...base, plan, reference: { ...reference, mappings }, projects })).toBeUndefined();
});

test('over the end of 2025 each year has its share of the fund and its name', () => {
  const money = { total: '100', bySource: { fiscal: '61', other: '39' }, byYear: { '2025': '50', '2026': '50' } };
  const water = makeProject('a', money, { startAt: '2025', endAt: '2026', categoryId: 'county.infrastructure.water' });
  const message = share(planOf(2024, 2028, [water]), { share: { '2025': 60, '2026': 60 } })?.message;
  expect(message).toContain('2025年 0%（产业 0÷财政衔接资金 30.5 万元');
  expect(message).toContain('2026年 0%（产业 0÷常态化帮扶资金 30.5 万元');
});

test('no setting of a rule speaks of the fund of before in a plan of 2026', () => {
  const { reference } = planOf(2026, 2030, []);
  for (const { settings } of RULES)
    for (const { label } of settings ?? []) expect(inFundWords(label, reference)).not.toContain('衔接资金');
});
