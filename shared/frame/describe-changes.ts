// What differs between two frames, in sentences for people: before a file is taken in, and in the log.
import type { Agency } from '../domain/agencies.ts';
import type { Category, FundSource, PlanInfo, Region } from '../domain/reference.ts';
import type { IndicatorChange } from '../tables/indicator-changes.ts';
import { type Frame, itemId, siblingsKey } from './frame.ts';

/** Units stand side by side. */
type Item = Category | FundSource | Region | (Agency & { parent: null });

const PLAN_WORDS: Partial<Record<keyof PlanInfo, string>> = {
  firstYear: '开始年',
  lastYear: '结束年',
  midYear: '中期评估年',
  fundYear: '资金名称按',
  name: '规划名称',
  shortName: '规划简称',
  title: '附表标题',
  scheme: '类别体系',
};

/** Field by field; the order of the fields says nothing. */
function isSame(a: Item, b: Item): boolean {
  const fields = new Set([...Object.keys(a), ...Object.keys(b)]) as Set<keyof Item>;
  return [...fields].every((field) => JSON.stringify(a[field]) === JSON.stringify(b[field]));
}

function planWord({ plan, schemes }: Frame, key: keyof PlanInfo): string {
  if (key === 'scheme') return schemes.find(({ id }) => id === plan.scheme)?.name ?? plan.scheme;
  return key === 'fundYear' && plan.fundYear === null ? '规划的结束年' : String(plan[key] ?? '');
}

/** [] where nothing differs. */
export function describeChanges(before: Frame, after: Frame, indicators: readonly IndicatorChange[]): string[] {
  const plan = (Object.keys(PLAN_WORDS) as (keyof PlanInfo)[])
    .filter((key) => before.plan[key] !== after.plan[key])
    .map((key) => `${PLAN_WORDS[key]}“${planWord(before, key)}”改为“${planWord(after, key)}”`);
  const schemes = after.schemes.flatMap(({ id, name }) => {
    const old = before.schemes.find((one) => one.id === id);
    if (!old) return [`新增类别体系“${name}”`];
    return old.name === name ? [] : [`类别体系“${old.name}”改名为“${name}”`];
  });
  const gone = before.schemes.filter(({ id }) => !after.schemes.some((one) => one.id === id));
  const mapKeys = ({ mappings }: Frame): Set<string> => new Set(mappings.map(({ from, to }) => `${from}|${to}`));
  const [oldMaps, newMaps] = [mapKeys(before), mapKeys(after)];
  const missing = (keys: Set<string>, other: Set<string>): number => [...keys].filter((key) => !other.has(key)).length;
  const maps = missing(oldMaps, newMaps) + missing(newMaps, oldMaps);
  return [
    ...plan,
    ...schemes,
    ...gone.map(({ name }) => `删除类别体系“${name}”`),
    ...describeTree('类别', before.categories, after.categories),
    ...(maps > 0 ? [`类别对应改动 ${maps} 处`] : []),
    ...describeTree('资金来源', before.fundSources, after.fundSources),
    ...describeTree('单位', flat(before.agencies), flat(after.agencies)),
    ...describeTree('地区', before.regions, after.regions),
    ...(indicators.length > 0 ? [`指标改动 ${indicators.length} 个`] : []),
  ];
}

function flat(agencies: readonly Agency[]): Item[] {
  return agencies.map((one) => ({ ...one, parent: null }));
}

const MOST_NAMED = 5;

/** The ids of all siblings that the other list has too, in their order. */
function orders(items: readonly Item[], other: ReadonlyMap<string, Item>): ReadonlyMap<string, string> {
  const groups = Map.groupBy(
    items.filter((item) => other.has(itemId(item))),
    siblingsKey,
  );
  return new Map([...groups].map(([key, siblings]) => [key, siblings.map(itemId).join('\n')]));
}

function isSameMap(a: ReadonlyMap<string, string>, b: ReadonlyMap<string, string>): boolean {
  return a.size === b.size && [...a].every(([key, value]) => b.get(key) === value);
}

function describeTree(what: string, before: readonly Item[], after: readonly Item[]): string[] {
  const old = new Map(before.map((item) => [itemId(item), item]));
  const now = new Map(after.map((item) => [itemId(item), item]));
  const added = after.filter((item) => !old.has(itemId(item)));
  const gone = before.filter((item) => !now.has(itemId(item)));
  const changed = after.flatMap((item) => {
    const known = old.get(itemId(item));
    return known && !isSame(known, item) ? [{ known, item }] : [];
  });
  const list = (verb: string, items: readonly Item[]): string[] => {
    if (items.length === 0) return [];
    const names = items.slice(0, MOST_NAMED).map(({ name }) => `“${name}”`);
    return [`${verb}${what}${names.join('、')}${items.length > names.length ? `等 ${items.length} 个` : ''}`];
  };
  const renamed = changed.filter(({ known, item }) => known.name !== item.name);
  const others = changed.filter(({ known, item }) => known.name === item.name).map(({ item }) => item);
  // Only a change among siblings is a change of order: what is added or gone moves nobody.
  const isMoved = changed.some(({ known, item }) => known.parent !== item.parent);
  const isReordered = !isMoved && !isSameMap(orders(before, now), orders(after, old));
  return [
    ...list('新增', added),
    ...(renamed.length > MOST_NAMED
      ? [`${renamed.length} 个${what}改名`]
      : renamed.map(({ known, item }) => `${what}“${known.name}”改名为“${item.name}”`)),
    ...list('修改', others),
    ...list('删除', gone),
    ...(isReordered ? [`${what}的次序`] : []),
  ];
}
