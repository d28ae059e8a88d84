import { describe, expect, test } from 'vitest';
import {
  blockedBy,
  changesInBrief,
  countActions,
  filterRows,
  footSentence,
  rowKey,
  showWan,
  sumTaken,
} from '#renderer/features/import/row-list.ts';
import type { ImportPreview } from '#shared/import/preview.ts';
import { wan } from '#shared/values/money.ts';
import { makePreview, makeRow, makeTable } from './previews.ts';

const ROWS = [
  makeRow({ row: 5, action: 'add', totalWan: '0.1' }),
  makeRow({ row: 6, action: 'update', totalWan: '0.2' }),
  makeRow({ row: 7, action: 'unchanged', totalWan: '664599.38' }),
  makeRow({ row: 8, action: 'conflict', totalWan: '7' }),
  makeRow({ row: 9, action: 'skip', totalWan: '9' }),
  makeRow({ row: 10, action: 'add', totalWan: '' }),
];
const NONE: ReadonlySet<string> = new Set();
const PLAIN = { tables: [makeTable()], counties: [] };

test('rows left out count as 跳过 at once', () => {
  expect(countActions(ROWS, NONE)).toEqual({ add: 2, update: 1, unchanged: 1, conflict: 1, skip: 1 });
  expect(countActions(ROWS, new Set(['0:5']))).toEqual({ add: 1, update: 1, unchanged: 1, conflict: 1, skip: 2 });
});

test('the sum is exact and leaves out conflicts and skipped rows', () => {
  expect(sumTaken(ROWS, NONE)).toBe(wan('664599.68'));
  expect(sumTaken(ROWS, new Set(['0:7']))).toBe(wan('0.3'));
});

test('the foot says everything that will happen, in one sentence', () => {
  expect(footSentence(ROWS, NONE, PLAIN)).toBe(
    '将新增 2 个、更新 1 个、未变 1 个、冲突 1 个（不导入）、跳过 1 个，合计 664,599.68 万元',
  );
  expect(footSentence(ROWS.slice(0, 1), NONE, PLAIN)).toBe('将新增 1 个、更新 0 个、未变 0 个，合计 0.10 万元');
});

test('the foot counts what counties no longer report, where that comes in', () => {
  const county = { withdrawn: { projects: 3, totalWan: '9', names: [] } };
  const counties = [
    { ...county, taken: 'replace' },
    { ...county, taken: 'skip' },
  ] as unknown as ImportPreview['counties'];
  expect(footSentence(ROWS.slice(0, 1), NONE, { ...PLAIN, counties })).toContain('未变 0 个、撤回 3 个，合计');
});

test('a summary brings figures only, a progress sheet its rows', () => {
  const summary = makeTable({ kind: 'summary', assertions: 12, projects: 0 });
  const progress = makeTable({ kind: 'progress', keptRows: 60, projects: 0 });
  expect(footSentence([], NONE, { tables: [summary], counties: [] })).toBe('没有项目，12 项数字留作核对');
  expect(footSentence([], NONE, { tables: [progress], counties: [] })).toBe('没有项目，进度表 60 行只留来源');
  expect(footSentence(ROWS.slice(0, 1), NONE, { tables: [makeTable(), progress], counties: [] })).toBe(
    '将新增 1 个、更新 0 个、未变 0 个，合计 0.10 万元；进度表 60 行只留来源',
  );
  expect(blockedBy(makePreview({ tables: [progress], rows: [] }), {}, null)).toBe(null);
});

test('a line of the list begins with figures and cuts long words', () => {
  const long = '修建道路1.2公里，宽4米，厚0.2米，配套边沟和挡墙。';
  const change = (column: string, after: string) => ({ column, label: column, before: '1', after });
  const brief = changesInBrief([
    change('content', long),
    change('unit', '镇政府'),
    change('year:2021', '3'),
    change('total', '2'),
  ]);
  expect(brief.map(({ column }) => column)).toEqual(['total', 'year:2021', 'unit', 'content']);
  expect(brief.at(-1)?.after).toBe('修建道路1.2公里，宽4米…');
});

test('a filter shows the rows as they are counted', () => {
  expect(filterRows(ROWS, new Set(['0:5']), {}, 'add').map(rowKey)).toEqual(['0:10']);
  expect(filterRows(ROWS, new Set(['0:5']), {}, 'skip').map(rowKey)).toEqual(['0:5', '0:9']);
  expect(filterRows(ROWS, NONE, {}, null)).toHaveLength(ROWS.length);
});

test('a row that is left out stays in the filter where it was clicked', () => {
  expect(filterRows(ROWS, new Set(['0:5']), { '0:5': 'add' }, 'add').map(rowKey)).toEqual(['0:5', '0:10']);
  expect(filterRows(ROWS, NONE, { '0:5': 'update' }, 'update').map(rowKey)).toEqual(['0:6']);
});

test.each([
  ['664599.38', '664,599.38'],
  ['12', '12.00'],
  ['0.123456', '0.123456'],
  ['', ''],
])('amount %s is shown as %s', (text, shown) => expect(showWan(text)).toBe(shown));

describe('the button 导入', () => {
  const question = { id: 'unit', message: '', options: [], assumed: '万元' };

  test('can be pressed when something comes in', () => expect(blockedBy(makePreview(), {}, null)).toBeNull());

  test('waits for every answer', () => {
    const preview = makePreview({ questions: [question] });
    expect(blockedBy(preview, {}, null)).toContain('还有 1 个问题');
    expect(blockedBy(preview, { answers: { unit: '元' } }, null)).toBeNull();
  });

  test('says why a read-only workbook takes nothing', () =>
    expect(blockedBy(makePreview(), {}, '工作簿是只读的')).toBe('工作簿是只读的'));

  test('has nothing to do when every row is left out', () =>
    expect(blockedBy(makePreview(), { skipRows: ['0:5'] }, null)).toBe('没有可以导入的项目。'));

  test('takes a summary that has only claims', () => {
    const table = makeTable({ kind: 'summary', assertions: 12, projects: 0 });
    expect(blockedBy(makePreview({ tables: [table], rows: [] }), {}, null)).toBeNull();
  });
});
