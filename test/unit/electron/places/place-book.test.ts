// The 地名库 on a small country: packed, read back, looked up, and made into the places of a workbook.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { findPlaces, nearestPlaces } from '#electron/places/find-places.ts';
import { packPlaces, type SourcePlace } from '#electron/places/pack-places.ts';
import { fullName } from '#electron/places/place.ts';
import { openPlaceBook } from '#electron/places/place-book.ts';
import { planRegions } from '#electron/places/plan-regions.ts';
import { readingsOf } from '../../../../build/pack-places.ts';

const LINES = `11 北京市
110101 东城区
110101001 东华门街道
110101001001 多福巷社区居委会
42 湖北省
4202 黄石市
420281 大冶市
420281003 金湖街道
420281003001 姜桥村委会
420281003005 姜桥村村委会
420281003200 下冯社区居民委员会
420281100 城关镇
420281100001 东风村委会
420282 阳新县
420282100 城关镇
420282100003 南山村委会
429004 仙桃市
429004100 郑场镇
44 广东省
4419 东莞市
441900003 东城街道
441900003001 岗贝社区居委会
53 云南省
5304 玉溪市
530402 红塔区
530402202 洛河彝族乡
530402202201 双龙村民委员会
530426 峨山彝族自治县
530426100 双江街道`;
const PLACES: SourcePlace[] = LINES.split('\n').map((line) => {
  const [code = '', name = ''] = line.split(' ');
  return { code, name };
});

const folder = mkdtempSync(join(tmpdir(), 'xianjie-places-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const file = join(folder, 'places.bin');
writeFileSync(file, packPlaces({ source: 'test 1', places: PLACES, readingsOf, quality: 4 }));
const book = openPlaceBook(file);
const found = (text: string, limit = 10): string[] => findPlaces(book, text, limit).places.map(fullName);

describe('the packed file', () => {
  it('gives every place back with its code and the one above it', () => {
    expect(book.source).toBe('test 1');
    for (const { code, name } of PLACES.filter((place) => place.code.length < 12)) {
      expect(book.byCode(code.padEnd(6, '0'))?.name, code).toBe(name);
    }
    expect(fullName(book.byCode('420281003200') as never)).toBe('湖北省黄石市大冶市金湖街道下冯社区');
    // Right beneath the province though a city came before; a town beneath its city.
    expect(book.byCode('429004')?.parent?.name).toBe('湖北省');
    expect(book.byCode('441900003')?.parent).toMatchObject({ name: '东莞市', level: 'city' });
    expect(book.byCode('420281003002')).toBeUndefined();
    expect(book.byCode('')).toBeUndefined();
  });

  it('keeps two villages apart that daily use calls alike', () => {
    const names = book.villagesOf(book.byCode('420281003') as never).map(({ name }) => name);
    expect(names).toEqual(['姜桥村委会', '姜桥村村委会', '下冯社区']);
  });

  it('refuses places out of order and files that are none', () => {
    const pack = (places: SourcePlace[]) => packPlaces({ source: '', places, readingsOf });
    expect(() => pack([{ code: '4202', name: '黄石市' }])).toThrow(RangeError);
    expect(() => pack([{ code: '123', name: '甲' }])).toThrow(RangeError);
    writeFileSync(join(folder, 'other.bin'), 'not at all such a file');
    for (const name of ['other.bin', 'absent.bin']) {
      expect(() => openPlaceBook(join(folder, name))).toThrow(/读不了地名库.*npm run build/);
    }
  });
});

describe('looking up', () => {
  it.each([
    ['大冶', '湖北省黄石市大冶市'],
    ['大冶市', '湖北省黄石市大冶市'],
    ['湖北大冶', '湖北省黄石市大冶市'],
    ['湖北省黄石市大冶市', '湖北省黄石市大冶市'],
    ['湖北 大冶', '湖北省黄石市大冶市'],
    ['daye', '湖北省黄石市大冶市'],
    ['DYS', '湖北省黄石市大冶市'],
    ['dayes', '湖北省黄石市大冶市'],
    ['hubei daye', '湖北省黄石市大冶市'],
    ['420281', '湖北省黄石市大冶市'],
    ['４２０２８１', '湖北省黄石市大冶市'],
    ['峨山县', '云南省玉溪市峨山彝族自治县'],
    ['洛河乡', '云南省玉溪市红塔区洛河彝族乡'],
    ['大冶市金湖', '湖北省黄石市大冶市金湖街道'],
    ['下冯', '湖北省黄石市大冶市金湖街道下冯社区'],
    ['下冯村', '湖北省黄石市大冶市金湖街道下冯社区'],
    ['大冶市金湖街道下冯社区', '湖北省黄石市大冶市金湖街道下冯社区'],
    ['大冶 xiafeng', '湖北省黄石市大冶市金湖街道下冯社区'],
    ['洛河彝族乡双龙', '云南省玉溪市红塔区洛河彝族乡双龙村'],
    ['530402202201', '云南省玉溪市红塔区洛河彝族乡双龙村'],
    ['bj', '北京市'],
  ])('%s is %s first', (text, place) => expect(found(text)[0]).toBe(place));

  it('lists all that fit, the better first, and says when there are more', () => {
    expect(found('城关镇')).toEqual(['湖北省黄石市大冶市城关镇', '湖北省黄石市阳新县城关镇']);
    expect(findPlaces(book, '城关', 1)).toMatchObject({ hasMore: true });
    expect(found('阳新 城关')).toEqual(['湖北省黄石市阳新县城关镇']);
    expect(found('')).toEqual(['北京市', '湖北省', '广东省', '云南省']);
    expect(found('没有的地方')).toEqual([]);
    expect(found('阳新 下冯')).toEqual([]);
    expect(found('(*[')).toEqual([]);
  });

  it('names the nearest places of a code that is none', () => {
    expect(nearestPlaces(book, '420289', 2).map(({ code }) => code)).toEqual(['420282', '420281']);
    expect(nearestPlaces(book, '990000', 2)).toEqual([]);
  });
});

describe('the places of a workbook', () => {
  const codes = (code: string) => planRegions(book, code).map((region) => region.code);

  it.each([
    [
      'a county: itself down to its villages, its sisters, what is above',
      '420281',
      '420000 420200 420281 420282 420281003 420281003001 420281003005 420281003200 420281100 420281100001',
    ],
    ['a county right beneath its province', '429004', '420000 429004 429004100'],
    ['a city without counties', '441900', '440000 441900 441900003 441900003001'],
    ['a city: all its counties with theirs', '530400', '530000 530400 530402 530426 530402202 530402202201 530426100'],
    ['a province: cities and counties', '420000', '420000 420200 429004 420281 420282'],
  ])('%s', (_, code, expected) => expect(codes(code).sort()).toEqual(expected.split(' ').sort()));

  it('of a town and of a village is that of their county', () => {
    expect(codes('420281003')).toEqual(codes('420281'));
    expect(codes('420281003200')).toEqual(codes('420281'));
  });

  it('holds every place once, behind the one above it', () => {
    for (const code of ['420281', '530400', '420000', '441900']) {
      const seen = new Set<string>();
      for (const region of planRegions(book, code)) {
        expect(seen.has(region.code)).toBe(false);
        if (region.parent !== null) expect(seen).toContain(region.parent);
        seen.add(region.code);
      }
    }
  });

  it('gives aliases that mean one place only', () => {
    const regions = planRegions(book, '420281');
    const aliasesOf = (code: string) => regions.find((region) => region.code === code)?.aliases;
    expect(aliasesOf('420281003')).toContain('金湖');
    expect(aliasesOf('420281003200')).toEqual(expect.arrayContaining(['下冯', '下冯社区居委会']));
    // 姜桥村 could be either.
    for (const code of ['420281003001', '420281003005']) expect(aliasesOf(code)).not.toContain('姜桥村');
  });

  it('refuses a code of no place with what is near', () => {
    expect(() => planRegions(book, '420299')).toThrow(/没有行政区划代码为“420299”的地区.*420282 湖北省黄石市阳新县/);
    expect(() => planRegions(book, '')).toThrow(/没有行政区划代码/);
  });
});
