// Forms of goals as they go out, in the columns that offices use (SPECS C5, handbook 3.8): cells with what they span.
import type { Project } from '../domain/project.ts';
import { rateOf } from '../funds/figures.ts';
import { GOAL_LEVELS, type Goal, type GoalIndicator, type GoalLevel } from '../records/goal.ts';
import { type Fen, wanText } from '../values/money.ts';
import type { Execution, GoalScore } from './score-goal.ts';

export const GOAL_FORMS = ['申报', '监控', '自评'] as const;
export type GoalForm = (typeof GOAL_FORMS)[number];

export interface FormCell {
  text: string;
  /** Columns and rows that it covers. */
  across?: number;
  down?: number;
  isLabel?: true;
}

export interface FormSheet {
  name: string;
  widths: number[];
  title: string;
  rows: FormCell[][];
  notes: string[];
}

export interface FormFacts {
  project: Project;
  goal: Goal;
  score: GoalScore;
  money: Execution;
  /** The last month of a 监控表. */
  month: number;
}

const label = (text: string, across = 1, down = 1): FormCell => ({ text, across, down, isLabel: true });
const value = (text: string, across = 1, down = 1): FormCell => ({ text, across, down });
const wan = (fen: Fen | number | null): string => (fen === null ? '' : wanText(fen as Fen));
const percent = ({ spentFen, budgetFen }: Execution): string => {
  const rate = budgetFen === null || spentFen === null ? null : rateOf(spentFen, budgetFen);
  return rate === null ? '——' : `${rate}%`;
};

export function formSheet(form: GoalForm, facts: FormFacts): FormSheet {
  if (form === '申报') return declaration(facts);
  return form === '监控' ? monitoring(facts) : selfEvaluation(facts);
}

/** Rows of one level beside each other, the level and the kind covering theirs. */
function indicatorRows(
  indicators: readonly GoalIndicator[],
  levelText: (level: GoalLevel) => string,
  cellsOf: (one: GoalIndicator, at: number) => FormCell[],
): FormCell[][] {
  const rows: FormCell[][] = [];
  for (const level of Object.keys(GOAL_LEVELS) as GoalLevel[]) {
    const own = indicators.flatMap((one, at) => (one.level === level ? [{ one, at }] : []));
    const kinds = Map.groupBy(own, ({ one }) => one.kind);
    let isFirst = true;
    for (const [kind, of] of kinds) {
      of.forEach(({ one, at }, turn) => {
        const cells: FormCell[] = [];
        if (isFirst) cells.push(label(levelText(level), 1, own.length));
        if (turn === 0) cells.push(label(`${kind}指标`, 1, of.length));
        isFirst = false;
        rows.push([...cells, ...cellsOf(one, at)]);
      });
    }
  }
  return rows;
}

const star = (one: GoalIndicator): string => (one.isCore ? `★${one.name}` : one.name);
const heads = (texts: readonly string[]): FormCell[] => texts.map((text) => label(text));

function declaration({ project, goal }: FormFacts): FormSheet {
  const money: readonly (readonly [string, number | null])[] = [
    ['年度资金总额', goal.totalFen],
    ['其中：财政拨款', goal.fiscalFen],
    ['其他资金', goal.otherFen],
  ];
  return {
    ...{ name: project.name, widths: [12, 14, 16, 34, 18, 20], title: `绩效目标申报表\n（${goal.year}年度）` },
    rows: [
      [label('项目名称'), value(project.name, 3), label('项目编号'), value(project.code ?? '')],
      [
        label('项目负责人及电话'),
        value([project.person, project.phone].filter(Boolean).join(' '), 3),
        label('主管部门'),
        value(project.department ?? ''),
      ],
      [label('实施单位'), value(project.implementer ?? project.unit ?? '', 5)],
      ...money.map(([name, fen], at) => [
        ...(at === 0 ? [label('资金情况（万元）', 1, money.length)] : []),
        label(name, 2),
        value(wan(fen), 3),
      ]),
      [label('年度目标'), value(goal.annualGoal, 5)],
      heads(['绩效指标', '一级指标', '二级指标', '三级指标', '指标值', '备注']),
      ...withFrame(
        indicatorRows(
          goal.indicators,
          (level) => `${level}指标`,
          (one) => [value(star(one)), value(one.target), value('')],
        ),
      ),
    ],
    notes: ['注：★为必填的核心绩效指标。'],
  };
}

/** The first column, over all rows. */
function withFrame(rows: FormCell[][]): FormCell[][] {
  return rows.map((cells, at) => (at === 0 ? [label('绩效指标', 1, rows.length), ...cells] : cells));
}

function monitoring({ project, goal, money, month }: FormFacts): FormSheet {
  return {
    ...{
      name: project.name,
      widths: [12, 14, 30, 16, 16, 16, 20, 14, 12],
      title: `绩效运行监控表\n（${goal.year}年度）`,
    },
    rows: [
      [label('项目名称'), value(project.name, 4), label('主管部门'), value(project.department ?? '', 3)],
      [label('实施单位'), value(project.implementer ?? project.unit ?? '', 8)],
      [
        label('项目资金（万元）', 1, 2),
        label('年初预算数', 2),
        label(`1至${month}月执行数`, 2),
        label('执行率', 2),
        label('全年预计执行数', 2),
      ],
      [value(wan(money.budgetFen), 2), value(wan(money.spentFen), 2), value(percent(money), 2), value('', 2)],
      [label('年度总体目标'), value(goal.annualGoal, 8)],
      heads([
        '一级指标',
        '二级指标',
        '三级指标',
        '年度指标值',
        `1至${month}月完成值`,
        '全年预计完成值',
        '偏差原因',
        '完成可能性',
        '备注',
      ]),
      ...indicatorRows(
        goal.indicators,
        (level) => `${level}指标`,
        (one) => [...[star(one), one.target, one.midway, '', one.reason, '', ''].map((text) => value(text))],
      ),
    ],
    notes: ['注：完成可能性填“确定能”“有可能”“不可能”。'],
  };
}

function selfEvaluation({ project, goal, money, score }: FormFacts): FormSheet {
  const execution = score.parts.find(({ level }) => level === '预算执行');
  const sums = new Map<GoalLevel, number>();
  for (const [at, { level }] of goal.indicators.entries())
    sums.set(level, (sums.get(level) ?? 0) + Number(score.parts[at]?.weight ?? 0));
  const line = (name: string, fen: number | null, at: number): FormCell[] => {
    const isFirst = at === 0;
    const rest = isFirst
      ? [
          wan(goal.totalFen),
          wan(money.budgetFen),
          wan(money.spentFen),
          execution?.weight ?? '-',
          percent(money),
          execution?.score ?? '-',
        ]
      : [wan(fen), wan(fen), '', '-', '-', '-'];
    return [label(name), ...rest.map((text) => value(text))];
  };
  const rows = ['年度资金总额', '其中：本年财政拨款', '上年结转资金', '其他资金'];
  const amounts = [goal.totalFen, goal.fiscalFen, goal.carriedFen, goal.otherFen];
  return {
    ...{
      name: project.name,
      widths: [14, 16, 30, 16, 16, 10, 12, 28],
      title: `项目支出绩效自评表\n（${goal.year}年度）`,
    },
    rows: [
      [label('项目名称'), value(project.name, 7)],
      [
        label('主管部门'),
        value(project.department ?? '', 3),
        label('实施单位'),
        value(project.implementer ?? project.unit ?? '', 3),
      ],
      [
        label('项目资金（万元）', 1, 5),
        ...heads(['', '年初预算数', '全年预算数(A)', '全年执行数(B)', '分值', '执行率(B/A)', '得分']),
      ],
      ...rows.map((name, at) => line(name, amounts[at] ?? null, at)),
      [label('年度总体目标', 1, 2), label('预期目标', 4), label('实际完成情况', 3)],
      [value(goal.annualGoal, 4), value(goal.annualResult, 3)],
      heads(['一级指标', '二级指标', '三级指标', '年度指标值', '实际完成值', '分值', '得分', '偏差原因分析及改进措施']),
      ...indicatorRows(
        goal.indicators,
        (level) => `${level}指标（${Math.round((sums.get(level) ?? 0) * 100) / 100}分）`,
        (one, at) => {
          const scored = score.parts[at];
          return [star(one), one.target, one.actual, scored?.weight ?? '', scored?.score ?? '', one.reason].map(
            (text) => value(text),
          );
        },
      ),
      [label('总分', 5), value('100'), value(score.score ?? '——'), value(score.grade ?? '')],
    ],
    notes: goal.executionReason === '' ? [] : [`预算执行率偏差原因：${goal.executionReason}`],
  };
}
