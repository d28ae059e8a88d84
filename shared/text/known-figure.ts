// What the plan says now about a subject, compared with a figure that somebody wrote.
import type { PlanData } from '#shared/domain/plan-data.ts';
import { planYears, topSources } from '#shared/domain/reference.ts';
import { planFacts } from './facts.ts';
import { valueText } from './field-value.ts';
import { readField } from './fields.ts';
import type { TextNumber } from './numbers.ts';
import { shareOut } from './shares.ts';
import { amountOf, countOf, planCategories, type Subject, subjectArgs } from './subject.ts';
import { type FieldFormat, printField } from './template.ts';

export type Agreement = 'same' | 'rounded' | 'differs';

const FIELD_NAMES = { amount: '投资', count: '个数', percent: '占比' } as const;

function fieldName({ kind }: TextNumber, args: readonly string[]): string {
  return kind === 'amount' && args.length === 0 ? '总投资' : FIELD_NAMES[kind];
}

/** How the written figure agrees with the plan's; undefined where the plan has no such figure. */
export function compareFigure(data: PlanData, number: TextNumber, subject: Subject): Agreement | undefined {
  if (number.kind === 'percent') return comparePercent(data, number, subject);
  const now = currentValue(data, number.kind, subject);
  if (now === undefined) return undefined;
  if (now === number.value) return 'same';
  return Math.abs(now - number.value) <= number.halfPlace ? 'rounded' : 'differs';
}

function comparePercent(data: PlanData, number: TextNumber, subject: Subject): Agreement | undefined {
  const share = readField(data, FIELD_NAMES.percent, subjectArgs(data, subject));
  if (typeof share === 'string' || share.kind !== 'share') return undefined;
  const decimals = Math.min(number.decimals, 4);
  const now = shareOut(share.whole, decimals)[share.index] ?? 0;
  const step = 10 ** (6 - decimals);
  if (now * step === number.value) return 'same';
  const whole = share.whole.reduce((sum, value) => sum + value, 0);
  const exact = whole === 0 ? 0 : ((share.whole[share.index] ?? 0) / whole) * 100 * 1_000_000;
  return Math.abs(exact - number.value) <= number.halfPlace ? 'rounded' : 'differs';
}

/** The field that says this figure of a subject as it was written: same unit, same decimals where they are fewer. */
export function fieldFor(data: PlanData, number: TextNumber, subject: Subject, agreement: Agreement): string {
  const args = subjectArgs(data, subject);
  const name = fieldName(number, args);
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
export function currentText(data: PlanData, number: TextNumber, subject: Subject): string {
  const args = subjectArgs(data, subject);
  const value = readField(data, fieldName(number, args), args);
  if (typeof value === 'string') return value;
  const unit = number.unit === '亿元' || number.unit === '元' ? { unit: number.unit } : {};
  const decimals =
    number.kind === 'percent' || number.unit === '亿元' ? { decimals: Math.max(number.decimals, 2) } : {};
  return valueText(value, { ...unit, ...decimals }, (id) => id);
}

/** Every subject that a figure without a name may be about, the whole plan first. */
export function allSubjects(data: PlanData): Subject[] {
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
