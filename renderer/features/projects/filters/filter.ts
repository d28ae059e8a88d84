// What may be asked of a column (or of 年度, 资金来源, 审核结果), as plain values: a view can keep it in the workbook.

export const NUMBER_TESTS = {
  gt: '大于',
  ge: '大于或等于',
  lt: '小于',
  le: '小于或等于',
  eq: '等于',
  ne: '不等于',
  between: '介于',
  top: '前几项（最大）',
  bottom: '后几项（最小）',
  above: '高于平均值',
  below: '低于平均值',
} as const;

export const TEXT_TESTS = {
  contains: '包含',
  excludes: '不包含',
  starts: '开头是',
  ends: '结尾是',
  equals: '等于',
  differs: '不等于',
} as const;

export type NumberTest = keyof typeof NUMBER_TESTS;
export type TextTest = keyof typeof TEXT_TESTS;

export type Filter =
  /** One of these values; '' is a blank cell. */
  | { kind: 'values'; values: readonly string[] }
  /** `a`, `b` in 分 for amounts, else whole numbers; for top and bottom `a` counts projects. */
  | { kind: 'number'; test: NumberTest; a: number; b: number }
  | { kind: 'text'; test: TextTest; text: string };

/** The filters that are set, by subject key: all of them must hold. */
export type Filters = Readonly<Record<string, Filter>>;

export const NO_FILTERS: Filters = {};

/** The filters with one set or, for null, taken away. */
export function withFilter(filters: Filters, key: string, filter: Filter | null): Filters {
  const rest = Object.fromEntries(Object.entries(filters).filter(([name]) => name !== key));
  return filter === null ? rest : { ...rest, [key]: filter };
}

/** How many numbers a test needs. */
export function operands(test: NumberTest): 0 | 1 | 2 {
  if (test === 'above' || test === 'below') return 0;
  return test === 'between' ? 2 : 1;
}
