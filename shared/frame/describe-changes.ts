// What differs between two frames, in sentences for people: before a file is taken in, and in the log.
import { isSame } from '../compare/fact.ts';
import { compareLists } from '../compare/lists.ts';
import { wordBoth } from '../compare/words.ts';
import type { Agency } from '../domain/agencies.ts';
import type { OwnColumn } from '../domain/own-columns.ts';
import type { Category, FundSource, PlanInfo, Region } from '../domain/reference.ts';
import type { IndicatorChange } from '../tables/indicator-changes.ts';
import { type Frame, itemId, siblingsKey } from './frame.ts';

/** Units stand side by side. */
type Item = Category | FundSource | Region | ((Agency | OwnColumn) & { parent: null });

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

function planWord({ plan, schemes }: Frame, key: keyof PlanInfo): string {
  if (key === 'scheme') return schemes.find(({ id }) => id === plan.scheme)?.name ?? plan.scheme;
  return key === 'fundYear' && plan.fundYear === null ? '规划的结束年' : String(plan[key] ?? '');
}

/** [] where nothing differs. */
export function describeChanges(before: Frame, after: Frame, indicators: readonly IndicatorChange[]): string[] {
  const words = (Object.keys(PLAN_WORDS) as (keyof PlanInfo)[])
    .filter((key) => !isSame(before.plan[key], after.plan[key]))
    .map((key) => ({ key, label: PLAN_WORDS[key] ?? '', text: (frame: Frame): string => planWord(frame, key) }));
  const plan = wordBoth(before, after, words).map((one) => `${one.label}“${one.before}”改为“${one.after}”`);
  const schemes = compareLists(before.schemes, after.schemes, ({ id }) => id);
  const mappings = compareLists(before.mappings, after.mappings, ({ from, to }) => `${from}|${to}`);
  const maps = mappings.added.length + mappings.removed.length;
  return [
    ...plan,
    ...schemes.added.map(({ name }) => `新增类别体系“${name}”`),
    ...schemes.changed.map((one) => `类别体系“${one.before.name}”改名为“${one.after.name}”`),
    ...schemes.removed.map(({ name }) => `删除类别体系“${name}”`),
    ...describeTree('类别', before.categories, after.categories),
    ...(maps > 0 ? [`类别对应改动 ${maps} 处`] : []),
    ...describeTree('资金来源', before.fundSources, after.fundSources),
    ...describeTree('单位', flat(before.agencies), flat(after.agencies)),
    ...describeTree('自定义栏目', flat(before.ownColumns), flat(after.ownColumns)),
    ...describeTree('地区', before.regions, after.regions),
    ...(indicators.length > 0 ? [`指标改动 ${indicators.length} 个`] : []),
  ];
}

function flat(items: readonly (Agency | OwnColumn)[]): Item[] {
  return items.map((one) => ({ ...one, parent: null }));
}

const MOST_NAMED = 5;

function describeTree(what: string, before: readonly Item[], after: readonly Item[]): string[] {
  const { added, removed, changed, moved } = compareLists(before, after, itemId, siblingsKey);
  const list = (verb: string, items: readonly Item[]): string[] => {
    if (items.length === 0) return [];
    const names = items.slice(0, MOST_NAMED).map(({ name }) => `“${name}”`);
    return [`${verb}${what}${names.join('、')}${items.length > names.length ? `等 ${items.length} 个` : ''}`];
  };
  const renamed = changed.filter((one) => one.before.name !== one.after.name);
  const others = changed.filter((one) => one.before.name === one.after.name).map((one) => one.after);
  // What goes elsewhere in the tree is told as a change of its own.
  const isReordered = moved.length > 0 && !changed.some((one) => one.before.parent !== one.after.parent);
  return [
    ...list('新增', added),
    ...(renamed.length > MOST_NAMED
      ? [`${renamed.length} 个${what}改名`]
      : renamed.map((one) => `${what}“${one.before.name}”改名为“${one.after.name}”`)),
    ...list('修改', others),
    ...list('删除', removed),
    ...(isReordered ? [`${what}的次序`] : []),
  ];
}
