// 开工时间, 完工时间, 验收时间, 结算价, 状态 of a monthly sheet: facts of the project's life, to come in as 补录 (SPECS §3 rule 12).
import { factsOf } from '../domain/facts-by-project.ts';
import { type LifeStateId, lifeState, rankOf, SIDE_EVENTS } from '../domain/life.ts';
import type { ReadColumn } from '../import/reading.ts';
import { readStatus, type StatusCell } from '../life/read-status.ts';
import { freshSteps, type StatusKey, type ToldStep } from '../life/status-columns.ts';
import type { ProjectProgress } from './figures.ts';
import type { MonthKey } from './month-columns.ts';
import type { Taken } from './read-month.ts';
import { amountOf, cellProblem, unitOf } from './sheet-rows.ts';

const NO_ANSWERS: ReadonlyMap<string, string> = new Map();

/** How far money and work show a project to be, whatever was recorded of its life. */
const SHOWN: Readonly<Record<ProjectProgress['state'], LifeStateId>> = {
  未下达: 'draft',
  已下达: 'released',
  已开工: 'started',
  已竣工: 'finished',
};

/** A step in words: 已验收 2026-11-20. */
function stepWords({ kind, to, date }: ToldStep): string {
  const name = kind === 'state' && to ? lifeState(to).name : SIDE_EVENTS[kind as 'dropped'];
  return `${name} ${date ?? '日期不详'}`;
}

export function takeSteps({
  result,
  execution,
  reading,
  line,
  project,
  row,
  of,
  known,
  choices,
}: Taken & { of: Partial<Record<MonthKey, ReadColumn>>; known: ProjectProgress | undefined }): void {
  const cellOf = (key: StatusKey): StatusCell | null => {
    const column = of[key];
    if (!column) return null;
    const settled = key === 'settled' ? line.amount(column, unitOf(reading, column, choices.unit)) : null;
    // A price merged over several rows is nobody's: told there, and not taken.
    if (settled?.kind === 'shared')
      amountOf(reading, line, column, { chosen: choices.unit, problems: result.problems });
    return {
      text: settled?.kind === 'shared' || settled?.kind === 'blank' ? '' : line.text(key),
      isNumber: line.value(column)?.kind === 'number',
      unit: unitOf(reading, column, choices.unit),
    };
  };
  const tell = (key: StatusKey, level: 'warning' | 'info', code: string, message: string): void => {
    result.problems.push(cellProblem(reading, level, code, line.address(key), line.text(key), message));
  };
  const { steps, faults, unknownWord } = readStatus(cellOf, choices.asOf, NO_ANSWERS);
  for (const { key, level, code, message } of faults) tell(key, level, code, message);
  if (unknownWord !== '') {
    tell(
      'state',
      'warning',
      'status-word',
      `项目状态“${unknownWord}”不知道是哪一步，没有补录；请在“项目状态”页办理，或改成“已开工”“已竣工”“已验收”等再导入`,
    );
  }
  const reached = rankOf(known?.life.state ?? 'draft');
  const rank = Math.max(reached, rankOf(SHOWN[known?.state ?? '未下达']));
  const { isPaused = false, isDropped = false } = known?.life ?? {};
  const own = factsOf(execution.events, project.id);
  const { fresh, others } = freshSteps(steps, own, { rank, isPaused, isDropped }, choices.asOf);
  for (const { step, known: before } of others) {
    const words = `“${project.name}”已记 ${stepWords({ ...step, date: before.date })}，表上是 ${stepWords(step)}，没有改；表上的对的，请在项目卡片里删去原来的再导入`;
    tell(
      step.to === 'settled'
        ? 'settled'
        : step.to === 'accepted'
          ? 'acceptedAt'
          : step.to === 'finished'
            ? 'finishedAt'
            : 'startedAt',
      'warning',
      'status-differs',
      words,
    );
  }
  row.steps = fresh.map(stepWords);
  for (const step of fresh) result.steps.push({ projectId: project.id, step });
}
