// What no line break may part, in one place: numbers with their signs and units, dates and periods, ordinals, document
// and phone numbers, Latin words. Everything else of a Chinese text may be parted between any two characters.

const DIGIT = '[0-9０-９]';
/** 1,234,567 or 1234567; a list like 1,2,3 may be parted behind its commas. Blanks may group thousands too. */
const WHOLE = `(?:${DIGIT}{1,3}(?:[,，]${DIGIT}{3})+(?!${DIGIT})|${DIGIT}{1,3}(?:[ \\u2009\\u202f]${DIGIT}{3})+(?!${DIGIT})|${DIGIT}+)`;
const NUMBER = `${WHOLE}(?:[.．]${DIGIT}+)*`;
/** What joins figures to a date, a period, a size or a ratio: 2021-2022, 2024.6—2025.2, 3×4, 8:30. */
const JOINT = '(?:[-‐-–−－/／:：~～〜×xX*＊]|[—－]{1,2})';
/** Longer chains are lists, which may be parted. */
const MOST_JOINTS = 5;
const SIGN = '[-+−－＋±≈≥≤＞＜<>]?';
const CURRENCY = '(?:(?:RMB|CNY|USD|[¥￥$＄€£]) ?)?';

const HAN_DIGITS = '一二三四五六七八九十百千万亿〇零两';
/** Units that offices count and measure in; longer ones first, so that 平方米 is not read as 平. */
const UNITS = [
  ...['平方公里', '平方千米', '平方厘米', '立方厘米', '平方米', '立方米', '千瓦时', '个百分点', '百分点', '自然村'],
  ...['行政村', '延长米', '小时', '分钟', '公里', '千米', '厘米', '毫米', '公顷', '公斤', '千克', '千瓦', '兆瓦'],
  ...['人次', '户次', '台套', '年度', '季度', '个月', '工日', '亩次', '车次', '公升', '毫升', '期间', '万元', '亿元'],
  ...'元角分米亩吨斤升户人个头只羽匹株棵套台座处条口间栋幢盏眼辆批期年月日天时秒号项种类组村乡镇县度倍次件名位所',
  ...'家场页张份册岁周层级排版章节条款届成段片块根支把对双床箱袋瓶包尾盆穴克顷伏安瓦孔盘路社校班轮',
];
const UNIT_WORD = `(?:${[...new Set(UNITS)].join('|')})`;
const SIGN_UNIT = '[%％‰°℃㎎-㏄㎡㎥]';
const LATIN_UNIT = '(?:[a-zA-Zµμ]{1,4}[²³23]?)';
/** Behind a blank only these: what follows there may be a word. */
const KNOWN_UNIT = '(?:[cmk]?m[²³23]?|k?g|k?[WV]|kWh|kVA|MW|ha|hm[²2]|m?L|t|h)';
/** 5万亩, 30余户, 120元/亩, 3.5 m³, 12 %. */
const UNIT = `(?:(?: ?(?:[余多]?[十百千万亿]{0,2}[余多]?${UNIT_WORD}|[百千万亿]{1,2}|${SIGN_UNIT}|${KNOWN_UNIT})|${LATIN_UNIT})(?:[/／](?:${UNIT_WORD}|[a-zA-Z]{1,4}[²³23]?))*)?`;
const LETTER = '[A-Za-zÀ-ɏ]';

const RULES = [
  // （0877）2024567, 138 8770 1234, 0877 2024567.
  `[（(]0${DIGIT}{2,3}[）)] ?[-－]? ?${DIGIT}{7,8}`,
  `(?:\\+86[- ]?)?1[3-9]${DIGIT}[- ]${DIGIT}{4}[- ]${DIGIT}{4}`,
  `0${DIGIT}{2,3} ${DIGIT}{7,8}`,
  // 2021年3月5日; 2021年—2025年.
  `${DIGIT}{4} ?年(?: ?${DIGIT}{1,2} ?月(?: ?${DIGIT}{1,2} ?[日号])?)?(?:[-–—－~～]{1,2}${DIGIT}{4}年(?:${DIGIT}{1,2}月(?:${DIGIT}{1,2}日)?)?)?`,
  `${DIGIT}{1,2}月${DIGIT}{1,2}[日号]`,
  // 〔2021〕15号; （一）, (21), （二期）, （a）; 第十二条.
  `[〔\\[【（(]${DIGIT}{4}[〕\\]】）)](?: ?第? ?${DIGIT}{1,6}(?:-${DIGIT}{1,4})? ?号)?`,
  `[（(](?:第?(?:[${HAN_DIGITS}]{1,7}|${DIGIT}{1,4})${UNIT_WORD}?|${LETTER}{1,2})[）)]`,
  `第 ?(?:[${HAN_DIGITS}]{1,8}|${DIGIT}{1,6}) ?${UNIT_WORD}?`,
  `(?:No|NO|no|№)[.．]? ?${DIGIT}+`,
  // Hidden numbers: 138****1234.
  `${DIGIT}+[*＊]{2,12}${DIGIT}*`,
  // Numbers with sign, currency and unit.
  `${SIGN}${CURRENCY}${SIGN}${NUMBER}(?:${JOINT}${CURRENCY}${NUMBER}){0,${MOST_JOINTS}}${UNIT}(?!${LETTER}|${DIGIT})`,
  `[${HAN_DIGITS}]{2,12}(?:[余多]?${UNIT_WORD})?`,
  // Codes and words: GB/T, PM2.5, DN300, 3A2, a.b@c.cn.
  `${DIGIT}*${LETTER}(?:${LETTER}|${DIGIT}|[²³])*(?:[-_.'’&@/+#~=?:]{1,3}(?:${LETTER}|${DIGIT})+){0,${MOST_JOINTS}}`,
];

/** What any of the rules begins with: most characters are none of these, and are passed at once. */
const BEGINNING = `(?=[${DIGIT.slice(1, -1)}${LETTER.slice(1, -1)}${HAN_DIGITS}第№〔\\[【（(¥￥$＄€£±≈≥≤＞＜<>+−－＋-])`;
const FIRM = new RegExp(`${BEGINNING}(?:${RULES.join('|')})`, 'gu');
/** Letters and digits past this many characters are no word. */
const LONGEST_WORD = 24;

/** May not begin a line (避头) or end one (避尾). */
const NO_START = new Set('，。、；：？！）】》〉」』〕”’…％‰℃·～—々,.;:!?)]}%');
const NO_END = new Set('（【《〈「『〔“‘([{＄￥$¥');

export interface Atom {
  text: string;
  /** Never parted, however narrow the column. */
  isFirm: boolean;
  /** Whether a line may begin or end with it. */
  mayStart: boolean;
  mayEnd: boolean;
}

export function makeAtom(text: string, isFirm: boolean): Atom {
  return { text, isFirm, mayStart: !NO_START.has(text.charAt(0)), mayEnd: !NO_END.has(text.charAt(text.length - 1)) };
}

/** Single characters are most of a text: one object each is enough. By their code. */
const singles = new Map<number, Atom>();

function addSingles(atoms: Atom[], text: string, from: number, to: number): void {
  for (let at = from; at < to; at += 1) {
    const code = text.codePointAt(at) ?? 0;
    let atom = singles.get(code);
    if (!atom) {
      atom = makeAtom(String.fromCodePoint(code), false);
      singles.set(code, atom);
    }
    atoms.push(atom);
    if (code > 0xffff) at += 1;
  }
}

/** The smallest parts of a text, in order: what is unbreakable, and single characters. */
export function atomsOf(text: string): Atom[] {
  const atoms: Atom[] = [];
  let from = 0;
  // Not matchAll, which compiles the long expression anew for every text.
  FIRM.lastIndex = 0;
  for (let match = mayHoldFirm(text) ? FIRM.exec(text) : null; match; match = FIRM.exec(text)) {
    const { 0: firm, index } = match;
    addSingles(atoms, text, from, index);
    atoms.push(makeAtom(firm, firm.length <= LONGEST_WORD || !/\p{L}{2}/u.test(firm)));
    from = index + firm.length;
  }
  addSingles(atoms, text, from, text.length);
  return atoms;
}

const SOME_FIRM = new RegExp(`${DIGIT}|${LETTER}|[${HAN_DIGITS}№]`, 'u');

/** False where a text surely holds nothing unbreakable: most names of projects and places. */
export function mayHoldFirm(text: string): boolean {
  return SOME_FIRM.test(text);
}
