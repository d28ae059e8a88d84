// 绩效目标 and 联农带农机制 in lists that fill them for none, a few, or most of their projects.
import { describe, expect, it } from 'vitest';
import { runChecks } from '#shared/checks/run-checks.ts';
import type { Project } from '#shared/domain/project.ts';
import type { Records } from '#shared/records/records.ts';
import { wan } from '#shared/values/money.ts';
import { makePlan, makeProject } from '#test/unit/electron/excel/write/fixture-plan.ts';

const funded = (at: number, goal: string | null, startAt = '2021'): Project =>
  makeProject(`p${at}`, `村组道路${at}`, {
    goal,
    startAt,
    endAt: startAt,
    amounts: { total: wan(20), bySource: { fiscal: wan(20) }, byYear: {}, cells: {} },
  });

/** `count` projects of the fund, the first `filled` of them with a goal. */
const list = (count: number, filled: number): Project[] =>
  Array.from({ length: count }, (_, at) => funded(at, at < filled ? '硬化道路 1.2 公里' : null));

function found(projects: readonly Project[], fromYear?: number, rule = 'P05') {
  const values = { fromYear };
  const records: Records =
    fromYear === undefined ? {} : ({ 'rule-settings': new Map([[rule, { values }]]) } as unknown as Records);
  return runChecks({ ...makePlan(projects), records }).filter((finding) => finding.rule === rule);
}

describe('a column that policy asks for', () => {
  it('is not asked for where nobody fills it', () => {
    expect(found(list(219, 0))).toEqual([]);
  });

  it('that a few have begun to fill is one 提示 that says why and what to do', () => {
    const [finding, ...more] = found(list(219, 3));
    expect(more).toEqual([]);
    expect(finding).toMatchObject({ level: 'warning', left: '216' });
    expect(finding?.projectId).toBeUndefined();
    expect(finding?.message).toMatch(/219 个安排了衔接资金的项目中，3 个填了绩效目标，216 个没有填.*P05 的设置/);
  });

  it('that half fill is demanded row by row', () => {
    expect(found(list(10, 5)).map(({ level, projectId }) => [level, projectId])).toEqual(
      ['p5', 'p6', 'p7', 'p8', 'p9'].map((id) => ['error', id]),
    );
    expect(found(list(11, 5))).toHaveLength(1);
  });

  it('is demanded from the year on that the planner names, however few have it', () => {
    const projects = [...list(8, 1), funded(8, null, '2023'), funded(9, null, '2024.6')];
    expect(found(projects, 2023).map(({ projectId }) => projectId)).toEqual(['p8', 'p9']);
    expect(found(projects, 2021)).toHaveLength(9);
  });

  it('holds for 联农带农机制 of 产业 projects too', () => {
    const industry = (at: number, linkage: string | null): Project =>
      makeProject(`p${at}`, `种植基地${at}`, { linkage, nationalType: '产业发展', households: 3 });
    const projects = Array.from({ length: 9 }, (_, at) => industry(at, at === 0 ? '就业务工' : null));
    expect(found(projects, undefined, 'P07')).toMatchObject([{ level: 'warning', left: '8' }]);
    expect(found(projects.slice(0, 2), undefined, 'P07')).toMatchObject([{ level: 'warning', projectId: 'p1' }]);
  });
});
