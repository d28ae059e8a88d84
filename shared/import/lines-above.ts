// The lines above a header: title, 附件, (2024年度), 单位：万元. Any of them may be missing or stand anywhere.

import { cellText, type SheetView } from '../sheet/sheet-view.ts';
import { compactText, foldText, joinLines } from '../values/fold-text.ts';
import type { AmountUnit } from '../values/parse-amount.ts';

export interface LinesAbove {
  title: string;
  year: number | null;
  unit: AmountUnit | null;
  /** Where the lines name several units of money, all of them; then `unit` is null. */
  rivalUnits: readonly AmountUnit[];
}

const UNIT_LABEL = /单位[:为是]?/g;
const MONEY = '百万元|亿元|千元|万元|元';
const BARE_UNIT = new RegExp(`^(?:金额|资金|投资)?[:([]?(${MONEY})[)\\]]?$`);
/** 元 or 金额:元 or (万元); what follows may be a year or a single word, no two characters in a row: 元江县. */
const MONEY_PART = new RegExp(
  `^\\(?(?:[\\p{Script=Han}]{1,6}[:为])?(?:金额|资金|投资|[户人亩个村次名]+)?(${MONEY})(?!.*[\\p{Script=Han}]{2})`,
  'u',
);
const BRACKET = /[([]([^()[\]]*)[)\]]/g;

/**
 * The units of money that a line states, in order: 单位：万元, （金额单位：元）, 单位：户、人、元, or 万元 standing alone.
 * Units of other things beside them (亩, 户, 公里) are passed over; [] where no money is named.
 */
export function statedUnits(text: string): AmountUnit[] {
  const compact = compactText(text)
    .replace(/\(人民币\)|人民币/g, '')
    .replace(/(金额|资金|投资)\(([百千万亿]*元)\)/g, '$1$2');
  const bare = BARE_UNIT.exec(compact)?.[1];
  if (bare !== undefined) return [bare as AmountUnit];
  if (!compact.includes('单位')) return [];
  const found = new Set<AmountUnit>();
  for (const list of compact.split(UNIT_LABEL).slice(1)) for (const unit of moneyIn(list)) found.add(unit);
  return [...found];
}

/** The money words of a list of units: 户、人、元; 万元/公里; 万元(汇总表元). */
function moneyIn(list: string): AmountUnit[] {
  // Words in brackets that end in a unit speak of another unit for a part: (汇总表元).
  const inside = [...list.matchAll(BRACKET)].flatMap(([, words = '']) =>
    [...words.matchAll(new RegExp(`(${MONEY})(?=$|[,、;。])`, 'g'))].map(([, unit]) => unit as AmountUnit),
  );
  const outside = list.replace(BRACKET, '').split(/[,、;。]|[和及与]/);
  const priced = outside.filter((part) => !isPrice(part));
  const parts = (priced.some((part) => MONEY_PART.test(part)) ? priced : outside).flatMap((part) => part.split('/'));
  const units = parts.flatMap((part) => MONEY_PART.exec(part)?.[1] ?? []) as AmountUnit[];
  if (units.length > 0) return [...units, ...inside];
  return outside.every((part) => part === '') ? inside : [];
}

/** 元/平方米 is a price, while 万元/户/人 lists three units. */
function isPrice(part: string): boolean {
  return /^(?:万?元)\/[^/]*(?:米|亩|公顷|吨|公斤|千克|年|月|天|次|里)$/.test(part);
}

/** The unit that a line states; null for none and for several. */
export function statedUnit(text: string): AmountUnit | null {
  const units = statedUnits(text);
  return units.length === 1 ? (units[0] ?? null) : null;
}

/** Reads the rows between two row numbers, both included. */
export function readLinesAbove(view: SheetView, from: number, to: number): LinesAbove {
  let title = '';
  let unit: AmountUnit | null = null;
  let rivalUnits: AmountUnit[] = [];
  let year: number | null = null;
  for (let index = view.indexOf(from); index < view.sheet.rows.length; index += 1) {
    const row = view.sheet.rows[index];
    if (!row || row.row > to) break;
    for (const cell of row.cells) {
      const text = foldText(cellText(cell));
      if (text === '') continue;
      const units = statedUnits(text);
      if (units.length > 0) {
        unit = units.length === 1 ? (units[0] ?? null) : null;
        rivalUnits = units.length > 1 ? units : [];
      }
      const ofYear = /(20\d\d)年度?/.exec(text)?.[1];
      if (ofYear !== undefined && !/20\d\d年?[-~—至]20\d\d/.test(text)) year = Number(ofYear);
      const isTitle = !/[:：]/.test(text) && !/^附[件表]\d*$/.test(text) && !/^\(.*\)$/.test(text);
      if (isTitle && text.length > title.length) title = joinLines(cellText(cell)).trim();
    }
  }
  return { title, unit, rivalUnits, year };
}
