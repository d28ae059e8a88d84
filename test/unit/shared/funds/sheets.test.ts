// 指标文, 分配表 and 月报 as offices write them: what comes in, what is told, and that a sheet sent twice adds nothing.
import { describe, expect, it } from 'vitest';
import type { Execution, FundBatch } from '#shared/domain/execution.ts';
import { readBatches } from '#shared/funds/read-batches.ts';
import { readLines } from '#shared/funds/read-lines.ts';
import { readMonth } from '#shared/funds/read-month.ts';
import { readWorkbookNow, tableContext } from '#shared/import/read-workbook.ts';
import { wan } from '#shared/values/money.ts';
import { parseDay } from '#shared/values/parse-day.ts';
import { makeProject, planWith } from '../../seeds/sample-plan.ts';
import { makeSheet } from '../import/make-sheet.ts';

const data = planWith([
  makeProject('a', { total: '100' }, { name: '甲村产业园建设', town: '研和街道', village: '甲村' }),
  makeProject('b', { total: '50' }, { name: '乙村道路硬化', town: '研和街道', village: '乙村' }),
  makeProject('c', { total: '20' }, { name: '丙村饮水提升', town: '大营街街道', village: '丙村' }),
]);
const NOTHING: Execution = { batches: [], lines: [], payments: [], notes: [], events: [] };

type Row = (string | number)[];

function reading(rows: Row[], kind: 'funds' | 'progress') {
  const book = { format: 'xlsx' as const, sheets: [makeSheet(rows.map((row) => row.map(String)))], notes: [] };
  const { tables } = readWorkbookNow(book, tableContext(data.plan, data.reference, data.projects), {
    tableChoices: () => ({ kind }),
  });
  const found = tables[0]?.reading;
  if (!found) throw new Error('no table');
  return found;
}

const batches = (rows: Row[], known: readonly FundBatch[] = []) =>
  readBatches(
    reading(rows, 'funds'),
    { plan: data.plan, fundSources: data.reference.fundSources, known, projects: [] },
    { unit: null, columns: [] },
  );

const withIds = <F>(prefix: string, facts: readonly F[]): (F & { id: string })[] =>
  facts.map((fact, index) => ({ ...fact, id: `${prefix}${index}` }));

const PAPERS: Row[] = [
  ['资金指标文台账（单位：万元）'],
  ['文号', '日期', '资金名称', '级次', '金额', '用途', '备注'],
  ['财农〔2025〕98号', '2025-12-20', '财政衔接资金', '中央', '120', '产业', '提前下达'],
  ['财农[2026]11号', '2026年3月1日', '财政衔接资金', '省级', '60', '', ''],
  ['财农〔2026〕11号', '2026年3月1日', '少数民族发展资金', '省级', '8', '', ''],
  ['财农〔2026〕33号', '2026.9.1', '财政衔接资金', '省级', '-5', '', '收回'],
  ['合计', '', '', '', '183', '', ''],
];

describe('readBatches', () => {
  it('reads papers with year, fund, direction and kind; one paper with two directions is two batches', () => {
    const { batches: read, problems } = batches(PAPERS);
    expect(
      read.map(({ ownNumber, year, fundSourceId, direction, kind, amountFen }) => [
        ownNumber,
        year,
        fundSourceId,
        direction,
        kind,
        amountFen,
      ]),
    ).toEqual([
      ['财农〔2025〕98号', 2026, 'fiscal.central', '巩固拓展脱贫攻坚成果和乡村振兴', '提前下达', wan('120')],
      ['财农[2026]11号', 2026, 'fiscal.province', '巩固拓展脱贫攻坚成果和乡村振兴', '', wan('60')],
      ['财农〔2026〕11号', 2026, null, '少数民族发展', '', wan('8')],
      ['财农〔2026〕33号', 2026, 'fiscal.province', '巩固拓展脱贫攻坚成果和乡村振兴', '收回', wan('-5')],
    ]);
    expect(problems.map(({ code }) => code)).toEqual(['fund-unknown']);
  });

  it('knows them again, however the brackets of the number are written, and tells another amount', () => {
    const known = withIds('x', batches(PAPERS).batches);
    const again = structuredClone(PAPERS);
    (again[2] as Row)[0] = '财农[2025]98号';
    (again[3] as Row)[4] = '65';
    const read = batches(again, known);
    expect([read.batches.length, read.known]).toEqual([0, 3]);
    expect(read.problems.find(({ code }) => code === 'batch-differs')?.message).toContain(
      '60.00 万元，表上是 65.00 万元，差 5.00 万元',
    );
  });

  it('takes the unit of the sheet', () => {
    const [one] = batches([
      ['单位：元'],
      ['文号', '资金名称', '金额'],
      ['财农〔2026〕1号', '衔接资金', '159993.26'],
    ]).batches;
    expect(one?.amountFen).toBe(15_999_326);
  });

  it('says which column is missing', () => {
    const { problems } = batches([
      ['文号', '日期', '资金名称', '备注'],
      ['财农〔2026〕1号', '2026-1-1', '衔接资金', ''],
    ]);
    expect(problems.find(({ level }) => level === 'error')?.message).toContain('没有“金额”列');
  });
});

const ALLOCATION: Row[] = [
  ['资金分配表（单位：万元）'],
  ['序号', '项目名称', '乡镇', '村', '资金文号', '分配资金'],
  ['1', '甲村产业园建设', '研和街道', '甲村', '财农〔2025〕98号', '90'],
  ['2', '乙村道路硬化', '研和街道', '乙村', '财农【2026】33号', '-5'],
  ['3', '项目管理费', '', '', '财农〔2025〕98号', '1'],
  ['4', '没有的项目', '', '', '财农〔2025〕98号', '1'],
  ['', '合计', '', '', '', '87'],
];

describe('readLines', () => {
  const execution = { ...NOTHING, batches: withIds('x', batches(PAPERS).batches) };
  const lines = (rows: Row[], now: Execution, batchId: string | null = null) =>
    readLines(data, now, reading(rows, 'funds'), { batchId, unit: null, pairs: new Map(), columns: [] });

  it('gives each row its batch; 管理费 belongs to no project; what is not found is told', () => {
    const read = lines(ALLOCATION, execution);
    expect(read.lines.map(({ batchId, projectId, amountFen }) => [batchId, projectId, amountFen])).toEqual([
      ['x0', 'a', wan('90')],
      ['x3', 'b', wan('-5')],
      ['x0', 'fee', wan('1')],
    ]);
    expect(read.problems.map(({ code, cell }) => [code, cell])).toEqual([['project-unknown', 'B6']]);
  });

  it('adds nothing the second time, and the difference of a corrected sheet', () => {
    const now = { ...execution, lines: withIds('l', lines(ALLOCATION, execution).lines) };
    expect(lines(ALLOCATION, now)).toMatchObject({ lines: [], known: 3 });
    const corrected = structuredClone(ALLOCATION);
    (corrected[2] as Row)[5] = '100';
    expect(lines(corrected, now).lines.map(({ amountFen }) => amountFen)).toEqual([wan('10')]);
  });

  it('reads a column a batch, tells a number that two batches have, and more than a batch has', () => {
    const matrix = lines(
      [
        ['项目名称', '乡镇', '财农〔2025〕98号', '财农〔2026〕33号'],
        ['甲村产业园建设', '研和街道', '130', '-5'],
      ],
      execution,
    );
    expect(matrix.lines.map(({ batchId, amountFen }) => [batchId, amountFen])).toEqual([
      ['x0', wan('130')],
      ['x3', wan('-5')],
    ]);
    expect(matrix.problems.at(-1)?.message).toContain('共 120.00 万元，分配合计 130.00 万元，多分 10.00 万元');
    const unclear = lines(
      [
        ['项目名称', '文号', '分配资金'],
        ['甲村产业园建设', '财农〔2026〕11号', '5'],
      ],
      execution,
    );
    expect(unclear.problems.map(({ code }) => code)).toEqual(['batch-unclear']);
    expect(
      lines(
        [
          ['项目名称', '乡镇', '分配资金'],
          ['甲村产业园建设', '研和街道', '5'],
        ],
        execution,
        'x1',
      ).lines,
    ).toHaveLength(1);
  });
});

const month = (rows: Row[], now: Execution = NOTHING, more: Partial<Parameters<typeof readMonth>[3]> = {}) =>
  readMonth(data, now, reading(rows, 'progress'), {
    asOf: '2026-10-31',
    unit: null,
    pairs: new Map(),
    takesFalls: false,
    columns: [],
    ...more,
  });

const HEAD: Row[] = [['项目进度和资金支付情况表'], ['截至2026年10月31日，单位：万元']];
const REPORT: Row[] = [
  ...HEAD,
  ['序号', '项目名称', '实施地点', '下达资金', '形象进度', '完成投资', '已支付', '支付率(%)', '存在问题'],
  ['1', '甲村产业园建设', '研和街道甲村', '90', '80%', '80', '45', '50', ''],
  ['2', '乙村道路硬化', '研和街道乙村', '50', '已完工', '50', '50', '90', '无水'],
  ['合计', '', '', '140', '', '130', '95', '', ''],
];

describe('readMonth', () => {
  it('records the difference to what is known, and the work', () => {
    const read = month(REPORT);
    expect(read.payments.map(({ projectId, amountFen, date }) => [projectId, amountFen, date])).toEqual([
      ['a', wan('45'), '2026-10-31'],
      ['b', wan('50'), '2026-10-31'],
    ]);
    expect(read.notes.map(({ percent, doneFen, problem }) => [percent, doneFen, problem])).toEqual([
      [80, wan('80'), ''],
      [100, wan('50'), '无水'],
    ]);
    expect(read.problems.map(({ code, cell, proposal }) => [code, cell, proposal])).toEqual([
      ['rate-differs', 'H5', '100.00%'],
    ]);
  });

  it('adds nothing when it is sent again', () => {
    const first = month(REPORT);
    const now = { ...NOTHING, payments: withIds('p', first.payments), notes: withIds('n', first.notes) };
    expect(month(REPORT, now)).toMatchObject({ payments: [], notes: [] });
  });

  it('does not take a cumulative figure that fell, unless it is said to have come back', () => {
    const now = { ...NOTHING, payments: withIds('p', month(REPORT).payments) };
    const fallen = structuredClone(REPORT);
    (fallen[3] as Row)[6] = '40';
    const told = month(fallen, now);
    expect(told.payments).toEqual([]);
    expect(told.problems.find(({ code }) => code === 'paid-fell')).toMatchObject({ cell: 'G4' });
    expect(month(fallen, now, { takesFalls: true }).payments.map(({ amountFen }) => amountFen)).toEqual([wan('-5')]);
  });

  it('names the likeliest project of a name that is not there, and takes the one that is chosen', () => {
    const rows = [...HEAD, ['项目名称', '实施地点', '已支付'], ['丙村饮水工程', '大营街街道丙村', '5']];
    const told = month(rows);
    expect(told.rows[0]?.candidates.map(({ id }) => id)).toEqual(['c']);
    expect(told.payments).toEqual([]);
    expect(month(rows, NOTHING, { pairs: new Map([[4, 'c']]) }).payments.map(({ projectId }) => projectId)).toEqual([
      'c',
    ]);
    expect(month(rows, NOTHING, { pairs: new Map([[4, null]]) })).toMatchObject({ rows: [], problems: [] });
  });

  it('refuses amounts that must be 元, and takes them with the unit said', () => {
    const rows = [
      ['项目名称', '实施地点', '已支付'],
      ['甲村产业园建设', '研和街道甲村', '450000'],
      ['乙村道路硬化', '研和街道乙村', '500000'],
      ['丙村饮水提升', '大营街街道丙村', '100000'],
    ];
    expect(month(rows).problems.map(({ level, code }) => [level, code])).toContainEqual(['error', 'unit-suspect']);
    expect(month(rows, NOTHING, { unit: '元' }).payments.map(({ amountFen }) => amountFen)).toEqual([
      wan('45'),
      wan('50'),
      wan('10'),
    ]);
  });

  it('reads a journal: a payment a row at its own day, twice the same row is two payments, the file again none', () => {
    const rows = [
      ['支付日期', '项目名称', '乡镇', '支付金额', '收款单位', '凭证号'],
      ['2026-5-6', '甲村产业园建设', '研和街道', '10', '某公司', '记-1'],
      ['2026-5-6', '甲村产业园建设', '研和街道', '10', '某公司', '记-1'],
      ['五月', '乙村道路硬化', '研和街道', '3', '', ''],
    ];
    const read = month(rows);
    expect(read.payments.map(({ date, amountFen, payee }) => [date, amountFen, payee])).toEqual([
      ['2026-05-06', wan('10'), '某公司'],
      ['2026-05-06', wan('10'), '某公司'],
    ]);
    expect(read.problems.map(({ code, cell }) => [code, cell])).toEqual([['date-unparsed', 'A4']]);
    expect(month(rows, { ...NOTHING, payments: withIds('p', read.payments) }).payments).toEqual([]);
  });

  it('tells every column that it does not read', () => {
    const rows = [
      ['项目名称', '实施地点', '已支付', '施工单位', '监理'],
      ['甲村产业园建设', '研和街道甲村', '5', '某公司', '9'],
    ];
    expect(month(rows).problems[0]?.message).toContain('D 列“施工单位”、E 列“监理”');
  });
});

describe('days', () => {
  it.each<[string, string | undefined]>([
    ['2026-11-30', '2026-11-30'],
    ['2026年2月', '2026-02-28'],
    ['2026.5.6', '2026-05-06'],
    ['20260506', '2026-05-06'],
    ['2026-02-30', undefined],
    ['五月', undefined],
  ])('%s', (text, day) => expect(parseDay(text)).toBe(day));
});
