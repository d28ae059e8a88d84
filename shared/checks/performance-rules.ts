// P05, P06 and P07: 绩效目标 and 联农带农机制, which projects of 衔接资金 and of industry must have.

import type { Project } from '#shared/domain/project.ts';
import { type Fen, wanText } from '#shared/values/money.ts';
import { type AmountUnit, parseAmount } from '#shared/values/parse-amount.ts';
import { bridgeFund, bridgeFundName, isIndustry } from './bridge-fund.ts';
import { askOnce, type FilledColumn, FROM_YEAR, isBlank, isHeldTo, mustFill } from './filled-column.ts';
import type { Finding } from './finding.ts';
import type { ProjectContext, ProjectRule } from './rule.ts';
import { INDUSTRY } from './shared-settings.ts';
import { amountFinding, placeText, plainFinding, projectPlace } from './wording.ts';

const GOAL: FilledColumn = {
  rule: 'P05',
  field: 'goal',
  label: '绩效目标',
  whose: '安排了衔接资金的项目',
  concerns: (project, { reference }) => bridgeFund(project, reference) > 0,
};

const LINKAGE: FilledColumn = {
  rule: 'P07',
  field: 'linkage',
  label: '联农带农机制',
  whose: '产业项目',
  concerns: (project, { reference, settings }) =>
    isIndustry(project, reference, settings.of(INDUSTRY.rule, INDUSTRY.spec)),
};

function checkGoal(project: Project, context: ProjectContext): Finding[] {
  const { reference } = context;
  if (!isBlank(project.goal) || !mustFill(GOAL, project, context)) return [];
  const fund = bridgeFund(project, reference);
  const place = projectPlace(project, '绩效目标', 'goal');
  const message = `${placeText(place)}：安排${bridgeFundName(reference)} ${wanText(fund)} 万元，没有填绩效目标。请补填产出和效益指标。`;
  return [plainFinding('P05', 'error', place, message, { left: project.goal ?? '' })];
}

export const GOAL_RULE: ProjectRule = {
  id: 'P05',
  level: 'error',
  scope: 'project',
  title: '衔接资金项目有绩效目标',
  help: '安排了财政衔接资金的项目应填绩效目标，只填“—”“*”“无”不算。整张表都没有填这一栏的不审核；填了的不到一半时只提示一次，可在设置中写明从哪一年开始实施的项目必须填。',
  basis: ['review', 'performance', 'goals'],
  settings: [FROM_YEAR],
  applies: isHeldTo(GOAL),
  summarise: askOnce(GOAL),
  examples: {
    passes: {
      text: '衔接资金项目填了绩效目标。',
      projects: [{ total: '20', bySource: { fiscal: '20' }, goal: '硬化道路 1.2 公里，受益 85 户，群众满意度≥95%' }],
    },
    fails: {
      text: '同一张表里别的项目有绩效目标，这个衔接资金项目只填了“—”。',
      projects: [
        { total: '20', bySource: { fiscal: '20' }, goal: '硬化道路 1.2 公里' },
        { total: '30', bySource: { fiscal: '30' }, goal: '—' },
      ],
    },
  },
  check: checkGoal,
};

/** 总投资30万元, 投入财政衔接资金 20 万元, 衔接资金299,000元; the year before it, if any. */
const NAMED =
  /(20\d\d)?年?度?[^。；;\n\d]{0,12}?(总投资|(?:财政)?(?:衔接|常态化帮扶)资金)[^。；;\n\d]{0,6}?(\d[\d,，]*(?:\.\d+)?)\s*(亿元|万元|元)(?!\/)/g;

function checkNamedAmounts(project: Project, { reference }: ProjectContext): Finding[] {
  const { goal, amounts } = project;
  if (goal === null || !/\d\s*(?:亿|万)?元/.test(goal)) return [];
  return [...goal.matchAll(NAMED)].flatMap(([sentence, year, word = '', figure = '', unit]): Finding[] => {
    const reading = parseAmount(figure.replaceAll(/[,，]/g, ''), unit as AmountUnit);
    const isTotal = word === '总投资';
    const whole: Fen | null = isTotal ? amounts.total : bridgeFund(project, reference);
    // A year's figure is compared with that year's, and only where the project has it.
    const own = year === undefined ? whole : isTotal ? (amounts.byYear[year] ?? null) : null;
    if (reading.kind !== 'amount' || own === null || own === reading.fen) return [];
    const place = projectPlace(project, `绩效目标所写${year ?? ''}${word}`, 'goal');
    const advice = `绩效目标写“${sentence.trim()}”。请改成一致。`;
    const rightName = `项目${year === undefined ? '' : `${year}年`}${isTotal ? '总投资' : bridgeFundName(reference)}`;
    return [amountFinding({ rule: 'P06', level: 'error', place, left: reading.fen, right: own, rightName, advice })];
  });
}

export const NAMED_AMOUNT_RULE: ProjectRule = {
  id: 'P06',
  level: 'error',
  scope: 'project',
  title: '绩效目标所写资金＝项目资金',
  help: '绩效目标里写到的总投资、衔接资金应与项目的金额一致；元与万元换算后比较，写明年度的与该年度比较。',
  basis: ['performance', 'supervision'],
  examples: {
    passes: {
      text: '总投资 20 万元，绩效目标写“总投资200000元”。',
      projects: [{ total: '20', goal: '总投资200000元，建设蓄水池1座' }],
    },
    fails: {
      text: '总投资 20 万元，绩效目标写“总投资25万元”。',
      projects: [{ total: '20', goal: '总投资25万元，建设蓄水池1座' }],
    },
  },
  check: checkNamedAmounts,
};

function checkLinkage(project: Project, context: ProjectContext): Finding[] {
  if (!mustFill(LINKAGE, project, context)) return [];
  const place = projectPlace(project, '联农带农机制', 'linkage');
  if (isBlank(project.linkage)) {
    const message = `${placeText(place)}：产业项目没有填联农带农机制。请填写带动方式，如土地流转、就业务工、收益分红。`;
    return [plainFinding('P07', 'warning', place, message)];
  }
  if (project.households !== 0) return [];
  const message = `${placeText(place)}：产业项目填了联农带农机制“${project.linkage}”，而受益户数为 0。请核对带动户数。`;
  return [plainFinding('P07', 'warning', place, message, { left: '0', aspect: '带动户数' })];
}

export const LINKAGE_RULE: ProjectRule = {
  id: 'P07',
  level: 'warning',
  scope: 'project',
  title: '产业项目有联农带农机制',
  help: '产业项目应填联农带农机制，带动户数不为 0。整张表都没有填这一栏的不审核；填了的不到一半时只提示一次，可在设置中写明从哪一年开始实施的项目必须填。',
  basis: ['fund', 'use', 'linkage'],
  settings: [FROM_YEAR],
  applies: isHeldTo(LINKAGE),
  summarise: askOnce(LINKAGE),
  examples: {
    passes: {
      text: '种植业项目填了“土地流转、就业务工”，带动 45 户。',
      projects: [{ linkage: '土地流转、就业务工', households: 45 }],
    },
    fails: {
      text: '同一张表里别的项目填了，这个种植业项目空着。',
      projects: [{ linkage: '就业务工', households: 45 }, { linkage: null }],
    },
  },
  check: checkLinkage,
};
