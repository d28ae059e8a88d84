// The evaluation of a plan by the command line: tables of one day that agree with each other, —— where nothing was recorded,
// the same report after later edits with what changed, undone as one step.
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { makeTempFolder } from '#test/support/temp-folder.ts';
import { readWord, wordText } from '#test/support/word-parts.ts';
import { xianjie } from '#test/unit/electron/cli/run-in-process.ts';

let folder = '';
let book = '';
const csv = (name: string, ...lines: string[]): string => {
  const file = join(folder, name);
  writeFileSync(file, lines.join('\r\n'));
  return file;
};
interface Table {
  number: string;
  columns: string[];
  rows: (string | number)[][];
  notes: string[];
}
interface Report {
  status: number;
  kept: boolean;
  year: number;
  tables: Table[];
  sentences: string[];
  changed: { table: string; row: string; column: string; before: string; after: string }[];
}
const evaluate = async (...argv: string[]): Promise<Report> => {
  const run = await xianjie('evaluate-plan', book, '--out', join(folder, '评估.docx'), ...argv, '--json');
  if (run.out === '') throw new Error(run.err);
  return { ...(run.json() as Report), status: run.status };
};
const table = ({ tables }: Report, number: string): Table => {
  const found = tables.find((one) => one.number === number);
  if (!found) throw new Error(`no ${number}`);
  return found;
};
const printed = (): string => wordText(readWord(join(folder, '评估.docx')).document);
const row = ({ rows }: Table, name: string) => rows.find((cells) => cells.includes(name));
const run = async (...argv: string[]): Promise<void> => {
  const { status, err } = await xianjie(...argv);
  if (status > 1) throw new Error(err);
};

beforeAll(async () => {
  folder = mkdtempSync(join(makeTempFolder(), 'e-'));
  book = join(folder, '县.xianjie');
  await run('new', book, '--region', '530402', '--period', '2021-2025');
  const list = csv(
    '项目表.csv',
    '项目表',
    '单位：万元',
    '序号,项目编号,项目名称,规划类别,乡镇,村,建设内容,建设年限,总投资,财政衔接资金,2021年,2022年,2023年',
    '1,A1,甲村灌溉渠建设,种植业,大营街街道,甸苴,修渠,2021,100,100,100,,',
    '2,A2,乙村蔬菜大棚建设,种植业,大营街街道,甸苴,大棚,2022,600,600,,600,',
    '3,A3,丙村道路硬化,进村道路建设,大营街街道,甸苴,修路,2023,50,50,,,50',
  );
  await run('import', book, list);
  await run(
    'indicators',
    book,
    'import',
    csv(
      '指标.csv',
      '序号,指标,单位,属性,基期值,目标值,2022年,2023年',
      '1,农村自来水普及率,%,约束性,64,≥70,66,66',
      '2,农村卫生厕所普及率,%,预期性,81.2,90,,',
    ),
  );
});

describe('an evaluation', () => {
  it('says —— where nothing was recorded, never 0', async () => {
    const report = await evaluate('--kind', '年度', '--as-of', '2022-12-31');
    const [first] = table(report, '表2').rows;
    expect(table(report, '表2').columns.slice(0, 6)).toEqual([
      '类别',
      '规划›个数',
      '规划›投资',
      '已下达›个数',
      '已下达›资金',
      '开工',
    ]);
    expect(first?.slice(1, 10)).toEqual([2, '700', '——', '——', '——', '——', '——', '——', '——']);
    expect(table(report, '表6').rows).toEqual([]);
    expect(table(report, '表6').notes[0]).toContain('不能判断');
    expect(report.sentences.join('')).not.toMatch(/(?<!\d)0(?:\.00)?\s?(?:万元|个|%)/);
    // Values of 2023 are later than the day.
    expect(report.year).toBe(2022);
    expect(row(table(report, '表1'), '农村自来水普及率')).toEqual(
      expect.arrayContaining(['66', '66.4', '滞后（差 0.4）']),
    );
  });

  it('sets plan, money, work and life side by side up to the day', async () => {
    const papers = csv(
      '指标文.csv',
      '文号,日期,资金名称,金额（万元）',
      '玉财农〔2021〕1号,2021-03-01,财政衔接资金,800',
    );
    await run('funds', book, 'import', papers);
    await run(
      'funds',
      book,
      'allocate',
      csv(
        '分配.csv',
        '文号,项目编号,项目名称,分配金额（万元）',
        '玉财农〔2021〕1号,A1,甲村灌溉渠建设,100',
        '玉财农〔2021〕1号,A2,乙村蔬菜大棚建设,600',
      ),
    );
    await run(
      'pay',
      book,
      'import',
      csv(
        '月报.csv',
        '截至2023年11月30日',
        '项目编号,项目名称,下达资金（万元）,累计支付（万元）,完成投资（万元）,形象进度(%)',
        'A1,甲村灌溉渠建设,100,90,100,100',
        'A2,乙村蔬菜大棚建设,600,300,350,60',
      ),
    );
    const report = await evaluate('--kind', '中期', '--as-of', '2023-12-31', '--office', '红塔区发改局');
    const classes = table(report, '表2');
    expect(classes.rows.find(([name]) => name === '合计')?.slice(1)).toEqual([
      3,
      '750',
      2,
      '700',
      2,
      1,
      '450',
      '60.00',
      '55.71',
      0,
      0,
    ]);
    const roads = classes.rows.find((cells) => cells[1] === 1);
    expect(roads?.slice(3, 10)).toEqual([0, '0', 0, 0, '——', '——', '——']);
    const years = table(report, '表3');
    expect(row(years, '2021年')).toEqual(['2021年', 1, '100', '700', '0', 0, 0, '700.00']);
    expect(row(years, '2023年')?.slice(0, 5)).toEqual(['2023年', 1, '50', '0', '390']);
    expect(row(years, '合计')?.slice(1, 5)).toEqual([3, '750', '700', '390']);
    expect(row(table(report, '表4'), '合计')?.slice(1)).toEqual(['750', '800', '106.67', '700', '390', '55.71']);
    expect(table(report, '表5').rows.map((cells) => [cells[1], cells[4]])).toEqual([['乙村蔬菜大棚建设', '600']]);
    expect(table(report, '表6').rows.map((cells) => [cells[1], cells[6]])).toEqual([
      ['乙村蔬菜大棚建设', '应 2022 年完工，未竣工'],
      ['丙村道路硬化', '应 2023 年开工，未开工'],
    ]);
    const text = printed();
    for (const words of [
      '中期评估报告',
      '红塔区发改局',
      '表2',
      '各类项目实施情况表',
      '55.71',
      '应 2022 年完工，未竣工',
    ])
      expect(text).toContain(words);
  });

  it('stays as it was made; what changed since is told', async () => {
    const before = await evaluate('--kind', '中期', '--as-of', '2023-12-31');
    expect([before.kept, before.changed]).toEqual([true, []]);
    const bytes = printed();
    await run(
      'pay',
      book,
      'import',
      csv(
        '更正.csv',
        '截至2023年12月20日',
        '项目编号,项目名称,下达资金（万元）,累计支付（万元）,完成投资（万元）',
        'A2,乙村蔬菜大棚建设,600,400,400',
      ),
    );
    await run('indicators', book, 'set', '1', '2023', '68');
    const after = await evaluate('--kind', '中期', '--as-of', '2023-12-31');
    expect(after.tables).toEqual(before.tables);
    expect(after.sentences).toEqual(before.sentences);
    expect(printed()).toBe(bytes);
    expect(after.changed).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ row: '农村自来水普及率', column: '实际值2023年', before: '66', after: '68' }),
        expect.objectContaining({ row: '合计', column: '支付率(%)', before: '55.71', after: '70.00' }),
      ]),
    );
    const anew = await evaluate('--kind', '中期', '--as-of', '2023-12-31', '--renew');
    expect([anew.kept, anew.changed]).toEqual([false, []]);
    expect(row(table(anew, '表1'), '农村自来水普及率')).toContain('68');
    await run('undo', book);
    expect((await evaluate('--kind', '中期', '--as-of', '2023-12-31')).tables).toEqual(before.tables);
  });

  it('of another day counts what there was on that day', async () => {
    const report = await evaluate('--kind', '年度', '--as-of', '2023-11-30');
    expect(row(table(report, '表4'), '合计')?.[5]).toBe('390');
    expect(readFileSync(join(folder, '评估.docx')).subarray(0, 2).toString()).toBe('PK');
    expect((await xianjie('evaluate-plan', book, '--kind', '季度', '--out', 'a.docx')).status).toBe(2);
    expect((await xianjie('evaluate-plan', book, '--kind', '年度', '--out', 'a.pdf')).status).toBe(2);
  });
});
