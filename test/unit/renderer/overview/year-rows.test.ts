// The years of 总览 add up to 合计, with the money that is in no year.
import { expect, test } from 'vitest';
import { yearRows } from '#renderer/features/overview/year-rows.ts';
import { computeTables } from '#shared/tables/compute.ts';
import { addFen, wan, wanText, ZERO } from '#shared/values/money.ts';
import { makePlan, makeProject } from '#test/unit/electron/excel/write/fixture-plan.ts';

test('what is in no year is a row of its own, and parts of the total are none', () => {
  const dated = makeProject('a', '分了年度', {
    startAt: '2021',
    endAt: '2022',
    amounts: { total: wan(10), bySource: { fiscal: wan(10) }, byYear: { 2021: wan(4), 2022: wan(6) }, cells: {} },
  });
  const bare = makeProject('b', '没分年度', {
    startAt: '2023',
    endAt: '2023',
    amounts: { total: wan('3.5'), bySource: {}, byYear: {}, cells: {} },
  });
  const rows = yearRows(computeTables(makePlan([dated, bare])).find(({ id }) => id === 'years'));
  const named = Object.fromEntries(rows.map(({ name, count, fen }) => [name, [count, wanText(fen)]]));
  expect(named).toMatchObject({ '2021年': [1, '4'], '2022年': [0, '6'], '2023年': [1, '0'], 未分解年度: [0, '3.5'] });
  expect(rows.some(({ name }) => name.startsWith('其中'))).toBe(false);
  expect(wanText(addFen(ZERO, ...rows.map(({ fen }) => fen)))).toBe('13.5');
  expect(yearRows(undefined)).toEqual([]);
});
