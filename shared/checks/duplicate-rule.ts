// T13: projects that stand in the list twice.

import type { Project } from '#shared/domain/project.ts';
import type { PlanData } from '#shared/records/plan-data.ts';
import { wanText } from '#shared/values/money.ts';
import { findDuplicates } from '../duplicates/find-duplicates.ts';
import type { Finding } from './finding.ts';
import type { PlanRule } from './rule.ts';
import { PROJECT_TABLE, plainFinding, projectName, projectPlace } from './wording.ts';

function totalText({ amounts }: Project): string {
  return amounts.total === null ? '未填' : wanText(amounts.total);
}

/** One finding for each project that is like an earlier one, about the likeliest of them. */
function checkDuplicates(data: PlanData): Finding[] {
  const pairs = findDuplicates(data);
  if (pairs.length === 0) return [];
  const byId = new Map(data.projects.map((project) => [project.id, project]));
  const told = new Set<string>();
  return pairs.flatMap(({ a, b, reasons }) => {
    const [earlier, project] = [byId.get(a), byId.get(b)];
    if (!earlier || !project || told.has(b)) return [];
    told.add(b);
    const message =
      `${PROJECT_TABLE}：“${projectName(project)}”（总投资 ${totalText(project)}）与` +
      `“${projectName(earlier)}”（总投资 ${totalText(earlier)}）疑为重复申报：${reasons.join('、')}。` +
      '请在“重复项目”里并排核对，确属两个项目的标为“不是重复”。';
    return [
      plainFinding('T13', 'warning', projectPlace(project, '项目名称', 'name'), message, {
        left: projectName(project),
        right: projectName(earlier),
        suspect: '疑重复申报',
      }),
    ];
  });
}

export const DUPLICATE_RULE: PlanRule = {
  id: 'T13',
  level: 'warning',
  scope: 'plan',
  title: '疑似重复的项目',
  help: '同一地点里名称相近的项目，或地点、建设内容、总投资都相同的项目；比较名称时不计年份、批次、县乡村名、标点和“项目”“工程”等字样，二期与三期、一组与二组是两个项目。标为“不是重复”的不再提示。',
  examples: {
    passes: {
      text: '甸苴村道路硬化（二期）与（三期）名称不同，是两个项目。',
      projects: [
        { name: '甸苴村道路硬化（二期）', town: '大营街街道', village: '甸苴' },
        { name: '甸苴村道路硬化（三期）', town: '大营街街道', village: '甸苴' },
      ],
    },
    fails: {
      text: '“大营街街道甸苴村2023年村内道路硬化项目”与“2023年大营街甸苴村道路硬化”在同一村、同一年，疑为一个项目报了两次。',
      projects: [
        { name: '大营街街道甸苴村2023年村内道路硬化项目', town: '大营街街道', village: '甸苴' },
        { name: '2023年大营街甸苴村道路硬化', town: '大营街街道', village: '甸苴' },
      ],
    },
  },
  check: checkDuplicates,
};
