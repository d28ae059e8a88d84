// What the cell editors offer.
import { describe, expect, it } from 'vitest';
import { findCategory, narrowOptions, optionsFor } from '#renderer/features/projects/options.ts';
import { ALL_COLUMNS, PLAN, project, REFERENCE } from './fixture.ts';

const projects = [
  project('1', 'a1', '1', { town: '北城街道', village: '大营', unit: '区水利局' }),
  project('2', 'a1', '1', { town: '北城街道', village: '古城', unit: '区水利局' }),
  project('3', 'a1', '1', { town: '研和街道', village: '可官' }),
];
const source = { plan: PLAN, reference: REFERENCE, projects };
const columnOf = (key: string) => {
  const found = ALL_COLUMNS.find((item) => item.key === key);
  if (!found) throw new Error(key);
  return found;
};
const labels = (key: string, about: (typeof projects)[number] | null = null) =>
  optionsFor(columnOf(key), about, source).map((option) => `${'.'.repeat(option.depth)}${option.label}`);

describe('optionsFor', () => {
  it('offers the category tree with its printed headings', () => {
    expect(labels('categoryId')).toEqual(['一、产业', '.（一）种植业', '.（二）养殖业', '二、基础设施', '.（一）道路']);
  });
  it('offers places in use, villages of the same town only', () => {
    expect(labels('town')).toEqual(['北城街道', '研和街道']);
    expect(labels('village', projects[0])).toEqual(['大营', '古城']);
  });
  it('offers units in use and nothing for free text', () => {
    expect(labels('unit')).toEqual(['区水利局']);
    expect(labels('content')).toEqual([]);
  });
});

describe('narrowOptions', () => {
  it('keeps the headings above a match', () => {
    const found = narrowOptions(optionsFor(columnOf('categoryId'), null, source), '道');
    expect(found.map((option) => option.label)).toEqual(['二、基础设施', '（一）道路']);
  });
});

describe('findCategory', () => {
  it.each([
    ['a1', 'a1'],
    ['种植业', 'a1'],
    ['（一）种植业', 'a1'],
    ['产业 › 种植业', 'a1'],
    ['种植', 'a1'],
    ['一、产业', 'a'],
    ['林业', undefined],
    ['', undefined],
  ])('%s', (text, id) => {
    expect(findCategory(REFERENCE, 's', text)).toBe(id);
  });
});
