// Aliases derived from official names, and the short names of villages.
import { describe, expect, it } from 'vitest';
import { REGIONS } from '#seeds/regions.ts';
import { bareUpper, deriveAliases, type NamedPlace } from '#shared/places/place-aliases.ts';
import { readVillageName, villageAliases, villageName } from '#shared/places/village-names.ts';

const of = (level: NamedPlace['level'], ...names: string[]): string[][] =>
  deriveAliases(names.map((name) => ({ name, level })));

it('banners and zones have the short names that their offices write', () => {
  const words = of('county', '科尔沁右翼前旗', '科尔沁右翼中旗', '阿拉善左旗', '鄂托克前旗', '达拉特旗').map((own) =>
    own.at(-1),
  );
  expect(words).toEqual(['科右前旗', '科右中旗', '阿左旗', '鄂前旗', '达旗']);
  expect(of('county', '莫力达瓦达斡尔族自治旗')[0]).toContain('莫旗');
  expect(of('county', '张家口市察北管理区')).toEqual([['察北管理区', '察北']]);
});

describe('counties and the offices above', () => {
  it.each([
    ['峨山彝族自治县', '峨山'],
    ['双江拉祜族佤族布朗族傣族自治县', '双江'],
    ['积石山保安族东乡族撒拉族自治县', '积石山'],
    ['隆林各族自治县', '隆林'],
    ['东乡族自治县', '东乡'],
    ['鄂温克族自治旗', '鄂温克'],
    ['鄂伦春自治旗', '鄂伦春'],
    ['博尔塔拉蒙古自治州', '博尔塔拉'],
    ['克孜勒苏柯尔克孜自治州', '克孜勒苏'],
    ['黔东南苗族侗族自治州', '黔东南'],
    ['内蒙古自治区', '内蒙古'],
    ['西藏自治区', '西藏'],
    ['新疆维吾尔自治区', '新疆'],
    ['广西壮族自治区', '广西'],
    ['神农架林区', '神农架'],
    ['六枝特区', '六枝'],
    ['浦东新区', '浦东'],
    ['锡林郭勒盟', '锡林郭勒'],
    ['大兴安岭地区', '大兴安岭'],
    ['城区', '城区'],
    ['歙县', '歙县'],
  ])('%s is %s', (name, bare) => expect(bareUpper(name)).toBe(bare));

  it('gives every alias that the sample has for the counties and towns of 玉溪', () => {
    for (const level of ['county', 'town'] as const) {
      const regions = REGIONS.filter((region) => region.level === level);
      const derived = deriveAliases(regions);
      regions.forEach(({ name, aliases }, index) => {
        expect(derived[index], name).toEqual(expect.arrayContaining([...aliases]));
      });
    }
  });

  it('leaves out what two of them could mean, and what is another place', () => {
    expect(of('county', '临夏市', '临夏县')).toEqual([[], []]);
    expect(deriveAliases([{ name: '朝阳区', level: 'county' }], new Set(['朝阳县', '朝阳市']))).toEqual([['朝阳']]);
    expect(of('county', '石家庄高新技术产业开发区', '井陉县')[0]).toContain('高新区');
    expect(of('county', '甲高新技术产业开发区', '乙高新技术产业开发区').flat()).not.toContain('高新区');
  });
});

describe('towns', () => {
  it.each([
    ['大营街街道', ['大营街', '大营街街道办事处', '大营街办事处']],
    ['小石桥彝族乡', ['小石桥', '小石桥乡']],
    ['金牛镇', ['金牛']],
    ['茗山乡', ['茗山']],
    ['崔各庄地区', ['崔各庄', '崔各庄乡']],
    ['兵团一零六团', ['一零六团', '106团']],
  ])('%s', (name, words) => {
    const [aliases = []] = of('town', name);
    for (const word of words) expect([...aliases, `${aliases[0]}街道办事处`]).toContain(word);
    expect(aliases).not.toContain(name);
  });

  it('makes no 城关 of 城关镇 beside 城关乡, nor calls one by the other’s name', () => {
    expect(of('town', '城关镇', '城关乡', '东风街道')).toEqual([[], [], expect.arrayContaining(['东风'])]);
    expect(of('town', '开平街道', '开平镇').flat()).not.toContain('开平');
    expect(of('town', '东街道')).toEqual([[]]);
    expect(of('town', '黎山林场')).toEqual([[]]);
  });
});

describe('villages', () => {
  it.each([
    ['甸苴村委会', '甸苴村', ['甸苴', '甸苴村民委员会']],
    ['甸苴村民委员会', '甸苴村', ['甸苴', '甸苴村委会']],
    ['多福巷社区居委会', '多福巷社区', ['多福巷', '多福巷社区居民委员会']],
    ['王市口居委会', '王市口居委会', ['王市口', '王市口社区', '王市口居民委员会']],
    ['李家村村委会', '李家村', ['李家村村委会']],
    ['莫能塔拉嘎查', '莫能塔拉嘎查', []],
    ['白音嘎查村委会', '白音嘎查', []],
    ['社区居委会', '社区居委会', []],
    ['村委会', '村委会', []],
  ])('%s is %s', (official, name, aliases) => {
    const read = readVillageName(official);
    expect(villageName(read)).toBe(name);
    expect(villageAliases(read)).toEqual(expect.arrayContaining(aliases));
    expect(villageAliases(read)).not.toContain(name);
  });
});
