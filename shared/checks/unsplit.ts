// Projects whose 总投资 is not broken down by source or year: no mistake, so one finding counts them all.
import { readMargins } from '#shared/domain/margins.ts';
import type { Project } from '#shared/domain/project.ts';
import type { PlanData } from '#shared/records/plan-data.ts';
import { formatWanFull, toFen } from '#shared/values/money.ts';
import type { Finding } from './finding.ts';
import { PROJECT_TABLE, plainFinding, projectName } from './wording.ts';

const ASPECT = '未分解';

/** Whether a finding is one of these: 批量分解 would settle it. */
export function isUnsplit({ key }: Pick<Finding, 'key'>): boolean {
  return key.endsWith(`|${ASPECT}`);
}

/** One finding that counts the projects whose 总投资 is not broken down at all. */
export function countUnsplit(
  { projects }: PlanData,
  rule: string,
  column: string,
  marginsOf: (project: Project) => Record<string, unknown>,
): Finding[] {
  let found = 0;
  let sum = 0;
  let first: Project | undefined;
  for (const project of projects) {
    const { total } = project.amounts;
    if (total === null || total === 0) continue;
    let isSplit = false;
    for (const _ in marginsOf(readMargins(project))) {
      isSplit = true;
      break;
    }
    if (isSplit) continue;
    found += 1;
    sum += total;
    first ??= project;
  }
  if (!first) return [];
  const example = found === 1 ? `“${projectName(first)}”` : `“${projectName(first)}”等`;
  const message = `${PROJECT_TABLE}：${found} 个项目有总投资而没有分列${column}（${example}），共 ${formatWanFull(toFen(sum))} 万元，汇总表列入“未分解”。需要时请补填，或用“批量分解”试填。`;
  return [
    plainFinding(rule, 'info', { table: PROJECT_TABLE, row: '', column }, message, {
      left: String(found),
      aspect: ASPECT,
    }),
  ];
}
