// What a printed figure measures and at which scale it is held: money in 分, all else in millionths, so that sums are exact.

import { scaledText } from '#shared/values/money.ts';

export interface Measure {
  /** 'money', 'percent', or the thing that is counted: 个, 人, 户, 公里; '' where nothing says it. */
  dimension: string;
  /** As it is printed behind a figure: 万元, %. */
  unit: string;
  /** Power of ten between the printed figure and what is held. */
  scale: number;
}

const MONEY: Readonly<Record<string, number>> = {
  ...{ 元: 2, 百元: 4, 千元: 5, 万元: 6, 十万元: 7, 百万元: 8, 千万元: 9, 亿元: 10 },
};
const GROUPS: Readonly<Record<string, number>> = { '': 6, 百: 8, 千: 9, 万: 10, 亿: 14 };
const THING =
  /^(百|千|万|亿)?(个百分点|平方公里|平方千米|平方米|立方米|千瓦时|千瓦|人次|户次|公里|千米|公顷|公斤|项目|人|户|亩|吨|米|斤|头|只|羽|所|座|家|件|套|台|张|辆|次|村|项|个|处|条|株|棵|口|倍|期|场|名|位|盏|眼|宗|单|天|年|月|元\/[^\s]{1,6}|[㎡㎞])$/;

export const PERCENT: Measure = { dimension: 'percent', unit: '%', scale: 6 };
export const PLAIN: Measure = { dimension: '', unit: '', scale: 6 };

/** 项 and 个 both count projects. */
function dimensionOf(thing: string): string {
  return thing === '项' || thing === '项目' ? '个' : thing === '千米' ? '公里' : thing;
}

/** The measure that a unit names: 万元, %, 万人; null for any other word. */
export function measureOf(text: string): Measure | null {
  const unit = text.normalize('NFKC').replaceAll(/\s/g, '');
  const money = MONEY[unit];
  if (money !== undefined) return { dimension: 'money', unit, scale: money };
  if (unit === '%' || unit === '百分比') return PERCENT;
  const [, group = '', thing] = THING.exec(unit) ?? [];
  if (thing === undefined) return null;
  return { dimension: dimensionOf(thing), unit, scale: GROUPS[group] ?? 6 };
}

/** The measures of 单位：个、万元 in a line above a table; [] where it names none. */
export function statedMeasures(text: string): Measure[] {
  const stated = /单\s*位\s*[:：]\s*([^\s）)；;。]{1,24})/.exec(text.normalize('NFKC'))?.[1];
  if (stated === undefined) return [];
  return stated.split(/[、，,/和及]/).flatMap((word) => measureOf(word) ?? []);
}

const BRACKETS = /[（(【[]([^（）()【】[\]]{1,12})[）)】\]]/g;

/** The measure that a head names in brackets: 总投资（万元）; null for none. */
export function headMeasure(label: string): Measure | null {
  for (const [, inner = ''] of label.matchAll(BRACKETS)) {
    const measure = measureOf(inner.replace(/^.*[:：]/, ''));
    if (measure) return measure;
  }
  return measureOf(/[,，、/]([^,，、/（(]{1,4})$/.exec(label)?.[1] ?? '');
}

/** A head without the unit in its brackets. */
export function withoutUnit(label: string): string {
  return label.replaceAll(BRACKETS, (whole, inner: string) => (measureOf(inner.replace(/^.*[:：]/, '')) ? '' : whole));
}

/** What the words of a head say where no unit does. `unit`: that of the table, for money. */
export function wordMeasure(label: string, stated: readonly Measure[]): Measure | null {
  const of = (dimension: string): Measure | undefined => stated.find((measure) => measure.dimension === dimension);
  if (/占比|比重|比例|增幅|增速|增长率|完成率|(?<!利|效)率$/.test(label)) return PERCENT;
  if (/个数|项目数|项目总数|数量|项数|宗数/.test(label)) return of('个') ?? { dimension: '个', unit: '个', scale: 6 };
  if (/户数$|户$/.test(label)) return of('户') ?? { dimension: '户', unit: '户', scale: 6 };
  if (/人数$|人口数?$|人次$/.test(label)) return of('人') ?? { dimension: '人', unit: '人', scale: 6 };
  if (/投资|资金|金额|经费|概算|估算|预算|补助|自筹|贷款|债券|收入|支出/.test(label)) return of('money') ?? null;
  return null;
}

/** A held value in a unit, as many decimals as it needs. */
export function showValue(value: number, { scale, unit }: Measure): string {
  const exact = Math.round(value);
  return `${scaledText(exact as Parameters<typeof scaledText>[0], scale)}${unit}`;
}
