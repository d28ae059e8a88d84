// Money sheets as people bend them: merged amounts, totals that are none, rows without a name, formulas never computed,
// units of columns, additions. Nothing is counted twice, nothing vanishes without a word.
import { describe, expect, it } from 'vitest';
import type { Execution } from '#shared/domain/execution.ts';
import { readBatches } from '#shared/funds/read-batches.ts';
import { readLines } from '#shared/funds/read-lines.ts';
import { readMonth } from '#shared/funds/read-month.ts';
import { readWorkbookNow, tableContext } from '#shared/import/read-workbook.ts';
import { NO_HOLIDAYS } from '#shared/notice/period.ts';
import { readRegister } from '#shared/postings/read-register.ts';
import { wan } from '#shared/values/money.ts';
import type { AmountUnit } from '#shared/values/parse-amount.ts';
import { makeProject, planWith } from '../../seeds/sample-plan.ts';
import { type Cell, makeSheet } from '../import/make-sheet.ts';

const data = planWith([
  makeProject('a', { total: '100' }, { name: '甲村产业园建设', town: '研和街道', village: '甲村' }),
  makeProject('b', { total: '50' }, { name: '乙村道路硬化', town: '研和街道', village: '乙村' }),
  makeProject('c', { total: '20' }, { name: '丙村饮水提升', town: '大营街街道', village: '丙村' }),
]);
const NOTHING: Execution = { batches: [], lines: [], payments: [], notes: [], events: [] };
const A = ['甲村产业园建设', '研和街道'];
const B = ['乙村道路硬化', '研和街道'];
const C = ['丙村饮水提升', '大营街街道'];

function reading(rows: Cell[][], kind: 'funds' | 'progress' | 'notices', merges: string[] = []) {
  const book = { format: 'xlsx' as const, sheets: [makeSheet(rows, { merges })], notes: [] };
  const { tables } = readWorkbookNow(book, tableContext(data.plan, data.reference, data.projects), {
    tableChoices: () => ({ kind }),
  });
  const found = tables[0]?.reading;
  if (!found) throw new Error('no table');
  return found;
}

const batches = (rows: Cell[][], merges: string[] = []) =>
  readBatches(
    reading(rows, 'funds', merges),
    { plan: data.plan, fundSources: data.reference.fundSources, known: [], projects: [] },
    { unit: null, columns: [] },
  );
const PAPER = '财农〔2026〕1号';
const execution: Execution = {
  ...NOTHING,
  batches: batches([
    ['文号', '日期', '资金名称', '金额（万元）'],
    [PAPER, '2026-01-05', '财政衔接资金', '500'],
  ]).batches.map((batch, index) => ({ ...batch, id: `x${index}` })),
};
const lines = (rows: Cell[][], merges: string[] = [], now: Execution = execution) =>
  readLines(data, now, reading(rows, 'funds', merges), { batchId: 'x0', unit: null, pairs: new Map(), columns: [] });
const month = (rows: Cell[][], merges: string[] = [], unit: AmountUnit | null = null) =>
  readMonth(data, NOTHING, reading(rows, 'progress', merges), {
    asOf: '2026-10-31',
    unit,
    pairs: new Map(),
    takesFalls: false,
    columns: [],
  });

const register = (rows: Cell[][], merges: string[]) =>
  readRegister(reading(rows, 'notices', merges), {
    ...{ data, batches: [], postings: [], holidays: NO_HOLIDAYS, today: '2026-11-30', pairs: new Map() },
  });

const told = (problems: readonly { level: string; code: string; cell: string }[]): string[] =>
  problems.map(({ level, code, cell }) => `${level} ${code} ${cell}`);

describe('an amount merged over several rows', () => {
  const MONTH: Cell[][] = [
    ['项目名称', '乡镇', '累计支付（万元）', '完成投资（万元）'],
    [...A, 60, 80],
    [...B, '', ''],
    [...C, 5, 5],
  ];

  it('is told once and taken nowhere: month', () => {
    const read = month(MONTH, ['C2:C3', 'D2:D3']);
    expect(told(read.problems)).toEqual(['error amount-merged C2', 'error amount-merged D2']);
    expect(read.problems[0]?.message).toContain('C2:C3 的“累计支付（万元）”60');
    expect(read.payments.map(({ projectId }) => projectId)).toEqual(['c']);
    expect(read.notes.map(({ projectId }) => projectId)).toEqual(['c']);
  });

  it('of a journal, papers and an allocation', () => {
    const journal = month(
      [
        ['支付日期', '项目名称', '乡镇', '支付金额（万元）'],
        ['2026-03-01', ...A, 60],
        ['2026-03-01', ...B, ''],
      ],
      ['D2:D3'],
    );
    expect([told(journal.problems), journal.payments]).toEqual([['error amount-merged D2'], []]);
    const papers = batches(
      [
        ['文号', '资金名称', '用途', '金额（万元）'],
        [PAPER, '财政衔接资金', '产业', 60],
        [PAPER, '财政衔接资金', '基建', ''],
      ],
      ['D2:D3'],
    );
    expect([told(papers.problems), papers.batches]).toEqual([['error amount-merged D2'], []]);
    const allocation = lines(
      [
        ['项目名称', '乡镇', '分配金额（万元）'],
        [...A, 60],
        [...B, ''],
      ],
      ['C2:C3'],
    );
    expect([told(allocation.problems), allocation.lines]).toEqual([['error amount-merged C2'], []]);
  });

  it('of the projects of one notice is the notice’s', () => {
    const read = register(
      [
        ['公示事项', '级别', '公示起', '公示止', '项目名称', '乡镇', '金额（万元）'],
        ['资金分配公示', '县', '2026-05-01', '2026-05-10', ...A, 150],
        ['', '', '', '', ...B, ''],
      ],
      ['A2:A3', 'B2:B3', 'C2:C3', 'D2:D3', 'G2:G3'],
    );
    expect(read.added.map(({ amountFen, projectIds }) => [amountFen, projectIds])).toEqual([[wan('150'), ['a', 'b']]]);
  });

  it('of the rows of one project is its own; over two columns it is nobody’s', () => {
    const one = lines(
      [
        ['项目名称', '乡镇', '分配金额（万元）', '标段'],
        [...A, 60, '一'],
        ['', '', '', '二'],
      ],
      ['A2:A3', 'B2:B3', 'C2:C3'],
    );
    expect(one.lines.map(({ amountFen }) => amountFen)).toEqual([wan('60')]);
    const wide = month([MONTH[0] as Cell[], [...A, 60, '']], ['C2:D2']);
    expect([told(wide.problems), wide.payments]).toEqual([['error amount-merged C2'], []]);
  });
});

describe('totals', () => {
  it.each(['见合计', '已含在合计', '合计', '累计', '本行小计'])('a 备注 “%s” makes no total of a named row', (note) => {
    const read = month([
      ['项目名称', '乡镇', '累计支付（万元）', '备注'],
      [...A, 10, note],
      [...B, 20, ''],
    ]);
    expect(read.payments.map(({ projectId }) => projectId)).toEqual(['a', 'b']);
    expect(read.problems).toEqual([]);
    const paper = batches([
      ['文号', '资金名称', '金额（万元）', '备注'],
      [PAPER, '财政衔接资金', 80, note],
    ]);
    expect(paper.batches).toHaveLength(1);
  });

  it.each<Cell[][]>([
    [['', '合计', '', 30]],
    [['合计', '', '', 30]],
    [['合 计', '', '', 30]],
    [['', '研和街道小计', '', 30]],
  ])('a total of %j stays one, and its row is not called nameless', (row) => {
    const read = month([
      ['序号', '项目名称', '乡镇', '累计支付（万元）'],
      [1, ...A, 10],
      [2, ...B, 20],
      row as unknown as Cell[],
    ]);
    expect([read.payments.length, read.problems]).toEqual([2, []]);
  });
});

describe('a row without a name', () => {
  it('that has an amount is told with row and amount; zeros and notes are not', () => {
    const read = month([
      ['支付日期', '项目名称', '乡镇', '支付金额（万元）'],
      ['2026-03-01', ...A, 10],
      ['2026-03-05', '', '', 15],
      ['', '', '', 0],
      ['填表人：某某', '', '', ''],
    ]);
    expect(read.payments).toHaveLength(1);
    expect(told(read.problems)).toEqual(['warning row-nameless D3']);
    expect(read.problems[0]?.message).toContain('第 3 行没有“项目名称”，“支付金额（万元）”15');
  });

  it('or without a 文号', () => {
    const read = batches([
      ['文号', '资金名称', '金额（元）'],
      [PAPER, '财政衔接资金', 1_000_000],
      ['', '财政衔接资金', 2_000_000],
    ]);
    expect([read.batches.length, told(read.problems)]).toEqual([1, ['warning row-nameless C3']]);
  });
});

describe('formulas without a result', () => {
  it('are told with their cell', () => {
    const paid = month([
      ['项目名称', '乡镇', '累计支付（万元）'],
      [...A, { formula: '5+5' }],
      [...B, 20],
    ]);
    expect([told(paid.problems), paid.payments.length]).toEqual([['warning formula-no-result C2'], 1]);
    const given = lines([
      ['项目名称', '乡镇', PAPER],
      [...A, { formula: '50+50' }],
    ]);
    expect([told(given.problems), given.lines]).toEqual([['warning formula-no-result C2'], []]);
  });
});

describe('a unit said by hand', () => {
  it('holds for columns that have none of their own', () => {
    const rows: Cell[][] = [
      ['项目名称', '乡镇', '累计支付', '完成投资（万元）'],
      [...A, 100_000, 30],
    ];
    const read = month(rows, [], '元');
    expect([read.payments[0]?.amountFen, read.notes[0]?.doneFen]).toEqual([wan('10'), wan('30')]);
  });
});

describe('an addition', () => {
  const given: Execution = {
    ...execution,
    lines: [
      { id: 'l0', batchId: 'x0', projectId: 'a', amountFen: wan('100'), date: null, documentNumber: '', note: '' },
    ],
  };
  const read = (header: string, amount: number, now = given, title = '第二批分配表') =>
    lines([[title], ['项目名称', '乡镇', '文号', header], [...A, PAPER, amount]], [], now);
  const amounts = ({ lines: facts }: ReturnType<typeof lines>) => facts.map(({ amountFen }) => amountFen);

  it.each(['本次下达资金（万元）', '本次分配（万元）', '本批资金（万元）', '本次金额', '追加资金'])(
    '“%s” comes on top, once',
    (header) => {
      const first = read(header, 20);
      expect(amounts(first)).toEqual([wan('20')]);
      const now = { ...given, lines: [...given.lines, ...first.lines.map((line) => ({ ...line, id: 'n' }))] };
      expect(read(header, 20, now)).toMatchObject({ lines: [], known: 1 });
      // Another sheet with the same amount is another addition.
      expect(amounts(read(header, 20, now, '第三批分配表'))).toEqual([wan('20')]);
    },
  );

  it('a total stays a total, a negative amount is a change, once', () => {
    expect(amounts(read('分配金额（万元）', 120))).toEqual([wan('20')]);
    const first = read('分配金额（万元）', -5);
    expect(amounts(first)).toEqual([wan('-5')]);
    const now = { ...given, lines: [...given.lines, ...first.lines.map((line) => ({ ...line, id: 'n' }))] };
    expect(read('分配金额（万元）', -5, now)).toMatchObject({ lines: [], known: 1 });
    expect(told(read('分配金额（万元）', -150).problems)).toEqual(['warning line-below-zero D3']);
  });

  it('is taken rather than the plan beside it', () => {
    const both = lines([
      ['项目名称', '乡镇', '计划资金（万元）', '本次分配金额（万元）'],
      [...B, 120, 60],
    ]);
    expect(amounts(both)).toEqual([wan('60')]);
    expect(both.problems.map(({ message }) => message)).toEqual([expect.stringContaining('C 列“计划资金')]);
  });
});
