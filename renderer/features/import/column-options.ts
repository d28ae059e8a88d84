// What a column of a sheet can be taken as: the columns of the 项目表, the special ones of the reader, or 来源 only.

import { type Column, columnsOf } from '#shared/domain/fields.ts';
import { yearLabel } from '#shared/domain/outside-years.ts';
import { ownIdOf } from '#shared/domain/own-columns.ts';
import { isUpperPlan, type PlanInfo, type ReferenceData } from '#shared/domain/reference.ts';

export interface FieldOption {
  value: string;
  label: string;
}

export interface FieldOptionGroup {
  label: string;
  options: FieldOption[];
}

/** Value of the option that keeps a column only as 来源; a select cannot hold null. */
export const SOURCE_ONLY = '-';
export const SOURCE_ONLY_LABEL = '不导入（仅留作来源）';

const SPECIAL_LABELS: Readonly<Record<string, string>> = {
  serial: '序号',
  'period:start': '建设年限：开始时间',
  'period:end': '建设年限：完工时间',
  'period:year': '建设年限：年度',
  sum: '小计（只作核对）',
  count: '项目个数（只作核对）',
  region: '县（市、区）',
  yearLabel: '年份',
  sourceName: '资金来源（文字）',
};

/** The name of any column key in words. */
export function fieldLabel(key: string | null, columns: readonly Column[], reference: ReferenceData): string {
  if (key === null || key === SOURCE_ONLY) return SOURCE_ONLY_LABEL;
  const special = SPECIAL_LABELS[key];
  if (special !== undefined) return special;
  const own = ownIdOf(key);
  if (own !== undefined) return `自定义栏目：${reference.ownColumns.find(({ id }) => id === own)?.name ?? own}`;
  const column = columns.find((candidate) => candidate.key === key);
  if (column) return column.group === undefined ? column.label : `${column.group}：${column.label}`;
  const at = key.indexOf(':');
  const [kind, rest] = [key.slice(0, at), key.slice(at + 1)];
  const source = (id: string): string => reference.fundSources.find((candidate) => candidate.id === id)?.name ?? id;
  if (kind === 'source') return `资金来源：${source(rest)}`;
  if (kind === 'sum') return `${source(rest)}小计（只作核对）`;
  if (kind === 'cell') {
    const [year = '', id = ''] = rest.split('|');
    return `${year}年 ${source(id)}`;
  }
  if (kind === 'year') return `分年度投资：${yearLabel(rest)}`;
  if (kind === 'region') return reference.regions.find((region) => region.code === rest)?.name ?? rest;
  if (kind === 'category') return reference.categories.find((category) => category.id === rest)?.name ?? rest;
  return key;
}

/** The options in groups; `used` adds those that the reader chose and the fixed groups do not hold. */
export function fieldOptions(
  plan: PlanInfo,
  reference: ReferenceData,
  used: readonly (string | null)[],
): FieldOptionGroup[] {
  const columns = columnsOf(plan, reference);
  const isOwn = (key: string): boolean => ownIdOf(key) !== undefined;
  const option = (value: string): FieldOption => ({ value, label: fieldLabel(value, columns, reference) });
  const amounts = columns.filter((column) => column.kind === 'amount').map((column) => column.key);
  const parts = reference.fundSources.filter((source) => source.parent !== null).map((source) => `source:${source.id}`);
  const words = columns
    .filter((column) => column.kind !== 'amount' && column.own === undefined)
    .map((column) => column.key);
  const county = isUpperPlan({ plan, reference }) ? ['region'] : [];
  const special = [...county, 'serial', 'period:start', 'period:end', 'period:year', 'sum'];
  const own = [...new Set([...columns.map(({ key }) => key), ...used])].filter(
    (key): key is string => key !== null && isOwn(key),
  );
  const known = new Set([...own, ...amounts, ...parts, ...words, ...special]);
  const others = [...new Set(used)].filter((key): key is string => key !== null && !known.has(key));
  return [
    { label: '不导入', options: [{ value: SOURCE_ONLY, label: SOURCE_ONLY_LABEL }] },
    { label: '项目信息', options: words.map(option) },
    { label: '资金', options: [...amounts, ...parts].map(option) },
    ...(own.length === 0 ? [] : [{ label: '自定义栏目', options: own.map(option) }]),
    { label: '其他', options: [...special, ...others].map(option) },
  ];
}

/** How sure the reader is of a column, in a word. */
export function confidenceWord(confidence: number): '高' | '中' | '低' {
  return confidence >= 0.9 ? '高' : confidence >= 0.7 ? '中' : '低';
}

/** Options whose words hold what was typed. */
export function matchesOption(typed: string, option: { label?: unknown } | undefined): boolean {
  const fold = (text: string): string => text.normalize('NFKC').toLowerCase().replace(/\s/g, '');
  return fold(String(option?.label ?? '')).includes(fold(typed));
}
