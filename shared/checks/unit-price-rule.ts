// T20: unit price times quantity against the money of a project, and the repair that follows where the sources agree with it.
import type { Project } from '#shared/domain/project.ts';
import { addFen, type Fen, subtractFen, wan, wanText } from '#shared/values/money.ts';
import type { Finding } from './finding.ts';
import type { ProjectRule } from './rule.ts';
import { type PricedAmount, readUnitPrice } from './unit-price.ts';
import { placeText, plainFinding, projectPlace } from './wording.ts';

/** Lists state 万元 with two decimals. */
const ROUNDING: Fen = wan('0.005');

type Priced = Pick<Project, 'subsidyStandard' | 'content'>;
const read = new WeakMap<Priced, PricedAmount | null>();

/** What the words of a project come to; null where not all of them is understood. Remembered with the project. */
export function pricedAmount(project: Priced): PricedAmount | null {
  let amount = read.get(project);
  if (amount === undefined) {
    amount = /元/.test(`${project.subsidyStandard ?? ''}${project.content ?? ''}`)
      ? readUnitPrice(project.subsidyStandard, project.content)
      : null;
    read.set(project, amount);
  }
  return amount;
}

function isNear(a: Fen, b: Fen): boolean {
  return Math.abs(subtractFen(a, b)) <= ROUNDING;
}

/** What a project must come to where its sources say so too and its total alone does not; null: nothing is sure. */
export function totalByPrice(project: Project): Fen | null {
  const amount = pricedAmount(project);
  const { total, bySource } = project.amounts;
  const parts = Object.values(bySource);
  if (!amount || parts.length === 0 || !isNear(addFen(...parts), amount.fen)) return null;
  return total !== null && isNear(total, amount.fen) ? null : addFen(...parts);
}

function checkPrice(project: Project): Finding[] {
  const amount = pricedAmount(project);
  const { total, bySource, byYear } = project.amounts;
  if (!amount || total === null || isNear(total, amount.fen)) return [];
  // The standard may be that of one source, of one year.
  if ([...Object.values(bySource), ...Object.values(byYear)].some((part) => isNear(part, amount.fen))) return [];
  const place = projectPlace(project, '总投资', 'total');
  const [left, right] = [wanText(total), wanText(amount.fen)];
  const message = `${placeText(place)}：总投资 ${left} ≠ 单价×数量 ${amount.words}＝${right} 万元，差 ${wanText(subtractFen(total, amount.fen))} 万元。请核对单价、数量和金额；另有自筹等投资的，请分资金来源填写。`;
  return [
    plainFinding('T20', 'warning', place, message, {
      left,
      right,
      difference: wanText(subtractFen(total, amount.fen)),
    }),
  ];
}

export const UNIT_PRICE_RULE: ProjectRule = {
  id: 'T20',
  level: 'warning',
  scope: 'project',
  title: '单价乘以数量等于申报金额',
  help: '补助标准或建设内容写明单价和数量的（每座 4000 元、198 座；2500 万元按年利率 4.35% 贴息 5 年），相乘应等于总投资、某一资金来源或某一年的投资。有一个数看不懂的、有几样东西的，都不审核。资金来源合计与相乘的结果相同、只有总投资不同的，可自动修正。',
  examples: {
    passes: {
      text: '小额信贷 2500 万元按年利率 4.35% 贴息 5 年，总投资 543.75 万元。',
      projects: [{ subsidyStandard: '每年2500万元，年利率4.35%贴息', content: '贴息5年', total: '543.75' }],
    },
    fails: {
      text: '同样的贴息，总投资写了 600 万元，应为 543.75 万元。',
      projects: [{ subsidyStandard: '每年2500万元，年利率4.35%贴息', content: '贴息5年', total: '600' }],
    },
  },
  check: checkPrice,
};
