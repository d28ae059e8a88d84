// A year of a county by the command line: papers, allocation, monthly sheets, steps; each file one undo step, nothing
// counted twice, the plan's own figures as they were. The clock of these runs stands at 2025-03-01.
import { copyFileSync, mkdtempSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { readWorkbookFile } from '#electron/excel/read/index.ts';
import { showCells } from '#test/support/show-cells.ts';
import { makeTempFolder } from '#test/support/temp-folder.ts';
import { xianjie } from '#test/unit/electron/cli/run-in-process.ts';

let folder = '';
let book = '';
const csv = (name: string, ...lines: string[]): string => {
  const file = join(folder, name);
  writeFileSync(file, lines.join('\r\n'));
  return file;
};
const ask = async (...argv: string[]) => {
  const run = await xianjie(...argv, '--json');
  return { status: run.status, value: run.json() as Record<string, unknown> };
};

beforeAll(async () => {
  folder = mkdtempSync(join(makeTempFolder(), 'e-'));
  book = join(folder, '县.xianjie');
  expect((await xianjie('new', book, '--region', '530402', '--period', '2021-2025')).status).toBe(0);
  const list = csv(
    '项目表.csv',
    '项目表',
    '单位：万元',
    '序号,项目编号,项目名称,乡镇,村,建设内容,建设年限,总投资,财政衔接资金,2025年',
    '1,A1,甲村灌溉渠建设,大营街街道,甸苴,修渠,2025,100,100,100',
    '2,A2,乙村道路硬化,大营街街道,甸苴,修路,2025,50,50,50',
    '3,A3,丙村冷库建设,研和街道,玉苗,建冷库,2025,30,30,30',
  );
  expect((await xianjie('import', book, list)).status).toBe(0);
});

describe('money', () => {
  it('comes in by papers, goes to projects, and is paid once however often a sheet is sent', async () => {
    const plan = await ask('list', book);
    const papers = csv(
      '指标文.csv',
      '文号,日期,资金名称,级次,金额（万元）',
      '云财农〔2025〕1号,2025-01-10,财政衔接资金,中央,120',
    );
    expect(await ask('funds', book, 'import', papers)).toMatchObject({
      status: 0,
      value: { added: 1, amountWan: '120' },
    });
    expect(await ask('funds', book, 'import', papers)).toMatchObject({ status: 0, value: { added: 0, known: 1 } });
    const allocation = csv(
      '分配表.csv',
      '项目编号,项目名称,乡镇,资金文号,分配资金（万元）',
      'A1,甲村灌溉渠建设,大营街街道,云财农[2025]1号,80',
      'A2,乙村道路硬化,大营街街道,云财农[2025]1号,30',
    );
    expect(await ask('funds', book, 'allocate', allocation)).toMatchObject({ status: 0, value: { added: 2 } });
    const month = csv(
      '月报.csv',
      '项目进度表（截至2025年2月28日，单位：万元）',
      '项目名称,实施地点,形象进度,完成投资,已支付',
      '甲村灌溉渠建设,大营街街道甸苴,50%,45,40',
      '乙村道路硬化,大营街街道甸苴,100%,30,30',
    );
    expect(await ask('pay', book, 'import', month)).toMatchObject({
      status: 0,
      value: { asOf: '2025-02-28', payments: 2, amountWan: '70' },
    });
    expect(await ask('pay', book, 'import', month)).toMatchObject({ status: 0, value: { payments: 0, notes: 0 } });
    expect(await ask('funds', book)).toMatchObject({
      value: {
        batches: [
          {
            year: 2025,
            ownNumber: '云财农〔2025〕1号',
            amountWan: '120',
            allocatedWan: '110',
            unallocatedWan: '10',
            paidWan: '70',
          },
        ],
      },
    });
    expect(await ask('progress', book, '--by', 'town')).toMatchObject({
      value: {
        asOf: '2025-03-01',
        rows: [
          { name: '大营街街道', planWan: '150', releasedWan: '110', paidWan: '70', paidRate: '63.64', doneWan: '75' },
          { name: '研和街道', planWan: '30', releasedWan: '0', paidWan: '0', paidRate: null },
        ],
        total: { planWan: '180', releasedWan: '110', paidWan: '70' },
      },
    });
    // Before the paper nothing was there.
    expect(await ask('progress', book, '--as-of', '2025-01-01')).toMatchObject({
      value: { total: { releasedWan: '0', paidWan: '0' } },
    });
    expect(await ask('list', book)).toEqual(plan);
    expect((await xianjie('undo', book)).status).toBe(0);
    expect(await ask('progress', book)).toMatchObject({
      value: { total: { releasedWan: '110', paidWan: '0', doneWan: '0' } },
    });
    expect((await xianjie('redo', book)).status).toBe(0);
    expect((await xianjie('verify', book)).status).toBe(0);
  });

  it.each([
    ['项目进度表（截至2025年2月30日）', '2025-03-01', 'as-of-unread', '没有读懂'],
    ['项目进度表（截至2025年12月31日）', '2025-12-31', 'as-of-later', '表题所写'],
  ])('the day of “%s”', async (title, asOf, code, reason) => {
    const month = csv('截至.csv', title, '项目名称,实施地点,已支付（万元）', '甲村灌溉渠建设,大营街街道甸苴,1');
    const run = await ask('pay', book, 'import', month, '--dry-run');
    const { problems } = run.value as { problems: { code: string }[] };
    expect([run.status, run.value.asOf, problems[0]?.code]).toEqual([1, asOf, code]);
    expect((await xianjie('pay', book, 'import', month, '--dry-run')).err).toContain(reason);
  });

  it('is written as a spreadsheet that says its day', async () => {
    const out = join(folder, '进度.xlsx');
    expect((await xianjie('progress', book, '--by', 'batch', '--out', out)).status).toBe(0);
    const cells = Object.values(showCells(await readWorkbookFile(out)));
    expect(cells.join('|')).toContain('资金批次分配和支付情况表');
    expect(cells.join('|')).toContain('截至 2025-03-01');
    expect(cells).toContain('t:云财农〔2025〕1号');
  });

  it('a sheet that holds nothing of it is refused with a sentence, and nothing changes', async () => {
    const before = await ask('funds', book);
    const wrong = csv('名单.csv', '姓名,电话,职务', '张某,1,主任');
    const run = await xianjie('pay', book, 'import', wrong);
    expect([run.status === 1 || run.status === 3, run.err]).toEqual([true, expect.stringMatching(/没有/)]);
    expect(await ask('funds', book)).toEqual(before);
  });
});

describe('life', () => {
  it('goes step by step; what is missing is named; 补录 passes; one batch is one step back', async () => {
    const refused = await ask('life', book, '--to', 'started', '--projects', 'A3', '--date', '2025-02-01');
    expect(refused).toMatchObject({ status: 1, value: { moved: 0, refused: [{ project: '丙村冷库建设' }] } });
    expect(JSON.stringify(refused.value)).toContain('还缺：村已申报、乡已审核、县已审定、已入库、已下达');
    expect(
      await ask(
        'life',
        book,
        '--to',
        '已入库',
        '--all',
        '--date',
        '2024-12-20',
        '--backfill',
        '--doc',
        '县领字〔2024〕9号',
      ),
    ).toMatchObject({
      status: 0,
      value: { moved: 3, refused: [] },
    });
    // Two of them have money, and may begin; the third has none.
    expect(await ask('life', book, '--to', 'started', '--all', '--date', '2025-02-10')).toMatchObject({
      status: 1,
      value: { moved: 2, refused: [{ project: '丙村冷库建设' }] },
    });
    expect(await ask('life', book, '--to', 'finished', '--projects', 'A2', '--date', '2025-02-28')).toMatchObject({
      status: 0,
      value: { moved: 1 },
    });
    expect(await ask('life', book, '--to', 'dropped', '--projects', 'A3', '--reason', '不再需要')).toMatchObject({
      status: 0,
      value: { moved: 1 },
    });
    expect(await ask('board', book)).toMatchObject({
      value: { summary: { total: 3, 未入库: 0, 储备: 0, 在建: 1, 累计竣工: 1, 清理出库: 1, 本年开工: 2, 本年竣工: 1 } },
    });
    expect(await ask('board', book, '--as-of', '2024-12-31')).toMatchObject({
      value: { summary: { total: 3, 储备: 3, 在建: 0, 累计竣工: 0 } },
    });
    expect((await xianjie('undo', book)).status).toBe(0);
    expect(await ask('board', book)).toMatchObject({ value: { summary: { 储备: 1, 清理出库: 0 } } });
  });

  it('is planned year by year: a proposal first, then what was listed, on paper and as a sheet', async () => {
    expect(await ask('yearplan', book, '2025')).toMatchObject({
      status: 0,
      value: { year: 2025, isProposal: true, count: 3, planWan: '180' },
    });
    expect(
      await ask('life', book, '--to', 'planned', '--projects', 'A1,A3', '--year', '2025', '--doc', '县农字〔2025〕3号'),
    ).toMatchObject({ status: 0, value: { moved: 2 } });
    expect(await ask('yearplan', book, '2025')).toMatchObject({
      value: {
        isProposal: false,
        count: 2,
        planWan: '130',
        projects: [
          {
            code: 'A1',
            planWan: '100',
            reason: '已列入',
            documentNumber: '县农字〔2025〕3号',
            bySource: { 财政衔接资金: '100' },
          },
          { code: 'A3', planWan: '30' },
        ],
        unlisted: [{ name: '乙村道路硬化', reason: '本年开工' }],
      },
    });
    // One that is under way stays so; a second listing is refused.
    expect(await ask('board', book)).toMatchObject({ value: { summary: { 在建: 1, 累计竣工: 1 } } });
    expect(await ask('life', book, '--to', 'planned', '--projects', 'A1', '--year', '2025')).toMatchObject({
      status: 1,
      value: { refused: [{ reason: '已经列入 2025 年度计划' }] },
    });
    const out = join(folder, '年度计划.xlsx');
    expect((await xianjie('yearplan', book, '2025', '--out', out)).status).toBe(0);
    const cells = Object.values(showCells(await readWorkbookFile(out))).join('|');
    expect(cells).toContain('红塔区2025年度项目实施计划表');
    expect(cells).toContain('依据：县农字〔2025〕3号');
    expect((await xianjie('yearplan', book, '25')).status).toBe(2);
  });

  it('ends with a settled price, what is left over, and a ledger for each paper', async () => {
    expect(
      await ask('life', book, '--to', 'settled', '--projects', 'A2', '--settled', '28', '--backfill'),
    ).toMatchObject({ status: 0, value: { moved: 1 } });
    const month = join(folder, '月报.xlsx');
    expect((await xianjie('progress', book, '--out', month)).status).toBe(0);
    const row = Object.entries(showCells(await readWorkbookFile(month)));
    expect(row.map(([, text]) => text)).toEqual(expect.arrayContaining(['t:已结算', 'n:28', 'n:2']));
    const ledger = join(folder, '台账.docx');
    expect(await ask('funds', book, 'ledger', ledger, '--batch', '云财农[2025]1号')).toMatchObject({
      status: 0,
      value: { batches: 1 },
    });
    expect((await xianjie('funds', book, 'ledger', ledger, '--batch', '没有')).status).toBe(2);
    expect((await xianjie('funds', book, 'ledger', join(folder, '台账.txt'))).status).toBe(2);
  });

  it.each([
    [['--to', 'nonsense', '--all'], '没有“nonsense”这一步'],
    [['--to', 'stored'], '请用 --projects'],
    [['--to', 'stored', '--all', '--date', '2025-02-30'], '应为日期'],
    [['--to', 'stored', '--projects', 'Z9'], '没有编号为“Z9”的项目'],
  ])('refuses %s', async (argv, words) => {
    const run = await xianjie('life', book, ...argv);
    expect([run.status, run.err]).toEqual([2, expect.stringContaining(words)]);
  });
});

describe('steps whose days or years do not fit', () => {
  it('are refused, or as 补录 told at once', async () => {
    const own = join(folder, '日期.xianjie');
    copyFileSync(book, own);
    const life = (...argv: string[]) => ask('life', own, '--projects', 'A3', ...argv);
    expect(await life('--to', 'started', '--date', '2025-02-01', '--backfill')).toMatchObject({ status: 0 });
    const refused = await life('--to', 'finished', '--date', '2025-01-10');
    expect(refused.status).toBe(1);
    expect(JSON.stringify(refused.value)).toContain('日期 2025-01-10 早于“已开工”的日期 2025-02-01');
    const told = await life('--to', 'finished', '--date', '2025-01-10', '--backfill');
    expect(told).toMatchObject({ status: 1, value: { moved: 1, doubts: [{ project: '丙村冷库建设' }] } });
    const outside = await life('--to', 'planned', '--year', '2035', '--backfill');
    expect(JSON.stringify(outside.value)).toContain('2035 年不在规划期 2021—2025 年内');
    expect((await xianjie('life', own, '--to', 'settled', '--all', '--settled', '-3')).status).toBe(2);
  });
});

describe('status columns of a list', () => {
  let other = '';
  const list = (...rows: string[]): string =>
    csv(
      '状态表.csv',
      '项目表',
      '单位：万元',
      '序号,项目编号,项目名称,乡镇,村,建设内容,建设年限,总投资,项目状态,验收时间,结算价',
      ...rows,
    );
  const ROWS = [
    '1,B1,甲村灌溉渠建设,大营街街道,甸苴,修渠,2024,100,已验收,2024-11-20,95',
    '2,B2,乙村道路硬化,大营街街道,甸苴,修路,2024,50,实施中,,',
    '3,B3,丙村冷库建设,研和街道,玉苗,建冷库,2024,30,攻坚阶段,,',
  ];

  it('come in with the list as one step; a second time adds nothing; the plan is what the list says', async () => {
    other = join(folder, '状态.xianjie');
    expect((await xianjie('new', other, '--region', '530402', '--period', '2021-2025')).status).toBe(0);
    const first = await ask('import', other, list(...ROWS));
    const problems = (first.value.files as { problems: { code: string; cell: string }[] }[])[0]?.problems ?? [];
    expect(problems.map(({ code }) => code)).toEqual(expect.arrayContaining(['status-columns', 'status-word']));
    expect(problems.find(({ code }) => code === 'status-word')?.cell).toBe('I6');
    expect(first.value).toMatchObject({ projects: 3, totalWan: '180', steps: 3 });
    expect(await ask('board', other)).toMatchObject({
      value: { summary: { 未入库: 1, 在建: 1, 累计竣工: 1, 本年竣工: 0 } },
    });
    expect((await ask('import', other, list(...ROWS))).value).toMatchObject({ steps: 0 });
    expect(await ask('board', other)).toMatchObject({ value: { summary: { 在建: 1, 累计竣工: 1 } } });
    // A later list moves on; the plan is untouched, and one step takes it back.
    const later = ROWS.with(1, '2,B2,乙村道路硬化,大营街街道,甸苴,修路,2024,50,已完成,,');
    expect((await ask('import', other, list(...later))).value).toMatchObject({ steps: 1 });
    expect(await ask('board', other)).toMatchObject({ value: { summary: { 在建: 0, 累计竣工: 2 } } });
    expect((await xianjie('undo', other)).status).toBe(0);
    expect(await ask('board', other)).toMatchObject({ value: { summary: { 在建: 1, 累计竣工: 1 } } });
    expect((await xianjie('verify', other)).status).toBe(0);
  });

  it('of a monthly sheet too: days that have come are facts, plans are told', async () => {
    const month = csv(
      '月度.csv',
      '项目进度表（截至2025年2月28日，单位：万元）',
      '项目名称,实施地点,开工时间,完工时间,已支付,状态',
      '乙村道路硬化,大营街街道甸苴,2024-06-01,2025-12-31,10,在建',
      '丙村冷库建设,研和街道玉苗,,,0,未知状态',
    );
    const run = await ask('pay', other, 'import', month);
    expect(run).toMatchObject({ status: 1, value: { payments: 1, steps: 0 } });
    const codes = (run.value.problems as { code: string; cell: string }[]).map(({ code, cell }) => [code, cell]);
    expect(codes).toEqual(
      expect.arrayContaining([
        ['status-later', 'D3'],
        ['status-word', 'F4'],
        ['status-differs', 'C3'],
      ]),
    );
  });
});
