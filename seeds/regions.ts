// Regions (行政区划) of the sample: 玉溪市, its nine counties in printed order, and the towns and villages of 红塔区 that the
// sample's plan names (handbook 8.2). Workbooks for work take theirs from the 地名库 (electron/places/).
import type { Region } from '#shared/domain/reference.ts';

export const YUXI_CODE = '530400';
export const HONGTA_CODE = '530402';

/** In the order in which the city prints its counties (表2, 表3). */
const COUNTIES: readonly (readonly [code: string, name: string, ...aliases: string[]])[] = [
  [HONGTA_CODE, '红塔区', '红塔'],
  ['530403', '江川区', '江川', '江川县'],
  ['530481', '澄江市', '澄江', '澄江县'],
  ['530423', '通海县', '通海'],
  ['530424', '华宁县', '华宁'],
  ['530425', '易门县', '易门'],
  ['530426', '峨山彝族自治县', '峨山县', '峨山'],
  ['530427', '新平彝族傣族自治县', '新平县', '新平'],
  ['530428', '元江哈尼族彝族傣族自治县', '元江县', '元江'],
];

/** Towns of 红塔区 with their short names, and the villages named under them. */
const HONGTA_TOWNS: readonly (readonly [name: string, alias: string, villages: readonly string[]])[] = [
  ['大营街街道', '大营街', ['大营街', '师旗', '甸苴']],
  ['研和街道', '研和', ['玉苗', '跨喜', '把者岱']],
  ['北城街道', '北城', ['刺桐关', '大密罗', '龙树']],
  ['春和街道', '春和', ['波衣', '黄草坝', '龙潭']],
  ['高仓街道', '高仓', ['玉屏', '龙树']],
  ['小石桥彝族乡', '小石桥', ['响水', '小石桥', '玉苗']],
  ['洛河彝族乡', '洛河', ['双龙', '把者岱', '法冲', '洛河']],
];

/** Other ways to write a town's full name: 小石桥乡 for 小石桥彝族乡. */
function townAliases(name: string, alias: string): string[] {
  return name.endsWith('彝族乡') ? [alias, `${alias}乡`] : [alias, `${alias}镇`, `${alias}办事处`];
}

function hongtaPlaces(): Region[] {
  return HONGTA_TOWNS.flatMap(([name, alias, villages]): Region[] => {
    const code = `${HONGTA_CODE}/${name}`;
    return [
      { code, parent: HONGTA_CODE, name, aliases: townAliases(name, alias), level: 'town' },
      ...villages.map(
        (village): Region => ({
          code: `${code}/${village}`,
          parent: code,
          name: village,
          aliases: [`${village}村`, `${village}社区`, `${village}村委会`],
          level: 'village',
        }),
      ),
    ];
  });
}

export const REGIONS: readonly Region[] = [
  { code: YUXI_CODE, parent: null, name: '玉溪市', aliases: ['玉溪'], level: 'city' },
  ...COUNTIES.map(([code, name, ...aliases]): Region => ({ code, parent: YUXI_CODE, name, aliases, level: 'county' })),
  ...hongtaPlaces(),
];

function sampleRegion(regionCode: string): Region | undefined {
  return REGIONS.find(({ code, level }) => code === regionCode && (level === 'city' || level === 'county'));
}

/** Whether the sample knows the places of a county or a city. */
export function isSampleRegion(regionCode: string): boolean {
  return sampleRegion(regionCode) !== undefined;
}

/** The sample's places for a county, or for the city with those of all its counties. Throws RangeError for another one. */
export function sampleRegions(regionCode: string): Region[] {
  const region = sampleRegion(regionCode);
  if (!region) throw new RangeError(`no such region in the sample: ${regionCode}`);
  return REGIONS.filter(
    ({ code, level }) =>
      level === 'city' || level === 'county' || region.level === 'city' || code.startsWith(`${regionCode}/`),
  );
}
