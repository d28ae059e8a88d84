// Settings that more than one rule reads; each belongs to the rule under which it is shown.
import type { NumberSetting, WordsSetting } from './rule-settings.ts';

/** Decimals with which the plan shows its amounts: 尾差 is judged by them. */
export const DECIMALS = {
  rule: 'T09',
  spec: {
    id: 'decimals',
    kind: 'number',
    label: '金额保留的小数位数（尾差也按它计算）',
    unit: '位',
    initial: 2,
    least: 0,
    most: 6,
  } satisfies NumberSetting as NumberSetting,
} as const;

/** What tells a class or a national type of industry (P04, P07). */
export const INDUSTRY = {
  rule: 'P04',
  spec: {
    id: 'words',
    kind: 'words',
    label: '类别或项目类型中含有这些字样的算产业项目（本地的类别可在这里补上，如“马铃薯”“养殖”）',
    initial: ['产业'],
  } satisfies WordsSetting as WordsSetting,
} as const;
