// Which projects the filters show, what a column's drop-down lists, and how sorting orders.
import { describe, expect, it } from 'vitest';
import { draftOf, NO_DRAFT, readDraft } from '#renderer/features/projects/filters/condition.ts';
import { type Filter, type Filters, type NumberTest, withFilter } from '#renderer/features/projects/filters/filter.ts';
import { filterWords } from '#renderer/features/projects/filters/filter-words.ts';
import { isFiltering, keepProjects } from '#renderer/features/projects/filters/match.ts';
import { sortProjects, withSort } from '#renderer/features/projects/filters/sorting.ts';
import {
  LEVEL_SUBJECT,
  makeSubjects,
  SOURCE_SUBJECT,
  withFindings,
  YEAR_SUBJECT,
} from '#renderer/features/projects/filters/subjects.ts';
import {
  checkedValues,
  listValues,
  searchValues,
  toggleValue,
  valuesFilter,
} from '#renderer/features/projects/filters/value-list.ts';
import type { Finding } from '#shared/checks/finding.ts';
import { formatUnit, wan } from '#shared/values/money.ts';
import { PLAN, project, REFERENCE } from './fixture.ts';

const amounts = (bySource: Record<string, string>, byYear: Record<string, string>) => ({
  total: null,
  cells: {},
  bySource: Object.fromEntries(Object.entries(bySource).map(([key, text]) => [key, wan(text)])),
  byYear: Object.fromEntries(Object.entries(byYear).map(([key, text]) => [key, wan(text)])),
});
const projects = [
  project('1', 'a1', '2', {
    town: '北城街道',
    nature: '新建',
    startAt: '2021',
    households: 12,
    amounts: amounts({ central: '2' }, { 2021: '2' }),
  }),
  project('2', 'b', '10', {
    town: '研和街道',
    content: '硬化道路ＡＢ3公里',
    startAt: '2021-06',
    endAt: '2022-05',
    households: 3,
    amounts: amounts({ other: '10' }, {}),
  }),
  project('3', null, null, { nature: '新建', amounts: amounts({ other: '0' }, { 2022: '0' }) }),
];
const finding = { level: 'error' } as Finding;
const subjects = withFindings(
  makeSubjects({ plan: PLAN, reference: REFERENCE, amountText: (fen) => formatUnit(fen, '万元') }),
  new Map([['2', [finding]]]),
);
const subject = (key: string) => {
  const found = subjects.get(key);
  if (!found) throw new Error(key);
  return found;
};

const values = (...list: string[]): Filter => ({ kind: 'values', values: list });
const number = (test: NumberTest, a = 0, b = 0): Filter => ({ kind: 'number', test, a, b });

function shown(filters: Filters, search = '', only: string[] | null = null): string {
  const asked = { filters, search, only };
  return keepProjects(projects, asked, subjects)
    .map(({ id }) => id)
    .join('');
}

describe('keepProjects', () => {
  it('gives the same list where nothing is asked', () => {
    const asked = { filters: {}, search: ' ', only: null };
    expect(isFiltering(asked)).toBe(false);
    expect(keepProjects(projects, asked, subjects)).toBe(projects);
  });

  it.each([
    ['a value of a column', { town: values('研和街道') }, '2'],
    ['a blank cell', { town: values('') }, '3'],
    ['no value at all', { town: values() }, ''],
    ['two columns at once', { nature: values('新建'), town: values('北城街道', '') }, '13'],
    ['a category, and what has none', { categoryId: values('a1', '') }, '13'],
    ['year by money or by 建设年限; a declared zero is no money', { [YEAR_SUBJECT]: values('2022') }, '2'],
    ['a source takes its parts along; zero is no money', { [SOURCE_SUBJECT]: values('fiscal') }, '1'],
    ['findings', { [LEVEL_SUBJECT]: values('error') }, '2'],
    ['without findings', { [LEVEL_SUBJECT]: values('none') }, '13'],
    ['text that holds', { content: { kind: 'text', test: 'contains', text: 'ab３' } }, '2'],
    ['text that does not hold; a blank does not', { content: { kind: 'text', test: 'excludes', text: 'AB' } }, '13'],
    ['text that begins', { town: { kind: 'text', test: 'starts', text: '北' } }, '1'],
    ['text that ends', { town: { kind: 'text', test: 'ends', text: '街道' } }, '12'],
    ['text that equals', { name: { kind: 'text', test: 'equals', text: '项目3' } }, '3'],
    ['text that differs', { name: { kind: 'text', test: 'differs', text: '项目3' } }, '12'],
    ['a column that the plan does not have', { gone: values('x') }, '123'],
  ] as [string, Filters, string][])('%s', (_, filters, ids) => expect(shown(filters)).toBe(ids));

  it.each([
    ['gt', 3, 0, '1'],
    ['ge', 3, 0, '12'],
    ['lt', 12, 0, '2'],
    ['le', 12, 0, '12'],
    ['eq', 12, 0, '1'],
    ['ne', 12, 0, '23'],
    ['between', 5, 3, '2'],
    ['top', 1, 0, '1'],
    ['bottom', 1, 0, '2'],
    ['top', 9, 0, '12'],
    ['above', 0, 0, '1'],
    ['below', 0, 0, '2'],
  ] as [NumberTest, number, number, string][])('households %s %d %d', (test, a, b, ids) => {
    expect(shown({ households: number(test, a, b) })).toBe(ids);
  });

  it('compares amounts in 分', () => expect(shown({ 'source:other': number('gt', wan('9.999999')) })).toBe('2'));

  it('searches all words in name, place, content and unit, full width or not', () => {
    expect(shown({}, 'ab3公里 研和')).toBe('2');
    expect(shown({}, '道路 北城')).toBe('');
  });

  it('shows only given projects', () => expect(shown({}, '', ['3', '9'])).toBe('3'));
});

describe('the list of values', () => {
  it('counts them, blank last, as the other filters leave them', () => {
    const asked = { filters: { town: values('研和街道'), nature: values('新建') }, search: '', only: null };
    const others = keepProjects(projects, asked, subjects, 'town');
    expect(listValues(subject('town'), others).map(({ label, count }) => `${label} ${count}`)).toEqual([
      '北城街道 1',
      '（空白） 1',
    ]);
  });

  it('sorts figures by size and shows headings with what is beneath them', () => {
    expect(listValues(subject('households'), projects).map(({ label }) => label)).toEqual(['3', '12', '（空白）']);
    expect(listValues(subject('source:other'), projects).map(({ label }) => label)).toEqual([
      '0.00',
      '10.00',
      '（空白）',
    ]);
    expect(listValues(subject('categoryId'), projects).map(({ label, depth, count }) => [label, depth, count])).toEqual(
      [
        ['一、产业', 0, 1],
        ['（一）种植业', 1, 1],
        ['二、基础设施', 0, 1],
        ['（空白）', 0, 1],
      ],
    );
  });

  it('takes what stands beneath a heading along', () => {
    const items = listValues(subject('categoryId'), projects);
    const all = checkedValues(undefined, items);
    const without = toggleValue(all, items, 0);
    expect([...without]).toEqual(['b', '']);
    expect(searchValues(items, '产业').map(({ value }) => value)).toEqual(['a', 'a1']);
    expect(valuesFilter(items, items, without, null)).toEqual(values('b', ''));
    expect(valuesFilter(items, items, all, null)).toBeNull();
  });

  it('takes only the hits of a search, or adds them to what was chosen', () => {
    const items = listValues(subject('town'), projects);
    const found = searchValues(items, '研和');
    const checked = new Set(found.map(({ value }) => value));
    expect(valuesFilter(items, found, checked, null)).toEqual(values('研和街道'));
    expect(valuesFilter(items, found, checked, new Set(['']))).toEqual(values('研和街道', ''));
  });
});

describe('a condition', () => {
  it('reads amounts in the shown unit, and goes back to what was typed', () => {
    const filter = readDraft({ test: 'between', a: '1', b: '２亿' }, subject('total'), '元');
    expect(filter).toEqual(number('between', 100, 2 * 10 ** 10));
    expect(draftOf(number('gt', wan('1234.5')), subject('total'))).toEqual({ test: 'gt', a: '1234.50', b: '' });
    expect(draftOf(values('x'), subject('total'))).toEqual(NO_DRAFT);
  });
  it.each([
    ['total', { test: 'gt', a: '约3', b: '' }, /不是金额/],
    ['total', { test: 'gt', a: '', b: '' }, /请填写金额/],
    ['households', { test: 'gt', a: '1.5', b: '' }, /不是整数/],
    ['households', { test: 'top', a: '0', b: '' }, /显示几项/],
    ['name', { test: 'contains', a: ' ', b: '' }, /请填写/],
  ] as const)('%s %o', (key, draft, message) => expect(readDraft(draft, subject(key), '万元')).toMatch(message));
});

it('a filter says what it is', () => {
  const words = (key: string, filter: Filter) => filterWords(filter, subject(key), '万元');
  expect(words('town', values('甲', '', '乙'))).toBe('乡镇（街道）：甲、（空白） 等 3 项');
  expect(words('total', number('between', wan('1'), wan('2000')))).toBe('总投资 介于 1.00 和 2,000.00 万元');
  expect(words('households', number('top', 10))).toBe('受益对象 户 前 10 项');
  expect(words('total', number('above'))).toBe('总投资 高于平均值');
  expect(words('name', { kind: 'text', test: 'starts', text: '新' })).toBe('项目类别及名称 开头是“新”');
  expect(withFilter({ town: values('甲') }, 'town', null)).toEqual({});
});

describe('sortProjects', () => {
  const order = (...sorting: [string, 'asc' | 'desc'][]) =>
    sortProjects(
      projects,
      sorting.map(([key, direction]) => ({ key, direction })),
      subjects,
    )
      .map(({ id }) => id)
      .join('');
  it('sorts figures as numbers, blanks last both ways', () => {
    expect(order(['households', 'asc'])).toBe('213');
    expect(order(['households', 'desc'])).toBe('123');
  });
  it('sorts words the Chinese way, categories as the plan does, and by a second column', () => {
    expect(order(['town', 'asc'])).toBe('123');
    expect(order(['period', 'desc'])).toBe('213');
    expect(order(['categoryId', 'desc'])).toBe('213');
    expect(order(['nature', 'asc'], ['name', 'desc'])).toBe('312');
  });
  it('adds a column behind the others, or begins anew', () => {
    const first = withSort([], 'town', 'asc', false);
    const second = withSort(first, 'total', 'desc', true);
    expect(second.map(({ key }) => key)).toEqual(['town', 'total']);
    expect(withSort(second, 'town', 'desc', true)[0]).toEqual({ key: 'town', direction: 'desc' });
    expect(withSort(second, 'name', 'asc', false)).toEqual([{ key: 'name', direction: 'asc' }]);
    expect(withSort(second, 'town', null, false).map(({ key }) => key)).toEqual(['total']);
  });
});
