// How many projects stand in each class, source and place, for the pages of 规划设置.
import type { Project } from '../domain/project.ts';
import { splitCellKey } from '../domain/project.ts';
import type { Region } from '../domain/reference.ts';

export interface FrameUses {
  /** By id of the class that a project names itself. */
  classes: Record<string, number>;
  sources: Record<string, number>;
  /** By code of town and village, as far as their words are known. */
  places: Record<string, number>;
}

export function frameUses(projects: readonly Project[], regions: readonly Region[]): FrameUses {
  const uses: FrameUses = { classes: {}, sources: {}, places: {} };
  const plain = (text: string): string => text.replace(/\s/g, '');
  const byName = new Map<string, string>();
  for (const { code, parent, name, aliases } of regions)
    for (const one of [name, ...aliases]) byName.set(`${parent}\n${plain(one)}`, code);
  const count = (of: Record<string, number>, id: string): void => {
    of[id] = (of[id] ?? 0) + 1;
  };
  for (const { categoryId, amounts, regionCode, town, village } of projects) {
    if (categoryId !== null) count(uses.classes, categoryId);
    const cells = Object.keys(amounts.cells).map((key) => splitCellKey(key).source);
    for (const id of new Set([...Object.keys(amounts.bySource), ...cells])) count(uses.sources, id);
    const townCode = byName.get(`${regionCode}\n${plain(town ?? '')}`);
    if (townCode === undefined) continue;
    count(uses.places, townCode);
    const villageCode = byName.get(`${townCode}\n${plain(village ?? '')}`);
    if (villageCode !== undefined) count(uses.places, villageCode);
  }
  return uses;
}
