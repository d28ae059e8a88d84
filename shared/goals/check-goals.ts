// 审核 of performance goals at a day (rules C): weights, what is filled in, money of the form against itself and the project.
import type { Finding } from '../checks/finding.ts';
import { ruleSettings, withChosenLevels } from '../checks/rule-settings.ts';
import { RULE_BY_ID } from '../checks/rules.ts';
import { plainFinding, projectName } from '../checks/wording.ts';
import type { Day, Execution } from '../domain/execution.ts';
import { factsByProject } from '../domain/facts-by-project.ts';
import type { Project } from '../domain/project.ts';
import { batchesById } from '../funds/figures.ts';
import { readValue } from '../indicators/read-value.ts';
import type { Goal } from '../records/goal.ts';
import type { PlanData } from '../records/plan-data.ts';
import { recordsOf } from '../records/records.ts';
import { toFen, wanText } from '../values/money.ts';
import { scoreGoal } from './score-goal.ts';

/** A self-evaluation is written by then. */
const WRITTEN_BY = '-03-31';

interface Row {
  goal: Goal;
  project: Project;
  /** Released in the year; null: nothing was recorded. */
  releasedFen: number | null;
}

const place = ({ goal, project }: Row, column: string) => ({
  ...{ table: '绩效表', row: projectName(project), column: `${goal.year}年${column}` },
  projectId: project.id,
});
const subject = ({ goal, project }: Row): string => `绩效表“${projectName(project)}”${goal.year} 年`;

/** Findings at the levels that the planner chose. */
export function checkGoals(data: PlanData, execution: Execution, asOf: Day): Finding[] {
  const goals = recordsOf(data.records, 'goal');
  if (goals.size === 0) return [];
  const projects = new Map(data.projects.map((project) => [project.id, project]));
  const batches = batchesById(execution.batches);
  const lines = factsByProject(execution.lines);
  const rows = [...goals.values()].flatMap((goal): Row[] => {
    const project = projects.get(goal.projectId);
    if (!project) return [];
    const own = (lines.get(project.id) ?? []).filter(({ batchId }) => batches.get(batchId)?.year === goal.year);
    const releasedFen = own.length === 0 ? null : own.reduce((sum, { amountFen }) => sum + amountFen, 0);
    return [{ goal, project, releasedFen }];
  });
  const findings = rows.flatMap((row) => [
    ...checkWeights(row),
    ...checkFilled(row),
    ...checkSum(row),
    ...checkMoney(row),
  ]);
  return withChosenLevels([...findings, ...checkWritten(rows, asOf)], ruleSettings(data.records), RULE_BY_ID);
}

/** As it will be scored once there is money: the execution has its part. */
function checkWeights(row: Row): Finding[] {
  const { indicators } = row.goal;
  if (indicators.length === 0 || indicators.some(({ weight }) => weight === null)) return [];
  const { problems } = scoreGoal(row.goal, { budgetFen: 1, spentFen: 1 });
  const wrong = problems.find(({ level }) => level === 'error');
  return wrong ? [plainFinding('C01', 'error', place(row, '分值'), `${subject(row)}${wrong.message}`)] : [];
}

function checkFilled(row: Row): Finding[] {
  const { indicators } = row.goal;
  const lacking = (['产出', '效益'] as const).filter((level) => !indicators.some((one) => one.level === level));
  const open = indicators.filter(({ target }) => readValue(target).kind === 'blank');
  if (lacking.length === 0 && open.length === 0) return [];
  const parts = [
    lacking.length === 0 ? '' : `没有${lacking.join('、')}指标`,
    open.length === 0
      ? ''
      : `指标${open.map(({ name, target }) => `“${name}”${target === '' ? '' : `（${target}）`}`).join('、')}没有填指标值`,
  ].filter((part) => part !== '');
  const level = open.some(({ isCore }) => isCore) ? 'error' : 'warning';
  return [plainFinding('C02', level, place(row, '指标'), `${subject(row)}${parts.join('，')}。请补填。`)];
}

function checkSum(row: Row): Finding[] {
  const { totalFen, fiscalFen, carriedFen, otherFen } = row.goal;
  const parts = [fiscalFen, carriedFen, otherFen].filter((fen) => fen !== null);
  if (totalFen === null || parts.length === 0) return [];
  const sum = toFen(parts.reduce<number>((all, fen) => all + fen, 0));
  if (sum === totalFen) return [];
  const said = { left: wanText(totalFen), right: wanText(sum), difference: wanText(toFen(totalFen - sum)) };
  const message = `${subject(row)}资金总额 ${said.left} 万元，财政拨款、上年结转、其他资金合计 ${said.right} 万元，差 ${said.difference} 万元。请核对。`;
  return [plainFinding('C03', 'error', place(row, '资金总额'), message, said)];
}

function checkMoney(row: Row): Finding[] {
  const { goal, project, releasedFen } = row;
  const planned = project.amounts.byYear[String(goal.year)] ?? null;
  const right = releasedFen ?? planned;
  if (goal.totalFen === null || right === null || right === goal.totalFen) return [];
  const what = releasedFen === null ? `项目表 ${goal.year} 年投资` : `${goal.year} 年下达的资金`;
  const said = {
    left: wanText(goal.totalFen),
    right: wanText(toFen(right)),
    difference: wanText(toFen(goal.totalFen - right)),
  };
  const message = `${subject(row)}资金总额 ${said.left} 万元，${what} ${said.right} 万元，差 ${said.difference} 万元。请核对，注意元与万元。`;
  return [plainFinding('C04', 'warning', place(row, '资金总额'), message, said)];
}

function checkWritten(rows: readonly Row[], asOf: Day): Finding[] {
  const open = rows.filter(
    ({ goal }) =>
      `${goal.year + 1}${WRITTEN_BY}` < asOf &&
      goal.indicators.length > 0 &&
      goal.indicators.every(({ actual }) => actual === ''),
  );
  return [...Map.groupBy(open, ({ goal }) => goal.year)].map(([year, of]) =>
    plainFinding(
      'C05',
      'info',
      { table: '绩效表', row: '', column: `${year}年完成值` },
      `绩效表：${year} 年有 ${of.length} 个项目登记了绩效目标，没有填完成值（自评）。请补填或导入自评表。`,
      { left: String(of.length) },
    ),
  );
}
