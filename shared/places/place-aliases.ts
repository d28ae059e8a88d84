// Other ways to write the name of a place, derived from the official one: 峨山彝族自治县 is 峨山县 and 峨山, 大营街街道 is
// 大营街 and 大营街办事处. A way that could mean two places is not made.
import type { RegionLevel } from '../domain/reference.ts';
import { PEOPLES, TOWN_WORD } from './place-words.ts';

export interface NamedPlace {
  name: string;
  level: RegionLevel;
}

/** Peoples whose name official names also give without 族: 博尔塔拉蒙古自治州. */
const PEOPLES_END = new RegExp(`(?<=..)(?:${PEOPLES}|各族|维吾尔|哈萨克|柯尔克孜|塔吉克|锡伯|蒙古)+$`);
/** What is named after its people alone goes without 族: 东乡 of 东乡族自治县, 鄂温克 of 鄂温克族自治旗. */
const PEOPLE_ALONE = /^(.{2,})族$/;
const UPPER_END =
  /(?:维吾尔自治区|自治[区州县旗]|特别行政区|行政委员会|(?<=.{2})(?:林区|特区|新区)|地区|[省市盟县区旗])$/;
/** What of an end stays with the short form: 峨山县 of 峨山彝族自治县. */
const SHORT_END: Readonly<Record<string, string>> = { 自治州: '州', 自治县: '县', 自治旗: '旗' };
/** A zone is called by its kind within its city. */
const ZONES: readonly (readonly [RegExp, string])[] = [
  [/高新技术(?:产业)?开发区$/, '高新区'],
  [/经济技术开发区$/, '经开区'],
];
/** 张家口市察北管理区 is 察北管理区 in the sheets of its city. */
const INNER_ZONE =
  /^[\p{Script=Han}]{2,5}[市州盟]([\p{Script=Han}]{2,}(?:管理区|开发区|示范区|试验区|高新区|园区|新区|风景区|景区|矿区))$/u;
const ZONE_END = /(?:管理区|开发区|示范区|试验区|新区|园区)$/;
/** 科尔沁右翼前旗 is 科右前旗, 阿拉善左旗 阿左旗, 鄂托克前旗 鄂前旗, 莫力达瓦达斡尔族自治旗 莫旗. */
const BANNER = /^(\p{Script=Han})\p{Script=Han}{1,3}?([左右])?翼?([前后中])?旗$/u;
const TOWN_END = new RegExp(`${TOWN_WORD}$`);
/** Where a name may change its kind and people go on writing the former one. */
const TOWN_KINDS: readonly (readonly [end: RegExp, kinds: readonly string[]])[] = [
  [/族乡$/, ['乡']],
  [/街道(?:办事处|办)?$/, ['街道', '镇', '办事处']],
  [/镇$/, ['乡']],
  [/地区$/, ['镇', '乡', '地区办事处']],
  [/苏木$/, ['苏木']],
];
const DIGITS = '零一二三四五六七八九';

/** A county, city or province without the word for its kind: 峨山 of 峨山彝族自治县; one letter alone stays with it. */
export function bareUpper(name: string): string {
  const plain = name.replace(UPPER_END, '');
  const bare = plain === name ? plain : plain.replace(PEOPLES_END, '').replace(PEOPLE_ALONE, '$1');
  return bare.length > 1 ? bare : name;
}

/**
 * Aliases of places that stand side by side, in their order. An alias that two of them would share, that is the name of
 * one of them, or that `taken` holds (the official names of the country) is left out. Villages have none here.
 */
export function deriveAliases(places: readonly NamedPlace[], taken: ReadonlySet<string> = new Set()): string[][] {
  const proposed = places.map((place) => propose(place).filter((word) => word.length > 1 && word !== place.name));
  const uses = new Map<string, number>();
  for (const word of proposed.flat()) uses.set(word, (uses.get(word) ?? 0) + 1);
  const names = new Set(places.map(({ name }) => name));
  // Where 城关镇 stands beside 城关乡, neither is 城关, and neither was the other.
  return proposed.map((words) => words.filter((word) => uses.get(word) === 1 && !names.has(word) && !taken.has(word)));
}

function propose({ name, level }: NamedPlace): string[] {
  const words = level === 'village' ? [] : level === 'town' ? townWords(name) : upperWords(name, level);
  return [...new Set(words)];
}

function townWords(name: string): string[] {
  const regiment = /兵团([零一二三四五六七八九]+)团$/.exec(name)?.[1];
  if (regiment !== undefined) {
    return [`${regiment}团`, `${regiment.replace(/./g, (digit) => String(DIGITS.indexOf(digit)))}团`];
  }
  const [end, kinds] = TOWN_KINDS.find(([pattern]) => pattern.test(name)) ?? [TOWN_END, []];
  const bare = name
    .replace(end.source === '族乡$' ? TOWN_END : end, '')
    .replace(TOWN_END, (word) => (kinds.length > 0 ? word : ''));
  if (bare === name || bare.length < 2) return [];
  return [bare, ...kinds.map((kind) => bare + kind)];
}

/** The names of a zone without those of its city; [] for all other places. */
export function zoneWords(name: string): string[] {
  const inner = INNER_ZONE.exec(name)?.[1];
  if (inner === undefined) return [];
  const bare = inner.replace(ZONE_END, '');
  return bare.length > 1 ? [inner, bare] : [inner];
}

/** The short names of a banner; [] for all other places. */
export function bannerWords(name: string): string[] {
  const plain = name.replace(/(?:达斡尔族)?自治旗$/, '旗');
  const [, first, side = '', place = ''] = BANNER.exec(plain) ?? [];
  return first === undefined ? [] : [`${first}${side}${place}旗`];
}

function upperWords(name: string, level: RegionLevel): string[] {
  const inner = zoneWords(name);
  if (inner.length > 0) return inner;
  const zone = ZONES.find(([pattern]) => pattern.test(name));
  if (zone) return [name.replace(...zone), zone[1]];
  const bare = bareUpper(name);
  if (bare === name) return [];
  const end = SHORT_END[UPPER_END.exec(name)?.[0] ?? ''];
  if (end !== undefined) return [bare + end, bare, ...bannerWords(name)];
  // What is a district or a city now was a county before, and is called so in older sheets.
  const former = level === 'county' ? (/区$/.test(name) ? ['县', '市'] : /市$/.test(name) ? ['县'] : []) : [];
  return [bare, ...former.map((kind) => bare + kind), ...bannerWords(name)];
}
