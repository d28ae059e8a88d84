// Numbers in running text: amounts with 亿元, 万元 or 元, counts of projects, percentages, in digits or characters, with
// what is said of them (约, 以上, a range, 每年). Years, numbers of tables, dates, ordinals and other measures are no
// figures of the plan and are passed over.
import { DISPLAY_UNITS, parseScaled } from '#shared/values/money.ts';
import { chineseDecimal, NUMERALS } from './chinese-number.ts';
import { AMOUNT_UNITS, type AmountUnit } from './template.ts';

/** What is said of a figure: just so; about; no less; no more. */
export type Bound = 'exact' | 'about' | 'least' | 'most';

export interface TextNumber {
  start: number;
  end: number;
  /** As written, with its unit: 66.46亿元. */
  raw: string;
  kind: 'amount' | 'count' | 'percent';
  /** 分, projects, or hundredths of a percent scaled by the decimals: see `decimals`. */
  value: number;
  /** The other end of a range: 20至30万元. */
  low?: number;
  /** Half of the last written place, in the same measure as `value`: what rounding may hide. */
  halfPlace: number;
  unit: AmountUnit | '个' | '%';
  decimals: number;
  bound: Bound;
  /** Of one year: 108.75万元/年. */
  isYearly: boolean;
  /** A count of something else than projects: 557个新型经营主体. */
  isOther: boolean;
  /** What is measured where it is neither money nor projects: 人, 公里. */
  thing?: string;
}

type Read = Pick<TextNumber, 'kind' | 'value' | 'halfPlace' | 'unit' | 'decimals' | 'isOther'>;

/** Full-width digits count; a comma only between groups of three. */
const DIGITS = '(?:[\\d０-９]{1,3}(?:[,，][\\d０-９]{3})+|[\\d０-９]+)(?:[.．][\\d０-９]+)?';
/** Not in the middle of another number, nor the how-manyth (第3项); a comma behind words is no thousands separator. */
const BEGINS = '(?<![\\dA-Za-z０-９第]|[\\d０-９][.,，．])';
const UNITS = '亿元|百万元|千万元|万元|千元|元|亿|个|项(?!目)|％|%';
const NUMBER = new RegExp(
  `${BEGINS}[-－]?(?:(${DIGITS})亿(${DIGITS})万元|(${DIGITS})[ \\t]{0,4}([多余来])?(${UNITS}))`,
  'g',
);
const SPELLED = new RegExp(
  `(?<![第${NUMERALS}\\d])(?:百分之([${NUMERALS}]+)|([${NUMERALS}]+)([多余])?(元|个|项(?!目)))`,
  'g',
);
/** 个 that counts something else than projects: 15个乡镇, 3个月, 八个方面. */
const OTHER_THING =
  /^(?:行政村|自然村|村|社区|乡|镇|街道|县|区|市|州|月|百分点|年|部门|单位|方面|大类|类|工程|小组|组|点|贫困)/;
/** Behind a count of projects stands their name, what becomes of them, or nothing more. */
const PROJECTS =
  /^(?:[\s，。；、：:;,（(）)！？”"\d]|(?:左右|以上|以下|以内|上下)?(?:$|[，。；、）)]|[^，。；、村户人镇乡街社园站点所校企]{0,6}(?:项目|工程)|(?:预计|计划|估算|预算|概算|共|总|合计|匡算|需|占)?(?:总?投资|投入|资金|占|金额)))|^$/;
const YEARLY_BEHIND = /^(?:[/／]年|每年|[（(](?:每年|年均)[）)])/;
const PER = /^[/／每]/;
const MONEY_BEFORE = /(?:投资|资金|投入|金额|概算|估算|贷款|补助|贴息|产值|收入|筹措|安排)[^，。；、\d]{0,8}$/;

const LEAST_BEFORE = /(?:超过|超|不低于|不少于|不小于|至少|突破|大于|高于|≥|＞|>)$/;
const MOST_BEFORE = /(?:不超过|不足|不到|不高于|不多于|不大于|(?<!不)(?:低于|少于|小于)|至多|最多|控制在|≤|＜|<)$/;
const ABOUT_BEFORE = /(?:大约|约|近|将近|接近|大概|左右|约为|约需|约计|约占)$/;
const LEAST_BEHIND = /^(?:[（(]含[）)])?(?:及?以上|[多余])/;
const MOST_BEHIND = /^(?:[（(]含[）)])?(?:及?以下|及?以内)/;
const ABOUT_BEHIND = /^(?:左右|上下)/;
const TO = '[ \\t]{0,2}[—–～~\\-－至到]{1,2}[ \\t]{0,2}';
/** The lower end of a range; 从20万元到30万元 is no range but a change. */
const RANGE_BEFORE = new RegExp(`${BEGINS}(?<![从由自]|[从由自]约)(${DIGITS})(?:${UNITS})?${TO}$`);
const RANGE_BEHIND = new RegExp(`^${TO}(?:${DIGITS})(?:${UNITS})`);
const FROM = /[从由自]约?$/;
const FAR = 24;

function plain(text: string): string {
  return text.normalize('NFKC').replaceAll(/[,，\s]/g, '');
}

/** All figures of a text in order; start and end are places in the text. */
export function findNumbers(text: string): TextNumber[] {
  return [...inDigits(text), ...inCharacters(text)].sort((a, b) => a.start - b.start);
}

function inDigits(text: string): TextNumber[] {
  return [...text.matchAll(NUMBER)].flatMap((match): TextNumber[] => {
    const [raw, yi, wan, digits = '', more, written = ''] = match;
    const around = {
      before: text.slice(Math.max(0, match.index - FAR), match.index),
      after: text.slice(match.index + raw.length, match.index + raw.length + FAR),
    };
    if (PER.test(around.after) && !YEARLY_BEHIND.test(around.after)) return [];
    // Told with the upper end of its range.
    if (RANGE_BEHIND.test(around.after) && !FROM.test(around.before)) return [];
    const unitText = written === '亿' ? yiUnit(around) : written;
    const read =
      yi === undefined || wan === undefined
        ? readNumber(plain(digits), unitText, around.after)
        : readPair(plain(yi), plain(wan));
    if (!read) return [];
    const low = RANGE_BEFORE.exec(around.before)?.[1];
    const from = low === undefined ? undefined : readNumber(plain(low), unitText, around.after)?.value;
    const isNegative = /^[-－]/.test(raw) && !/[\d）)年万亿元个项%％]$/.test(around.before);
    const number = complete(read, match.index, raw, around);
    return [
      {
        ...number,
        value: isNegative ? -read.value : read.value,
        ...(from === undefined || from >= read.value ? {} : { low: from }),
        ...(more === undefined ? {} : { bound: 'least' as const }),
      },
    ];
  });
}

function inCharacters(text: string): TextNumber[] {
  return [...text.matchAll(SPELLED)].flatMap((match): TextNumber[] => {
    const [raw, percent, numeral = '', more, unit = ''] = match;
    const around = {
      before: text.slice(Math.max(0, match.index - FAR), match.index),
      after: text.slice(match.index + raw.length, match.index + raw.length + FAR),
    };
    const read = percent === undefined ? readSpelled(numeral, unit, around.after) : spelledPercent(percent);
    // 三个方面, 一项工作: small words, no figures.
    if (!read || PER.test(around.after) || (read.kind === 'count' && (read.isOther || read.value < 2))) return [];
    const number = complete(read, match.index, raw, around);
    return [more === undefined ? number : { ...number, bound: 'least' }];
  });
}

interface Around {
  before: string;
  after: string;
}

function complete(read: Read, start: number, raw: string, { before, after }: Around): TextNumber {
  return {
    ...read,
    start,
    end: start + raw.length,
    raw,
    bound: boundOf(before, after),
    isYearly: YEARLY_BEHIND.test(after),
  };
}

/** What the words right before and right behind a figure say of it. */
export function boundOf(before: string, after: string): Bound {
  if (MOST_BEFORE.test(before) || MOST_BEHIND.test(after)) return 'most';
  if (LEAST_BEFORE.test(before) || LEAST_BEHIND.test(after)) return 'least';
  return ABOUT_BEFORE.test(before) || ABOUT_BEHIND.test(after) ? 'about' : 'exact';
}

/** 31.7亿 alone is money only where money is spoken of: 投资31.7亿; 14亿人口 is not. */
function yiUnit({ before, after }: Around): string {
  return MONEY_BEFORE.test(before) && /^(?:[\s，。；、）)]|左右|以上|以下|资金|投资|$)/.test(after) ? '亿元' : '';
}

/** 百万元 and 千元 are amounts like others, but nobody prints them: they are held in the nearest unit of the plan. */
const OTHER_UNITS: Readonly<Record<string, { unit: AmountUnit; shift: number }>> = {
  千万元: { unit: '万元', shift: 3 },
  百万元: { unit: '万元', shift: 2 },
  千元: { unit: '元', shift: 3 },
};

function readAmount(digits: string, unit: AmountUnit, shift = 0): Read | undefined {
  const decimals = (digits.split('.')[1] ?? '').length;
  const scale = DISPLAY_UNITS[unit] + shift;
  const value = parseScaled(digits, scale);
  if (value === undefined) return undefined;
  return { kind: 'amount', value, halfPlace: 10 ** (scale - decimals) / 2, unit, decimals, isOther: false };
}

function readPercent(digits: string): Read | undefined {
  // Percent in millionths of a percent, so that any usual number of decimals is exact.
  const value = parseScaled(digits, 6);
  const decimals = (digits.split('.')[1] ?? '').length;
  return value === undefined
    ? undefined
    : { kind: 'percent', value, halfPlace: 10 ** (6 - decimals) / 2, unit: '%', decimals, isOther: false };
}

function readNumber(digits: string, unitText: string, after: string): Read | undefined {
  const unit = AMOUNT_UNITS.find((known) => known === unitText);
  if (unit) return readAmount(digits, unit);
  const other = OTHER_UNITS[unitText];
  if (other) return readAmount(digits, other.unit, other.shift);
  if (unitText === '个' || unitText === '项') {
    if (digits.includes('.') || (unitText === '个' && OTHER_THING.test(after))) return undefined;
    return {
      kind: 'count',
      value: Number(digits),
      halfPlace: 0,
      unit: '个',
      decimals: 0,
      isOther: !PROJECTS.test(after),
    };
  }
  return unitText === '' ? undefined : readPercent(digits);
}

/** 31亿7448万元. */
function readPair(yi: string, wan: string): Read | undefined {
  const [high, low] = [readAmount(yi, '亿元'), readAmount(wan, '万元')];
  if (!high || !low || yi.includes('.')) return undefined;
  const value = high.value + low.value;
  return Number.isSafeInteger(value) && value < 2 ** 51 ? { ...low, value } : undefined;
}

function readSpelled(numeral: string, unit: string, after: string): Read | undefined {
  if (unit !== '元') {
    const digits = chineseDecimal(numeral);
    return digits === undefined ? undefined : readNumber(digits, unit, after);
  }
  const group = AMOUNT_UNITS.find((known) => known.length > 1 && numeral.endsWith(known.charAt(0)));
  if (group && /[万亿]./.test(numeral)) {
    // 三亿一千七百万: the last unit is that of the rest only.
    const all = chineseDecimal(numeral);
    const read = all === undefined ? undefined : readAmount(all, '元');
    return read && { ...read, unit: group, halfPlace: 10 ** DISPLAY_UNITS[group] / 2 };
  }
  const digits = chineseDecimal(group ? numeral.slice(0, -1) : numeral);
  return digits === undefined ? undefined : readAmount(digits, group ?? '元');
}

function spelledPercent(numeral: string): Read | undefined {
  const digits = chineseDecimal(numeral);
  return digits === undefined ? undefined : readPercent(digits);
}
