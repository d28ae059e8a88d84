// The places of the whole country, from the packed file to workbooks, at the doors that people use.
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { createApp } from '#electron/app/create-app.ts';
import { runCli } from '#electron/cli/run-cli.ts';
import { findPlaces } from '#electron/places/find-places.ts';
import { openPlaceBook } from '#electron/places/place-book.ts';
import { makeTestApp } from '#test/support/app.ts';
import { PLACES_FILE, readSource } from '../../build/pack-places.ts';

const folder = mkdtempSync(join(tmpdir(), 'xianjie-places-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function xianjie(...args: string[]) {
  let [out, err] = ['', ''];
  const status = await runCli([...args, '--json'], {
    writeOut: (text) => {
      out += text;
    },
    writeErr: (text) => {
      err += text;
    },
    isTerminal: false,
    today: () => new Date('2026-11-30'),
  });
  return { status, err, json: out === '' ? null : JSON.parse(out) };
}

describe('the packed file', () => {
  it('is small and holds every place of its source', () => {
    expect(statSync(PLACES_FILE).size).toBeLessThan(8_000_000);
    const book = openPlaceBook(PLACES_FILE);
    const source = readSource();
    const villages = book.places.filter(({ level }) => level === 'town').flatMap((town) => book.villagesOf(town));
    expect(book.places.length + villages.length).toBe(source.length);
    expect(villages).toHaveLength(620_573);
    const codes = new Set([...book.places, ...villages].map(({ code }) => code));
    expect(source.filter(({ code }) => !codes.has(code.padEnd(6, '0')))).toEqual([]);
  });

  it.each([
    ['大冶', '420281'],
    ['dys', '420281'],
    ['峨山县', '530426'],
    ['东莞', '441900'],
    ['仙桃', '429004'],
    ['石河子', '659001'],
    ['chongqing', '500000'],
    ['luan', '341500'],
    ['红塔区 甸苴', '530402007006'],
    ['宝莲寺镇何官屯', '410502101209'],
  ])('finds %s', (text, code) => {
    const { places } = findPlaces(openPlaceBook(PLACES_FILE), text, 20);
    expect(places.map((place) => place.code)).toContain(code);
  });

  it('is not read before somebody asks for a place', async () => {
    const app = createApp({
      shell: {} as never,
      dataFolder: join(folder, 'none'),
      placesFile: join(folder, 'absent.bin'),
      licencesFile: '',
      version: '0',
    });
    expect(await app.dispatch('app.status', {})).toMatchObject({ ok: true });
    const reply = await app.dispatch('places.find', { text: '大冶' });
    expect(reply).toMatchObject({ ok: false, error: { code: 'cannot-read' } });
    app.close();
  });
});

describe('xianjie regions and new', () => {
  it('prints what the contract says', async () => {
    const { json } = await xianjie('regions', '大冶市');
    expect(json.regions).toEqual([{ code: '420281', name: '大冶市', full: '湖北省黄石市大冶市', level: 'county' }]);
    expect((await xianjie('regions')).json.regions).toHaveLength(31);
    expect((await xianjie('regions', '420299')).json.nearest[0]).toMatchObject({ code: '420281' });
    expect((await xianjie('regions', '大冶', '--limit', '0')).status).toBe(2);
  });

  it.each([
    ['420281', '大冶市', 'county'],
    ['441900', '东莞市', 'county'],
    ['429004', '仙桃市', 'county'],
    ['110101', '东城区', 'county'],
    ['659001', '石河子市', 'county'],
    ['420200', '黄石市', 'city'],
    ['420000', '湖北省', 'city'],
    ['500000', '重庆市', 'city'],
    ['420281003', '金湖街道', 'county'],
    ['530402007006', '甸苴社区', 'county'],
  ])('makes a workbook for %s %s', async (code, name, scheme) => {
    const path = join(folder, `${code}.xianjie`);
    const { status, json } = await xianjie('new', path, '--region', code, '--period', '2026-2030');
    expect({ status, ...json }).toMatchObject({ status: 0, region: code, firstYear: 2026, projects: 0 });
    const app = makeTestApp(folder);
    await app.call('workbook.open', { token: app.openToken(path) });
    const { plan, reference } = await app.call('reference.get', {});
    expect(plan).toMatchObject({ regionName: name, scheme });
    expect(plan.title).not.toMatch(/玉溪|红塔/);
    const codes = new Set(reference.regions.map((region) => region.code));
    expect(reference.regions.filter(({ parent }) => parent !== null && !codes.has(parent))).toEqual([]);
    expect(await app.call('workbook.schemes', { regionCode: code })).toMatchObject({ usual: scheme });
    expect((await xianjie('verify', path)).status).toBe(0);
    expect((await xianjie('tables', path)).status).toBe(0);
    app.app.close();
  });

  it('refuses a code of no place with what is near, and leaves no file', async () => {
    const path = join(folder, 'none.xianjie');
    for (const [code, near] of [
      ['420299', '420281 湖北省黄石市大冶市'],
      ['大冶', '420281 湖北省黄石市大冶市'],
      ['999999', 'xianjie regions'],
    ] as const) {
      const { status, err } = await xianjie('new', path, '--region', code);
      expect({ code, status }).toEqual({ code, status: 2 });
      expect(err).toContain(near);
    }
    expect(() => readFileSync(path)).toThrow();
    expect((await xianjie('new', path, '--region', '420281', '--period', '2021-2031')).err).toContain('最长 10 年');
  });
});

describe('a city’s sheet', () => {
  const HEADER = '序号,县（市、区）,项目名称,建设地点,总投资（万元）,备注';
  const sheet = (name: string, header: string, rows: readonly string[], title = ''): string => {
    const path = join(folder, name);
    writeFileSync(path, [...(title === '' ? [] : [title]), header, ...rows].join('\n'));
    return path;
  };
  const city = async (name: string): Promise<string> => {
    const path = join(folder, `${name}.xianjie`);
    expect((await xianjie('new', path, '--region', '420200', '--period', '2026-2030')).status).toBe(0);
    return path;
  };
  const countiesIn = async (path: string): Promise<string[]> => {
    const app = makeTestApp(folder);
    await app.call('workbook.open', { token: app.openToken(path) });
    const { projects } = await app.call('projects.list', {});
    app.app.close();
    return projects.map(({ regionCode }) => regionCode);
  };
  const PLAIN = HEADER.replace('县（市、区）,', '');

  it('takes the county of each row from its column', async () => {
    const path = await city('column');
    const rows = ['1,大冶市,甲,金湖街道,5,', '2,阳新县,乙,城东新区,6,', '3,阳新,丙,某某镇,7,'];
    const { status, json } = await xianjie('import', path, sheet('各县.csv', HEADER, rows));
    expect({ status, codes: json.files[0].problems.map(({ code }: { code: string }) => code) }).toMatchObject({
      status: 0,
    });
    expect(await countiesIn(path)).toEqual(['420281', '420222', '420222']);
  });

  it.each([
    ['the place', '混合.csv', '', ['1,甲,大冶市金湖街道,5,', '2,乙,阳新县兴国镇,6,'], ['420281', '420222']],
    ['the title', '表.csv', '大冶市2026年项目表', ['1,甲,某地村,5,', '2,乙,某处村,6,'], ['420281', '420281']],
    ['the file’s name', '阳新县项目表.csv', '', ['1,甲,某地村,5,', '2,乙,某处村,6,'], ['420222', '420222']],
    ['the town', '名单.csv', '', ['1,甲,金湖街道姜桥村,5,', '2,乙,兴国镇,6,'], ['420281', '420222']],
  ])('finds it by %s', async (_, name, title, rows, expected) => {
    const path = await city(`by-${name}`);
    expect((await xianjie('import', path, sheet(name, PLAIN, rows, title))).status).toBe(0);
    expect(await countiesIn(path)).toEqual(expected);
  });

  it('asks where nothing says it, and --region answers', async () => {
    const path = await city('unclear');
    const file = sheet('名单2.csv', PLAIN, ['1,甲,某地村,5,', '2,乙,某处村,6,']);
    const { status, err, json } = await xianjie('import', path, file);
    expect(status).toBe(1);
    expect(err + JSON.stringify(json)).toMatch(/没有写明是哪个县（市、区）的.*--region/);
    expect(await countiesIn(path)).toEqual([]);
    expect((await xianjie('import', path, file, '--region', '420281')).status).toBe(0);
    expect(await countiesIn(path)).toEqual(['420281', '420281']);
  });
});
