// The register of notices by the command line: a sheet taken in once, closed with its projects going on, changed after
// posting, holidays; each command one undo step. The clock of these runs stands at 2025-03-01.
import { mkdtempSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { readWorkbookFile } from '#electron/excel/read/index.ts';
import { readPdf } from '#test/support/pdf.ts';
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
const rulesOf = async (): Promise<string[]> => {
  const { value } = await ask('notices', book, 'check');
  return (value.findings as { rule: string }[]).map(({ rule }) => rule).sort();
};

const HEAD = '序号,公示事项,项目名称,级别,类型,公示载体,地点,起,止,天数,异议,处理结果,监督电话,经办人';

beforeAll(async () => {
  folder = mkdtempSync(join(makeTempFolder(), 'p-'));
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

describe('the register', () => {
  it('takes a sheet in once; rows of one notice are one; what a later sheet says more of is added', async () => {
    expect(await ask('notices', book)).toMatchObject({ status: 0, value: { notices: [] } });
    const first = csv(
      '台账.csv',
      '村级公示台账',
      HEAD,
      '1,甸苴村拟申报项目公示,甲村灌溉渠建设,村,村公示,公开栏,甸苴,2025-02-01,2025-02-10,10,,,12317,王某',
      '2,甸苴村拟申报项目公示,乙村道路硬化,村,村公示,公开栏,甸苴,2025-02-01,2025-02-10,10,,,12317,王某',
      '3,玉苗村拟申报项目公示,丙村冷库建设,村,村公示,公开栏,玉苗,2025年2月1日,2025年2月7日,7,,,12317,李某',
    );
    expect(await ask('notices', book, 'register', first)).toMatchObject({
      status: 0,
      value: { added: 2, updated: 0, known: 0 },
    });
    expect(await ask('notices', book, 'register', first)).toMatchObject({ value: { added: 0, updated: 0, known: 2 } });
    const { value } = await ask('notices', book);
    expect(value).toMatchObject({
      asOf: '2025-03-01',
      notices: [
        {
          ...{ stage: 'village', level: '村', kind: '公示', title: '甸苴村拟申报项目公示', medium: '公开栏' },
          ...{ from: '2025-02-01', to: '2025-02-10', days: 10, isShort: false, projects: 2, amountWan: '150' },
          state: '期满待办结',
        },
        { title: '玉苗村拟申报项目公示', to: '2025-02-07', days: 7, needed: 10, isShort: true, projects: 1 },
      ],
      counts: { total: 2, ended: 2, short: 1, running: 0, changed: 0 },
    });
    // The same in a later month, with an objection that was answered.
    const second = csv(
      '台账2.csv',
      HEAD,
      '1,玉苗村拟申报项目公示,丙村冷库建设,村,村公示,公开栏,玉苗,2025-02-01,2025-02-07,7,选址太远,经核实维持原选址,12317,李某',
    );
    expect(await ask('notices', book, 'register', second)).toMatchObject({ value: { added: 0, updated: 1, known: 0 } });
    expect(await ask('notices', book)).toMatchObject({
      value: { notices: [{}, { objections: 1, open: 0, state: '已办结', closedAt: '2025-02-07' }] },
    });
    expect((await xianjie('undo', book)).status).toBe(0);
    expect(await ask('notices', book)).toMatchObject({
      value: { notices: [{}, { objections: 0, state: '期满待办结' }] },
    });
    expect(await rulesOf()).toEqual(['P08']);
  });

  it('closing takes its projects on, as one step; a notice that still runs is refused', async () => {
    const { value } = await ask('notices', book);
    const [first] = value.notices as { id: string }[];
    expect(await ask('notices', book, 'close', first?.id ?? '', '--date', '2025-02-10')).toMatchObject({
      status: 1,
      value: { closed: 0, moved: 0, kept: [{ reason: expect.stringContaining('2025年2月10日 才满') }] },
    });
    expect(await ask('notices', book, 'close', first?.id ?? '', '--date', '2025-02-11')).toMatchObject({
      status: 0,
      value: { closed: 1, moved: 2, refused: [] },
    });
    expect(await ask('board', book)).toMatchObject({
      value: { states: expect.arrayContaining([expect.objectContaining({ state: '村已申报', count: 2 })]) },
    });
    expect(await rulesOf()).toEqual(['P08']);
    expect((await xianjie('undo', book)).status).toBe(0);
    expect(await ask('board', book)).toMatchObject({ value: { summary: { 未入库: 3 } } });
    expect(await ask('notices', book)).toMatchObject({ value: { counts: { ended: 2, closed: 0 } } });
    expect((await xianjie('redo', book)).status).toBe(0);
  });

  it('a step without its notice is found, and 补录 only counted', async () => {
    expect((await xianjie('life', book, '--to', 'checked', '--projects', 'A1', '--date', '2025-02-20')).status).toBe(0);
    const { value } = await ask('notices', book, 'check');
    expect((value.findings as { message: string }[]).map(({ message }) => message)).toContainEqual(
      expect.stringContaining('之前没有登记乡镇公示'),
    );
    await xianjie('undo', book);
    await xianjie('life', book, '--to', 'checked', '--all', '--date', '2025-02-20', '--backfill');
    const again = await ask('notices', book, 'check');
    expect(again.value.findings).toContainEqual(
      expect.objectContaining({
        rule: 'P08',
        level: 'info',
        message: expect.stringContaining('补录办理的 3 个项目没有登记乡镇公示'),
      }),
    );
    await xianjie('undo', book);
  });

  it('what was changed after posting is found in 审核 and gone with undo', async () => {
    const changed = csv(
      '改.csv',
      '项目表',
      '单位：万元',
      '序号,项目编号,项目名称,乡镇,村,建设内容,建设年限,总投资,财政衔接资金,2025年',
      '1,A1,甲村灌溉渠建设,大营街街道,甸苴,修渠,2025,120,120,120',
    );
    expect((await xianjie('import', book, changed, '--mode', 'update')).status).toBe(0);
    const { value } = await ask('check', book);
    expect(value.findings).toContainEqual(
      expect.objectContaining({
        rule: 'E02',
        message: expect.stringContaining('资金规模（万元）由“100.00”改为“120.00”'),
      }),
    );
    expect(await ask('notices', book)).toMatchObject({ value: { counts: { changed: 1 } } });
    await xianjie('undo', book);
    expect((await rulesOf()).includes('E02')).toBe(false);
  });

  it('is written in the columns of the form, and as projects by stages', async () => {
    const out = join(folder, '公示台账.xlsx');
    expect((await xianjie('notices', book, 'list', '--out', out)).status).toBe(0);
    const cells = Object.values(showCells(await readWorkbookFile(out)));
    for (const head of [
      '序号',
      '公示事项',
      '级别',
      '类型',
      '公示载体',
      '地点',
      '起',
      '止',
      '天数',
      '异议',
      '处理结果',
      '经办人',
      '备注',
    ])
      expect(cells).toContain(`t:${head}`);
    // What is written comes in again as the same.
    expect(await ask('notices', book, 'register', out, '--dry-run')).toMatchObject({
      value: { added: 0, updated: 0, known: 2, problems: [] },
    });
    const matrix = join(folder, '一览.docx');
    expect((await xianjie('notices', book, 'list', '--form', 'matrix', '--out', matrix)).status).toBe(0);
    const paper = join(folder, '公示台账.pdf');
    expect((await xianjie('notices', book, 'list', '--out', paper)).status).toBe(0);
    const printed = (await readPdf(paper)).flatMap(({ lines }) => lines).join('\n');
    for (const word of ['公示台账', '公示载体', '2025-02-01']) expect(printed).toContain(word);
    expect(await ask('notices', book, 'list', '--form', 'matrix')).toMatchObject({
      value: {
        rows: expect.arrayContaining([expect.objectContaining({ cells: { village: '2025-02-01' }, missing: 0 })]),
      },
    });
  });

  it('is known among the tables of an ordinary import, and registered as one step', async () => {
    const sheet = csv(
      '公示台账.csv',
      '公示台账',
      '公示事项,公示级别,公示载体,公示开始时间,公示结束时间,公示天数,异议情况,处理结果',
      '大营街街道2025年拟上报项目公示,乡镇,公开栏,2025-02-12,2025-02-21,10,无异议,',
    );
    const { status, value } = await ask('import', book, sheet);
    expect([status, value]).toMatchObject([
      0,
      { files: [{ kind: 'notices', postings: { added: 1, updated: 0, known: 0 } }], projects: 0 },
    ]);
    expect(await ask('notices', book)).toMatchObject({
      value: {
        notices: expect.arrayContaining([
          expect.objectContaining({ stage: 'town', level: '乡镇', state: '已办结', result: '公示无异议' }),
        ]),
      },
    });
    expect((await ask('import', book, sheet)).value).toMatchObject({ files: [{ postings: { added: 0, known: 1 } }] });
    await xianjie('undo', book);
    expect(await ask('notices', book)).toMatchObject({ value: { counts: { total: 2 } } });
  });

  it('a print is registered with what it says', async () => {
    const out = join(folder, '公示.xlsx');
    const run = await ask(
      'print',
      book,
      out,
      '--what',
      'notice',
      '--stage',
      'county',
      '--from',
      '2025-02-25',
      '--register',
    );
    expect(run.status).toBe(0);
    const { value } = await ask('notices', book);
    expect((value.notices as object[]).at(-1)).toMatchObject({
      ...{ stage: 'county', from: '2025-02-25', to: '2025-03-06', projects: 3, amountWan: '180', state: '公示中' },
    });
    await xianjie('undo', book);
  });

  it('holidays are data of the workbook', async () => {
    expect(
      await ask(
        'notices',
        book,
        'holidays',
        '国庆节：10月1日（周四）至7日（周三）放假调休，共7天。10月10日（周六）上班。',
        '--year',
        '2026',
      ),
    ).toMatchObject({ status: 0, value: { years: [{ year: 2026, work: ['2026-10-10'] }], problems: [] } });
    const sheet = csv('工作日.csv', HEAD, '1,某项目调整公示,,县,调整公示,网站,,2026-09-28,,10个工作日,,,12317,');
    await ask('notices', book, 'register', sheet);
    expect(await ask('notices', book)).toMatchObject({
      value: {
        notices: expect.arrayContaining([expect.objectContaining({ title: '某项目调整公示', to: '2026-10-15' })]),
      },
    });
    expect((await xianjie('verify', book)).status).toBe(0);
  });

  it.each([
    [['close'], '请写明办结哪一条'],
    [['register'], '缺少电子表格'],
    [['post'], '动作'],
    [['close', 'all', '--date', '2025-02-30'], '应为日期'],
  ])('refuses %j', async (argv, words) => {
    const run = await xianjie('notices', book, ...argv);
    expect([run.status, run.err]).toEqual([2, expect.stringContaining(words)]);
  });

  it('tells of each cell that contradicts itself, with both values, and registers the rest', async () => {
    const sheet = csv(
      '差错.csv',
      HEAD,
      '1,甲村项目公示,甲村灌溉渠建设,村,村公示,公开栏,甸苴,2025-01-20,2025-01-11,,,,12317,',
      '2,乙村项目公示,乙村道路硬化,村,村公示,公开栏,甸苴,2025-01-01,2025-01-10,7,,,12317,',
      '3,丁村项目公示,丁村茶厂改造,村,村公示,公开栏,甸苴,2025-01-01,2025-01-10,10,,,12317,',
      '4,会议通知,,,,,,2025年1月1日,2025-02-30,,,,,',
    );
    const { status, value } = await ask('notices', book, 'register', sheet, '--dry-run');
    expect([status, value.added]).toEqual([1, 4]);
    const told = (value.problems as { code: string; cell: string; message: string }[]).map(
      ({ code, cell, message }) => `${code} ${cell} ${message}`,
    );
    for (const words of [
      /day-order I2 .*止 2025-01-11 早于起 2025-01-20/,
      /days-differ J3 .*天数写 7，起止日期算得 10 天/,
      /project-unknown C4 .*找不到“丁村茶厂改造”，这一条照登/,
      /stage-unclear B5 .*看不出是哪个环节/,
      /value-unparsed I5 .*“2025-02-30”不是日期/,
    ])
      expect(told).toContainEqual(expect.stringMatching(words));
  });

  it('an objection without an answer halts the next step until it is answered', async () => {
    const sheet = csv(
      '异议.csv',
      HEAD,
      '1,玉苗村拟申报项目公示,丙村冷库建设,村,村公示,公开栏,玉苗,2025-02-01,2025-02-07,7,选址太远,,12317,李某',
    );
    await ask('notices', book, 'register', sheet);
    const step = ['life', book, '--to', 'declared', '--projects', 'A3', '--date', '2025-02-20'];
    expect(await ask(...step)).toMatchObject({
      status: 1,
      value: { moved: 0, refused: [{ reason: expect.stringContaining('1 件异议没有处理') }] },
    });
    expect(await ask(...step, '--backfill')).toMatchObject({ status: 0, value: { moved: 1 } });
    expect(await rulesOf()).toContain('E01');
    await xianjie('undo', book);
    await xianjie('undo', book);
    expect(await rulesOf()).not.toContain('E01');
  });

  it('what is due is counted: ended notices, and nothing of an empty workbook', async () => {
    expect(await ask('todo', book)).toMatchObject({
      value: {
        asOf: '2025-03-01',
        items: expect.arrayContaining([expect.objectContaining({ id: 'notices-ended', count: 1 })]),
      },
    });
    const empty = join(folder, '空.xianjie');
    await xianjie('new', empty, '--region', '530402', '--period', '2021-2025');
    expect(await ask('todo', empty)).toMatchObject({ status: 0, value: { items: [] } });
  });

  it('a sheet that is none is refused, and nothing changes', async () => {
    const before = await ask('notices', book);
    const run = await xianjie('notices', book, 'register', csv('名单.csv', '姓名,电话,职务', '张某,1,主任'));
    expect([run.status === 1 || run.status === 3, run.err]).toEqual([true, expect.stringMatching(/没有/)]);
    expect(await ask('notices', book)).toEqual(before);
  });
});
