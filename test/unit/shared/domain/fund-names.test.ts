// Funds under the names of their years (SPECS J2), in new workbooks and in those of 0.1.0.
import { expect, test } from 'vitest';
import { openKernel } from '#electron/db/kernel/kind.ts';
import { KINDS } from '#electron/db/kinds/index.ts';
import { openFile } from '#electron/db/open.ts';
import { startSession } from '#electron/services/session.ts';
import { verifyDatabase } from '#electron/services/verify.ts';
import { FUND_SOURCES } from '#seeds/fund-sources.ts';
import { fundNameIn, fundNameText, namesInUse } from '#shared/domain/fund-names.ts';
import { FISCAL_FUND } from '#shared/domain/reference.ts';
import { makeOlderWorkbook } from '#test/support/older-workbook.ts';
import { makeTempFolder } from '#test/support/temp-folder.ts';

const folder = makeTempFolder();
const fiscal = (lastYear: number, fundYear: number | null = null) =>
  namesInUse(FUND_SOURCES, { lastYear, fundYear }).find(({ id }) => id === FISCAL_FUND);

test('a plan prints the names of its last year; all others stay known', () => {
  expect(fiscal(2025)?.name).toBe('财政衔接资金');
  expect(fiscal(2030)?.name).toBe('常态化帮扶资金');
  expect(fiscal(2020)?.name).toBe('财政专项扶贫资金');
  expect(fiscal(2030)?.aliases).toEqual(expect.arrayContaining(['财政衔接资金', '财政专项扶贫资金', '衔接资金']));
  expect(fiscal(2030)?.aliases).not.toContain('常态化帮扶资金');
});

test('the year whose names are printed can be another one', () => {
  expect(fiscal(2026, 2025)?.name).toBe('财政衔接资金');
});

test('a source of one name keeps it, and so does a year that no name covers', () => {
  const source = { name: '其他资金', names: [{ from: 2026, to: 2027, name: '新资金' }] };
  expect([2025, 2026, 2027, 2028].map((year) => fundNameIn(source, year))).toEqual([
    '其他资金',
    '新资金',
    '新资金',
    '其他资金',
  ]);
});

test.each([
  [null, 2020, '2020年及以前 甲'],
  [2021, 2025, '2021—2025年 甲'],
  [2026, 2026, '2026年 甲'],
  [2026, null, '2026年起 甲'],
  [null, null, '甲'],
] as const)('the years of a name in words: %s to %s', (from, to, words) => {
  expect(fundNameText({ from, to, name: '甲' })).toBe(words);
});

test('a workbook of 0.1.0 learns the names, and agrees with its log', () => {
  const path = makeOlderWorkbook(folder, 3);
  const file = openFile(path);
  const session = startSession(file, () => undefined);
  const { reference, plan } = session.planData();
  expect(reference.fundSources.find(({ id }) => id === FISCAL_FUND)).toMatchObject({
    name: '财政衔接资金',
    aliases: expect.arrayContaining(['常态化帮扶资金']),
  });
  expect(plan).toMatchObject({ name: '巩固拓展脱贫攻坚成果同乡村振兴有效衔接', midYear: 2023, fundYear: null });
  expect(verifyDatabase(file.db)).toEqual([]);
  expect(openKernel(file.db, KINDS).stores.fundSource.read('fiscal.central')?.names).toHaveLength(3);
  session.close();
});
