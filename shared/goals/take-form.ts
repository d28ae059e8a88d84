// A form taken into the goals of its project and year: what is blank is filled, what differs stays and is told, sums that do not
// agree are told with both values.

import type { Project } from '../domain/project.ts';
import type { ImportProblem } from '../import/preview.ts';
import { readValue } from '../indicators/read-value.ts';
import { type Goal, type GoalIndicator, NO_GOAL_MONEY } from '../records/goal.ts';
import { bareText, compactText } from '../values/fold-text.ts';
import { type Fen, formatWanFull, toFen } from '../values/money.ts';
import { parseAmount } from '../values/parse-amount.ts';
import type { HeadKey } from './form-labels.ts';
import type { ReadForm, Said } from './read-form.ts';

export interface TakenForm {
  goal: Goal;
  isNew: boolean;
  isChanged: boolean;
  problems: ImportProblem[];
}

type Tell = (level: ImportProblem['level'], code: string, said: Said | null, message: string) => void;

const MONEY = [
  ['total', 'totalFen', '年度资金总额'],
  ['fiscal', 'fiscalFen', '财政拨款'],
  ['carried', 'carriedFen', '上年结转资金'],
  ['other', 'otherFen', '其他资金'],
] as const;

export function takeForm(form: ReadForm, project: Project, year: number, before: Goal | null): TakenForm {
  const problems: ImportProblem[] = [];
  const tell: Tell = (level, code, said, message) =>
    problems.push({
      ...{ level, code, sheet: form.sheet, cell: said?.cell ?? '', raw: said?.text ?? '', proposal: '' },
      message: `“${form.sheet}”${said === null ? '' : ` ${said.cell}`}：“${project.name}”${message}。`,
    });
  const blank = { annualGoal: '', annualResult: '', executionReason: '', indicators: [], ...NO_GOAL_MONEY };
  const old: Goal = before ?? { projectId: project.id, year, ...blank };
  const said = moneyOf(form, tell);
  const goal: Goal = {
    ...old,
    ...takeText(form, old, tell),
    ...takeMoney(said, old, tell),
    indicators: takeIndicators(form, old.indicators, tell),
  };
  checkMoney(form, said, project, year, tell);
  return { goal, isNew: before === null, isChanged: JSON.stringify(goal) !== JSON.stringify(before), problems };
}

type Money = Partial<Record<(typeof MONEY)[number][1] | 'budgetFen' | 'spentFen', Fen>>;

function moneyOf(form: ReadForm, tell: Tell): Money {
  const read = (said: Said | null | undefined, unit: '元' | '万元', label: string): Fen | undefined => {
    if (!said || said.text === '') return undefined;
    const amount = parseAmount(said.text, unit);
    if (amount.kind === 'amount') return amount.fen;
    if (amount.kind !== 'blank') tell('warning', 'amount-unparsed', said, `${label}“${said.text}”不是金额，没有读入`);
    return undefined;
  };
  const result: Money = {};
  const unit = Object.values(form.units)[0] ?? '万元';
  for (const [key, field, label] of MONEY) {
    const fen = read(form.head[key as HeadKey], form.units[key as HeadKey] ?? unit, label);
    if (fen !== undefined) result[field] = fen;
  }
  const budget = read(form.budget, unit, '全年预算数');
  const spent = read(form.spent, unit, '全年执行数');
  return {
    ...result,
    ...(budget === undefined ? {} : { budgetFen: budget }),
    ...(spent === undefined ? {} : { spentFen: spent }),
  };
}

function takeMoney(said: Money, old: Goal, tell: Tell): Money {
  const taken: Money = {};
  for (const [field, fen] of Object.entries(said) as [keyof Money, Fen][]) {
    const mine = old[field];
    if (mine === null || mine === fen || field === 'budgetFen' || field === 'spentFen') taken[field] = fen;
    else
      tell(
        'warning',
        'goal-money-differs',
        null,
        `${labelOf(field)}，表上 ${formatWanFull(fen)} 万元，已登记 ${formatWanFull(mine)} 万元，差 ${formatWanFull(toFen(fen - mine))} 万元，没有改动`,
      );
  }
  return taken;
}

const labelOf = (field: keyof Money): string => MONEY.find(([, key]) => key === field)?.[2] ?? field;

/** Parts against their total (池州), total against the project's plan of the year. */
function checkMoney(form: ReadForm, money: Money, project: Project, year: number, tell: Tell): void {
  const { totalFen, fiscalFen, carriedFen, otherFen } = money;
  const parts = [fiscalFen, carriedFen, otherFen].filter((fen) => fen !== undefined);
  if (totalFen !== undefined && parts.length > 0) {
    const sum = parts.reduce<number>((all, fen) => all + fen, 0);
    if (sum !== totalFen)
      tell(
        'warning',
        'goal-sum',
        form.head.total ?? null,
        `年度资金总额 ${formatWanFull(totalFen)} 万元，各项合计 ${formatWanFull(toFen(sum))} 万元，差 ${formatWanFull(toFen(totalFen - sum))} 万元，请核对`,
      );
  }
  const planned = project.amounts.byYear[String(year)];
  if (totalFen !== undefined && planned !== undefined && planned !== totalFen)
    tell(
      'info',
      'goal-plan',
      form.head.total ?? null,
      `年度资金总额 ${formatWanFull(totalFen)} 万元，项目表 ${year} 年投资 ${formatWanFull(planned)} 万元，差 ${formatWanFull(toFen(totalFen - planned))} 万元，请核对`,
    );
}

function takeText(form: ReadForm, old: Goal, tell: Tell): Partial<Goal> {
  const taken: Partial<Goal> = {};
  for (const [key, label] of [
    ['annualGoal', '年度目标'],
    ['annualResult', '年度目标完成情况'],
    ['executionReason', '执行率偏差原因'],
  ] as const) {
    const said = form.head[key];
    if (!said || /^[*＊_—\-/\s]*$/.test(said.text)) continue;
    if (old[key] === '' || bareText(old[key]) === bareText(said.text)) taken[key] = old[key] || said.text;
    else tell('warning', 'goal-text-differs', said, `${label}与已登记的不同，没有改动`);
  }
  return taken;
}

const keyOf = ({ level, name }: Pick<GoalIndicator, 'level' | 'name'>): string => `${level}|${bareText(name)}`;
const folded = (text: string): string => compactText(text).replace(/>=|≧/g, '≥').replace(/<=|≦/g, '≤');

function takeIndicators(form: ReadForm, old: readonly GoalIndicator[], tell: Tell): GoalIndicator[] {
  const result = [...old];
  const seen = new Set<string>();
  for (const { row, indicator } of form.indicators) {
    const key = keyOf(indicator);
    const said = { text: indicator.target, cell: `第 ${row} 行` };
    if (seen.has(key)) {
      tell('warning', 'indicator-twice', said, `指标“${indicator.name}”有两行，取前一行`);
      continue;
    }
    seen.add(key);
    if (readValue(indicator.target).kind === 'blank')
      tell(
        'warning',
        'goal-placeholder',
        said,
        `指标“${indicator.name}”的指标值“${indicator.target}”是占位或没有填，请填写`,
      );
    const at = result.findIndex((one) => keyOf(one) === key);
    const mine = result[at];
    if (!mine) result.push(indicator);
    else result[at] = merge(mine, indicator, said, tell);
  }
  return result;
}

function merge(mine: GoalIndicator, theirs: GoalIndicator, said: Said, tell: Tell): GoalIndicator {
  const isBlank = readValue(mine.target).kind === 'blank';
  if (!isBlank && theirs.target !== '' && folded(mine.target) !== folded(theirs.target))
    tell(
      'warning',
      'goal-target-differs',
      said,
      `指标“${mine.name}”的指标值，表上“${theirs.target}”，已登记“${mine.target}”，没有改动`,
    );
  return {
    ...mine,
    target: isBlank && theirs.target !== '' ? theirs.target : mine.target,
    isCore: mine.isCore || theirs.isCore,
    weight: theirs.weight ?? mine.weight,
    midway: theirs.midway || mine.midway,
    actual: theirs.actual || mine.actual,
    reason: theirs.reason || mine.reason,
  };
}
