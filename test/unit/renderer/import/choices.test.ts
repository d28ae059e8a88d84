import { describe, expect, test } from 'vitest';
import {
  chooseAnswer,
  chooseField,
  chooseRows,
  chooseSheet,
  chooseUnit,
  fieldOfColumn,
  isSheetTaken,
} from '#renderer/features/import/choices.ts';
import type { ColumnMapping, ImportChoices } from '#shared/import/preview.ts';

const column = (letter: string, field: string | null): ColumnMapping => ({
  column: letter,
  header: letter,
  field,
  confidence: 1,
  reason: '',
  samples: [],
});
const COLUMNS = [column('A', 'serial'), column('B', 'name'), column('C', 'source:fiscal'), column('D', null)];

describe('choosing a field', () => {
  test('one field takes one column: the other column becomes 来源 only', () => {
    const choices = chooseField({}, 0, COLUMNS, 'D', 'name');
    expect(choices.mapping).toEqual({ 0: { D: 'name', B: null } });
  });

  test('the column that held the field by an earlier choice is freed too', () => {
    const first = chooseField({}, 0, COLUMNS, 'D', 'total');
    const second = chooseField(first, 0, COLUMNS, 'A', 'total');
    expect(second.mapping).toEqual({ 0: { D: null, A: 'total' } });
  });

  test('parts of a fund source may stand in several columns', () => {
    expect(chooseField({}, 0, COLUMNS, 'D', 'source:fiscal').mapping).toEqual({ 0: { D: 'source:fiscal' } });
  });

  test('leaves other tables and the value it was given alone', () => {
    const before = { mapping: { 1: { A: null } } };
    const after = chooseField(before, 0, COLUMNS, 'A', null);
    expect(after.mapping).toEqual({ 0: { A: null }, 1: { A: null } });
    expect(before).toEqual({ mapping: { 1: { A: null } } });
  });

  test('a choice of 来源 only goes before what was read', () => {
    const choices = chooseField({}, 0, COLUMNS, 'B', null);
    expect(COLUMNS.map((item) => fieldOfColumn(choices, 0, item))).toEqual(['serial', null, 'source:fiscal', null]);
  });
});

describe('rows', () => {
  test('are taken out once and put back', () => {
    const out = chooseRows(chooseRows({}, ['0:5', '0:6'], false), ['0:5'], false);
    expect(out.skipRows).toEqual(['0:5', '0:6']);
    expect(chooseRows(out, ['0:5'], true).skipRows).toEqual(['0:6']);
  });
});

describe('sheets', () => {
  const sheet = (name: string, isHidden = false) => ({ fileIndex: 0, file: '', sheet: name, isHidden });
  const all = [sheet('一批'), sheet('二批'), sheet('三批'), sheet('底稿', true)];
  const taken = (choices: ImportChoices) => all.filter((one) => isSheetTaken(choices, one)).map((one) => one.sheet);

  test('all but the hidden ones are taken until one is left out; the order of the book stays', () => {
    expect(taken({})).toEqual(['一批', '二批', '三批']);
    const without = chooseSheet({}, all, sheet('二批'), false);
    expect(without.sheets).toEqual({ 0: ['一批', '三批'] });
    expect(taken(without)).toEqual(['一批', '三批']);
    expect(chooseSheet(without, all, sheet('二批'), true).sheets).toEqual({ 0: ['一批', '二批', '三批'] });
  });

  test('a hidden sheet is read when it is asked for', () => {
    expect(taken(chooseSheet({}, all, sheet('底稿'), true))).toEqual(['一批', '二批', '三批', '底稿']);
  });

  test('sheets of other files are not touched', () => {
    const other = { ...sheet('一批'), fileIndex: 1 };
    expect(isSheetTaken(chooseSheet({}, [...all, other], sheet('一批'), false), other)).toBe(true);
  });
});

test('answers and units are kept side by side', () => {
  const choices = chooseUnit(chooseAnswer(chooseAnswer({}, 'a', '1'), 'b', '2'), 1, '元');
  expect(choices).toEqual({ answers: { a: '1', b: '2' }, unit: { 1: '元' } });
});
