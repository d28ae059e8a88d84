// A sheet that comes back changed, through the command line: nothing comes in twice, what is doubtful is paired by hand,
// and the report says what the list was and is.
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { makeTempFolder } from '#test/support/temp-folder.ts';
import { xianjie } from '#test/unit/electron/cli/run-in-process.ts';

const folder = makeTempFolder();
const ANNEX = path.join(import.meta.dirname, '../fixtures/hongta-annex-514.xlsx');
const HEADER = '序号,项目编号,项目名称,建设地点,建设内容,建设年限,总投资（万元）';
let count = 0;

async function workbook(...region: string[]): Promise<string> {
  count += 1;
  const file = path.join(folder, `${count}.xianjie`);
  expect((await xianjie('new', file, '--region', ...(region.length > 0 ? region : ['530402']))).status).toBe(0);
  return file;
}

function sheet(name: string, lines: readonly string[]): string {
  const file = path.join(folder, name);
  writeFileSync(file, `${[HEADER, ...lines].join('\n')}\n`);
  return file;
}

interface Report {
  files: {
    added: number;
    updated: number;
    unchanged: number;
    conflicts: number;
    doubtful: { row: number; reason: string; candidates: { id: string }[] }[];
    problems: { code: string; level: string; message: string; cell: string; proposal: string }[];
  }[];
  projects: number;
  listProjects: number;
  listTotalWan: string;
  listBefore: { projects: number; totalWan: string };
  questions: { id: string }[];
}

async function importJson(...args: string[]): Promise<{ status: number; report: Report; err: string }> {
  const run = await xianjie('import', ...args, '--json');
  return { status: run.status, report: run.json() as Report, err: run.err };
}

const LIST = [
  '1,X-1,双龙村一组特色种植园建设,洛河彝族乡双龙,新建特色种植园120亩及管网,2021,418.06',
  '2,,玉苗村道路硬化,研和街道玉苗,硬化村内道路1.2公里,2022,65',
  '3,,龙潭村蓄水池,春和街道龙潭,新建200立方米蓄水池1座,2023,31.5',
];

it('a project of the annex with its place in one cell is the same project, and no duplicate', async () => {
  const file = await workbook();
  await xianjie('import', file, ANNEX);
  const listed = (
    (await xianjie('list', file, '--json')).json() as {
      projects: { name: string; region: string[]; content: string; startYear: number; totalWan: string }[];
    }
  ).projects;
  const some = listed.filter(({ region }) => region.length === 2).slice(0, 40);
  expect(some).toHaveLength(40);
  const line = (place: (region: string[]) => string) =>
    some.map(
      ({ name, region, startYear, totalWan }, index) =>
        `${index + 1},,${name},${place(region)},,${startYear},${totalWan}`,
    );
  for (const place of [
    ([town = '', village = '']: string[]) => `${town}${village}`,
    ([town = '', village = '']: string[]) =>
      `红塔区${town.replace('彝族乡', '乡')}${village.replace(/(?:村|社区)$/, '')}村`,
    ([town = '', village = '']: string[]) => `${town}/${village}`,
  ]) {
    const { report } = await importJson(file, sheet('一格.csv', line(place)), '--dry-run');
    expect(report.files[0]).toMatchObject({ added: 0, conflicts: 0 });
  }
  expect(((await xianjie('list', file, '--json')).json() as { projects: unknown[] }).projects).toHaveLength(514);
});

it('tells the whole list before and after, and what the same rows do as new ones', async () => {
  const file = await workbook();
  const first = await importJson(file, sheet('表.csv', LIST));
  expect(first.report).toMatchObject({
    projects: 3,
    listProjects: 3,
    listTotalWan: '514.56',
    listBefore: { projects: 0 },
  });
  const again = await importJson(file, sheet('一个.csv', LIST.slice(0, 1)));
  expect(again.report).toMatchObject({ projects: 1, listProjects: 3, listTotalWan: '514.56' });
  const added = await importJson(file, sheet('表.csv', LIST), '--mode', 'add', '--dry-run');
  expect(added.report.files[0]).toMatchObject({ added: 3 });
  expect(added.report.files[0]?.problems.map(({ code, cell }) => `${code} ${cell}`)).toEqual([
    'maybe-listed C2',
    'maybe-listed C3',
    'maybe-listed C4',
  ]);
  expect(added.err).toContain('疑似已在项目表中');
});

it('a doubtful row is refused until it is paired', async () => {
  const file = await workbook();
  await xianjie('import', file, sheet('表.csv', LIST));
  const changed = sheet('改.csv', [
    ...LIST.slice(0, 2),
    '3,,抗旱应急水源,春和街道龙潭,新建200立方米蓄水池1座,2023,31.5',
  ]);
  const refused = await importJson(file, changed);
  expect(refused.status).toBe(1);
  expect(refused.report.files[0]).toMatchObject({ added: 0, unchanged: 2, conflicts: 1 });
  const [doubt] = refused.report.files[0]?.doubtful ?? [];
  expect(doubt).toMatchObject({ row: 4, reason: expect.stringContaining('疑似同一项目') });
  const id = doubt?.candidates[0]?.id ?? '';
  expect((await importJson(file, changed, '--pair', '1:4=new', '--dry-run')).report.files[0]).toMatchObject({
    added: 1,
    conflicts: 0,
  });
  const paired = await importJson(file, changed, '--pair', `1:4=${id}`);
  expect(paired.report.files[0]).toMatchObject({ updated: 1, conflicts: 0 });
  expect(paired.report).toMatchObject({ listProjects: 3 });
  expect((await importJson(file, changed, '--pair', '1:3=X-1', '--dry-run')).report.files[0]).toMatchObject({
    conflicts: 0,
    updated: 1,
  });
  for (const wrong of ['4', '1:99=new', '1:4=没有这个编号', '别的表:4=new'])
    expect((await xianjie('import', file, changed, '--pair', wrong)).status).toBe(2);
});

it('a missing name stays missing: told, and asked for by T14', async () => {
  const file = await workbook();
  const { report, status } = await importJson(
    file,
    sheet('无名.csv', [...LIST, '4,,,北城街道龙树,修建停车场1处,2024,15']),
  );
  expect(status).toBe(0);
  expect(report.files[0]?.problems).toMatchObject([{ code: 'name-missing', level: 'warning', cell: 'C5' }]);
  const { findings } = (await xianjie('check', file, '--json')).json() as {
    findings: { rule: string; message: string }[];
  };
  expect(findings.filter(({ rule, message }) => rule === 'T14' && message.includes('项目名称'))).toHaveLength(1);
});

it('another county’s sheet and an unknown class are told, and nothing is classed unasked', async () => {
  const file = await workbook();
  const other = sheet('别县.csv', [
    '1,,甲,金湖街道下冯村,内容一,2024,5',
    '2,,乙,灵乡镇毛铺村,内容二,2024,6',
    '3,,丙,金牛镇胡胜村,内容三,2024,7',
  ]);
  const { report, status } = await importJson(file, other);
  expect(status).toBe(0);
  expect(report.files[0]?.problems.map(({ code, level }) => `${level} ${code}`)).toContain('warning region-doubtful');
  expect(report.questions.map(({ id }) => id.split('/').at(-1))).toContain('region');
  const city = await workbook('530400');
  const wrong = await importJson(city, sheet('红塔.csv', LIST), '--region', '530423', '--dry-run');
  expect(wrong.report.files[0]?.problems.map(({ code }) => code)).toContain('region-doubtful');
  const right = await importJson(city, sheet('红塔.csv', LIST), '--region', '530402', '--dry-run');
  expect(right.report.files[0]?.problems.map(({ code }) => code)).not.toContain('region-doubtful');
});
