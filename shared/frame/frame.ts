// The frame of a plan as it is stored (规划设置): what planners own besides projects. Indicators are records of their own.
import type { Agency } from '../domain/agencies.ts';
import type { OwnColumn } from '../domain/own-columns.ts';
import type { Category, CategoryMapping, CategoryScheme, FundSource, PlanInfo, Region } from '../domain/reference.ts';

export interface Frame {
  plan: PlanInfo;
  regions: readonly Region[];
  schemes: readonly CategoryScheme[];
  categories: readonly Category[];
  mappings: readonly CategoryMapping[];
  /** With their undated names; what a plan prints follows from its years. */
  fundSources: readonly FundSource[];
  agencies: readonly Agency[];
  ownColumns: readonly OwnColumn[];
}

/** Things with one key are ordered among each other: those of one parent, at the top of one scheme. */
export function siblingsKey(item: { parent?: string | null; scheme?: string }): string {
  return item.parent ?? `top:${item.scheme ?? ''}`;
}

/** Lists of a frame whose things stand under a parent. */
export type Tree = 'regions' | 'categories' | 'fundSources';

/** What has a name and stands under another of its kind. */
export interface TreeItem {
  parent: string | null;
  name: string;
  aliases: readonly string[];
}

/** The id of a thing in one of the trees. */
export function itemId(item: { id: string } | { code: string }): string {
  return 'code' in item ? item.code : item.id;
}

/** Each thing before what stands under it, siblings in their order; what hangs nowhere comes last. */
export function inTreeOrder<T extends Category | FundSource | Region>(items: readonly T[]): T[] {
  const known = new Set(items.map(itemId));
  const byParent = Map.groupBy(items, ({ parent }) => (parent !== null && known.has(parent) ? parent : null));
  const seen = new Set<T>();
  const walk = (parent: string | null): T[] =>
    (byParent.get(parent) ?? []).flatMap((item) => {
      if (seen.has(item)) return [];
      seen.add(item);
      return [item, ...walk(itemId(item))];
    });
  const ordered = walk(null);
  return ordered.length === items.length ? ordered : [...ordered, ...items.filter((item) => !seen.has(item))];
}

/** The names from the top down to a thing; a cycle ends where it closes. */
export function pathOf(items: ReadonlyMap<string, TreeItem>, id: string): string[] {
  const path: string[] = [];
  const seen = new Set<string>();
  for (let at: string | null = id; at !== null && !seen.has(at); at = items.get(at)?.parent ?? null) {
    seen.add(at);
    const item = items.get(at);
    if (item) path.unshift(item.name);
  }
  return path;
}

/** Ids of a thing and of all that stands under it. */
export function subtree(items: readonly (Category | FundSource | Region)[], id: string): Set<string> {
  const byParent = Map.groupBy(items, ({ parent }) => parent);
  const found = new Set([id]);
  for (const at of found) for (const child of byParent.get(at) ?? []) found.add(itemId(child));
  return found;
}

/** Names without blanks and doubles, without the name itself: what the sheets may call a thing besides. */
export function cleanAliases(name: string, aliases: readonly string[]): string[] {
  return [...new Set(aliases.map((alias) => alias.trim()))].filter((alias) => alias !== '' && alias !== name);
}
