// Places in one cell are cut by the names that are known, else by words; compared they are one however they are written.
import { describe, expect, it } from 'vitest';
import { referenceFor } from '#seeds/index.ts';
import { listPlaceReader, placeReader } from '#shared/places/place-key.ts';

const { regions } = referenceFor('530402');
const READER = placeReader(regions);
const NOTHING_KNOWN = placeReader([]);

describe('one cell', () => {
  it.each([
    ['洛河彝族乡双龙', '洛河彝族乡', '双龙'],
    ['洛河彝族乡双龙村', '洛河彝族乡', '双龙村'],
    ['洛河乡双龙村', '洛河乡', '双龙村'],
    ['洛河双龙', '洛河', '双龙'],
    ['洛河镇双龙', '洛河镇', '双龙'],
    ['大营街甸苴', '大营街', '甸苴'],
    ['大营街街道办事处甸苴社区', '大营街街道办事处', '甸苴社区'],
    ['红塔区洛河彝族乡双龙', '洛河彝族乡', '双龙'],
    ['玉溪市红塔区洛河乡双龙村委会', '洛河乡', '双龙村委会'],
    ['云南省玉溪市红塔区研和街道玉苗', '研和街道', '玉苗'],
    ['玉溪市红塔区研和街道玉苗社区3组', '研和街道', '玉苗社区3组'],
    ['洛河彝族乡 双龙村', '洛河彝族乡', '双龙村'],
    ['洛河彝族乡\n双龙', '洛河彝族乡', '双龙'],
    ['洛河彝族乡/双龙', '洛河彝族乡', '双龙'],
    ['洛河彝族乡-双龙村', '洛河彝族乡', '双龙村'],
    ['洛河彝族乡、双龙', '洛河彝族乡', '双龙'],
    ['洛河乡双龙村民委员会第三村民小组', '洛河乡', '双龙村民委员会第三村民小组'],
    ['大营街街道甸苴、石狗头', '大营街街道', '甸苴、石狗头'],
    ['研和街道玉苗、响水', '研和街道', '玉苗、响水'],
    ['研和街道玉苗村和跨喜村', '研和街道', '玉苗村和跨喜村'],
    ['研和街道永和村', '研和街道', '永和村'],
    ['洛河彝族乡洛河', '洛河彝族乡', '洛河'],
    ['研和街道古镇村', '研和街道', '古镇村'],
    ['红塔区研和街道', '研和街道', ''],
    ['研和', '研和', ''],
    ['宝莲寺镇何官屯', '宝莲寺镇', '何官屯'],
    ['灵乡镇毛铺村', '灵乡镇', '毛铺村'],
    ['大冶市灵乡镇', '灵乡镇', ''],
    ['大冶市金湖街道下冯村', '金湖街道', '下冯村'],
    ['甲村', '', '甲村'],
    ['大营街社区', '', '大营街社区'],
    ['研和街道、北城街道', '研和街道、北城街道', ''],
    ['研和、北城、春和', '研和、北城、春和', ''],
    ['研和街道卫生院', '研和街道卫生院', ''],
    ['洛河乡政府驻地', '洛河乡政府驻地', ''],
    ['研和街道各村', '研和街道各村', ''],
    ['各镇(街道、景区)', '各镇(街道、景区)', ''],
    ['全市24个镇/', '全市24个镇/', ''],
    ['方至畈村和东角山村', '方至畈村和东角山村', ''],
    ['红塔区', '红塔区', ''],
    ['', '', ''],
  ])('%s', (text, town, village) => {
    const cut = READER.split(text);
    expect([cut.town, cut.village]).toEqual([town, village]);
  });

  it('without any known place the words for towns and villages cut', () => {
    const cut = (text: string) => {
      const { town, village } = NOTHING_KNOWN.split(text);
      return `${town}|${village}`;
    };
    expect(cut('宝莲寺镇何官屯')).toBe('宝莲寺镇|何官屯');
    expect(cut('安阳市北关区彰北街道南士旺村')).toBe('彰北街道|南士旺村');
    expect(cut('宝莲寺何官屯')).toBe('宝莲寺何官屯|');
    expect(cut('巴彦苏木查干嘎查')).toBe('巴彦苏木|查干嘎查');
  });

  it('the towns of the list are known too', () => {
    const reader = listPlaceReader(
      [],
      [{ town: '宝莲寺镇' }, { town: null }, { town: '宝莲寺镇何官屯' }, { town: '各村' }],
    );
    expect(reader.split('宝莲寺何官屯村')).toEqual({ county: '', town: '宝莲寺', village: '何官屯村' });
  });

  it('names the county in front', () => {
    expect(READER.split('大冶市金湖街道下冯村').county).toBe('大冶市');
    expect(READER.split('玉溪市红塔区洛河乡双龙').county).toBe('玉溪市红塔区');
    expect(READER.split('洛河乡双龙').county).toBe('');
  });
});

describe('compared', () => {
  const same = (...places: (readonly [string | null, string | null])[]) =>
    new Set(places.map(([town, village]) => READER.keyOf(town, village).joined)).size;

  it('however the town, the village and the cells are written', () => {
    expect(
      same(
        ['洛河彝族乡', '双龙'],
        ['洛河乡', '双龙村'],
        ['洛河', '双龙社区居委会'],
        ['洛河彝族乡双龙', null],
        ['红塔区洛河彝族乡双龙村', ''],
        [null, '洛河彝族乡双龙村'],
        ['洛河 彝族乡', '洛河乡双龙'],
        ['洛河彝族乡双龙', '双龙村'],
      ),
    ).toBe(1);
    expect(same(['宝莲寺镇', '何官屯'], ['宝莲寺镇何官屯', null], ['宝莲寺何官屯', null])).toBe(1);
    expect(same(['洛河彝族乡', '双龙'], ['洛河彝族乡', '法冲'], ['研和街道', '双龙'])).toBe(3);
  });

  it('groups are told apart from the village', () => {
    expect(READER.keyOf('洛河乡', '双龙村3组')).toMatchObject({ village: '双龙', group: '3组' });
    expect(READER.keyOf('洛河乡双龙村第三村民小组', null)).toMatchObject({ village: '双龙', group: '3组' });
    expect(READER.keyOf('洛河乡双龙村', '3组')).toMatchObject({ village: '双龙', group: '3组' });
    expect(READER.keyOf('洛河乡', '双龙村委会上村小组')).toMatchObject({ village: '双龙', group: '上村组' });
  });

  it('several villages are one key in any order; several towns are none', () => {
    expect(same(['研和街道', '玉苗、响水'], ['研和街道', '响水村、玉苗村'], ['研和街道玉苗、响水', null])).toBe(1);
    expect(READER.keyOf('研和街道、北城街道', null).isManyTowns).toBe(true);
    expect(READER.keyOf('研和街道', '玉苗、响水')).toMatchObject({ isManyTowns: false, isManyVillages: true });
    expect(READER.keyOf('研和街道', '各村')).toMatchObject({ isManyVillages: true });
  });

  it('two towns of one bare name stay two where both are known', () => {
    const town = (name: string) => ({ code: name, parent: 'c', name, aliases: [], level: 'town' as const });
    const reader = placeReader([town('城关镇'), town('城关乡')]);
    expect(reader.keyOf('城关镇', '东村').joined).not.toBe(reader.keyOf('城关乡', '东村').joined);
    expect(reader.keyOf('城关镇东村', null).joined).toBe(reader.keyOf('城关镇', '东').joined);
  });
});
