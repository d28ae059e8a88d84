// A filter in a few words, for its chip over the table.
import { type Filter, NUMBER_TESTS, operands, TEXT_TESTS } from './filter.ts';
import type { Subject } from './subjects.ts';

const MOST_NAMED = 2;

/** '乡镇（街道）：大营街街道、春和街道 等 5 项', '总投资 大于 100.00', '总投资 前 10 项'. */
export function filterWords(filter: Filter, subject: Subject, unit: string): string {
  const { label } = subject;
  if (filter.kind === 'values') {
    const { values } = filter;
    const names = values.slice(0, MOST_NAMED).map((value) => subject.labelOf(value));
    if (values.length === 0) return `${label}：（一项未选）`;
    return `${label}：${names.join('、')}${values.length > MOST_NAMED ? ` 等 ${values.length} 项` : ''}`;
  }
  if (filter.kind === 'text') return `${label} ${TEXT_TESTS[filter.test]}“${filter.text}”`;
  const { test, a, b } = filter;
  if (test === 'top' || test === 'bottom') return `${label} ${test === 'top' ? '前' : '后'} ${a} 项`;
  const words = `${label} ${NUMBER_TESTS[test]}`;
  const suffix = subject.kind === 'amount' ? ` ${unit}` : '';
  const number = (value: number): string => subject.labelOf(String(value));
  if (operands(test) === 0) return words;
  return operands(test) === 1 ? `${words} ${number(a)}${suffix}` : `${words} ${number(a)} 和 ${number(b)}${suffix}`;
}
