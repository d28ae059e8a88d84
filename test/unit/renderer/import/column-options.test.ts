import { expect, test } from 'vitest';
import {
  confidenceWord,
  fieldLabel,
  fieldOptions,
  matchesOption,
  SOURCE_ONLY,
} from '#renderer/features/import/column-options.ts';
import { planDefaults, referenceFor } from '#seeds/index.ts';
import { columnsOf } from '#shared/domain/fields.ts';

const plan = planDefaults('530402', 2021, 2025);
const reference = referenceFor('530402');
const columns = columnsOf(plan, reference);

test('every column of the list can be chosen, once', () => {
  const city = { ...plan, regionCode: reference.regions.find(({ code }) => code === plan.regionCode)?.parent ?? '' };
  expect(fieldOptions(city, reference, []).flatMap(({ options }) => options.map(({ value }) => value))).toContain(
    'region',
  );
  const values = fieldOptions(plan, reference, []).flatMap((group) => group.options.map(({ value }) => value));
  for (const column of columns) expect(values).toContain(column.key);
  expect(new Set(values).size).toBe(values.length);
  expect(values[0]).toBe(SOURCE_ONLY);
});

test('what the reader chose can be chosen again, even where it is no column of the list', () => {
  const groups = fieldOptions(plan, reference, ['name', 'cell:2021|fiscal', null, 'cell:2021|fiscal']);
  expect(groups.at(-1)?.options.filter(({ value }) => value.startsWith('cell:'))).toHaveLength(1);
});

test('no key of the program is shown as it is', () => {
  for (const group of fieldOptions(plan, reference, ['cell:2021|fiscal', 'sum:fiscal', 'count', 'region:530402'])) {
    for (const { label } of group.options) expect(label).toMatch(/^[^a-z:|]+$/);
  }
});

test.each([
  [null, '不导入（仅留作来源）'],
  ['total', '总投资'],
  ['year:2021', '分年度投资：2021年'],
  ['period:start', '建设年限：开始时间'],
])('%s is called %s', (key, label) => expect(fieldLabel(key, columns, reference)).toBe(label));

test.each([
  [0.99, '高'],
  [0.9, '高'],
  [0.89, '中'],
  [0.7, '中'],
  [0.4, '低'],
] as const)('a confidence of %d is %s', (value, word) => expect(confidenceWord(value)).toBe(word));

test('typing finds options whatever the width of the characters', () => {
  expect(matchesOption('2021', { label: '分年度投资：２０２１年' })).toBe(true);
  expect(matchesOption(' 总 投', { label: '总投资' })).toBe(true);
  expect(matchesOption('备注', { label: '总投资' })).toBe(false);
});
