import { expect, test } from 'vitest';
import {
  acceptProposals,
  countAccepted,
  isAccepted,
  openProposals,
  rejectProposals,
} from '#renderer/features/import/accepted.ts';
import { DROP_LIMIT, refusal } from '#renderer/features/import/file-load.ts';
import { countLevels, sortProblems } from '#renderer/features/import/problem-list.ts';
import { foundSheets, headerRowsText } from '#renderer/features/import/table-words.ts';
import type { ImportProblem, ProblemLevel } from '#shared/import/preview.ts';
import { makePreview, makeTable } from './previews.ts';

const problem = (level: ProblemLevel, cell: string): ImportProblem => ({
  level,
  code: 'x',
  sheet: '附表',
  cell,
  raw: '',
  message: '',
  proposal: '',
});
const LIST = [problem('info', 'A1'), problem('error', 'B2'), problem('warning', 'A3'), problem('error', 'A4')];

test('errors come first, each level in the order of the sheet', () => {
  expect(sortProblems(LIST, null).map(({ cell }) => cell)).toEqual(['B2', 'A4', 'A3', 'A1']);
  expect(sortProblems(LIST, 'warning').map(({ cell }) => cell)).toEqual(['A3']);
  expect(countLevels(LIST)).toEqual({ error: 2, warning: 1, info: 1 });
});

test.each([
  [[3], '表头在第 3 行'],
  [[3, 4, 5], '表头在第 3—5 行'],
  [[3, 5], '表头在第 3、5 行'],
  [[], '没有表头'],
])('header rows %j: %s', (rows, text) => expect(headerRowsText(rows)).toBe(text));

test('a sheet with two tables is one sheet; sheets of one name in two files are two', () => {
  const tables = [makeTable(), makeTable({ headerRows: [40] }), makeTable({ fileIndex: 1, file: '另一份.xlsx' })];
  expect(foundSheets(makePreview({ tables })).map(({ file, sheet }) => `${file}/${sheet}`)).toEqual([
    '项目表.xlsx/附表',
    '另一份.xlsx/附表',
  ]);
});

test('hidden sheets can be asked for where it is clear in which file they are', () => {
  const problems = [{ ...problem('info', ''), code: 'hidden-sheet', sheet: '底稿' }];
  expect(foundSheets(makePreview({ problems })).map(({ sheet, isHidden }) => [sheet, isHidden])).toEqual([
    ['附表', false],
    ['底稿', true],
  ]);
  const tables = [makeTable(), makeTable({ fileIndex: 1 })];
  expect(foundSheets(makePreview({ problems, tables })).some(({ isHidden }) => isHidden)).toBe(false);
});

test('proposals are taken one by one or all, and taken back', () => {
  const [one, two] = [
    { ...problem('error', 'E6'), accept: '0/附表/3.1/accept:E6' },
    { ...problem('error', 'E7'), accept: '0/附表/3.1/accept:E7' },
  ] as const;
  const first = acceptProposals({ answers: { '0/附表/3.1/unit': '元' } }, [one]);
  expect(isAccepted(one, first)).toBe(true);
  expect(openProposals([one, two, problem('error', 'A1')], first)).toEqual([two]);
  const both = acceptProposals(first, [two]);
  expect(countAccepted(both)).toBe(2);
  expect(rejectProposals(both).answers).toEqual({ '0/附表/3.1/unit': '元' });
});

test('dropped files over 64 MB, empty ones and workbooks are refused with a reason', () => {
  expect(refusal({ name: '表.xlsx', size: DROP_LIMIT })).toBeNull();
  expect(refusal({ name: '表.xlsx', size: DROP_LIMIT + 1 })).toContain('65 MB');
  expect(refusal({ name: '文件夹', size: 0 })).toContain('文件夹');
  expect(refusal({ name: '红塔区.XIANJIE', size: 100 })).toContain('打开');
});
