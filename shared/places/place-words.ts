// Names of towns and villages without the words for their kind, which people write or leave out: 洛河彝族乡, 洛河乡 and
// 洛河 are one town, 甸苴村, 甸苴社区 and 甸苴 one village. A 组 behind a village's name is told apart from it.

import { bareText, compactText } from '../values/fold-text.ts';
import { plainNumeral } from '../values/numerals.ts';

export const PEOPLES =
  '(?:(?:哈尼|傈僳|拉祜|布依|土家|仡佬|纳西|景颇|布朗|普米|阿昌|基诺|独龙|仫佬|毛南|朝鲜|达斡尔|鄂温克|鄂伦春|锡伯|维吾尔|哈萨克|柯尔克孜|塔吉克|裕固|保安|东乡|撒拉|赫哲|门巴|珞巴|高山|德昂|蒙古|[彝傣苗回白壮侗瑶藏满羌水土佤畲黎怒京])族|民族)';
/** What a town is called by, as it stands behind its name. */
export const TOWN_WORD = `(?:街道(?:办事处|办)?|${PEOPLES}{1,6}乡|办事处|镇|乡|苏木)`;
const TOWN_END = new RegExp(`${TOWN_WORD}$`);
/** The longest first: 自然村 is not 村 behind 自然. */
const VILLAGE_ENDS = ['村民委员会', '居民委员会', '村委会', '居委会', '行政村', '自然村', '嘎查', '社区', '村'];
const NUMERAL = '第?[\\d零〇一二两三四五六七八九十]{1,4}';
const GROUP = new RegExp(
  `(?:${NUMERAL}(?:[-—~至、,和]${NUMERAL}){0,20}(?:村民)?小?组|(?<=村|社区|[村居]委会)(?![村居]?(?:民委员会|委会))[\\p{Script=Han}]{1,6}小组)$`,
  'u',
);

/** A town's name without the word for its kind; a text that is nothing but such a word stays as it is. */
export function bareTown(name: string): string {
  const plain = bareText(name);
  return plain.replace(TOWN_END, '') || plain;
}

/** 双龙村第三小组 is village 双龙, group 3组. */
export function readVillage(name: string): { village: string; group: string } {
  const plain = compactText(name);
  const group = GROUP.exec(plain)?.[0] ?? '';
  const rest = bareText(group === '' ? plain : plain.slice(0, plain.length - group.length));
  return {
    village: withoutEnds(rest, VILLAGE_ENDS) || rest,
    group: group.replace(/[零〇一二两三四五六七八九十]+/g, plainNumeral).replace(/第|村民|小/g, ''),
  };
}

/** True for words that end like a village, with or without a 组: 甸苴村, 甸苴社区3组. */
export function isVillageName(text: string): boolean {
  return /[\p{Script=Han}]/u.test(text) && (GROUP.test(text) || withoutEnds(text, VILLAGE_ENDS) !== text);
}

/** True for 社区, 村委会: the word for a village without its name. */
export function isVillageWord(text: string): boolean {
  return text !== '' && withoutEnds(text, VILLAGE_ENDS) === '';
}

function withoutEnds(text: string, ends: readonly string[]): string {
  let length = text.length;
  for (let end = ends[0]; end !== undefined; ) {
    end = ends.find((word) => text.endsWith(word, length));
    length -= end?.length ?? 0;
  }
  return text.slice(0, length);
}
