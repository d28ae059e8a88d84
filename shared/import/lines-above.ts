// The lines above a header: title, 附件, (2024年度), 单位：万元. Any of them may be missing or stand anywhere.
import { compactText, foldText } from './fold-text.ts';
import type { AmountUnit } from './parse-amount.ts';
import { cellText, type SheetView } from './sheet-view.ts';

export interface LinesAbove {
  title: string;
  year: number | null;
  unit: AmountUnit | null;
}

const UNIT_LINE =
  /(?:金额|计量|货币|资金)?单位[:为是]?\(?(百万元|亿元|千元|万元|元)(?![^,、;。.)/户人个公]*[\p{Script=Han}]{2})/u;
const BARE_UNIT = /^(?:金额|资金|投资)?[:([]?(百万元|亿元|千元|万元|元)[)\]]?$/;

/** The unit that a line states: 单位：万元, （金额单位：元）, or 万元 standing alone. */
export function statedUnit(text: string): AmountUnit | null {
  const compact = compactText(text).replace(/\(人民币\)|人民币/g, '');
  const found = UNIT_LINE.exec(compact) ?? BARE_UNIT.exec(compact);
  return (found?.[1] as AmountUnit | undefined) ?? null;
}

/** Reads the rows between two row numbers, both included. */
export function readLinesAbove(view: SheetView, from: number, to: number): LinesAbove {
  let title = '';
  let unit: AmountUnit | null = null;
  let year: number | null = null;
  for (let index = view.indexOf(from); index < view.sheet.rows.length; index += 1) {
    const row = view.sheet.rows[index];
    if (!row || row.row > to) break;
    for (const cell of row.cells) {
      const text = foldText(cellText(cell));
      if (text === '') continue;
      unit = statedUnit(text) ?? unit;
      const ofYear = /(20\d\d)年度?/.exec(text)?.[1];
      if (ofYear !== undefined && !/20\d\d年?[-~—至]20\d\d/.test(text)) year = Number(ofYear);
      const isTitle = !/[:：]/.test(text) && !/^附[件表]\d*$/.test(text) && !/^\(.*\)$/.test(text);
      if (isTitle && text.length > title.length)
        title = cellText(cell)
          .replace(/\s*\n\s*/g, '')
          .trim();
    }
  }
  return { title, unit, year };
}
