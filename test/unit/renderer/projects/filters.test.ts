// Which projects a filter shows, and how they are sorted.
import { describe, expect, it } from 'vitest';
import { makeCellReader } from '#renderer/features/projects/cell-text.ts';
import { BLANK, countFilters, makeFilter, NO_FILTER, type ProjectFilter } from '#renderer/features/projects/filters.ts';
import { sortProjects } from '#renderer/features/projects/sorting.ts';
import { wan } from '#shared/domain/money.ts';
import { column, project, REFERENCE } from './fixture.ts';

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
    amounts: amounts({ central: '2' }, { 2021: '2' }),
  }),
  project('2', 'b', '10', {
    town: '研和街道',
    content: '硬化道路ＡＢ3公里',
    startAt: '2021-06',
    endAt: '2022-05',
    amounts: amounts({ other: '10' }, {}),
  }),
  project('3', null, null, { nature: '新建', amounts: amounts({ other: '0' }, { 2022: '0' }) }),
];

function shown(
  filter: Partial<ProjectFilter>,
  search = '',
  only: string[] | null = null,
  levels: Record<string, string[]> = {},
) {
  const keep = makeFilter({ ...NO_FILTER, ...filter }, search, only, REFERENCE, (id) => new Set(levels[id] ?? []));
  return keep ? projects.filter(keep).map((item) => item.id) : 'all';
}

describe('makeFilter', () => {
  it('gives no filter where nothing is asked', () => expect(shown({})).toBe('all'));
  it.each([
    ['a class takes its leaves along', { categories: ['a'] }, ['1']],
    ['town', { towns: ['研和街道'] }, ['2']],
    ['blank town', { towns: [BLANK] }, ['3']],
    ['nature and town together', { natures: ['新建'], towns: ['北城街道'] }, ['1']],
    ['year by money or by 建设年限; a declared zero is no money', { years: [2022] }, ['2']],
    ['a source takes its parts along; zero is no money', { sources: ['fiscal'] }, ['1']],
    ['other sources', { sources: ['other'] }, ['2']],
  ] as const)('%s', (_, filter, ids) => {
    expect(shown(filter as Partial<ProjectFilter>)).toEqual(ids);
  });

  it('searches all words in name, place, content and unit, full width or not', () => {
    expect(shown({}, 'ab3公里 研和')).toEqual(['2']);
    expect(shown({}, '道路 北城')).toEqual([]);
  });

  it('shows only given projects, or only those with findings of a level', () => {
    expect(shown({}, '', ['3', '9'])).toEqual(['3']);
    expect(shown({ levels: ['error'] }, '', null, { 2: ['error'], 3: ['info'] })).toEqual(['2']);
  });

  it('counts the filters that are set', () =>
    expect(countFilters({ ...NO_FILTER, years: [2021, 2022], towns: ['x'] })).toBe(2));
});

describe('sortProjects', () => {
  const reader = makeCellReader(REFERENCE);
  const order = (key: string, direction: 'asc' | 'desc') =>
    sortProjects(projects, column(key), direction, reader).map((item) => item.id);
  it('sorts amounts as numbers, blanks last both ways', () => {
    expect(order('total', 'asc')).toEqual(['1', '2', '3']);
    expect(order('total', 'desc')).toEqual(['2', '1', '3']);
  });
  it('sorts words the Chinese way and periods by their start', () => {
    expect(order('town', 'asc')).toEqual(['1', '2', '3']);
    expect(order('period', 'desc')).toEqual(['2', '1', '3']);
  });
});
