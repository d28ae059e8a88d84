// Numbers in running text: amounts with 万元, 亿元 or 元, counts of projects, percentages. Years, numbers of tables,
// dates, ordinals and other measures are no figures of the plan and are passed over.
import { DISPLAY_UNITS, parseScaled } from '#shared/domain/money.ts';
import { AMOUNT_UNITS, type AmountUnit } from './template.ts';

export interface TextNumber {
  start: number;
  end: number;
  /** As written, with its unit: 66.46亿元. */
  raw: string;
  kind: 'amount' | 'count' | 'percent';
  /** 分, projects, or hundredths of a percent scaled by the decimals: see `decimals`. */
  value: number;
  /** Half of the last written place, in the same measure as `value`: what rounding may hide. */
  halfPlace: number;
  unit: AmountUnit | '个' | '%';
  decimals: number;
}

/** Full-width digits count; a comma only between groups of three. */
const NUMBER =
  /(?<![\d.,，．０-９A-Za-z])[-－]?((?:[\d０-９]{1,3}(?:[,，][\d０-９]{3})+|[\d０-９]+)(?:[.．][\d０-９]+)?)[ \t]*(亿元|万元|元|个|项(?!目)|％|%)/g;
/** 个 that counts something else than projects: 15个乡镇, 3个月, 八个方面. */
const OTHER_THING =
  /^(?:行政村|自然村|村|社区|乡|镇|街道|县|区|市|州|月|百分点|年|部门|单位|方面|大类|类|工程|小组|组|点|贫困)/;
const PER = /^[/／每]/;

function plain(text: string): string {
  return text.normalize('NFKC').replaceAll(/[,，\s]/g, '');
}

/** All figures of a text in order; start and end are places in the text. */
export function findNumbers(text: string): TextNumber[] {
  const found: TextNumber[] = [];
  for (const match of text.matchAll(NUMBER)) {
    const [raw, digits = '', unitText = ''] = match;
    const after = text.slice(match.index + raw.length);
    if (PER.test(after)) continue;
    const isNegative = /^[-－]/.test(raw);
    const number = readNumber(plain(digits), unitText, after);
    if (!number) continue;
    found.push({
      ...number,
      value: isNegative ? -number.value : number.value,
      start: match.index,
      end: match.index + raw.length,
      raw,
    });
  }
  return found;
}

function readNumber(
  digits: string,
  unitText: string,
  after: string,
): Pick<TextNumber, 'kind' | 'value' | 'halfPlace' | 'unit' | 'decimals'> | undefined {
  const decimals = (digits.split('.')[1] ?? '').length;
  const unit = AMOUNT_UNITS.find((known) => known === unitText);
  if (unit) {
    const scale = DISPLAY_UNITS[unit];
    const value = parseScaled(digits, scale);
    return value === undefined
      ? undefined
      : { kind: 'amount', value, halfPlace: 10 ** (scale - decimals) / 2, unit, decimals };
  }
  if (unitText === '个' || unitText === '项') {
    if (decimals > 0 || (unitText === '个' && OTHER_THING.test(after))) return undefined;
    return { kind: 'count', value: Number(digits), halfPlace: 0, unit: '个', decimals };
  }
  // Percent in millionths of a percent, so that any usual number of decimals is exact.
  const value = parseScaled(digits, 6);
  return value === undefined
    ? undefined
    : { kind: 'percent', value, halfPlace: 10 ** (6 - decimals) / 2, unit: '%', decimals };
}
