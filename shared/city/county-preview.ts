// What a county's report would change in the list, as window and command line show it.
import { NAMELESS, type Project } from '../domain/project.ts';
import type { CountyPreview } from '../import/preview.ts';
import { addFen, wanText, ZERO } from '../values/money.ts';
import type { ReportState } from './judge-report.ts';
import type { CountyMerge } from './merge-county.ts';

const MOST_NAMED = 20;

export function countAndSum(projects: readonly Project[]): { projects: number; totalWan: string } {
  return {
    projects: projects.length,
    totalWan: wanText(addFen(ZERO, ...projects.map(({ amounts }) => amounts.total ?? ZERO))),
  };
}

export function countyPreview(
  county: { code: string; name: string },
  { files, asOf, sent }: { files: readonly string[]; asOf: string | null; sent: readonly Project[] },
  present: readonly Project[],
  { state, taken, merge }: { state: ReportState['kind']; taken: CountyPreview['taken']; merge: CountyMerge },
): CountyPreview {
  return {
    code: county.code,
    name: county.name,
    files,
    asOf,
    state,
    taken,
    before: countAndSum(present),
    sent: countAndSum(sent),
    added: merge.added.length,
    changed: merge.changed.length,
    unchanged: merge.unchanged.length,
    withdrawn: {
      ...countAndSum(merge.withdrawn),
      names: merge.withdrawn.slice(0, MOST_NAMED).map(({ name }) => name || NAMELESS),
    },
    keptEdits: merge.keptEdits.length,
    ownAdditions: merge.ownAdditions.length,
    keptRemovals: merge.keptRemovals.length,
    overruled: merge.overruled.length,
  };
}

/** 江川区（江川.xlsx，截至 2026-10-20）：替换，新增 2，… */
export function countyLine(county: CountyPreview): string {
  const { name, files, asOf, state, taken, added, changed, unchanged, withdrawn } = county;
  const day = asOf === null ? '' : `，${asOf}`;
  const head = `${name}（${files.join('、')}${day}）`;
  if (taken === 'skip') return `${head}：没有收进来，项目没有改动。`;
  const kept = [
    county.keptEdits > 0 ? `市里改过的 ${county.keptEdits} 个保留` : '',
    county.ownAdditions > 0 ? `市里自己加的 ${county.ownAdditions} 个保留` : '',
    county.keptRemovals > 0 ? `市里已删除的 ${county.keptRemovals} 个没有加回` : '',
    county.overruled > 0 ? `县里和市里都改过的 ${county.overruled} 个以县里的为准` : '',
  ].filter((part) => part !== '');
  const what = [
    `${taken === 'add' ? '补充' : state === 'first' ? '首次报送' : state === 'same' ? '与已收到的相同' : '替换'}`,
    `新增 ${added}`,
    `更改 ${changed}`,
    `未变 ${unchanged}`,
    `撤回 ${withdrawn.projects}${withdrawn.projects > 0 ? ` 个、${withdrawn.totalWan} 万元` : ''}`,
    ...kept,
  ];
  return `${head}：${what.join('，')}。`;
}
