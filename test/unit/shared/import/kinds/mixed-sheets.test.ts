// Several tables of several kinds in one sheet: each is told by itself.
import { describe, expect, it } from 'vitest';
import { readWorkbookNow } from '#shared/import/read-workbook.ts';
import { type Cell, CONTEXT, cells, makeSheet, names, readSheet, totalWan } from '../make-sheet.ts';

const LIST: Cell[][] = [
  ['项目表'],
  ['单位：万元'],
  cells('序号|项目名称|建设地点|建设内容|总投资|责任单位'),
  [1, '甲', '研和街道', '修路', 10, '交通局'],
  [2, '乙', '研和街道', '修渠', 20, '水务局'],
  ['合计', null, null, null, 30],
];

function tell(rows: Cell[][]): string[] {
  return readSheet(makeSheet(rows)).map((table) =>
    `${table.kind} ${names(table).join('、')} ${totalWan(table.projects)} ${table.keptRows.join(',')}`.trim(),
  );
}

describe('under a list', () => {
  it.each<[string, Cell[][], string[]]>([
    [
      'a small table of funds',
      [[], ['资金名称', '金额'], ['中央衔接资金', 18], ['省级衔接资金', 12]],
      ['funds  0 9,10'],
    ],
    [
      'the same at once',
      [
        ['资金名称', '金额'],
        ['中央衔接资金', 18],
        ['省级衔接资金', 12],
      ],
      ['funds  0 8,9'],
    ],
    [
      'one with title, numbers and 合计',
      [['资金来源情况'], cells('序号|资金来源|金额（万元）'), [1, '中央衔接资金', 30], ['合计', null, 30]],
      ['funds  0 9,10'],
    ],
    ['items with money: asked', [[], ['项目', '金额'], ['办公费', 18], ['培训费', 12]], ['unknown  0']],
    [
      'a progress sheet',
      [[], ['进度表'], cells('序号|项目名称|计划资金|已支付|支付率'), [1, '甲', 10, 5, 50]],
      ['progress  0 10'],
    ],
    [
      'another list with another header',
      [[], ['二、以工代赈项目表'], ['单位：万元'], cells('序号|项目名称|实施地点|投资|备注'), [1, '丙', '北城街道', 5]],
      ['projects 丙 5'],
    ],
    ['a signature line', [[], ['单位负责人：', null, '填表人：', null, '联系电话：'], ['填报日期：2024年1月1日']], []],
    [
      'names under 审核人 and 制表人',
      [[], cells('编制单位|审核人|制表人|联系电话'), cells('某局|张某|李某|12345678901')],
      [],
    ],
    ['whom to call', [[], cells('责任单位|责任人|联系电话'), cells('某局|张某|12345678901')], []],
  ])('%s', (_name, rows, more) => {
    expect(tell([...LIST, ...rows])).toEqual(['projects 甲、乙 30', ...more]);
  });
});

it('a summary, a progress sheet or a table of funds above a list', () => {
  const summary: Cell[][] = [['各乡镇汇总表'], ['单位：万元'], cells('乡镇|项目个数|总投资'), ['研和街道', 2, 30], []];
  const progress: Cell[][] = [['进度表'], cells('序号|项目名称|计划资金|已支付|支付率'), [1, '甲', 10, 5, 50], []];
  const funds: Cell[][] = [['资金来源'], ['资金名称', '金额'], ['中央', 30], []];
  expect([summary, progress, funds].map((above) => tell([...above, ...LIST]))).toEqual([
    ['summary  0', 'projects 甲、乙 30'],
    ['progress  0 3', 'projects 甲、乙 30'],
    ['funds  0 3', 'projects 甲、乙 30'],
  ]);
});

it('the title of a further table is its own, not words of the rows above it', () => {
  const long = '一段很长很长的建设内容，比什么标题都长，写着进度表';
  const rows: Cell[][] = [
    cells('序号|项目名称|建设地点|建设内容|总投资（万元）'),
    [1, '甲', '研和街道', long, 10],
    [],
    ['乙表'],
    cells('序号|项目名称|实施地点|投资（万元）|备注'),
    [1, '乙', '研和街道', 5],
  ];
  expect(readSheet(makeSheet(rows)).map(({ title, kind }) => [title, kind])).toEqual([
    ['', 'projects'],
    ['乙表', 'projects'],
  ]);
});

it('duties beside a list are passed over with a remark; alone they are asked about', () => {
  const duties: Cell[][] = [
    ['任务分工表'],
    cells('序号|任务|牵头单位|责任人|完成时限'),
    [1, '验收', '某局', '张某', '12月'],
  ];
  const read = (rows: Cell[][]) => readWorkbookNow({ format: 'xlsx', sheets: [makeSheet(rows)], notes: [] }, CONTEXT);
  const beside = read([...LIST, [], ...duties]);
  expect(beside.tables.map(({ reading }) => reading.kind)).toEqual(['projects']);
  expect(beside.problems).toMatchObject([{ level: 'info', code: 'no-table' }]);
  expect(beside.problems[0]?.message).toContain('第 9 行起的表没有读取：表头有“序号”“任务”“牵头单位”“责任人”');
  expect(read(duties).tables.map(({ reading }) => reading.kind)).toEqual(['unknown']);
});
