// A county of each province makes its plan of 2026–2030 with a sheet of its own words: nothing of another place, period or
// fund stands in what comes out.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { openPlaceBook } from '#electron/places/place-book.ts';
import { makeTestApp } from '#test/support/app.ts';
import { makeTempFolder } from '#test/support/temp-folder.ts';
import { xianjie } from '#test/unit/electron/cli/run-in-process.ts';
import { PLACES_FILE } from '../../build/pack-places.ts';

const folder = makeTempFolder();
const app = makeTestApp(folder);
afterAll(() => app.app.close());

const book = openPlaceBook(PLACES_FILE);

/** The first county beneath each province that has two towns with villages. */
const COUNTIES = book.places
  .filter(({ level }) => level === 'province')
  .map((province) => {
    const county = book.places.find((place) => {
      if (place.level !== 'county' || !place.code.startsWith(province.code.slice(0, 2))) return false;
      return place.children.filter((town) => book.villagesOf(town).length > 0).length >= 2;
    });
    if (!county) throw new Error(province.name);
    return { province: province.name, code: county.code, county };
  });

/** Headings as offices of different provinces write them. */
const HEADS = [
  '序号,项目名称,项目类别,实施地点,建设内容,总投资（万元）,常态化帮扶资金（万元）,县级自筹（万元）,2026年,2027年',
  '编号,工程名称,类别,建设地点,建设规模及内容,投资概算(万元),财政常态化帮扶资金,自筹资金,2026年度,2027年度',
  '序号,项目名称,规划类别,建设地点（乡镇、村）,主要建设内容,计划总投资,中央财政常态化帮扶资金,其他资金,2026,2027',
] as const;

/** Words of other places, periods and funds. */
const FOREIGN = /玉溪|红塔|衔接资金|巩固拓展|脱贫攻坚|十四五|十三五|2020年|202[1-4]年|未分类|undefined|NaN/;

test('there are all provinces of the country', () => {
  expect(COUNTIES).toHaveLength(31);
});

test.each(COUNTIES)('$province: $code', async ({ code, county }) => {
  const [first, second] = county.children.filter((town) => book.villagesOf(town).length > 0);
  if (!first || !second) throw new Error(code);
  const village = book.villagesOf(first)[0]?.name ?? '';
  const head = HEADS[Number(code) % HEADS.length] ?? HEADS[0];
  const rows = [
    `1,${village}特色种养基地,种植业,${first.name}${village},大棚10亩,100,80,20,60,40`,
    `2,${second.name}产业路硬化,村内道路硬化,${second.name},道路2公里,50.5,50.5,0,50.5,0`,
    '合计,,,,,150.5,130.5,20,110.5,40',
  ];
  const sheet = join(folder, `${code}.csv`);
  writeFileSync(sheet, `${[`${county.name}项目表,,,,,,,,,`, '单位：万元,,,,,,,,,', head, ...rows].join('\n')}\n`);
  const file = join(folder, `${code}.xianjie`);
  expect((await xianjie('new', file, '--region', code, '--period', '2026-2030')).err).toContain(county.name);
  const read = await xianjie('import', file, sheet, '--json');
  expect(read, read.err).toMatchObject({ status: 0 });
  expect(read.json()).toMatchObject({ projects: 2, totalWan: '150.5' });
  const { files } = read.json() as { files: { problems: { level: string; code: string }[] }[] };
  expect(files[0]?.problems.filter(({ level, code }) => level === 'error' || code === 'column-dropped')).toEqual([]);
  const { projects } = (await xianjie('list', file, '--json')).json() as {
    projects: { region: string[]; bySource: Record<string, string>; category: string[] }[];
  };
  expect(projects[0]?.region.slice(-2)).toEqual([first.name, village]);
  const fund = Object.entries(projects[0]?.bySource ?? {}).find(([name]) => name.endsWith('常态化帮扶资金'));
  expect(fund?.[1]).toBe('80');
  expect(projects.every(({ category }) => category.length === 2)).toBe(true);

  const checked = (await xianjie('check', file, '--json')).json() as { findings: object[]; counts: object };
  expect(checked.counts).toMatchObject({ error: 0 });
  const tables = (await xianjie('tables', file, '--json')).out;
  await app.call('workbook.open', { token: app.openToken(file) });
  let pages = '';
  for (const what of ['annex', 'tables', 'findings', 'notice'] as const) {
    const job = what === 'notice' ? { what, stage: 'county' as const } : { what };
    // The PDF is drawn from the same pages.
    const { sheets } = await app.call('print.preview', { job, from: 0, to: 0 });
    const preview = await app.call('print.preview', { job, from: 0, to: sheets.length });
    pages += preview.pages
      .map(({ html }) => html.replace(/<style[\s\S]*?<\/style>/g, '').replace(/<[^>]+>/g, ''))
      .join('');
  }
  expect(pages).toContain(county.name);
  expect(pages).toContain('常态化帮扶资金');
  const others = COUNTIES.filter((other) => other.county.name !== county.name).map((other) => other.county.name);
  for (const words of [tables, JSON.stringify(checked), pages]) {
    expect(FOREIGN.exec(words)?.[0]).toBeUndefined();
    expect(others.filter((name) => words.includes(name))).toEqual([]);
  }
});
