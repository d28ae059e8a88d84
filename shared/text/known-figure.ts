// What the plan says now about a subject, compared with a figure that somebody wrote.

import { planYears, topSources } from '#shared/domain/reference.ts';
import type { PlanData } from '#shared/records/plan-data.ts';
import { planFacts } from './facts.ts';
import { valueText } from './field-value.ts';
import { readField } from './fields.ts';
import type { TextNumber } from './numbers.ts';
import type { ShareOf } from './percent-of.ts';
import { declaredTotal, moneyWord } from './plan-money-words.ts';
import { shareOut } from './shares.ts';
import { amountOf, countOf, planCategories, type Subject, subjectArgs } from './subject.ts';
import { type FieldFormat, printField } from './template.ts';

export type Agreement = 'same' | 'rounded' | 'differs';

const FIELD_NAMES = { amount: '投资', count: '个数', percent: '占比' } as const;

function fieldName(data: PlanData, number: TextNumber, args: readonly string[], share: ShareOf): string {
  const { kind } = number;
  if (kind === 'percent') return SHARE_FIELDS[share];
  return kind === 'amount' && args.length === 0 ? wholeField(data, number) : FIELD_NAMES[kind];
}

/** The money of the whole plan by its name: 总投资 where a figure is that and not 规划期投资, which the plan may count. */
function wholeField(data: PlanData, number: TextNumber): string {
  const isDeclared =
    agreementOf(number, amountOf(data, {}) ?? 0) === 'differs' &&
    agreementOf(number, declaredTotal(data)) !== 'differs';
  return isDeclared ? '总投资' : moneyWord(data);
}

/** How the written figure agrees with the plan's; undefined where the plan has no such figure. */
export function compareFigure(
  data: PlanData,
  number: TextNumber,
  subject: Subject,
  share: ShareOf = 'money',
): Agreement | undefined {
  if (number.kind === 'percent') return comparePercent(data, number, subject, share);
  const now = currentValue(data, number.kind, subject);
  if (now === undefined) return undefined;
  const agreement = agreementOf(number, now);
  const isWhole = number.kind === 'amount' && Object.keys(subject).length === 0;
  return agreement === 'differs' && isWhole ? agreementOf(number, declaredTotal(data)) : agreement;
}

/** The written figure against another, as it is meant: 约 and 以上 are not exact. */
export function agreementOf(number: TextNumber, now: number): Agreement {
  if (number.low === undefined && now === number.value) return 'same';
  return isWithin(number, now) ? 'rounded' : 'differs';
}

/** How far a bound may lie from the figure that it bounds and still speak of it: 10万元以上 says nothing of 13 亿. */
const FARTHEST = 2;

function isWithin({ bound, low, value, halfPlace, kind }: TextNumber, now: number): boolean {
  if (low !== undefined) return now >= low - halfPlace && now <= value + halfPlace;
  if (bound === 'least') return now >= value - halfPlace && now <= value * FARTHEST;
  if (bound === 'most') return now <= value + halfPlace && now * FARTHEST >= value;
  const slack =
    bound === 'about' ? Math.max(halfPlace, lastPlace(value, kind === 'count' ? 1 : halfPlace * 2)) : halfPlace;
  return Math.abs(now - value) <= slack;
}

/** The place of the last figure that is not 0: about 660000 is about that many ten thousands. */
function lastPlace(value: number, step: number): number {
  let place = Math.max(1, step);
  while (value !== 0 && Math.abs(value) % (place * 10) === 0) place *= 10;
  return place;
}

const SHARE_FIELDS: Readonly<Record<ShareOf, string>> = {
  money: FIELD_NAMES.percent,
  total: FIELD_NAMES.percent,
  count: '个数占比',
};

/** The share of all money, in percent, of what has a whole of its own: a sub-class. Undefined where 占比 says the same. */
function shareOfAll(data: PlanData, subject: Subject, of: ShareOf): number | undefined {
  const parent = data.reference.categories.find(({ id }) => id === subject.category)?.parent;
  if (of !== 'total' || !parent) return undefined;
  const [part, all] = [amountOf(data, subject), amountOf(data, {})];
  return part === undefined || !all ? undefined : (part / all) * 100;
}

function comparePercent(data: PlanData, number: TextNumber, subject: Subject, of: ShareOf): Agreement | undefined {
  const ofAll = shareOfAll(data, subject, of);
  if (ofAll !== undefined) return isWithin(number, ofAll * 1_000_000) ? 'rounded' : 'differs';
  const share = readField(data, SHARE_FIELDS[of], subjectArgs(data, subject));
  if (typeof share === 'string' || share.kind !== 'share') return undefined;
  const decimals = Math.min(number.decimals, 4);
  const now = shareOut(share.whole, decimals)[share.index] ?? 0;
  const step = 10 ** (6 - decimals);
  if (number.low === undefined && now * step === number.value) return 'same';
  const whole = share.whole.reduce((sum, value) => sum + value, 0);
  const exact = whole === 0 ? 0 : ((share.whole[share.index] ?? 0) / whole) * 100 * 1_000_000;
  return isWithin(number, exact) ? 'rounded' : 'differs';
}

/** The field that says this figure as it was written: same unit, same decimals where they are fewer. Undefined for none. */
export function fieldFor(
  data: PlanData,
  number: TextNumber,
  subject: Subject,
  agreement: Agreement,
  share: ShareOf = 'money',
): string | undefined {
  if (number.kind === 'percent' && shareOfAll(data, subject, share) !== undefined) return undefined;
  const args = subjectArgs(data, subject);
  const name = fieldName(data, number, args, share);
  const format: FieldFormat = {};
  if (number.unit === '亿元' || number.unit === '元') format.unit = number.unit;
  const isShort =
    number.kind !== 'count' && (agreement === 'rounded' || number.unit === '亿元' || number.kind === 'percent');
  if (isShort) format.decimals = Math.min(number.decimals, 6);
  return printField({ name, args, format });
}

/** Projects, or 分; undefined where the plan has no such figure. */
export function currentValue(data: PlanData, kind: 'amount' | 'count', subject: Subject): number | undefined {
  return kind === 'count' ? countOf(data, subject) : amountOf(data, subject);
}

/** The plan's figure in the unit in which it was written. */
export function currentText(data: PlanData, number: TextNumber, subject: Subject, share: ShareOf = 'money'): string {
  const args = subjectArgs(data, subject);
  const ofAll = number.kind === 'percent' ? shareOfAll(data, subject, share) : undefined;
  if (ofAll !== undefined) return `${ofAll.toFixed(Math.max(number.decimals, 2))}%`;
  const value = readField(data, fieldName(data, number, args, share), args);
  if (typeof value === 'string') return value;
  const unit = number.unit === '亿元' || number.unit === '元' ? { unit: number.unit } : {};
  const decimals =
    number.kind === 'percent' || number.unit === '亿元' ? { decimals: Math.max(number.decimals, 2) } : {};
  return valueText(value, { ...unit, ...decimals }, (id) => id);
}

interface KnownSubject {
  subject: Subject;
  amount: number | undefined;
  count: number | undefined;
}

const remembered = new WeakMap<PlanData, KnownSubject[]>();

/** The first subject with this figure, just so or rounded; a text has thousands of figures, so all are kept at hand. */
export function findSubject(data: PlanData, number: TextNumber): Subject | undefined {
  const { kind } = number;
  if (kind === 'percent') return undefined;
  let known = remembered.get(data);
  if (!known) {
    known = allSubjects(data).map((subject) => ({
      subject,
      amount: amountOf(data, subject),
      count: countOf(data, subject),
    }));
    remembered.set(data, known);
  }
  return known.find((one) => {
    const now = one[kind];
    return now !== undefined && agreementOf(number, now) !== 'differs';
  })?.subject;
}

/** Every subject that a figure without a name may be about, the whole plan first. */
function allSubjects(data: PlanData): Subject[] {
  const years = planYears(data.plan).map((year) => ({ year }));
  const sources = topSources(data.reference).map(({ id }) => ({ source: id }));
  return [
    {},
    ...planCategories(data).map(({ category }) => ({ category: category.id })),
    ...years,
    ...sources,
    ...planFacts(data).places.map(({ name }) => ({ place: name })),
    ...years.flatMap((year) => sources.map((source) => ({ ...year, ...source }))),
  ];
}
