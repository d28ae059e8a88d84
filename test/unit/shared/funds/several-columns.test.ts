// Which of several fitting columns is meant, units that few rows betray, sums that do not add up, papers that come in pairs
// and money that is taken back: what comes in, and what is told or asked.
import { describe, expect, it } from 'vitest';
import type { Execution, FundBatch } from '#shared/domain/execution.ts';
import { checkExecution } from '#shared/execution-checks/check-execution.ts';
import { readBatches } from '#shared/funds/read-batches.ts';
import { readLines } from '#shared/funds/read-lines.ts';
import { readMonth } from '#shared/funds/read-month.ts';
import { readWorkbookNow, tableContext } from '#shared/import/read-workbook.ts';
import { wan } from '#shared/values/money.ts';
import { makeBatch, makeLine, makePayment, NOTHING } from '#test/support/execution-facts.ts';
import { makeProject, planWith } from '../../seeds/sample-plan.ts';
import { makeSheet } from '../import/make-sheet.ts';

const data = planWith([
  makeProject('a', { total: '100' }, { name: '甲村产业园建设', town: '研和街道', village: '甲村' }),
  makeProject('b', { total: '50' }, { name: '乙村道路硬化', town: '研和街道', village: '乙村' }),
]);

type Cells = (string | number)[];

function reading(rows: Cells[], kind: 'progress' | 'funds', merges: string[] = []) {
  const sheet = makeSheet(
    rows.map((row) => row.map(String)),
    { merges },
  );
  const { tables } = readWorkbookNow(
    { format: 'xlsx', sheets: [sheet], notes: [] },
    tableContext(data.plan, data.reference, data.projects),
    { tableChoices: () => ({ kind }) },
  );
  const found = tables[0]?.reading;
  if (!found) throw new Error('no table');
  return found;
}

const A = '甲村产业园建设';
const B = '乙村道路硬化';

/** A monthly sheet of these columns; each row begins with the name of its project. */
function month(
  heads: string[],
  rows: Cells[],
  { columns = [] as string[], now = NOTHING as Execution, under = [] as string[], merges = [] as string[] } = {},
) {
  const head: Cells[] = [['项目名称', '乡镇', ...heads]];
  if (under.length > 0) head.push(['', '', ...under]);
  const body = rows.map(([name = '', ...rest]) => [name, '研和街道', ...rest]);
  const read = readMonth(data, now, reading([['单位：万元'], ...head, ...body], 'progress', merges), {
    ...{ asOf: '2026-10-31', unit: null, pairs: new Map(), takesFalls: false },
    columns,
  });
  return {
    paid: read.rows.map(({ saidFen }) => saidFen),
    codes: read.problems.map(({ code }) => code),
    errors: read.problems.filter(({ level }) => level === 'error').map(({ message }) => message),
    messages: read.problems.map(({ message }) => message).join('\n'),
    read,
  };
}

describe('several columns of 支付', () => {
  const under = ['中央', '省级', '合计'];
  const grouped = { under, merges: ['C2:E2', 'A2:A3', 'B2:B3'] };
  const heads = ['累计支付', '', ''];

  it('by fund: the total that they add up to, told', () => {
    const { paid, errors, messages } = month(
      heads,
      [
        [A, 5, 15, 20],
        [B, 10, 20, 30],
      ],
      grouped,
    );
    expect([paid, errors]).toEqual([[wan('20'), wan('30')], []]);
    expect(messages).toContain('“累计支付”取 E 列“累计支付 › 合计”，没有取 C 列');
    expect(messages).not.toContain('没有读入这些列');
  });

  it('that do not add up are asked, with cell and figures, and answered by a letter', () => {
    const rows = [
      [A, 5, 15, 20],
      [B, 10, 20, 31],
    ];
    const { errors, read } = month(heads, rows, grouped);
    expect(errors).toHaveLength(1);
    expect(errors[0]).toContain('E5 是 31.00 万元，C 列“累计支付 › 中央”、D 列“累计支付 › 省级”相加是 30.00 万元');
    expect(read.questions).toMatchObject([{ label: '累计支付', chosen: [], options: [{ letter: 'C' }, {}, {}] }]);
    const chosen = month(heads, rows, { ...grouped, columns: ['C', 'D'] });
    expect([chosen.paid, chosen.errors]).toEqual([[wan('20'), wan('30')], []]);
  });

  it('without a total are added up', () => {
    const { paid, messages } = month(
      ['累计支付', ''],
      [
        [A, 5, 15],
        [B, '', 20],
      ],
      {
        under: ['中央', '省级'],
        merges: ['C2:D2', 'A2:A3', 'B2:B3'],
      },
    );
    expect(paid).toEqual([wan('20'), wan('20')]);
    expect(messages).toContain('没有合计列，取 C 列');
  });

  it('by year: the one of all years, also where the others come first; without it their sum', () => {
    expect(month(['上年累计支付', '本年累计支付', '累计支付'], [[A, 5, 15, 20]]).paid).toEqual([wan('20')]);
    expect(month(['累计支付', '本年累计支付'], [[A, 20, 15]]).paid).toEqual([wan('20')]);
    expect(month(['上年累计支付', '本年累计支付'], [[A, 5, 15]]).paid).toEqual([wan('20')]);
    expect(month(['上年累计支付', '本年累计支付', '累计支付'], [[A, 5, 15, 25]]).errors).toHaveLength(1);
  });

  it('of this year alone stand on what was paid in years before', () => {
    const now = { ...NOTHING, payments: [makePayment('a', '2025-11-01', '30')] };
    const { read } = month(['本年累计支付'], [[A, 12]], { now });
    expect(read.payments.map(({ amountFen }) => amountFen)).toEqual([wan('12')]);
    expect(read.notes).toEqual([]);
  });

  it('until last month count with this month only', () => {
    expect(month(['截至上月累计支付', '本月支付'], [[A, 12, 3]]).paid).toEqual([wan('15')]);
    expect(month(['截至上月累计支付'], [[A, 12]]).codes).toContain('column-past');
  });

  it('to the town and to those who built: asked, for they are two things', () => {
    const heads = ['财政已拨付到乡镇', '累计报账支付'];
    const { errors } = month(heads, [[A, 80, 10]]);
    expect(errors).toEqual([expect.stringContaining('有几列都像“累计支付”：C 列')]);
    expect(month(heads, [[A, 80, 10]], { columns: ['D'] }).paid).toEqual([wan('10')]);
    expect(month(heads, [[A, 80, 80]]).errors).toEqual([]);
  });

  it('that are still to be paid are none', () => {
    const { paid } = month(['应支付金额', '已支付', '截至目前未支付', '计划支付金额'], [[A, 50, 20, 30, 40]]);
    expect(paid).toEqual([wan('20')]);
  });

  it('of 完成投资 likewise', () => {
    const { read } = month(['计划完成投资', '本年完成投资', '累计完成投资', '投资完成率'], [[A, 90, 30, 45, '50%']]);
    expect(read.notes.map(({ doneFen }) => doneFen)).toEqual([wan('45')]);
  });

  it('with a day and a running total are a journal', () => {
    const { read } = month(
      ['支付日期', '支付金额', '累计支付'],
      [
        [A, '2026-03-01', 10, 10],
        [A, '2026-03-20', 15, 25],
      ],
    );
    expect(read.payments.map(({ date, amountFen }) => [date, amountFen])).toEqual([
      ['2026-03-01', wan('10')],
      ['2026-03-20', wan('15')],
    ]);
  });
});

describe('a project on several rows', () => {
  it('one for each fund is the sum of them, told; without what tells them apart the first row counts', () => {
    const rows = (second: string) => [
      [A, '中央', 10, 12],
      [A, second, 15, 18],
      [B, '中央', 20, 20],
    ];
    const added = month(['资金来源', '累计支付', '完成投资'], rows('省级'));
    expect([added.paid, added.codes]).toEqual([
      [wan('25'), wan('20')],
      ['columns-dropped', 'rows-added'],
    ]);
    expect(added.read.notes.map(({ doneFen }) => doneFen)).toEqual([wan('30'), wan('20')]);
    const doubtful = month(['资金来源', '累计支付', '完成投资'], rows('中央'));
    expect([doubtful.paid[0], doubtful.codes.includes('project-twice')]).toEqual([wan('10'), true]);
  });
});

describe('units', () => {
  it('are doubted by two rows, beside rows of nothing, and in journals', () => {
    const suspect = (...args: Parameters<typeof month>) => month(...args).codes.includes('unit-suspect');
    expect(
      suspect(
        ['累计支付'],
        [
          [A, 600000],
          [B, 200000],
        ],
      ),
    ).toBe(true);
    expect(
      suspect(
        ['累计支付'],
        [
          [A, 600000],
          [B, 0],
        ],
      ),
    ).toBe(true);
    expect(suspect(['支付日期', '支付金额'], [[A, '2026-03-01', 600000]])).toBe(true);
    expect(
      suspect(
        ['累计支付', '完成投资（万元）'],
        [
          [A, 600000, 30],
          [B, 200000, 40],
        ],
      ),
    ).toBe(true);
    expect(
      suspect(
        ['累计支付'],
        [
          [A, 60],
          [B, 20],
        ],
      ),
    ).toBe(false);
    expect(
      suspect(
        ['累计支付（元）'],
        [
          [A, 60],
          [B, 20],
        ],
      ),
    ).toBe(true);
    expect(
      suspect(
        ['累计支付（元）'],
        [
          [A, 600000],
          [B, 0],
        ],
      ),
    ).toBe(false);
  });

  it('of allocations and papers too', () => {
    const now = { ...NOTHING, batches: [makeBatch('x', '1000')] };
    const lines = (amount: number) =>
      readLines(
        data,
        now,
        reading(
          [
            ['项目名称', '乡镇', '分配金额'],
            [A, '研和街道', amount],
          ],
          'funds',
        ),
        {
          ...{ batchId: 'x', unit: null, pairs: new Map(), columns: [] },
        },
      ).problems.map(({ code }) => code);
    expect(lines(900000)).toContain('unit-suspect');
    expect(lines(90)).not.toContain('unit-suspect');
    expect(papers([['财农〔2026〕1号', '', 900000]]).codes).toContain('unit-suspect');
  });
});

function papers(rows: Cells[], known: readonly FundBatch[] = [], head = ['文号', '日期', '金额']) {
  const withName = [[...head, '资金名称'], ...rows.map((row) => [...row, '中央财政衔接资金'])];
  const read = readBatches(
    reading([['指标文'], ['单位：万元'], ...withName], 'funds'),
    { plan: data.plan, fundSources: data.reference.fundSources, known, projects: data.projects },
    { unit: null, columns: [] },
  );
  return {
    amounts: read.batches.map(({ amountFen }) => amountFen),
    known: read.known,
    codes: read.problems.map(({ code }) => code),
    messages: read.problems.map(({ message }) => message).join('\n'),
    made: read.batches.map((batch, index) => ({ ...batch, id: `p${index}` })),
  };
}

describe('papers', () => {
  it('of one number, fund, day and amount twice in a list are two, and told', () => {
    const rows = [
      ['财农〔2026〕4号', '2026-05-06', 10],
      ['财农〔2026〕4号', '2026-05-06', 10],
    ];
    const { amounts, codes, made } = papers(rows);
    expect([amounts, codes]).toEqual([[wan('10'), wan('10')], ['batch-twin']]);
    expect(papers(rows, made)).toMatchObject({ amounts: [], known: 2, codes: [] });
  });

  it('take money back under the number of the paper, more than once; a correction is still told', () => {
    const given = papers([['财农〔2026〕1号', '2026-03-05', 50]]).made;
    const back = papers(
      [
        ['财农〔2026〕1号', '2026-06-05', -5],
        ['财农〔2026〕1号', '2026-07-05', -3],
      ],
      given,
    );
    expect([back.amounts, back.codes]).toEqual([[wan('-5'), wan('-3')], []]);
    const all = [...given, ...back.made.map((batch, index) => ({ ...batch, id: `back${index}` }))];
    expect(papers([['财农〔2026〕1号', '2026-08-05', -2]], all).amounts).toEqual([wan('-2')]);
    expect(papers([['财农〔2026〕1号', '2026-07-05', -4]], all)).toMatchObject({
      amounts: [],
      codes: ['batch-differs'],
    });
    expect(papers([['财农〔2026〕1号', '2026-03-05', 60]], all).codes).toEqual(['batch-differs']);
  });

  it('are read by their own amount, not by what became of it', () => {
    const { amounts } = papers(
      [['财农〔2026〕1号', '', 20, 80, 100]],
      [],
      ['文号', '日期', '已分配金额', '未分配金额', '指标金额'],
    );
    expect(amounts).toEqual([wan('100')]);
  });

  it('and allocations hold their 合计 and 小计 against the rows', () => {
    const rows = [
      ['财农〔2026〕1号', '', 50],
      ['财农〔2026〕2号', '', 20],
      ['小计', '', 70],
      ['财农〔2026〕3号', '', 10],
    ];
    expect(papers([...rows, ['合计', '', 80]]).codes).toEqual([]);
    const wrong = papers([...rows, ['合计', '', 90]]);
    expect(wrong.messages).toContain('合计的“金额”90.00 万元，各行相加 80.00 万元，差 10.00 万元');
    const now = { ...NOTHING, batches: [makeBatch('x', '1000')] };
    const table = [
      ['项目名称', '乡镇', '分配金额'],
      [A, '研和街道', 30],
      [B, '研和街道', 20],
      ['合计', '', 999],
    ];
    const read = readLines(data, now, reading(table, 'funds'), {
      ...{ batchId: 'x', unit: null, pairs: new Map(), columns: [] },
    });
    expect(read.problems.map(({ code }) => code)).toEqual(['total-differs']);
  });
});

describe('money taken back', () => {
  const found = (more: Partial<FundBatch>, lines: Execution['lines'], asOf = '2026-06-01') =>
    checkExecution(
      data,
      {
        ...NOTHING,
        batches: [
          makeBatch('x', '100'),
          makeBatch('back', '-20', { ownNumber: '', ownDate: '2026-04-01', kind: '收回', ...more }),
        ],
        lines,
      },
      asOf,
    )
      .filter(({ rule }) => rule === 'B01' || rule === 'B02')
      .map(({ rule, message }) => `${rule} ${message}`);

  it.each([
    ['by its number', { ownNumber: 'x' }],
    ['by its note', { ownNumber: '云财农〔2026〕9号', note: '收回 x 的资金' }],
    ['by year and fund', { ownNumber: '云财农〔2026〕9号' }],
  ])('lessens what a batch may give: %s', (_, more) => {
    expect(found(more, [makeLine('x', 'a', '80')])).toEqual([]);
    const [over, ...others] = found(more, [makeLine('x', 'a', '100')]);
    expect(others).toEqual([]);
    expect(over).toContain('B01');
    expect(over).toContain('已分配 100 万元，多于批次金额 80 万元（100 万元，收回 20 万元），多 20 万元');
    expect(found(more, [makeLine('x', 'a', '100'), makeLine('back', 'a', '-20')])).toEqual([]);
    expect(found(more, [makeLine('x', 'a', '70')])[0]).toContain('还有 10 万元没有分配到项目');
  });

  it('from nobody knows where is told until it is', () => {
    const more = { sourceText: '别的资金', year: 2025 };
    const said = found(more, [makeLine('x', 'a', '100')]);
    expect(said).toEqual([expect.stringContaining('B02')]);
    expect(said[0]).toContain('收回 20 万元');
    expect(found(more, [makeLine('x', 'a', '100'), makeLine('back', 'a', '-20')])).toEqual([]);
  });

  it('is found by the number of its paper where the amount is negative', () => {
    const batches = [makeBatch('x', '100'), makeBatch('y', '-20', { ownNumber: 'x' })];
    const read = (amount: number) =>
      readLines(
        data,
        { ...NOTHING, batches },
        reading(
          [
            ['项目名称', '乡镇', '文号', '分配金额'],
            [A, '研和街道', 'x', amount],
          ],
          'funds',
        ),
        { batchId: null, unit: null, pairs: new Map(), columns: [] },
      ).lines.map(({ batchId, amountFen }) => [batchId, amountFen]);
    expect(read(60)).toEqual([['x', wan('60')]]);
    expect(read(-20)).toEqual([['y', wan('-20')]]);
  });
});
