// A place that stands in one cell taken apart: 洛河彝族乡双龙, 红塔区研和街道/玉苗村, 宝莲寺镇何官屯. First by the towns that
// are known, the longest name first; else by the words for towns and villages. What can be cut in no way stays whole.
import { compactText, foldText } from '../values/fold-text.ts';
import type { PlaceDictionary } from './place-dictionary.ts';
import { isVillageName, isVillageWord, TOWN_WORD } from './place-words.ts';
import { isVillageList } from './village-list.ts';

export interface SplitPlace {
  /** County (or city) in front, as written; '' where none is named. */
  county: string;
  /** As written; the whole text where it cannot be cut, '' where it names a village only. */
  town: string;
  /** As written: one village, perhaps with its 组, or several; '' where none is named. */
  village: string;
}

const HAN = '[\\p{Script=Han}]';
const ABOVE = `((?:${HAN}{2,7}?(?:省|自治区))?(?:${HAN}{2,7}?(?:市|自治州|州|地区|盟))?(?:${HAN}{1,9}?(?:区|县|市|旗))?)`;
const BY_WORDS = new RegExp(`^${ABOVE}(${HAN}{1,8}?${TOWN_WORD})`, 'u');
/** A town whose own name ends in a word for towns: 灵乡镇. */
const BY_LAST_WORD = new RegExp(`${BY_WORDS.source}(?!街道|镇)`, 'u');
const COUNTY = new RegExp(`^${ABOVE}$`, 'u');
const TOWN_WORD_FIRST = new RegExp(`^${TOWN_WORD}`);
const PROVINCE =
  /^(?:河北|山西|辽宁|吉林|黑龙江|江苏|浙江|安徽|福建|江西|山东|河南|湖北|湖南|广东|海南|四川|贵州|云南|陕西|甘肃|青海|台湾)省?|^(?:内蒙古|西藏)(?:自治区)?|^广西(?:壮族)?(?:自治区)?|^宁夏(?:回族)?(?:自治区)?|^新疆(?:维吾尔)?(?:自治区)?|^(?:北京|天津|上海|重庆)市?/;
const SEPARATOR = /^[\s/\\\-—–·•.、,:;>›|]+/;
const SIGNS = /[\s/\\\-—–·•、,:;>›|]/;
/** Words behind a town that name no village. */
const NO_VILLAGE =
  /政府|办事处|辖区|境内|范围|驻地|全[镇乡村区县市境]|各|机关|单位|[中小]学|学校|医院|卫生|集镇|[镇城园片库]区|区域|基地|沿线|等|所有|多个|若干|相关|公司|合作社|水库|公路|周边|附近|街道/;
const PLAIN_VILLAGE = new RegExp(`^${HAN}{2,5}$`, 'u');
const ONE_VILLAGE = new RegExp(`^${HAN}{1,10}(?:村|社区|委会|居委会|村民委员会)`, 'u');

/** Takes a cell apart; a cell that names no town, or several, comes back whole. */
export function splitPlace(text: string, dictionary: PlaceDictionary): SplitPlace {
  const whole: SplitPlace = { county: '', town: text.trim(), village: '' };
  const folded = foldText(text).replace(/\s+/g, ' ');
  if (folded === '') return { ...whole, town: '' };
  return byDictionary(folded, dictionary) ?? byWords(folded, dictionary) ?? onlyVillage(folded, dictionary) ?? whole;
}

/** The longest spelling of a known town at the start of a text; a word for its kind behind a bare name belongs to it. */
function knownTown(text: string, { spellings, towns }: PlaceDictionary): string | undefined {
  const found = spellings.get(text.slice(0, 1))?.find((spelling) => text.startsWith(spelling));
  if (found === undefined) return undefined;
  const kind = TOWN_WORD_FIRST.exec(text.slice(found.length))?.[0] ?? '';
  const isBare = found === towns.get(found)?.key;
  return isBare ? found + kind : found;
}

function byDictionary(text: string, dictionary: PlaceDictionary): SplitPlace | undefined {
  let town = knownTown(text, dictionary);
  let county = '';
  if (town === undefined) {
    county = aboveTown(text, dictionary);
    if (county === '') return undefined;
    const rest = text.slice(county.length).replace(SEPARATOR, '');
    county = text.slice(0, text.length - rest.length);
    town = knownTown(rest, dictionary);
    if (town === undefined) return undefined;
  }
  const village = villageIn(text.slice(county.length + town.length), town, dictionary);
  return village === undefined ? undefined : { county: county.replace(/(?<![\s/\-—])[\s/\-—]+$/, ''), town, village };
}

/** Province, city and county in front of a town, each with or without the word for its kind: 广西桂林恭城瑶族自治县平安镇. */
function aboveTown(text: string, { counties }: PlaceDictionary): string {
  // 海南区 is no place of the province 海南: what the plan knows goes first.
  for (const start of [0, PROVINCE.exec(text)?.[0].length ?? 0]) {
    let end = start;
    for (let step = 0; step < 2; step += 1) {
      const from = end + (/^[\s/\-—]+/.exec(text.slice(end))?.[0].length ?? 0);
      const name = counties.find((one) => text.startsWith(one, from));
      if (name !== undefined) end = from + name.length;
    }
    if (end > start) return text.slice(0, end);
  }
  return '';
}

function byWords(text: string, dictionary: PlaceDictionary): SplitPlace | undefined {
  const compact = compactText(text);
  for (const pattern of [BY_WORDS, BY_LAST_WORD]) {
    const [start = '', county = '', town = ''] = pattern.exec(compact) ?? [];
    if (start === '') return undefined;
    // The rest keeps its spaces: they part villages.
    const village = villageIn(behind(text, start.length), town, dictionary);
    if (village !== undefined) return { county, town, village };
  }
  return undefined;
}

/** The text behind so many of its letters, spaces not counted. */
function behind(text: string, letters: number): string {
  let at = 0;
  for (let left = letters; left > 0; at += 1) if (!/\s/.test(text[at] ?? '')) left -= 1;
  return text.slice(at);
}

/** The village or villages behind a town; '' for none, undefined for words that are no village. */
function villageIn(behindTown: string, town: string, dictionary: PlaceDictionary): string | undefined {
  const rest = behindTown.replace(SEPARATOR, '').trimEnd();
  if (rest === '') return '';
  const compact = compactText(rest);
  // 大营街社区 is the village, not the town with a nameless one.
  if (isVillageWord(compact) && !new RegExp(`${TOWN_WORD}$`).test(town)) return undefined;
  const parts = rest.split(SIGNS).filter((part) => part !== '');
  if (parts.length > 1 && parts.some((part) => dictionary.towns.has(part) && !isVillageOf(part, town, dictionary)))
    return undefined;
  if (isVillageOf(compact, town, dictionary)) return compact;
  if (/(?:街道|镇|乡)(?!村|社区)/.test(compact) || NO_VILLAGE.test(compact)) return undefined;
  if (!SIGNS.test(rest) && isVillageName(compact) && ONE_VILLAGE.test(compact)) return compact;
  if (
    parts.length > 1 &&
    isVillageName(compact) &&
    parts.slice(1).every((part) => /^[\d第一二三四五六七八九十].*组$/.test(part))
  )
    return compact;
  if (isVillageName(compact) || PLAIN_VILLAGE.test(compact)) return isVillageList(rest) ? rest : compact;
  return isVillageList(rest) ? rest : undefined;
}

function isVillageOf(text: string, town: string, { towns }: PlaceDictionary): boolean {
  return towns.get(town)?.villages.has(text) === true;
}

/** A village without its town, or a county by itself. */
function onlyVillage(text: string, dictionary: PlaceDictionary): SplitPlace | undefined {
  const compact = compactText(text);
  if (SIGNS.test(text) || NO_VILLAGE.test(compact)) return undefined;
  if (!isVillageName(compact) && !dictionary.townsOf.has(compact)) return undefined;
  const county = dictionary.counties.find((name) => compact.startsWith(name) && compact.length > name.length) ?? '';
  const village = compact.slice(county.length);
  return isVillageWord(village) || (/[和与及]/.test(village) && /(?:村|社区)$/.test(village))
    ? undefined
    : { county, town: '', village };
}

/** The county that a text names, alone or before a town: 大冶市 of 大冶市金湖街道; '' for none. */
export function countyOf(text: string, dictionary: PlaceDictionary): string {
  const { county } = splitPlace(text, dictionary);
  if (county !== '') return county;
  return COUNTY.exec(compactText(text))?.[1] ?? '';
}
