// Assets as they are listed: how far each has come by a day, and its projects by name.
import type { AssetRow } from '#shared/contract/methods/assets.ts';
import { type Asset, assetStage } from '#shared/domain/asset.ts';
import type { PlanData } from '#shared/records/plan-data.ts';

/** In the order of `assets`. */
export function assetRows(
  { projects }: Pick<PlanData, 'projects'>,
  assets: readonly Asset[],
  asOf: string,
): AssetRow[] {
  const names = new Map(projects.map(({ id, name }) => [id, name]));
  return assets.map((asset) => ({
    asset,
    stage: assetStage(asset, asOf),
    projects: asset.projectIds.flatMap((id) => names.get(id) ?? []),
  }));
}
