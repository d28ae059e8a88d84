// The rules on tasks, villages, lists of places, 联农带农 and documents (SPECS K, L): their words, settings and examples. What
// they look at are records beside the plan; shared/lists/ reports them.
import type { ReportedRule } from './rule.ts';
import type { NumberSetting, RuleSettings } from './rule-settings.ts';

const RETURN: NumberSetting = {
  ...{ id: 'return', label: '村集体年收益不低于投入的', kind: 'number', unit: '%', initial: 3, least: 0, most: 100 },
};

/** Percent of the money put in that a village should get in a year. */
export function leastReturn(settings: RuleSettings): number {
  return settings.of('K07', RETURN);
}

function head(rule: Omit<ReportedRule, 'scope'>): ReportedRule {
  return { ...rule, scope: 'reported' };
}

const TASK = { text: '巩固森林资源', lead: '区林草局', due: '2027年底', goal: '≥65', unit: '%' } as const;
const VILLAGE = {
  town: '研和街道',
  village: '玉苗',
  year: 2025,
  households: 404,
  people: 1482,
  poorHouseholds: 30,
} as const;
const LINKAGE = { entity: '某合作社', ways: '土地流转、收益分红', households: 120, poorHouseholds: 30 } as const;
const FOREST = { name: '森林覆盖率', unit: '%', base: '60', target: '≥65', attribute: '预期性' } as const;
const INCOME = {
  name: '村级集体经济经营性收入',
  unit: '万元',
  base: null,
  target: '≥10',
  attribute: '约束性',
} as const;
const IN_VILLAGE = { town: '研和街道', village: '玉苗', total: '100' } as const;

export const LIST_RULES: readonly ReportedRule[] = [
  head({
    id: 'K01',
    level: 'warning',
    title: '任务有牵头单位',
    help: '任务分解及责任表的每项任务应写明牵头单位。',
    examples: {
      passes: { text: '“巩固森林资源”由区林草局牵头。', lists: { task: [TASK] } },
      fails: { text: '“巩固森林资源”没有写牵头单位。', lists: { task: [{ ...TASK, lead: '' }] } },
    },
  }),
  head({
    id: 'K02',
    level: 'warning',
    title: '任务按时限完成',
    help: '完成时限已过、状态不是“已完成”的任务列出。“长期坚持”等不是日期的时限不审核。',
    examples: {
      passes: { text: '任务到 2027 年底完成，今天是 2026 年 11 月 30 日。', lists: { task: [TASK] } },
      fails: {
        text: '任务应在 2025 年底完成，状态还是推进中。',
        lists: { task: [{ ...TASK, due: '2025年底', state: '推进中' }] },
      },
    },
  }),
  head({
    id: 'K03',
    level: 'warning',
    title: '任务的目标与指标表一致',
    help: '任务（或它的指标）与指标表的指标同名、单位相同的，目标值应相同。',
    examples: {
      passes: {
        text: '指标表和任务的森林覆盖率目标都是 65%。',
        indicators: [FOREST],
        lists: { task: [{ ...TASK, measure: '森林覆盖率' }] },
      },
      fails: {
        text: '指标表的森林覆盖率目标是 65%，任务写了 60%。',
        indicators: [FOREST],
        lists: { task: [{ ...TASK, measure: '森林覆盖率', goal: '≥60' }] },
      },
    },
  }),
  head({
    id: 'K04',
    level: 'info',
    title: '任务用责任单位现在的名称',
    help: '规划设置的“单位”写明已撤并的单位（扶贫办、乡村振兴局等），没有完成的任务应改用职能划入的单位；统计时已按现在的名称合计。',
    examples: {
      passes: {
        text: '任务由区农业农村局牵头。',
        agencies: [{ id: 'a', name: '农业农村局', aliases: [], from: null, to: null, successor: null }],
        lists: { task: [{ ...TASK, lead: '农业农村局' }] },
      },
      fails: {
        text: '任务由乡村振兴局牵头，它到 2024 年为止，职能划入农业农村局。',
        agencies: [
          { id: 'a', name: '农业农村局', aliases: [], from: null, to: null, successor: null },
          { id: 'b', name: '乡村振兴局', aliases: [], from: 2021, to: 2024, successor: 'a' },
        ],
        lists: { task: [{ ...TASK, lead: '乡村振兴局' }] },
      },
    },
  }),
  head({
    id: 'K05',
    level: 'warning',
    title: '名单的项目合计与同名类别一致',
    help: '名单（如“集体经济先行示范村”）与一个项目类别同名的，这个类别的项目都应在名单内的村，名单内的村都应有这个类别的项目；不在名单的项目和没有项目的村逐个列出。',
    examples: {
      passes: {
        text: '先行示范村名单上是玉苗村，这个类别的项目在玉苗村。',
        projects: [{ ...IN_VILLAGE, categoryId: 'county.service.collective' }],
        lists: { 'listed-place': [{ list: '集体经济先行示范村', town: '研和街道', village: '玉苗' }] },
      },
      fails: {
        text: '先行示范村名单上是甸苴村，这个类别的项目在玉苗村。',
        projects: [{ ...IN_VILLAGE, categoryId: 'county.service.collective' }],
        lists: { 'listed-place': [{ list: '集体经济先行示范村', town: '大营街街道', village: '甸苴' }] },
      },
    },
  }),
  head({
    id: 'K06',
    level: 'warning',
    title: '村情的数相称',
    help: '脱贫户、监测户不多于总户数，人口不少于户数，已消除风险户不多于监测户；写“重点村”的应在重点村名单里（有名单时）。',
    examples: {
      passes: { text: '玉苗村 404 户 1482 人，脱贫户 30 户。', lists: { 'village-year': [VILLAGE] } },
      fails: {
        text: '玉苗村 404 户，脱贫户写了 440 户。',
        lists: { 'village-year': [{ ...VILLAGE, poorHouseholds: 440 }] },
      },
    },
  }),
  head({
    id: 'K07',
    level: 'warning',
    title: '联农带农有实在的带动',
    help: '不能简单入股分红：带动方式只有收益分红、资产入股的列出。带动的脱贫户、监测户不多于带动农户；写了村集体收益的，一年不低于项目投入的 3%（可设置）。',
    settings: [RETURN],
    examples: {
      passes: { text: '合作社流转土地并分红。', projects: [{ total: '100' }], lists: { linkage: [LINKAGE] } },
      fails: {
        text: '合作社只分红。',
        projects: [{ total: '100' }],
        lists: { linkage: [{ ...LINKAGE, ways: '收益分红' }] },
      },
    },
  }),
  head({
    id: 'K08',
    level: 'info',
    title: '文号在依据文件清单里',
    help: '登记了依据文件清单的，项目、名单里写的文号应在清单里；不在的合并列出，疑写错或漏登。',
    examples: {
      passes: {
        text: '项目的文号财农〔2021〕19号在清单里。',
        projects: [{ total: '100', documentNumber: '财农[2021]19号' }],
        lists: { 'basis-document': [{ number: '财农〔2021〕19号', title: '某通知' }] },
      },
      fails: {
        text: '项目写财农〔2021〕91号，清单里是 19 号。',
        projects: [{ total: '100', documentNumber: '财农〔2021〕91号' }],
        lists: { 'basis-document': [{ number: '财农〔2021〕19号', title: '某通知' }] },
      },
    },
  }),
  head({
    id: 'F06',
    level: 'warning',
    title: '每村指标与村情表一致',
    help: '“每个村集体经营性收入达到多少万元”的指标，实际值应与村情表数出的达标村数相同；村情表有村没有写收入的不审核。',
    examples: {
      passes: {
        text: '村情表 2 个村都达到 10 万元，指标填 2/2。',
        indicators: [{ ...INCOME, values: { 2025: '2/2' } }],
        lists: { 'village-year': [INCOME_VILLAGE('玉苗', 12), INCOME_VILLAGE('甸苴', 10)] },
      },
      fails: {
        text: '村情表 2 个村只有 1 个达到 10 万元，指标填 100%。',
        indicators: [{ ...INCOME, values: { 2025: '100%' } }],
        lists: { 'village-year': [INCOME_VILLAGE('玉苗', 12), INCOME_VILLAGE('甸苴', 8)] },
      },
    },
  }),
];

function INCOME_VILLAGE(village: string, wan: number) {
  return { town: '研和街道', village, year: 2025, incomeFen: wan * 1_000_000 };
}
