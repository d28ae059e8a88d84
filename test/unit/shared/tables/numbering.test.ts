// Numbers follow the order of a document.
import { describe, expect, it } from 'vitest';
import { type NumberedItem, numberItems } from '#shared/tables/numbering.ts';

const table = (id: string, chapter: NumberedItem['chapter']): NumberedItem => ({ id, kind: 'table', chapter });
const chart = (id: string, chapter: NumberedItem['chapter']): NumberedItem => ({ id, kind: 'chart', chapter });

describe('numbers', () => {
  it('run within chapter and kind', () => {
    const numbers = numberItems([
      { ...table('classes', 4), isHead: true },
      chart('classes-count', 4),
      table('class-1', 4),
      chart('class-1-chart', 4),
      table('years', 5),
      table('class-2', 4),
      table('indicators', 'plan'),
      table('towns', 'annex'),
      chart('towns-chart', 'annex'),
      table('units', 'annex'),
    ]);
    expect(Object.fromEntries(numbers)).toEqual({
      classes: '表4',
      'classes-count': '图4-1',
      'class-1': '表4-1',
      'class-1-chart': '图4-2',
      years: '表5-1',
      'class-2': '表4-2',
      indicators: '表1',
      towns: '附表1',
      'towns-chart': '附图1',
      units: '附表2',
    });
  });

  it('follow the order, and an id twice keeps its first', () => {
    const items = [table('a', 4), table('b', 4)];
    expect(numberItems([...items].reverse()).get('a')).toBe('表4-2');
    expect(numberItems([...items, table('a', 4), table('c', 4)]).get('c')).toBe('表4-3');
  });
});
