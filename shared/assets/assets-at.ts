// The assets of a place: a town, a village, or a village with its town before it where several have that name.
import type { Asset } from '../domain/asset.ts';

/** null: all. 研和街道, 玉苗 and 研和街道玉苗 all name places. */
export function assetsAt(assets: readonly Asset[], place: string | null): readonly Asset[] {
  if (place === null) return assets;
  return assets.filter(({ town, village }) => town === place || village === place || `${town}${village}` === place);
}
