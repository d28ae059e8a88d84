// What a number format does to the figure that is seen: 0!.0, shows a ten-thousandth, #,##0, a thousandth, 0.00"万元"
// adds a word. WPS offers such formats under 特殊 › 单位：万元; the file holds the number before the scaling.
import { type AmountUnit, UNIT_SCALE_DIGITS, unitOfWord } from '../values/parse-amount.ts';

export interface FormatScale {
  /** The figure seen is the one stored, divided by 10 to this power: 4 for 元 shown as 万元, -2 for percent. */
  powers: number;
  isPercent: boolean;
  /** The unit that the format writes beside the figure. */
  unit: AmountUnit | null;
  /** The format shows numbers that are stored in 元, in this section or another: 0!.0,"万元". */
  isOfYuan: boolean;
}

interface Section extends FormatScale {
  /** [>=10000] */
  condition: { sign: string; limit: number } | null;
}

const PLAIN: FormatScale = { powers: 0, isPercent: false, unit: null, isOfYuan: false };
/** Sections of the formats met; none for a format that changes nothing. */
const sectionsOf = new Map<string, readonly Section[]>();
const MOST_KNOWN = 2000;

/** The scale under which a number is shown by a format code. */
export function scaleOf(format: string | undefined, value: string): FormatScale {
  if (format === undefined || format === '') return PLAIN;
  const sections = sectionsIn(format);
  if (sections.length === 0) return PLAIN;
  const number = Number(value);
  const byCondition = sections.find(({ condition }) => condition && meets(number, condition));
  if (byCondition) return byCondition;
  if (sections.some(({ condition }) => condition)) return sections.find(({ condition }) => !condition) ?? PLAIN;
  const at = number < 0 ? 1 : number === 0 ? 2 : 0;
  return sections[at] ?? sections[0] ?? PLAIN;
}

/** Whether a format shows any number as another one, or with a unit. */
export function changesFigures(format: string): boolean {
  return sectionsIn(format).length > 0;
}

function sectionsIn(format: string): readonly Section[] {
  const known = sectionsOf.get(format);
  if (known) return known;
  const sections = readFormat(format);
  if (sectionsOf.size < MOST_KNOWN) sectionsOf.set(format, sections);
  return sections;
}

function readFormat(format: string): Section[] {
  const sections = splitSections(format).map(readSection);
  if (sections.every(({ powers, unit }) => powers === 0 && unit === null)) return [];
  const isOfYuan = sections.some(({ powers, unit }) => powers > 0 && unit !== null && powers === powersOfUnit(unit));
  return sections.map((section) => ({ ...section, isOfYuan }));
}

/** How many powers of ten lie between 元 and a unit. */
export function powersOfUnit(unit: AmountUnit): number {
  return UNIT_SCALE_DIGITS[unit] - UNIT_SCALE_DIGITS.元;
}

function meets(number: number, { sign, limit }: NonNullable<Section['condition']>): boolean {
  const order = Math.sign(number - limit);
  return sign === '='
    ? order === 0
    : sign === '<>'
      ? order !== 0
      : (sign.includes('=') && order === 0) || (order !== 0 && sign.startsWith('>') === order > 0);
}

/** The parts between semicolons that stand outside quotes and are not escaped. */
function splitSections(format: string): string[] {
  const sections: string[] = [];
  for (const [part] of format.matchAll(/(?:"[^"]*(?:"|$)|[!\\_*](?:.|$)|[^;"!\\_*])*(?:;|$)/gsu)) {
    sections.push(part.replace(/;$/, ''));
    if (!part.endsWith(';') || sections.length === 4) break;
  }
  return sections;
}

/** Pieces of a section: quoted words, escapes, brackets, fillers, single signs. */
const PIECE = /"([^"]*)"?|[!\\](.)|\[([^[\]]*)\]|[_*].|general|G\/通用格式|./gisu;

function readSection(section: string): Section {
  let condition: Section['condition'] = null;
  let words = '';
  let isPercent = false;
  // The digits and signs of the figure itself: D a digit, P a point that is only written, '.' and ',' as they are.
  let figure = '';
  for (const [whole, quoted, escaped, bracket] of section.matchAll(PIECE)) {
    const literal = quoted ?? escaped;
    if (bracket !== undefined) {
      const [, sign = '', limit] = /^(<=|>=|<>|[<>=])(-?\d+(?:\.\d+)?)$/.exec(bracket) ?? [];
      if (limit !== undefined) condition = { sign, limit: Number(limit) };
    } else if (literal === '.') figure += 'P';
    else if (literal !== undefined) words += literal;
    else if (whole.length > 1) figure += /^[_*]/.test(whole) ? '' : 'D';
    else if (/[0#?]/.test(whole)) figure += 'D';
    else if (/[.,]/.test(whole)) figure += whole;
    else if (whole === '%') isPercent = true;
    else words += whole;
  }
  const unit = unitOfWord(/百万元?|万元?|千元|亿元?|元/.exec(words.replace(/\s+/g, ''))?.[0] ?? '') ?? null;
  return { condition, unit, isPercent, isOfYuan: false, powers: powersOf(figure) - (isPercent ? 2 : 0) };
}

function powersOf(figure: string): number {
  if (!figure.includes('D')) return 0;
  const [whole = '', fraction = ''] = figure.split('.');
  const commasAt = (part: string): number => /(?<!,)(,+)P*$/.exec(part.replace(/P$/, ''))?.[1]?.length ?? 0;
  const commas = commasAt(whole) + commasAt(fraction);
  // A point that is only written moves the figure by the digits behind it.
  const written = whole.indexOf('P');
  const isInside = written >= 0 && whole.slice(0, written).includes('D');
  return commas * 3 + (isInside ? whole.slice(written).replace(/[^D]/g, '').length : 0);
}
