// Papers on changes read as change orders: the forms of two counties, blank and merged cells, what cannot be matched, our own
// tables read again.
import { join } from 'node:path';
import ExcelJS from 'exceljs';
import { describe, expect, it } from 'vitest';
import { startBook } from '#test/support/change-book.ts';
import { xianjie } from '#test/unit/electron/cli/run-in-process.ts';

type Cell = string | number | null;

interface Read {
  orders: {
    id: string;
    state: string;
    type: string;
    reason: string;
    documentNumber: string;
    differenceWan: string;
    items: {
      before: { name: string; totalWan: string }[];
      after: { name: string; totalWan: string }[];
      reason: string;
    }[];
  }[];
  items: number;
  known: number;
  problems: { level: string; code: string; cell: string; message: string }[];
}

const ROWS = [
  '1,A1,青苗产业路,大营街街道,甸苴,修建产业路1公里,2025,30,30,30',
  '2,A2,乙村道路硬化,大营街街道,甸苴,修路2公里,2025,50,50,50',
  '3,A3,丙村冷库建设,研和街道,玉苗,建冷库1座,2025,20,20,20',
];

async function sheet(
  folder: string,
  rows: readonly (readonly Cell[])[],
  merges: readonly string[] = [],
): Promise<string> {
  const book = new ExcelJS.Workbook();
  const page = book.addWorksheet('变更表');
  for (const row of rows) page.addRow([...row]);
  for (const range of merges) page.mergeCells(range);
  const file = join(folder, '变更表.xlsx');
  await book.xlsx.writeFile(file);
  return file;
}

async function read(rows: readonly (readonly Cell[])[], merges: readonly string[] = []) {
  const start = await startBook(...ROWS);
  const file = await sheet(start.folder, rows, merges);
  const { err, json, status } = await xianjie('change', start.book, 'new', file, '--json');
  return { ...start, file, err, status, result: json() as Read };
}
const bare = ({ orders }: Read) =>
  orders.flatMap(({ items }) =>
    items.map(({ before, after }) =>
      [before, after].map((side) => side.map(({ name, totalWan }) => `${name} ${totalWan}`)),
    ),
  );

const FORM = ['项目文号', '实施镇村', '项目金额(万元)', '变更前项目内容', '变更后项目地点内容', '变更理由'];

describe('the form of a county without names of projects', () => {
  it('a split by merged cells: the project is found by place and content', async () => {
    const { result, err, book, run, file } = await read(
      [
        ['财政专项扶贫资金项目变更表'],
        FORM,
        ['财农〔2020〕4号', '大营街街道甸苴', 5, '修建产业路1公里', '一组产业路硬化300米', '原址被征地，用地受限'],
        [null, null, 5, null, '二组产业路硬化300米', null],
        [null, null, 10, null, '三组产业路硬化500米', null],
        [null, null, 10, null, '四组产业路硬化500米', null],
        [null, '研和街道玉苗', 20, '建冷库1座', '建烘干房2座', '群众不愿意建冷库'],
      ],
      ['A3:A6', 'B3:B6', 'D3:D6', 'F3:F6'],
    );
    expect(bare(result), err).toEqual([
      [
        ['青苗产业路 30'],
        ['一组产业路硬化300米 5', '二组产业路硬化300米 5', '三组产业路硬化500米 10', '四组产业路硬化500米 10'],
      ],
      [['丙村冷库建设 20'], ['丙村冷库建设 20']],
    ]);
    expect(result.orders[0]?.items.map(({ reason }) => reason)).toEqual(['原址被征地，用地受限', '群众不愿意建冷库']);
    expect(result.problems.filter(({ level }) => level !== 'info')).toEqual([]);
    const id = result.orders[0]?.id ?? '';
    await run('change', book, 'approve', id, '--doc', '津贫领发〔2020〕12号', '--date', '2020-06-01');
    expect(await run('list', book)).toMatchObject({
      projects: [
        {
          name: '一组产业路硬化300米',
          totalWan: '5',
          region: ['大营街街道', '甸苴'],
          bySource: expect.objectContaining({ 财政衔接资金: '5' }),
        },
        { name: '二组产业路硬化300米' },
        { name: '三组产业路硬化500米' },
        { name: '四组产业路硬化500米', totalWan: '10', byYear: { '2025': '10' } },
        { name: '乙村道路硬化' },
        { name: '丙村冷库建设', content: '建烘干房2座' },
      ],
    });
    // The same paper again adds nothing, though its project is gone from the list.
    expect(await run('change', book, 'new', file)).toMatchObject({ orders: [], known: 2 });
  });

  it('blanks in place of merged cells mean the same; a line of sums is no change', async () => {
    const { result } = await read([
      FORM,
      ['财农〔2020〕4号', '大营街街道甸苴', 12, '修建产业路1公里', '一组产业路', '用地受限'],
      [null, null, 18, null, '二组产业路', null],
      ['合计', null, 30, null, null, null],
    ]);
    expect(bare(result)).toEqual([[['青苗产业路 30'], ['一组产业路 12', '二组产业路 18']]]);
  });

  it('what is not found is told with its cell and what it may be; the others are taken', async () => {
    const { result, status } = await read([
      FORM,
      [null, '大营街街道甸苴', 5, '建养猪场', '建养牛场', '市场变化'],
      [null, '大营街街道甸苴', 40, '修路2公里', '修路1.6公里', '资金不足'],
    ]);
    expect(status).toBe(1);
    expect(bare(result)).toEqual([[['乙村道路硬化 50'], ['乙村道路硬化 40']]]);
    expect(result.problems.find(({ code }) => code === 'project-unknown')).toMatchObject({ cell: 'D2' });
    expect(result.problems.map(({ message }) => message).join('')).toContain('这一项调整没有登记');
  });
});

const TWO = [
  ['序号', '调整类型', '项目名称', '建设地点', '调整前', null, null, '调整后', null, null, '调整理由', '批复文号'],
  [
    null,
    null,
    null,
    null,
    '建设内容及规模',
    '建设年限',
    '总投资（万元）',
    '建设内容及规模',
    '建设年限',
    '总投资（万元）',
    null,
    null,
  ],
] as const;
const TWO_MERGES = ['A1:A2', 'B1:B2', 'C1:C2', 'D1:D2', 'E1:G1', 'H1:J1', 'K1:K2', 'L1:L2'];

describe('the form with two rows of headings', () => {
  it('raised, dropped, new: by papers, each its own order', async () => {
    const { result, err } = await read(
      [
        ...TWO,
        [
          1,
          '调增',
          '乙村道路硬化',
          '大营街街道甸苴',
          '修路2公里',
          '2025',
          50,
          '修路3公里',
          '2025',
          60,
          '资金调整',
          '红政复〔2025〕5号',
        ],
        [
          2,
          '取消',
          '丙村冷库建设',
          '研和街道玉苗',
          '建冷库1座',
          '2025',
          20,
          null,
          null,
          null,
          '项目无法实施',
          '红政复〔2025〕5号',
        ],
        [
          3,
          '新增',
          '丁村水窖',
          '研和街道玉苗',
          null,
          null,
          null,
          '建水窖3口',
          '2025',
          7,
          '结余资金安排',
          '红政复〔2025〕6号',
        ],
        ['合计', null, null, null, null, null, 70, null, null, 67, null, null],
      ],
      TWO_MERGES,
    );
    expect(bare(result), err).toEqual(
      expect.arrayContaining([
        [['乙村道路硬化 50'], ['乙村道路硬化 60']],
        [['丙村冷库建设 20'], []],
        [[], ['丁村水窖 7']],
      ]),
    );
    expect(result.orders.map(({ documentNumber, state }) => [documentNumber, state]).sort()).toEqual([
      ['红政复〔2025〕5号', '申请中'],
      ['红政复〔2025〕6号', '申请中'],
    ]);
  });

  it('a figure of before that is not that of the list is told with both and the difference', async () => {
    const { result } = await read(
      [
        ...TWO,
        [
          1,
          '调增',
          '乙村道路硬化',
          '大营街街道甸苴',
          '修路2公里',
          '2025',
          55,
          '修路2公里',
          '2025',
          60,
          '资金调整',
          null,
        ],
      ],
      TWO_MERGES,
    );
    expect(result.problems.find(({ code }) => code === 'before-differs')).toMatchObject({
      level: 'warning',
      cell: 'G3',
    });
    expect(result.problems.map(({ message }) => message).join('')).toContain(
      '表上调整前 55 万元，项目表是 50 万元，差 5 万元',
    );
  });

  it('what the list says already is taken as done: before is what the sheet says', async () => {
    const { result } = await read(
      [
        ...TWO,
        [
          1,
          '调增',
          '乙村道路硬化',
          '大营街街道甸苴',
          '修路1公里',
          '2025',
          45,
          '修路2公里',
          '2025',
          50,
          '资金调整',
          null,
        ],
      ],
      TWO_MERGES,
    );
    expect(bare(result)).toEqual([[['乙村道路硬化 45'], ['乙村道路硬化 50']]]);
    expect(result.problems.map(({ code }) => code)).toContain('change-done');
  });

  it('several that become one', async () => {
    const { result } = await read(
      [
        ...TWO,
        [
          1,
          '合并',
          '青苗产业路',
          '大营街街道甸苴',
          '修建产业路1公里',
          '2025',
          30,
          '产业路和硬化一并实施',
          '2025',
          80,
          '一并实施',
          null,
        ],
        [null, null, '乙村道路硬化', '大营街街道甸苴', '修路2公里', '2025', 50, null, null, null, null, null],
      ],
      [...TWO_MERGES, 'H3:H4', 'J3:J4', 'K3:K4'],
    );
    expect(bare(result)).toEqual([[['青苗产业路 30', '乙村道路硬化 50'], ['青苗产业路 80']]]);
  });
});

it('other words for the same: 原计划, 现调整为, amounts only', async () => {
  const { result, err } = await read([
    ['项目名称', '原计划投资（万元）', '调整后投资（万元）', '调整原因'],
    ['乙村道路硬化', 50, 45, '资金不足'],
    ['丙村冷库建设', 20, 0, '重复安排'],
    ['青苗产业路', 30, 30, '无变化'],
  ]);
  expect(bare(result), err).toEqual([
    [['乙村道路硬化 50'], ['乙村道路硬化 45']],
    [['丙村冷库建设 20'], []],
  ]);
  expect(result.problems.map(({ code }) => code)).toContain('change-none');
});

it('a sheet without either side is refused in words, and the workbook stays', async () => {
  const { err, status } = await read([
    ['项目名称', '备注'],
    ['乙村道路硬化', '好'],
  ]);
  expect(status).toBe(1);
  expect(err).toContain('没有“变更后”（调整后）的列');
});

it('an ordinary import keeps the rows of such a paper, and says where it is registered', async () => {
  const { book, folder } = await startBook(...ROWS);
  const file = await sheet(folder, [FORM, [null, '大营街街道甸苴', 40, '修路2公里', '修路1.6公里', '资金不足']]);
  const { err } = await xianjie('import', book, file);
  expect(err).toContain('要登记为调整变更，请在“版本与日志”的“调整变更”里导入这张表');
});

it('our own tables are read again: nothing is added', async () => {
  const { book, run, load, folder } = await startBook(...ROWS);
  await run('version', book, 'save', '印发稿', '--kind', '印发稿');
  await load('2,A2,乙村道路硬化,大营街街道,甸苴,修路3公里,2025,60,60,60');
  await run(
    'change',
    book,
    'new',
    '--unregistered',
    '--reason',
    '资金调整',
    '--doc',
    '红政复〔2025〕5号',
    '--date',
    '2025-05-08',
  );
  for (const form of ['changes', 'fund-shift']) {
    const out = join(folder, `${form}.xlsx`);
    await run('change', book, 'list', '--form', form, '--out', out);
    if (form === 'changes') expect(await run('change', book, 'new', out)).toMatchObject({ orders: [] });
  }
  await run('undo', book);
  const table = join(folder, '对照.xlsx');
  await run('compare-versions', book, '印发稿', 'now', '--out', table);
  const { json, err } = await xianjie('change', book, 'new', table, '--json');
  const result = json() as Read;
  expect(bare(result), err).toEqual([[['乙村道路硬化 50'], ['乙村道路硬化 60']]]);
});
