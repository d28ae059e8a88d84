// A condition as it is being typed: 大于 100, 开头是 大营. Read into a filter when it is applied.
import type { DisplayUnit } from '#shared/values/money.ts';
import { parseAmount } from '#shared/values/parse-amount.ts';
import { parseCount } from '#shared/values/parse-count.ts';
import { type Filter, NUMBER_TESTS, type NumberTest, operands, TEXT_TESTS, type TextTest } from './filter.ts';
import type { Subject } from './subjects.ts';

export interface Draft {
  /** '' while the values are ticked instead. */
  test: NumberTest | TextTest | '';
  a: string;
  b: string;
}

export const NO_DRAFT: Draft = { test: '', a: '', b: '' };

/** The tests that fit a subject, by their words; {} where only values can be ticked. */
export function testsOf(subject: Subject): Readonly<Record<string, string>> {
  if (subject.kind === 'list') return {};
  return subject.kind === 'text' ? TEXT_TESTS : NUMBER_TESTS;
}

/** How many fields a test needs. */
export function fieldsOf(test: Draft['test']): 0 | 1 | 2 {
  if (test === '') return 0;
  return test in NUMBER_TESTS ? operands(test as NumberTest) : 1;
}

/** The condition that is set, as typed texts in the shown unit. */
export function draftOf(filter: Filter | undefined, subject: Subject): Draft {
  if (!filter || filter.kind === 'values') return NO_DRAFT;
  if (filter.kind === 'text') return { test: filter.test, a: filter.text, b: '' };
  const isCount = filter.test === 'top' || filter.test === 'bottom';
  const text = (number: number): string =>
    isCount ? String(number) : subject.labelOf(String(number)).replaceAll(',', '');
  const needed = operands(filter.test);
  return { test: filter.test, a: needed > 0 ? text(filter.a) : '', b: needed > 1 ? text(filter.b) : '' };
}

/** The filter of a typed condition, or a sentence that says what is missing. */
export function readDraft(draft: Draft, subject: Subject, unit: DisplayUnit): Filter | string {
  const { test } = draft;
  if (test in TEXT_TESTS && subject.kind === 'text') {
    const text = draft.a.trim();
    return text === '' ? '请填写要查的文字。' : { kind: 'text', test: test as TextTest, text };
  }
  const needed = fieldsOf(test);
  const isCount = test === 'top' || test === 'bottom';
  const numbers: number[] = [];
  for (const typed of [draft.a, draft.b].slice(0, needed)) {
    const number = subject.kind === 'amount' && !isCount ? readFen(typed, unit) : readWhole(typed);
    if (typeof number === 'string') return number;
    numbers.push(number);
  }
  if (isCount && (numbers[0] ?? 0) < 1) return '请填写要显示几项，如 10。';
  return { kind: 'number', test: test as NumberTest, a: numbers[0] ?? 0, b: numbers[1] ?? 0 };
}

function readFen(typed: string, unit: DisplayUnit): number | string {
  const reading = parseAmount(typed, unit);
  if (reading.kind === 'amount') return reading.fen;
  return reading.kind === 'blank' ? `请填写金额，单位${unit}。` : `“${typed}”不是金额：${reading.reason}。`;
}

function readWhole(typed: string): number | string {
  const reading = parseCount(typed, '数');
  if (reading.kind === 'count') return reading.value;
  return reading.kind === 'unreadable' ? `“${typed}”不是整数：${reading.reason}。` : '请填写一个整数。';
}
