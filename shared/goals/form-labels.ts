// The words of goal forms: what stands beside a label, and what a column under 一级指标 holds.
import { compactText } from '../values/fold-text.ts';

export type HeadKey =
  | 'name'
  | 'code'
  | 'total'
  | 'fiscal'
  | 'carried'
  | 'other'
  | 'annualGoal'
  | 'annualResult'
  | 'executionReason';

/** Labels of the head of a form, folded, with their value to the right or in the same cell behind a colon. */
const HEAD: readonly (readonly [HeadKey, RegExp])[] = [
  ['name', /^(?:项目|绩效项目)(?:\(政策\))?名称$/],
  ['code', /^项目(?:编号|编码|代码)$/],
  ['total', /^(?:年度|项目)?资金(?:申请)?总额$|^年度资金总额|^年度资金申请总额|^资金总额$/],
  ['fiscal', /^(?:其中:?)?(?:本年|当年)?财政(?:拨款|资金)$/],
  ['carried', /^(?:其中:?)?上年(?:结转|结余)资金?$/],
  ['other', /^(?:其中:?)?其他资金$/],
  ['annualGoal', /^(?:年度)?(?:总体)?(?:预期)?目标$|^年度(?:总体|绩效)?目标$|^预期目标$/],
  ['annualResult', /^(?:年度)?(?:总体目标)?(?:实际)?完成情况$/],
  ['executionReason', /^(?:预算)?执行率?(?:偏低)?(?:原因|偏差原因)/],
];

export function headKeyOf(text: string): HeadKey | null {
  const bare = labelOf(text);
  return HEAD.find(([, words]) => words.test(bare))?.[0] ?? null;
}

/** A label without its unit, its colon and the 其中 before it. */
export function labelOf(text: string): string {
  return compactText(text)
    .replace(/\((?:单位:)?(?:万元|元|%)\)$/, '')
    .replace(/[:：]$/, '')
    .replace(/^[-—]+/, '');
}

/** 元 where a label or a line says so; null where nothing is said. */
export function unitIn(text: string): '元' | '万元' | null {
  const found = /\((?:单位:)?(万元|元)\)|单位:?(万元|元)|金额:?(万元|元)/.exec(compactText(text));
  return ((found?.[1] ?? found?.[2] ?? found?.[3]) as '元' | '万元' | undefined) ?? null;
}

export type FormColumn =
  | 'project'
  | 'level'
  | 'kind'
  | 'name'
  | 'target'
  | 'operator'
  | 'unit'
  | 'actual'
  | 'midway'
  | 'yearEnd'
  | 'weight'
  | 'score'
  | 'reason'
  | 'note';

const COLUMNS: readonly (readonly [FormColumn, RegExp])[] = [
  ['project', /^项目名称$/],
  ['level', /^一级指标/],
  ['kind', /^二级指标/],
  ['name', /^三级指标|^指标(?:名称|内容)$/],
  ['operator', /^指标性质|^计算符号|^运算符/],
  ['unit', /^(?:度量|计量)?单位$/],
  ['yearEnd', /全年预计/],
  ['midway', /1至\w+月|截至.{0,8}月.{0,4}完成|(?:上半年|半年|期中|监控).{0,4}完成/],
  ['actual', /(?:实际|全年)?完成值|实际完成(?:情况|值)?|^完成情况$/],
  ['target', /指标值|目标值|^(?:年度)?目标$/],
  ['weight', /^分值|^权重/],
  ['score', /^(?:自评)?得分/],
  ['reason', /偏差|未完成原因|原因分析|改进措施/],
  ['note', /^备注|说明$|^完成可能性/],
];

export function formColumnOf(text: string): FormColumn | null {
  const bare = compactText(text);
  return COLUMNS.find(([, words]) => words.test(bare))?.[0] ?? null;
}
