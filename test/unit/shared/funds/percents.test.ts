// 形象进度 written as parts of one or of a hundred, figures below nothing, 项目管理费 paid.
import { describe, expect, it } from 'vitest';
import { FEE } from '#shared/domain/execution.ts';
import { applyMonth } from '#shared/funds/apply-month.ts';
import { progressFigures } from '#shared/funds/figures.ts';
import { groupProgress } from '#shared/funds/group-progress.ts';
import { readMonth } from '#shared/funds/read-month.ts';
import { readWorkbookNow, tableContext } from '#shared/import/read-workbook.ts';
import { wan } from '#shared/values/money.ts';
import { makeBatch, makeLine, NOTHING } from '#test/support/execution-facts.ts';
import { makeProject, planWith } from '../../seeds/sample-plan.ts';
import { type Cell, makeSheet } from '../import/make-sheet.ts';

const names = ['甲村产业园建设', '乙村道路硬化', '丙村饮水提升', '丁村污水处理', '戊村冷库建设'];
const data = planWith(names.map((name, index) => makeProject(`p${index}`, { total: '100' }, { name })));

function month(heads: string[], rows: Cell[][], now = NOTHING, takesFalls = false) {
  const sheet = makeSheet([['单位：万元'], ['项目名称', ...heads], ...rows]);
  const { tables } = readWorkbookNow(
    { format: 'xlsx', sheets: [sheet], notes: [] },
    tableContext(data.plan, data.reference, data.projects),
    { tableChoices: () => ({ kind: 'progress' }) },
  );
  const reading = tables[0]?.reading;
  if (!reading) throw new Error('no table');
  const choices = { asOf: '2026-10-31', unit: null, pairs: new Map(), takesFalls, columns: [] };
  const read = readMonth(data, now, reading, choices);
  return { read, codes: read.problems.map(({ code }) => code), percents: read.rows.map(({ percent }) => percent) };
}

const percents = (values: Cell[], head = '形象进度') =>
  month(
    ['累计支付', head],
    values.map((value, index) => [names[index] ?? '', 1, value]),
  );

describe('形象进度', () => {
  it.each([
    [[0.85, 0.5, 1], [85, 50, 100], ['percent-of-one']],
    [['0.85', '30%', '已完工'], [85, 30, 100], ['percent-of-one']],
    [[85, 50, 100], [85, 50, 100], []],
    [[0, 0.5, ''], [0, 50, null], ['percent-of-one']],
    [
      [0.85, 80, 1],
      [null, 80, null],
      ['percent-unsure', 'percent-unsure'],
    ],
    [[0, 1], [0, null], ['percent-unsure']],
    [[1, 30], [1, 30], []],
  ] as [Cell[], (number | null)[], string[]][])('%j is %j', (values, read, codes) => {
    const found = percents(values);
    expect([found.percents, found.codes]).toEqual([read, codes]);
  });

  it('in a column of % is not guessed where it may be either', () => {
    expect(percents([0.85, 0.5], '形象进度(%)').codes).toEqual(['percent-unsure', 'percent-unsure']);
    expect(percents([85, 1], '形象进度(%)').percents).toEqual([85, 1]);
  });

  it('names the cell and both readings', () => {
    const [first] = percents([0.85, 80]).read.problems;
    expect(first).toMatchObject({ cell: 'C3', proposal: '85%' });
    expect(first?.message).toContain('“0.85”看不出是 0.85% 还是 85%，没有读入');
  });
});

it('figures below nothing are told and not read', () => {
  const { read, codes } = month(['累计支付', '完成投资', '结算价'], [[names[0] ?? '', 10, -3, -2]]);
  expect(codes.toSorted()).toEqual(['amount-negative', 'amount-negative']);
  expect([read.notes.map(({ doneFen }) => doneFen), read.steps]).toEqual([[null], []]);
  expect(month(['乡镇', '本月支付'], [[names[0] ?? '', '', -3]]).codes).toEqual(['paid-fell']);
  expect(month(['乡镇', '本月支付'], [[names[0] ?? '', '', -3]], NOTHING, true).read.payments).toHaveLength(1);
});

it('项目管理费 is paid, counts in every total, and is not counted twice', () => {
  const before = {
    ...NOTHING,
    batches: [makeBatch('x', '100')],
    lines: [makeLine('x', FEE, '5'), makeLine('x', 'p0', '50')],
  };
  const rows: Cell[][] = [
    [names[0] ?? '', 20],
    ['项目管理费', 3],
  ];
  const ids = [1, 2, 3, 4, 5, 6, 7, 8].values();
  const { read, codes } = month(['累计支付'], rows, before);
  const now = applyMonth(before, read, 'x.xlsx', () => `i${ids.next().value}`);
  expect(codes).toEqual([]);
  const figures = progressFigures(data, now, '2026-12-31');
  expect([figures.feePaidFen, figures.batches[0]?.paidFen]).toEqual([wan('3'), wan('23')]);
  for (const by of ['project', 'batch', 'town', 'year'] as const) {
    const { rows: shown, total } = groupProgress(data, figures, by);
    expect(total.paidFen).toBe(wan('23'));
    expect(shown.reduce((sum, { paidFen }) => sum + paidFen, 0)).toBe(wan('23'));
  }
  expect(month(['累计支付'], rows, now).read.payments).toEqual([]);
});
