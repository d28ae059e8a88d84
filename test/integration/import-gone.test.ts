// A list that is sent again without some of its projects: the import says which, once, and never for lists of others.
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { makeTempFolder } from '#test/support/temp-folder.ts';
import { xianjie } from '#test/unit/electron/cli/run-in-process.ts';

const folder = makeTempFolder();
const HEADER = '序号,项目名称,乡镇,建设内容,建设年限,总投资（万元）,2026年,2027年';
const LINES = [
  '殷祖镇通组公路硬化工程,殷祖镇,殷祖镇通组公路硬化工程及附属设施,2026-2027,277,138,139',
  '保安镇卫生室标准化建设,保安镇,改造卫生室5间,2026,90,90,',
  '灵乡镇冷链仓储物流中心,灵乡镇,新建冷库2000立方米,2026-2027,348,200,148',
  '金牛镇蔬菜大棚扩建项目,金牛镇,扩建大棚60亩,2027,75,,75',
  '陈贵镇生活污水治理项目,陈贵镇,铺设管网3公里,2027,59,,59',
];
let count = 0;

function sheet(name: string, lines: readonly string[]): string {
  const file = path.join(folder, name);
  writeFileSync(file, `${[HEADER, ...lines.map((line, index) => `${index + 1},${line}`)].join('\n')}\n`);
  return file;
}

async function workbook(...files: string[]): Promise<string> {
  count += 1;
  const file = path.join(folder, `${count}.xianjie`);
  await xianjie('new', file, '--region', '420281', '--period', '2026-2030');
  for (const sent of files) expect((await xianjie('import', file, sent)).status).toBe(0);
  return file;
}

const FIRST = sheet('首次.csv', LINES);

it('names the project that a list sent again no longer has, and leaves it', async () => {
  const file = await workbook(FIRST);
  const run = await xianjie('import', file, sheet('修改稿.csv', LINES.toSpliced(2, 1)));
  expect(run.err).toContain(
    '由“首次.csv”的“首次”导入的 5 个项目，有 1 个这次来表里没有：“灵乡镇冷链仓储物流中心”（灵乡镇）',
  );
  expect(run.err).toContain('项目表由 5 个、849 万元变为 5 个、849 万元');
  expect(run.err.match(/来表里没有/g)).toHaveLength(1);
  // Once such a list was taken in, it is the one to compare with: what was told is not told again.
  const shorter = LINES.toSpliced(2, 1).map((line) => line.replace('卫生室5间', '卫生室6间'));
  expect((await xianjie('import', file, sheet('三稿.csv', shorter))).err).toContain('来表里没有');
  const again = await xianjie('import', file, sheet('四稿.csv', LINES.toSpliced(2, 1)));
  expect(again.err).not.toContain('来表里没有');
});

it.each([
  ['the whole list again', LINES],
  ['a list with more', [...LINES, '茗山乡油茶加工厂,茗山乡,新建厂房800平方米,2026,120,120,']],
  ['one project of many', LINES.slice(0, 1)],
  ['fewer than half of it', LINES.slice(0, 2)],
  ['a list of others', ['茗山乡油茶加工厂,茗山乡,新建厂房800平方米,2026,120,120,']],
])('says nothing of %s', async (name, lines) => {
  const file = await workbook(FIRST);
  expect((await xianjie('import', file, sheet(`${name}.csv`, lines))).err).not.toContain('来表里没有');
});

it('compares each sheet only with what it brought itself', async () => {
  const file = await workbook(sheet('甲.csv', LINES.slice(0, 2)), sheet('乙.csv', LINES.slice(2)));
  const run = await xianjie('import', file, sheet('乙二稿.csv', LINES.slice(2, 4)));
  expect(run.err).toContain('由“乙.csv”的“乙”导入的 3 个项目，有 1 个这次来表里没有：“陈贵镇生活污水治理项目”');
  expect(run.err).not.toContain('“甲.csv”');
});

it('a project under another name with all its figures is told beside the new row, and only there', async () => {
  const file = await workbook(FIRST);
  const renamed = LINES.map((line) => line.replaceAll('通组', '通村'));
  const run = await xianjie('import', file, sheet('改名.csv', renamed), '--dry-run');
  expect(run.err).toContain('“殷祖镇通组公路硬化工程”（殷祖镇）地点、年份和各项金额相同，名称不同');
  expect(run.err).not.toContain('来表里没有');
});

it('says nothing of a new project that differs in any amount or stands elsewhere', async () => {
  const file = await workbook(FIRST);
  const others = [
    '殷祖镇通村公路硬化工程,殷祖镇,殷祖镇通村公路硬化工程及附属设施,2026-2027,277,137,140',
    '大箕铺镇通村公路硬化工程,大箕铺镇,大箕铺镇通村公路硬化工程及附属设施,2026-2027,277,138,139',
  ];
  const run = await xianjie('import', file, sheet('另建.csv', [...LINES.slice(1), ...others]));
  expect(run.err).not.toContain('名称不同');
  expect(run.err).toContain('有 1 个这次来表里没有：“殷祖镇通组公路硬化工程”');
});

it('says of which of several files it speaks', async () => {
  const file = await workbook();
  const header = HEADER.replace('项目名称', '项目名称,项目类别');
  const sent = ['东.csv', '西.csv'].map((name) => {
    const target = path.join(folder, name);
    writeFileSync(target, `${header}\n1,${name}养殖场,产业发展,殷祖镇,建栏舍5栋,2026,20,20,\n`);
    return target;
  });
  const both = (await xianjie('import', file, ...sent, '--dry-run')).err;
  for (const name of ['东', '西'])
    expect(both).toMatch(new RegExp(`【提示】${name}.csv：“${name}”第 2 行的类别“产业发展”`));
  expect((await xianjie('import', file, sent[0] as string, '--dry-run')).err).not.toContain('东.csv：');
});
