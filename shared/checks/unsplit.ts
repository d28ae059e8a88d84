// Projects whose 总投资 is not broken down by source or year: no mistake, so one finding counts them all.
import type { PlanData } from '#shared/domain/plan-data.ts';
import type { Project } from '#shared/domain/project.ts';
import type { Finding } from './finding.ts';
import { PROJECT_TABLE, plainFinding, projectName } from './wording.ts';

/** One finding that counts the projects whose 总投资 is not broken down at all. */
export function countUnsplit(
  { projects }: PlanData,
  rule: string,
  column: string,
  marginsOf: (project: Project) => Record<string, unknown>,
): Finding[] {
  let found = 0;
  let first: Project | undefined;
  for (const project of projects) {
    const { total } = project.amounts;
    if (total === null || total === 0) continue;
    let isSplit = false;
    for (const _ in marginsOf(project)) {
      isSplit = true;
      break;
    }
    if (isSplit) continue;
    found += 1;
    first ??= project;
  }
  if (!first) return [];
  const example = found === 1 ? `“${projectName(first)}”` : `“${projectName(first)}”等`;
  const message = `${PROJECT_TABLE}：${found} 个项目有总投资而没有分列${column}（${example}），汇总表列入“未分解”。需要时请补填。`;
  return [
    plainFinding(rule, 'info', { table: PROJECT_TABLE, row: '', column }, message, {
      left: String(found),
      aspect: '未分解',
    }),
  ];
}
