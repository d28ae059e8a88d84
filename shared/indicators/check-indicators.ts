// 审核 of the indicators at a day (rules F): targets that can be judged, values that are numbers, years without one, progress
// and the end. A workbook in which no value was ever filled in hears of placeholders only.
import type { Finding } from '../checks/finding.ts';
import { ruleSettings, withChosenLevels } from '../checks/rule-settings.ts';
import { RULE_BY_ID } from '../checks/rules.ts';
import { plainFinding } from '../checks/wording.ts';
import type { Day } from '../domain/execution.ts';
import { planYears } from '../domain/reference.ts';
import type { PlanData } from '../records/plan-data.ts';
import { indicatorsOf, type PlanIndicator } from '../tables/indicators.ts';
import { blankMark } from '../values/fold-text.ts';
import { doubtValue } from './doubt-value.ts';
import { type Judgement, judgeIndicator, type ValuesByYear } from './judge.ts';
import { readValue } from './read-value.ts';
import { valuesOf } from './rows.ts';

const TABLE = '指标表';
const NONE: ValuesByYear = new Map();
/** Statistics of a year are out by the end of March. */
const REPORTED_BY = '-03-31';

interface Row {
  indicator: PlanIndicator;
  values: ValuesByYear;
}

type Data = Pick<PlanData, 'plan' | 'reference' | 'records'>;

const place = ({ name }: PlanIndicator, column: string) => ({ table: TABLE, row: name, column });
const subject = ({ number, name }: PlanIndicator): string => `${TABLE}第 ${number} 个指标“${name}”`;

/** Findings at the levels that the planner chose. */
export function checkIndicators(data: Data, asOf: Day): Finding[] {
  const values = valuesOf(data);
  const rows = indicatorsOf(data).map((indicator): Row => ({ indicator, values: values.get(indicator.id) ?? NONE }));
  if (rows.length === 0) return [];
  const hasValues = rows.some((row) => row.values.size > 0);
  const findings = rows.flatMap((row) => [
    ...checkTarget(row, hasValues),
    ...checkValues(row, data, asOf),
    ...checkProgress(row, data, asOf),
  ]);
  return withChosenLevels(
    hasValues ? [...findings, ...checkMissing(rows, data, asOf)] : findings,
    ruleSettings(data.records),
    RULE_BY_ID,
  );
}

function checkTarget({ indicator, values }: Row, hasValues: boolean): Finding[] {
  const { targetValue } = indicator;
  if (readValue(targetValue).kind !== 'blank') return [];
  const isPlaceholder = targetValue !== null && blankMark(targetValue) === undefined;
  if (!isPlaceholder && !(hasValues && values.size > 0)) return [];
  const words = isPlaceholder
    ? `的目标值“${targetValue}”是占位，没有改成数，不能判断。请填写目标值。`
    : '没有目标值，不能判断是否完成。请填写目标值。';
  return [
    plainFinding('F01', 'warning', place(indicator, '目标值'), `${subject(indicator)}${words}`, {
      left: targetValue ?? '',
    }),
  ];
}

/** Values that are no numbers or odd ones, each once. */
function checkValues({ indicator, values }: Row, { plan }: Data, asOf: Day): Finding[] {
  return counted(values, asOf).flatMap(([year, text]) => {
    const doubt = doubtValue(indicator, text);
    const judged = doubt === null ? judgeIndicator(indicator, values, year, plan) : null;
    const reason = doubt ?? (judged && isOfValue(judged) ? judged.reason : null);
    if (reason === null) return [];
    const message = `${subject(indicator)}${year} 年${reason.startsWith('写') ? '' : '的实际值不能判断：'}${reason}。`;
    return [
      plainFinding('F04', 'warning', place(indicator, `${year}年`), message, { left: text, aspect: String(year) }),
    ];
  });
}

/** It cannot be judged because of the value, not because of base or target. */
function isOfValue({ status, reason }: Judgement): boolean {
  return status === '无法判断' && /平均|每个村|写法不同|两个单位|界限|不是数|不是增长率/.test(reason);
}

/** Values of years that count at the day, the oldest first. */
function counted(values: ValuesByYear, asOf: Day): [year: number, text: string][] {
  const last = Number(asOf.slice(0, 4));
  return [...values.values()]
    .filter(({ year }) => year <= last)
    .map(({ year, text }): [number, string] => [year, text])
    .sort(([a], [b]) => a - b);
}

/** The end where a value of the last year is there, else the newest year. */
function checkProgress({ indicator, values }: Row, { plan }: Data, asOf: Day): Finding[] {
  const newest = counted(values, asOf).at(-1);
  if (!newest) return [];
  const [year] = newest;
  const { status, expected, actual, gap } = judgeIndicator(indicator, values, year, plan);
  const isBinding = indicator.attribute === '约束性';
  const said = { left: actual ?? '', right: expected ?? '', difference: gap ?? '', aspect: String(year) };
  if (status === '未完成') {
    const message = `${subject(indicator)}（${indicator.attribute}）到 ${year} 年没有完成：目标 ${indicator.targetValue ?? ''}，实际 ${actual ?? ''}${gap === null ? '' : `，差 ${gap}`}。请核对实际值，写明原因和措施。`;
    return [plainFinding('F02', isBinding ? 'error' : 'warning', place(indicator, `${year}年`), message, said)];
  }
  if (status !== '滞后' && status !== '下降') return [];
  const words = status === '下降' ? `比基期值 ${indicator.baseValue ?? ''} 还差` : '没有达到时序进度';
  const message = `${subject(indicator)}（${indicator.attribute}）${year} 年${words}：应达 ${expected ?? '——'}，实际 ${actual ?? ''}${gap === null ? '' : `，差 ${gap}`}。请核对，写明原因和措施。`;
  return [plainFinding('F03', isBinding ? 'warning' : 'info', place(indicator, `${year}年`), message, said)];
}

/** Years that are over and have no value, told once for all. */
function checkMissing(rows: readonly Row[], { plan }: Data, asOf: Day): Finding[] {
  const over = planYears(plan).filter((year) => `${year + 1}${REPORTED_BY}` < asOf);
  const lacking = over.flatMap((year) => {
    const without = rows.filter(({ values }) => !values.has(year));
    return without.length === 0 ? [] : [`${year} 年 ${without.length} 个`];
  });
  if (lacking.length === 0) return [];
  const message = `${TABLE}：${lacking.join('、')}指标没有填实际值，不能判断。请在“指标评价”里补填或导入。`;
  return [
    plainFinding('F05', 'info', { table: TABLE, row: '', column: '实际值' }, message, { left: lacking.join('、') }),
  ];
}
