// 待登记: accepted projects that form assets and have none yet, each offered as one (SPECS D3, propose).
import { type Asset, blankAsset } from '../domain/asset.ts';
import type { Execution } from '../domain/execution.ts';
import { startYear } from '../domain/project.ts';
import { projectLives } from '../life/board.ts';
import type { PlanData } from '../records/plan-data.ts';
import { formsAsset } from './check-assets.ts';

/** Their ids are ''; 原值 is the settled price where there is one, else it is left open: 总投资 is a plan, no value. */
export function proposeAssets(data: PlanData, execution: Execution, assets: readonly Asset[], asOf: string): Asset[] {
  const registered = new Set(assets.flatMap(({ projectIds }) => projectIds));
  return projectLives(data, execution, asOf).flatMap(({ project, life }) => {
    const accepted = life.reached.get('accepted');
    if (accepted === undefined || life.isDropped || registered.has(project.id) || !formsAsset(project, data)) return [];
    return [
      {
        ...blankAsset('', project.name),
        ...{
          projectIds: [project.id],
          year: startYear(project),
          town: project.town ?? '',
          village: project.village ?? '',
        },
        ...{ builtAt: accepted, originalFen: life.settledFen, condition: '正常' as const },
      },
    ];
  });
}
