import { expect, test } from 'vitest';
import { isMoved, renumber, tableMoves, withoutNumbers } from '#renderer/features/import/renumber.ts';
import type { ImportChoices } from '#shared/import/preview.ts';
import { makeTable } from './previews.ts';

const [a, b, c] = [makeTable({ sheet: 'a' }), makeTable({ sheet: 'b' }), makeTable({ sheet: 'b', headerRows: [40] })];
const CHOICES: ImportChoices = {
  mapping: { 0: { A: null }, 1: { B: 'name' } },
  unit: { 2: '元' },
  skipRows: ['0:5', '1:12', '2:45'],
  pairs: { '0:6': 'x', '1:13': null, '2:46': 'y' },
  answers: { 'x/unit': '元' },
  mode: 'add',
};

test('a table in front goes: the others move up, its own choices are dropped', () => {
  const moves = tableMoves([a, b, c], [b, c]);
  expect(isMoved([a, b, c], moves)).toBe(true);
  expect(renumber(CHOICES, moves)).toEqual({
    mapping: { 0: { B: 'name' } },
    unit: { 1: '元' },
    skipRows: ['0:12', '1:45'],
    pairs: { '0:13': null, '1:46': 'y' },
    answers: { 'x/unit': '元' },
    mode: 'add',
  });
});

test('a table comes in front: the others move down', () => {
  expect(renumber({ unit: { 0: '元' }, skipRows: ['0:5'] }, tableMoves([b], [a, b]))).toEqual({
    unit: { 1: '元' },
    skipRows: ['1:5'],
  });
});

test('new figures in the same tables move nothing', () => {
  const later = [a, { ...b, projects: 9, unit: '元' as const, kind: 'summary' as const }, c];
  expect(isMoved([a, b, c], tableMoves([a, b, c], later))).toBe(false);
});

test('what is not numbered stays', () => {
  const plain: ImportChoices = { answers: { x: '1' } };
  expect(renumber(plain, tableMoves([a, b], [b]))).toBe(plain);
  expect(withoutNumbers(CHOICES)).toEqual({ answers: { 'x/unit': '元' }, mode: 'add' });
});
