// Registers as offices send them: what a sheet says stays what it says, a corrected day corrects, what is personal is told.
import { describe, expect, it } from 'vitest';
import { ruleSettings } from '#shared/checks/rule-settings.ts';
import type { Posting } from '#shared/domain/posting.ts';
import { readWorkbookNow, tableContext } from '#shared/import/read-workbook.ts';
import { NO_HOLIDAYS } from '#shared/notice/period.ts';
import { readRegister } from '#shared/postings/read-register.ts';
import { registerRows } from '#shared/postings/register.ts';
import { wan } from '#shared/values/money.ts';
import { makeProject, planWith } from '../../seeds/sample-plan.ts';
import { makeSheet } from '../import/make-sheet.ts';

const data = planWith([
  makeProject('a', { total: '100' }, { name: '甲村产业园建设', town: '研和街道', village: '甲村' }),
  makeProject('b', { total: '50' }, { name: '乙村道路硬化', town: '研和街道', village: '乙村' }),
]);
const HEAD = [
  '序号',
  '公示事项',
  '级别',
  '公示起',
  '公示止',
  '公示天数',
  '项目名称',
  '乡镇',
  '金额（万元）',
  '异议',
  '处理结果',
];

function read(rows: string[][], postings: readonly Posting[] = [], head = HEAD) {
  const book = { format: 'xlsx' as const, sheets: [makeSheet([head, ...rows])], notes: [] };
  const { tables } = readWorkbookNow(book, tableContext(data.plan, data.reference, data.projects), {
    tableChoices: () => ({ kind: 'notices' }),
  });
  const reading = tables[0]?.reading;
  if (!reading) throw new Error('no table');
  const result = readRegister(reading, {
    ...{ data, batches: [], postings, holidays: NO_HOLIDAYS, today: '2026-12-01', pairs: new Map() },
  });
  const updated = new Map(result.updated.map((posting) => [posting.id, posting]));
  const now = [
    ...postings.map((posting) => updated.get(posting.id) ?? posting),
    ...result.added.map((posting, index) => ({ ...posting, id: `n${postings.length + index}`, posted: null })),
  ];
  const rowsNow = registerRows(data, now, {
    ...{ asOf: '2026-12-01', holidays: NO_HOLIDAYS, settings: ruleSettings(data.records) },
  });
  return {
    now,
    shown: rowsNow.map(({ posting: { from }, projects, amountFen }) => [from, projects, amountFen]),
    codes: result.problems.map(({ code }) => code),
    messages: result.problems.map(({ message }) => message).join('\n'),
    counts: [result.added.length, result.updated.length, result.known],
  };
}

const row = (from: string, to: string, name: string, amount: string, more: string[] = []): string[] => [
  ...['1', '村级申报公示', '村', from, to, '', name, '研和街道', amount],
  ...more,
];

describe('amounts and counts', () => {
  it('of the sheet stay, the difference to the list is told', () => {
    const { shown, messages, now } = read([row('2026-11-01', '2026-11-10', '甲村产业园建设', '90')]);
    expect(shown).toEqual([['2026-11-01', 1, wan('90')]]);
    expect(messages).toContain('金额写 90.00 万元，项目表里“甲村产业园建设”总投资 100.00 万元，差 -10.00 万元');
    const again = read([row('2026-11-01', '2026-11-10', '甲村产业园建设', '95')], now);
    expect(again.shown).toEqual([['2026-11-01', 1, wan('95')]]);
    expect(again.messages).toContain('金额“90.00 万元”改为“95.00 万元”');
  });

  it('of a project that nobody knows are counted too', () => {
    const rows = [
      row('2026-11-01', '2026-11-10', '甲村产业园建设', '100'),
      row('2026-11-01', '2026-11-10', '没有的项目', '30'),
    ];
    expect(read(rows).shown).toEqual([['2026-11-01', 1, wan('130')]]);
  });

  it('that only repeat what the projects come to change nothing', () => {
    const { now } = read([row('2026-11-01', '2026-11-10', '甲村产业园建设', '')]);
    expect(read([row('2026-11-01', '2026-11-10', '甲村产业园建设', '100')], now).counts).toEqual([0, 0, 1]);
  });
});

describe('a corrected day', () => {
  it('corrects the notice of the same projects instead of adding one', () => {
    const { now } = read([row('2026-11-25', '2026-12-10', '甲村产业园建设', '100')]);
    const { counts, shown, messages } = read([row('2026-11-26', '2026-12-10', '甲村产业园建设', '100')], now);
    expect([counts, shown]).toEqual([[0, 1, 0], [['2026-11-26', 1, wan('100')]]]);
    expect(messages).toContain('起“2026-11-25”改为“2026-11-26”');
  });

  it('is another notice where it lies far away, or beside the first in one sheet', () => {
    const { now } = read([row('2026-03-01', '2026-03-10', '甲村产业园建设', '100')]);
    expect(read([row('2026-11-01', '2026-11-10', '甲村产业园建设', '100')], now).counts).toEqual([1, 0, 0]);
    const both = [
      row('2026-03-01', '2026-03-10', '甲村产业园建设', '100'),
      row('2026-03-11', '2026-03-20', '甲村产业园建设', '100'),
    ];
    expect(read(both, now).counts).toEqual([1, 0, 1]);
  });
});

it('tells numbers of persons, and work days of a year without its holidays', () => {
  const personal = row('2026-11-01', '2026-11-10', '甲村产业园建设', '100', [
    '李某（420281199001011234）反映',
    '已答复',
  ]);
  expect(read([personal]).codes).toContain('personal-data');
  expect(read([row('2026-11-01', '2026-11-10', '甲村产业园建设', '100', ['反映位置不合理', '维持'])]).codes).toEqual(
    [],
  );
  const worked = row('2026-11-02', '', '甲村产业园建设', '100');
  worked[5] = '5个工作日';
  expect(read([worked]).messages).toContain('没有 2026 年的节假日表');
});
