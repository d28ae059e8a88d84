// What a project's name says once everything is taken out that varies between two notations of one project: years,
// batches, places, punctuation, widths, 项目 and 工程. Numbers that tell projects apart (二期, 三组) are kept beside it.

import { compactText } from '#shared/values/fold-text.ts';
import { plainNumeral } from '#shared/values/numerals.ts';

export interface NameCore {
  core: string;
  /** Numbered parts in plain digits: 2期, 3组. */
  numbers: string[];
}

const DIGITS = '零〇一二两三四五六七八九十百\\d';
const NUMERAL = `[${DIGITS}]+`;
/** Where a numeral begins, 第 included. */
const BEGINS = `(?:第|(?<![第${DIGITS}]))`;
const YEAR = /(?<!\d)(?:(?:20)?\d\d(?:[-—~至]20\d\d)?年度?|20[0-4]\d(?![\d.期组号段片亩吨米个头万元]))/g;
const BATCH = new RegExp(`${BEGINS}${NUMERAL}批次?`, 'g');
const PART = new RegExp(`${BEGINS}(${NUMERAL})(小?组|期|标?段|号|队|片区?|社|栋|区|#)`, 'g');
const BRACKETED = new RegExp(`[(（](${NUMERAL})[)）]|(?<=\\D)(\\d+)$`, 'g');
const NOISE = /[\s\p{P}\p{S}]|项目|工程|建设|实施|村内|[的之]/gu;

/** Makes the reader of names; `places` are the names of county and towns, `own` those of the project itself. */
export function makeNameReader(places: readonly string[]) {
  const known = [...new Set(places.map(compactText))]
    .filter((name) => name.length > 1)
    .sort((a, b) => b.length - a.length);
  const pattern = new RegExp(known.map((name) => name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('|') || '(?!)', 'g');
  return (name: string, own: readonly string[]): NameCore => {
    const numbers: string[] = [];
    let rest = compactText(name).replace(BATCH, '').replace(YEAR, '');
    for (const place of own) {
      if (place === '') continue;
      for (const suffix of ['村委会', '居委会', '社区', '村', '街道', '镇', '乡', ''])
        rest = rest.replace(`${place}${suffix}`, '');
    }
    rest = rest
      .replace(pattern, '')
      .replace(PART, (_, numeral: string, unit: string) => {
        numbers.push(`${plainNumeral(numeral)}${unit.replace('小', '').replace('标', '').replace('片区', '片')}`);
        return '';
      })
      .replace(BRACKETED, (_, inner: string | undefined, last: string | undefined) => {
        numbers.push(`#${plainNumeral(inner ?? last ?? '')}`);
        return '';
      });
    return { core: rest.replace(NOISE, '').toLowerCase(), numbers: numbers.sort() };
  };
}
