// Headers with more in them than headings: instructions, marks, check sums, years as numbers and dates, rows of guidance.
import { describe, expect, it } from 'vitest';
import { stripInstructions } from '#shared/import/header-instructions.ts';
import { type Cell, cells, mapping, names, problems, readOne, totalWan } from './make-sheet.ts';

const HEADER = cells(
  '序号|项目名称|项目类别|建设性质|建设地点|建设内容及规模|建设年限|总投资（万元）|财政衔接资金（万元）|其他资金（万元）|责任单位',
);
const row = (n: number): Cell[] => [
  n,
  `项目${n}`,
  '种植业',
  '新建',
  '研和街道',
  '种茶',
  '2021',
  10,
  6,
  4,
  '农业农村局',
];
const LIST = [row(1), row(2)];
const READ = [['项目1', '项目2'], '20'];
const outcome = (rows: Cell[][], merges: string[] = []) => {
  const table = readOne(rows, { merges });
  return [names(table), totalWan(table.projects)];
};

describe('stripInstructions', () => {
  it.each([
    ['项目名称\n（填写格式：年度+乡镇+村，例如：2023年春和街道道路项目，不超过50个字）', '项目名称'],
    ['项目名称（填写全称，须与批复一致）', '项目名称'],
    ['总投资（万元）\n（填写说明：等于右侧各项资金来源之和，保留两位小数）', '总投资（万元）'],
    ['总投资（万元，保留两位小数）', '总投资（万元）'],
    ['总投资（单位：万元；系统自动校验）', '总投资（万元）'],
    ['总投资：填写数字，单位：万元', '总投资（万元）'],
    ['*项目名称', '项目名称'],
    ['项目名称*必填', '项目名称'],
    ['项目名称（必填）', '项目名称'],
    ['【必填】项目名称', '项目名称'],
    ['必填：项目名称', '项目名称'],
    ['项目名称①', '项目名称'],
    ['① 项目名称', '项目名称'],
    ['项目名称\n例：2023年道路硬化', '项目名称'],
    ['建设地点（填到乡镇（街道）、村）', '建设地点'],
    ['建设地点（填到乡镇', '建设地点'],
    ['建设年限：格式为起始年-完工年', '建设年限'],
    ['财政衔接\n资金（万元）', '财政衔接\n资金（万元）'],
    ['其中：财政衔接资金', '其中：财政衔接资金'],
    ['项目\n说明', '项目\n说明'],
    ['县（市、区）', '县（市、区）'],
    ['建设任务(建设内容及规模)', '建设任务(建设内容及规模)'],
    ['填报单位', '填报单位'],
    ['必填', '必填'],
  ])('%j', (text, expected) => {
    expect(stripInstructions(text)).toBe(expected);
  });
});

describe('instructions inside header cells', () => {
  it.each<[string, (text: string) => string]>([
    [
      'behind a line break',
      (text) => `${text}\n（填写说明：按批复的实施方案填写，与系统中的内容保持一致，不超过五十个字）`,
    ],
    ['in brackets', (text) => `${text}（必填，按批复填写）`],
    ['behind a colon', (text) => `${text}：请按批复填写`],
    ['before the word', (text) => `必填：${text}`],
    ['as marks', (text) => `*${text}①`],
    ['as an example', (text) => `${text}\n例：按实际情况，如2023年某村某某项目`],
  ])('%s', (_, dress) => {
    const rows = [['项目库'], HEADER.map(dress), ...LIST];
    expect(outcome(rows)).toEqual(READ);
    const table = readOne(rows);
    expect(mapping(table)).toBe(mapping(readOne([['项目库'], HEADER, ...LIST])));
    expect([table.unit, table.unitSource, problems(table)]).toEqual(['万元', 'header', []]);
  });
});

describe('figures in and around the header', () => {
  it('a check sum beside it is no column and no hindrance', () => {
    for (const sum of [
      20,
      '20',
      '100%',
      { kind: 'number', text: '0.35', format: '0%' } as Cell,
      { kind: 'date', text: '2023-05-06' } as Cell,
    ]) {
      const rows = [[...HEADER, '', sum], ...LIST];
      expect(outcome(rows)).toEqual(READ);
      expect(problems(readOne(rows))).toEqual([]);
    }
    expect(problems(readOne([[...HEADER, '', 20], ...LIST]), true)).toEqual(['info figure-beside M1']);
  });

  it('a check sum over it, or a row number before it', () => {
    expect(outcome([['', '', '', '', '', '', '', 20, 12, 8], HEADER, ...LIST])).toEqual(READ);
    expect(outcome([[1, ...HEADER], ...LIST.map((cells, index): Cell[] => [index + 2, ...cells])])).toEqual(READ);
  });

  it('beside a header of two rows', () => {
    const top = [...cells('序号|项目名称|建设地点|总投资|资金来源（万元）||责任单位'), '', 20];
    const below = ['', '', '', '', '财政衔接资金', '其他资金', '', '', 20];
    const rows: Cell[][] = [top, below, [1, '甲', '研和街道', 10, 6, 4, '局'], [2, '乙', '研和街道', 10, 6, 4, '局']];
    const table = readOne(rows, { merges: ['A1:A2', 'B1:B2', 'C1:C2', 'D1:D2', 'E1:F1', 'G1:G2'] });
    expect([names(table), mapping(table)]).toEqual([
      ['甲', '乙'],
      'A=serial B=name C=town D=total E=source:fiscal F=source:other G=unit H=- I=-',
    ]);
  });

  it.each<[string, (year: number) => Cell]>([
    ['numbers', (year) => year],
    ['2021.0', (year) => ({ kind: 'number', text: `${year}.0` })],
    ['words', (year) => `${year}年`],
    ['dates shown as years', (year) => ({ kind: 'date', text: `${year}-07-01`, format: 'yyyy"年"' })],
    ['first days of January', (year) => ({ kind: 'date', text: `${year}-01-01`, format: 'yyyy/m/d' })],
    ['numbers with 年', (year) => ({ kind: 'number', text: String(year), format: '0"年"' })],
  ])('years as %s are years', (_, cell) => {
    const one = [...cells('序号|项目名称|建设地点|总投资（万元）'), cell(2021), cell(2022), '责任单位'];
    const rows: Cell[][] = [one, [1, '甲', '研和街道', 10, 6, 4, '局'], [2, '乙', '研和街道', 10, 7, 3, '局']];
    const found = 'A=serial B=name C=town D=total E=year:2021 F=year:2022 G=unit';
    expect([mapping(readOne(rows)), problems(readOne(rows), true)]).toEqual([found, []]);
    const two: Cell[][] = [
      cells('序号|项目名称|建设地点|总投资（万元）|分年度投资||责任单位'),
      ['', '', '', '', cell(2021), cell(2022), ''],
      ...rows.slice(1),
    ];
    const merges = ['A1:A2', 'B1:B2', 'C1:C2', 'D1:D2', 'E1:F1', 'G1:G2'];
    expect([mapping(readOne(two, { merges })), outcome(two, merges)]).toEqual([found, [['甲', '乙'], '20']]);
  });
});

describe('rows of guidance under the header', () => {
  const GUIDE = cells(
    '自动编号|50个字以内|下拉选择|新建/续建|填到乡镇|写明工程量|起始年-完工年|保留两位小数|数字|数字|单位全称',
  );
  it.each<[string, Cell[][]]>([
    ['instructions', [GUIDE]],
    ['field codes', [cells('xh|xmmc|xmlb|jsxz|jsdd|jsnr|jsnx|ztz|czxjzj|qtzj|zrdw')]],
    [
      'field codes in capitals',
      [cells('NO|PROJECT_NAME|CLASS_ID|NATURE|PLACE|CONTENT|PERIOD|TOTAL|FISCAL|OTHER|UNIT_NAME')],
    ],
    ['kinds of data', [cells('数字|文本|下拉框|文本|文本|文本|文本|数值|数值|数值|文本')]],
    [
      'kinds with lengths',
      [cells('INT|VARCHAR(100)|VARCHAR(20)|CHAR|TEXT|TEXT|VARCHAR(20)|NUMBER(18,2)|NUMBER|NUMBER|TEXT')],
    ],
    ['what must be filled in', [cells('选填|必填|必填|必填|必填|必填|必填|必填|选填|选填|必填')]],
    ['several of them', [cells('选填|必填|必填|必填|必填|必填|必填|必填|选填|选填|必填'), GUIDE]],
    ['guidance with a figure', [[...GUIDE.slice(0, 7), 100, ...GUIDE.slice(8)]]],
  ])('%s', (_, guides) => {
    const rows = [HEADER, ...guides, ...LIST];
    expect(outcome(rows)).toEqual(READ);
    expect(problems(readOne(rows), true)).toEqual(guides.map((_row, index) => `info row-guide A${index + 2}`));
  });

  it.each<[string, Cell[]]>([
    ['例', ['例', ...row(1).slice(1)]],
    ['示例：', ['示例：', ...row(1).slice(1)]],
    ['（示例）', ['（示例）', ...row(1).slice(1)]],
    ['例：… in the name', ['', '例：2023年春和街道道路项目', ...row(1).slice(2)]],
    ['（示例）… in the name', [1, '（示例）春和街道道路项目', ...row(1).slice(2)]],
  ])('the sample row %s is set aside and told', (_, sample) => {
    const rows = [HEADER, sample, ...LIST];
    expect(outcome(rows)).toEqual(READ);
    expect(problems(readOne(rows), true).map((text) => text.split(' ').slice(0, 2).join(' '))).toEqual([
      'info row-example',
    ]);
  });

  it('填写说明 under the header is no project', () => {
    expect(outcome([HEADER, ['填写说明：一、项目名称填写全称；二、金额保留两位小数。'], ...LIST])).toEqual(READ);
  });

  it('a true first project stays, with words like those', () => {
    const first: Cell[] = [
      1,
      '数字乡村文本平台',
      '种植业',
      '新建',
      '研和街道',
      '按批复选择下拉式大棚，例如钢架',
      '2021',
      10,
      6,
      4,
      '农业农村局',
    ];
    expect(outcome([HEADER, first, row(2)])).toEqual([['数字乡村文本平台', '项目2'], '20']);
    const bare: Cell[] = ['', '示例农场建设', '种植业', '新建', '研和街道', '种茶', '2021', '', '', '', '农业农村局'];
    expect(outcome([HEADER, bare, row(2)])).toEqual([['示例农场建设', '项目2'], '10']);
  });
});
