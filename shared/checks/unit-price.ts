// Unit price times quantity as words tell it: 每座补助4000元 and 198座, 2500万元 at 4.35 % for 5 years, 20+60元 a man and day.
// Only a text of which every figure is understood gives an amount (SPECS K7).
import {
  addDecimal,
  type Decimal,
  decimalText,
  multiplyDecimal,
  parseDecimal,
  shiftDecimal,
} from '#shared/values/decimal.ts';
import { foldText } from '#shared/values/fold-text.ts';
import { type Fen, toFen } from '#shared/values/money.ts';
import { plainNumeral } from '#shared/values/numerals.ts';

export interface PricedAmount {
  fen: Fen;
  /** 4000元×198座 */
  words: string;
}

const UNITS =
  '平方米|立方米|公里|千米|公顷|km|㎡|m2|m3|人次|学期|户|人|亩|座|个|米|头|只|株|棵|套|盏|口|天|日|年|月|次|期|间|栋|吨|台|羽|箱|群|村|组|处|辆|块|条|m';
const SAME: Readonly<Record<string, string>> = {
  千米: '公里',
  km: '公里',
  '㎡': '平方米',
  m2: '平方米',
  m3: '立方米',
  m: '米',
  日: '天',
};
/** Bounded, so that a long text costs no more than its length. */
const NUMBER = '\\d{1,12}(?:\\.\\d{1,8})?';
const SUM = `${NUMBER}(?:\\s{0,3}\\+\\s{0,3}${NUMBER}){0,4}`;
/** 每人每天 before, /人·天 behind. */
const EACH = `(?:每(?:${UNITS})\\s{0,3}){1,3}`;
const PER = `\\s{0,3}(?:\\/|每)\\s{0,3}\\(?(?:${UNITS})(?:[·*×\\/.]?每?(?:${UNITS})){0,3}\\)?`;
const TOKEN = new RegExp(
  [
    // Years that are dates.
    `(?<date>(?:19|20)\\d{2}\\s*(?:年|[-—~至到](?=\\s*(?:19|20)\\d{2})))`,
    `(?<each>${EACH})?(?<lead>[^\\d，,。；;、每]{0,8}?)(?<money>${SUM})\\s{0,3}(?<scale>亿元|万元|元)(?<per>${PER})?`,
    `(?<percent>${NUMBER})\\s{0,3}%`,
    `(?<count>${NUMBER})\\s{0,3}(?<unit>${UNITS})`,
    `(?<!第)(?<words>[一二两三四五六七八九十]{1,3})(?<span>年)`,
  ].join('|'),
  'g',
);
const SCALES: Readonly<Record<string, number>> = { 元: 2, 万元: 6, 亿元: 10 };

interface Price {
  value: Decimal;
  words: string;
  /** What it is of each: 座, 人 and 天. */
  per: string[];
}

interface Figures {
  prices: Price[];
  percents: Decimal[];
  counts: Map<string, Decimal>;
  /** A figure that is none of these, or a unit with two different numbers. */
  isUnclear: boolean;
}

/** The amount that a standard and what is to be built come to; null where not all of it is understood. */
export function readUnitPrice(standard: string | null, content: string | null): PricedAmount | null {
  const own = figuresOf(standard ?? '');
  const built = figuresOf(content ?? '');
  const figures = own.prices.length > 0 ? own : built;
  if (figures.isUnclear || figures.prices.length !== 1) return null;
  const [price] = figures.prices;
  if (!price) return null;
  const other = figures === own ? built : own;
  const percents = [...figures.percents, ...other.percents];
  const isWhole = percents.length === 0 && price.per.every((unit) => figures.counts.has(unit));
  if (!isWhole && (other.isUnclear || other.prices.length > 0)) return null;
  const counts = isWhole ? figures.counts : joined(figures.counts, other.counts);
  if (!counts) return null;
  if (percents.length > 0) return readInterest(price, percents, counts, `${standard ?? ''}${content ?? ''}`);
  // Each quantity has to belong to the price: 198座 and 宽4米 tell of more than one thing.
  if (price.per.length === 0 || counts.size !== new Set(price.per).size) return null;
  return product(
    price,
    price.per.map((unit) => [counts.get(unit), unit]),
  );
}

function readInterest(
  price: Price,
  [rate, ...others]: readonly Decimal[],
  counts: ReadonlyMap<string, Decimal>,
  text: string,
): PricedAmount | null {
  const years = counts.get('年');
  const isInterest = /贴息|利息|利率/.test(text) && price.per.every((unit) => unit === '年');
  if (!rate || others.length > 0 || !years || counts.size > 1 || !isInterest) return null;
  return product(price, [
    [rate, '%'],
    [years, '年'],
  ]);
}

function product(
  price: Price,
  factors: readonly (readonly [value: Decimal | undefined, unit: string])[],
): PricedAmount | null {
  let value: Decimal | undefined = price.value;
  for (const [factor, unit] of factors) {
    if (!factor || !value) return null;
    value = multiplyDecimal(value, unit === '%' ? shiftDecimal(factor, -2) : factor);
  }
  const exact = value && decimalText(value);
  // What is no whole 分 is rounded by nobody here.
  if (exact === undefined || !/^\d{1,15}$/.test(exact)) return null;
  const parts = factors.map(([factor, unit]) => `${factor ? decimalText(factor) : ''}${unit}`);
  return { fen: toFen(Number(exact)), words: [price.words, ...parts].join('×') };
}

function joined(a: ReadonlyMap<string, Decimal>, b: ReadonlyMap<string, Decimal>): Map<string, Decimal> | null {
  for (const [unit, value] of b) {
    const known = a.get(unit);
    if (known && decimalText(known) !== decimalText(value)) return null;
  }
  return new Map([...a, ...b]);
}

function figuresOf(text: string): Figures {
  const plain = foldText(text)
    .replace(/(\d),(?=\d{3}(?!\d))/g, '$1')
    .replace(/％/g, '%');
  const figures: Figures = { prices: [], percents: [], counts: new Map(), isUnclear: false };
  const rest = plain.replace(TOKEN, (...found) => {
    take(figures, found.at(-1) as Readonly<Record<string, string | undefined>>);
    return '';
  });
  return /\d/.test(rest) ? { ...figures, isUnclear: true } : figures;
}

function take(
  figures: Figures,
  {
    money,
    scale = '',
    each = '',
    per = '',
    percent,
    count,
    unit,
    words,
    span,
  }: Readonly<Record<string, string | undefined>>,
): void {
  if (money !== undefined) {
    const sum = money.split('+').reduce((all, part) => addDecimal(all, parseDecimal(part.trim()) ?? NONE), NONE);
    const units = [...`${each}${per}`.matchAll(new RegExp(UNITS, 'g'))].map(([one]) => SAME[one] ?? one);
    figures.prices.push({
      value: shiftDecimal(sum, SCALES[scale] ?? 0),
      words: `${decimalText(sum)}${scale}`,
      per: [...new Set(units)],
    });
  } else if (percent !== undefined) figures.percents.push(parseDecimal(percent) ?? NONE);
  else if (words !== undefined) addCount(figures, span ?? '年', plainNumeral(words));
  else if (count !== undefined) addCount(figures, unit ?? '', count);
}

const NONE: Decimal = { digits: 0n, places: 0 };

function addCount(figures: Figures, unit: string, text: string): void {
  const name = SAME[unit] ?? unit;
  const value = parseDecimal(text);
  const known = figures.counts.get(name);
  if (!value || (known && decimalText(known) !== decimalText(value))) figures.isUnclear = true;
  else figures.counts.set(name, value);
}
