// A row or a column of a table by its words: its name without numbering and unit, how deep it stands, whether it sums others.
import { leadingOrdinal, wholeOrdinal } from '#shared/import/ordinals.ts';
import { withoutUnit } from './measure.ts';

/** total: 合计; subtotal: 小计 of the rows beside it; among: 其中 of the row above; item: any other. */
export type AxisKind = 'total' | 'subtotal' | 'among' | 'item';

export interface Axis {
  /** The row or column of the grid. */
  index: number;
  /** The name of the line itself, without numbering and unit: 种植业. */
  name: string;
  /** The heads above a column, or the label cells before the last one of a row, outermost first. */
  above: readonly string[];
  kind: AxisKind;
  /** 0 for 一、, 1 for （一）, 2 for 1.; null without numbering. */
  level: number | null;
  /** A heading whose words say that it sums up what is under it: 一、中央财政资金小计. */
  isSum: boolean;
}

const TOTAL =
  /^(?:本表|本页|全[省市县区州旗盟]|[两三四五六七八九十\d]年(?:间|内)?|全部|项目|资金|投资|分[县市区年][^，。]{0,4}|各[^，。]{0,6})?(?:总?合计|总计|共计|总和|累计|总数)(?:数|额|[（(].*)?$/;
const RANGE =
  /^(?:20\d\d年?[-—–－~～至]+20\d\d年?|“?十[一二三四五六七八九]五”?(?:期间|时期)?|规划期(?:内)?)(?:合计|总计|小计)?$/;
const SUBTOTAL = /小计/;
/** Sums up where nothing but totals can stand: in the last row or before the parts. */
const WEAK_TOTAL = /^(?:分[^，。]{1,3})?(?:总投资|投资总额|总额|投资合计)$|^全[省市县区州旗盟]$/;

/** Words of a head or label in one line, without blanks inside: 合  计. */
export function plainLabel(text: string): string {
  return text.normalize('NFKC').replaceAll(/\s/g, '').replaceAll('(', '（').replaceAll(')', '）');
}

export function isTotalWord(label: string): boolean {
  return TOTAL.test(label) || RANGE.test(label);
}

export function isWeakTotal(label: string): boolean {
  return WEAK_TOTAL.test(label);
}

/** A plain number in the 序号 column beside headings that are numbered 一, （一）. */
const BENEATH = 2;

/**
 * Reads a label; `serial` is the cell of a 序号 column beside it, `isNumbered` says that headings of the table are numbered:
 * then plain numbers there count what is under them.
 */
export function readLabel(
  text: string,
  serial = '',
  isNumbered = false,
): Pick<Axis, 'name' | 'kind' | 'level' | 'isSum'> {
  const own = wholeOrdinal(serial);
  const beneath = isNumbered && /^\s*\d{1,3}\s*$/.test(serial) ? BENEATH : null;
  const plain = plainLabel(text);
  const ordinal = own && own.level !== 2 ? own : leadingOrdinal(text);
  const words = withoutUnit(plainLabel(own ? (leadingOrdinal(text)?.rest ?? text) : (ordinal?.rest ?? plain)));
  // 一、中央财政资金小计 is the heading of the rows beneath it.
  const heading = ordinal ? /^(.{3,}?)(?:小计|合计)$/.exec(words)?.[1] : undefined;
  if (heading !== undefined) return { name: heading, kind: 'item', level: ordinal?.level ?? beneath, isSum: true };
  const isAmong = /^其中[:：]?/.test(words);
  const name = words.replace(/^其中[:：]?/, '').replace(/[:：]$/, '');
  const kind: AxisKind = isAmong ? 'among' : isTotalWord(words) ? 'total' : SUBTOTAL.test(words) ? 'subtotal' : 'item';
  return { name, kind, level: ordinal?.level ?? beneath, isSum: false };
}
