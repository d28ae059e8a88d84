// Sheets of a city whose rows are grouped by county in the ways offices draw them: a county is no class and no project, its
// row is a sum that is held against the rows beneath it.
import { mkdtempSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { makeTempFolder } from '#test/support/temp-folder.ts';
import { xianjie } from '#test/unit/electron/cli/run-in-process.ts';

const folder = makeTempFolder();
const TITLE = '玉溪市项目汇总表（2026-2030年）';
const HEAD = '序号,项目名称,建设地点,建设年限,总投资（万元）,常态化帮扶资金';
const INDUSTRY = '一、,乡村特色产业帮扶';
const LAYOUTS: readonly [string, string[]][] = [
  [
    'bare counties in a column of their own',
    [
      '序号,县名,项目名称,建设地点,建设年限,总投资（万元）,常态化帮扶资金',
      ',合计,,,,1130,1130',
      ',峨山县,,,,500,500',
      '1,峨山县,花卉基地,双江街道,2026-2027,500,500',
      ',红塔区,,,,630,630',
      '1,红塔区,草莓大棚,研和街道,2026,300,300',
      '2,红塔区,通村道路,北城街道,2026,330,330',
    ],
  ],
  [
    'classes under bare counties',
    [
      HEAD,
      ',峨山彝族自治县,,,500,500',
      `${INDUSTRY},,,500,500`,
      '1,花卉基地,双江街道,2026-2027,500,500',
      ',红塔区,,,630,630',
      `${INDUSTRY},,,300,300`,
      '1,草莓大棚,研和街道,2026,300,300',
      '二、,乡村基础设施建设,,,330,330',
      '2,通村道路,北城街道,2026,330,330',
    ],
  ],
  [
    'classes under numbered counties',
    [
      HEAD,
      '一、峨山县,,,,500,500',
      '（一）乡村特色产业帮扶,,,,500,500',
      '1,花卉基地,双江街道,2026-2027,500,500',
      '二、红塔区,,,,630,630',
      '（一）乡村特色产业帮扶,,,,300,300',
      '1,草莓大棚,研和街道,2026,300,300',
      '（二）乡村基础设施建设,,,,330,330',
      '2,通村道路,北城街道,2026,330,330',
    ],
  ],
  [
    'counties under classes',
    [
      HEAD,
      '一、乡村特色产业帮扶,,,,800,800',
      '峨山县,,,,500,500',
      '1,花卉基地,双江街道,2026-2027,500,500',
      '红塔区,,,,300,300',
      '1,草莓大棚,研和街道,2026,300,300',
      '二、乡村基础设施建设,,,,330,330',
      '红塔区,,,,330,330',
      '2,通村道路,北城街道,2026,330,330',
    ],
  ],
];

async function take(rows: readonly string[]) {
  const at = mkdtempSync(join(folder, 'c-'));
  const [book, sheet] = [join(at, '市.xianjie'), join(at, '汇总.csv')];
  writeFileSync(sheet, [TITLE, ...rows].join('\r\n'));
  await xianjie('new', book, '--region', '530400', '--period', '2026-2030');
  const imported = await xianjie('import', book, sheet, '--json');
  const list = (await xianjie('list', book, '--json')).json() as {
    projects: { name: string; category: string[]; totalWan: string }[];
  };
  const city = (await xianjie('city', book, '--json')).json();
  return { imported: JSON.stringify(imported.json()), projects: list.projects, city: JSON.stringify(city) };
}

describe('a sheet of a city', () => {
  it.each(LAYOUTS)('%s', async (_, rows) => {
    const { imported, projects } = await take(rows);
    expect(projects.map(({ name, totalWan }) => `${name} ${totalWan}`)).toEqual([
      '花卉基地 500',
      '草莓大棚 300',
      '通村道路 330',
    ]);
    expect(imported).not.toMatch(/差 -?\d|没有写明是哪个县|category-unknown/);
  });

  it('tells a county whose row does not come to its projects', async () => {
    const { imported, projects } = await take((LAYOUTS[1]?.[1] ?? []).map((row) => row.replaceAll('630', '640')));
    expect(projects).toHaveLength(3);
    expect(imported).toContain('640 万元，下列 2 行合计 630 万元');
  });
});
