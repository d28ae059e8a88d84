// X04: this version against an earlier one — a snapshot, another workbook, the state at a point of the log: which projects
// came, went and changed, and what that makes in money.

import { isSame } from '#shared/compare/fact.ts';
import { pairLists } from '#shared/compare/lists.ts';
import type { Project } from '#shared/domain/project.ts';
import type { PlanData } from '#shared/records/plan-data.ts';
import { type Fen, subtractFen, toFen, wanText, ZERO } from '#shared/values/money.ts';
import type { Finding } from './finding.ts';
import type { CheckOptions, PlanRule } from './rule.ts';
import { PROJECT_TABLE, placeText, plainFinding, projectName, projectPlace } from './wording.ts';

export interface VersionChange {
  kind: 'added' | 'removed' | 'changed';
  project: Project;
  before: Project | null;
  /** 总投资 now minus before. */
  difference: Fen;
}

export interface VersionDifference {
  changes: readonly VersionChange[];
  before: { count: number; total: Fen };
  after: { count: number; total: Fen };
}

function sumOf(projects: readonly Project[]): Fen {
  let sum = 0;
  for (const { amounts } of projects) sum += amounts.total ?? 0;
  return toFen(sum);
}

/** Name and place: how a project is found again in a workbook that gave it another id. */
function nameKey({ name, town, village, categoryId }: Project): string {
  return [name.trim(), town, village, categoryId].join('|');
}

/** What a person sees of a project: everything but where it stands in the list. */
function isSameContent(a: Project, b: Project): boolean {
  return a === b || isSame(a, { ...b, id: a.id, position: a.position });
}

/** Compares two versions of a list: by id, and where that is unknown by name, place and class. */
export function compareVersions(before: readonly Project[], after: readonly Project[]): VersionDifference {
  const changes = pairLists(before, after, [({ id }) => id, nameKey]).flatMap((pair): VersionChange[] => {
    const difference = subtractFen(pair.after?.amounts.total ?? ZERO, pair.before?.amounts.total ?? ZERO);
    if (pair.before === null) return [{ kind: 'added', project: pair.after, before: null, difference }];
    if (pair.after === null) return [{ kind: 'removed', project: pair.before, before: pair.before, difference }];
    if (isSameContent(pair.before, pair.after)) return [];
    return [{ kind: 'changed', project: pair.after, before: pair.before, difference }];
  });
  return {
    changes,
    before: { count: before.length, total: sumOf(before) },
    after: { count: after.length, total: sumOf(after) },
  };
}

const KINDS = { added: '新增', removed: '减少', changed: '改动' } as const;

function toFinding({ kind, project, before, difference }: VersionChange, name: string): Finding {
  const place =
    kind === 'removed'
      ? { table: PROJECT_TABLE, row: projectName(project), column: '总投资' }
      : projectPlace(project, '总投资', 'total');
  const show = (one: Project | null): string => (one?.amounts.total == null ? '' : wanText(one.amounts.total));
  const [left, right] = [kind === 'removed' ? '' : show(project), show(before)];
  const amounts = {
    added: `${name}中没有这个项目，现总投资 ${left || '未填'}`,
    removed: `${name}中有这个项目（总投资 ${right || '未填'} 万元），现已不在表中`,
    changed:
      difference === 0
        ? `与${name}相比内容有改动，总投资未变`
        : `总投资 ${left || '未填'}，${name}为 ${right || '未填'}，差 ${wanText(difference)} 万元`,
  };
  const values = {
    left,
    right,
    difference: difference === 0 ? '' : wanText(difference),
    aspect: `${KINDS[kind]}${project.id}`,
  };
  return plainFinding('X04', 'info', place, `${placeText(place)}：${amounts[kind]}。`, {
    ...values,
    suspect: KINDS[kind],
  });
}

function checkVersions({ projects }: PlanData, { baseline }: CheckOptions): Finding[] {
  if (!baseline) return [];
  const { changes, before, after } = compareVersions(baseline.projects, projects);
  const difference = subtractFen(after.total, before.total);
  if (changes.length === 0) return [];
  const counted = (kind: VersionChange['kind']): number => changes.filter((change) => change.kind === kind).length;
  const place = { table: PROJECT_TABLE, row: '合计', column: '总投资' };
  const message =
    `${placeText(place)}：与${baseline.name}相比，新增 ${counted('added')} 个、减少 ${counted('removed')} 个、改动 ${counted('changed')} 个项目，` +
    `总投资由 ${wanText(before.total)} 变为 ${wanText(after.total)}，差 ${wanText(difference)} 万元。请核对改动是否都已批准。`;
  const values = { left: wanText(after.total), right: wanText(before.total), difference: wanText(difference) };
  return [
    plainFinding('X04', 'warning', place, message, values),
    ...changes.map((change) => toFinding(change, baseline.name)),
  ];
}

export const VERSION_RULE: PlanRule = {
  id: 'X04',
  level: 'warning',
  scope: 'plan',
  title: '本版与上一版的差别',
  help: '选一个上次上报、批准的版本（另一个工作簿文件、备份或操作记录中的某一步）后，列出新增、减少和改动的项目及金额。没有选版本时不比较。',
  examples: {
    passes: {
      text: '与上一版相比没有改动。',
      projects: [{ id: 'a', total: '20' }],
      before: [{ id: 'a', total: '20' }],
    },
    fails: {
      text: '总投资由上一版的 20 万元改成了 25 万元。',
      projects: [{ id: 'a', total: '25' }],
      before: [{ id: 'a', total: '20' }],
    },
  },
  check: checkVersions,
};
