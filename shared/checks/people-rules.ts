// P10 and P12: head counts that contradict each other, and adjusted projects without their papers.

import type { Project } from '#shared/domain/project.ts';
import { wanText } from '#shared/values/money.ts';
import { type AmountUnit, parseAmount } from '#shared/values/parse-amount.ts';
import type { Finding } from './finding.ts';
import type { ProjectContext, ProjectRule } from './rule.ts';
import type { NumberSetting } from './rule-settings.ts';
import { amountFinding, placeText, plainFinding, projectPlace } from './wording.ts';

const FEWEST_PEOPLE = {
  id: 'least',
  kind: 'number',
  label: '每户人数不少于',
  unit: '人',
  initial: 1,
  least: 0,
  most: 20,
} as const satisfies NumberSetting;

const MOST_PEOPLE = {
  id: 'most',
  kind: 'number',
  label: '每户人数不多于',
  unit: '人',
  initial: 8,
  least: 1,
  most: 100,
} as const satisfies NumberSetting;

function checkBeneficiaries(project: Project, { settings }: ProjectContext): Finding[] {
  const { households, people, poorHouseholds, poorPeople } = project;
  const findings: Finding[] = [];
  const report = (key: string, left: string, right: string, what: string): void => {
    const place = projectPlace(project, '受益对象', key);
    findings.push(
      plainFinding('P10', 'warning', place, `${placeText(place)}：${what}。请核对。`, { left, right, aspect: key }),
    );
  };
  if (poorHouseholds !== null && households !== null && poorHouseholds > households) {
    const what = `脱贫户及监测户 ${poorHouseholds} 户多于受益户数 ${households} 户`;
    report('poorHouseholds', String(poorHouseholds), String(households), what);
  }
  if (poorPeople !== null && people !== null && poorPeople > people) {
    const what = `脱贫人口及监测对象 ${poorPeople} 人多于受益人数 ${people} 人`;
    report('poorPeople', String(poorPeople), String(people), what);
  }
  if (households !== null && people !== null && households > 0 && people > 0) {
    const [least, most] = [settings.of('P10', FEWEST_PEOPLE), settings.of('P10', MOST_PEOPLE)];
    if (people < households * least || people > households * most) {
      const ratio = Math.round((people / households) * 10) / 10;
      const what = `受益 ${households} 户 ${people} 人，平均每户 ${ratio} 人，不在 ${least}—${most} 人之间，疑户数与人数填反或多填位数`;
      report('people', String(people), String(households), what);
    }
  }
  return findings;
}

export const BENEFICIARY_RULE: ProjectRule = {
  id: 'P10',
  level: 'warning',
  scope: 'project',
  title: '受益户数与人数相称',
  help: '脱贫户不多于受益户，脱贫人口不多于受益人口，每户平均 1 至 8 人。导入了村情表的，一个村的项目受益户不多于这个村的总户数。',
  settings: [FEWEST_PEOPLE, MOST_PEOPLE],
  examples: {
    passes: { text: '受益 45 户 166 人，平均每户 3.7 人。', projects: [{ households: 45, people: 166 }] },
    fails: { text: '受益 166 户 45 人：户数与人数填反了。', projects: [{ households: 166, people: 45 }] },
  },
  check: checkBeneficiaries,
};

/** What tells that a project was adjusted. */
const ADJUSTED =
  /(?:项目|资金|内容|金额|计划)?(?:调整|变更)(?:为|后|到|至|项目|[，。；：（(]|$)|(?:已|经|由|从).{0,20}(?:调整|变更)/;
const REASON = /因|由于|鉴于|理由|原因|批复|同意|会议/;
/** 由30万元调整为20万元 */
const AFTER = /(?:调整|变更)(?:后)?(?:为|至|到)\s*(\d[\d,，]*(?:\.\d+)?)\s*(亿元|万元|元)/;

function checkAdjustment(project: Project): Finding[] {
  const { note, documentNumber, amounts } = project;
  if (note === null || !ADJUSTED.test(note)) return [];
  const findings: Finding[] = [];
  if (
    !documentNumber?.trim() &&
    !/[〔[［（(]\s{0,9}20\d\d\s{0,9}[〕\]］）)]\s{0,9}第?\s{0,9}\d{1,9}\s{0,9}号/.test(note)
  ) {
    const place = projectPlace(project, '文号', 'documentNumber');
    const and = REASON.test(note) ? '' : '和变更理由';
    const message = `${placeText(place)}：备注写“${note}”，没有填批复文号${and}。调整变更的项目请补填。`;
    findings.push(plainFinding('P12', 'warning', place, message, { left: note }));
  }
  const named = AFTER.exec(note);
  const reading = named ? parseAmount((named[1] ?? '').replaceAll(/[,，]/g, ''), named[2] as AmountUnit) : undefined;
  if (reading?.kind === 'amount' && amounts.total !== null && reading.fen !== amounts.total) {
    const place = projectPlace(project, '备注所写变更后金额', 'note');
    const advice = `备注写“${note}”，而总投资是 ${wanText(amounts.total)} 万元。请核对是否已按批复改数。`;
    findings.push(
      amountFinding({
        ...{ rule: 'P12', level: 'warning', place, left: reading.fen, right: amounts.total },
        ...{ rightName: '总投资', advice },
      }),
    );
  }
  return findings;
}

export const ADJUSTMENT_RULE: ProjectRule = {
  id: 'P12',
  level: 'warning',
  scope: 'project',
  title: '调整变更有理由和文号',
  help: '备注写明调整、变更的项目应有批复文号和理由；备注写明变更后金额的，应与总投资一致。登记了调整变更的，批复的应有文号和理由（没有的列为强制性差错），申请的应有理由。',
  basis: ['library', 'use'],
  examples: {
    passes: {
      text: '备注写“因选址变化，由30万元调整为20万元”，填了批复文号，总投资 20 万元。',
      projects: [{ total: '20', note: '因选址变化，由30万元调整为20万元', documentNumber: '津贫领发〔2020〕12号' }],
    },
    fails: {
      text: '备注写“由30万元调整为20万元”，没有文号，总投资还是 30 万元。',
      projects: [{ total: '30', note: '由30万元调整为20万元' }],
    },
  },
  check: checkAdjustment,
};
