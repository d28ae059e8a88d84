// The template language of the plan's sentences: plain text with fields in double braces.
// {{投资:乡村特色产业帮扶×2021|亿元|2位}} = field 投资 of two arguments, shown in 亿元 with two decimals.
import type { DisplayUnit } from '#shared/values/money.ts';

/** The usual unit first. */
export const AMOUNT_UNITS = ['万元', '亿元', '元'] as const satisfies readonly DisplayUnit[];
export type AmountUnit = DisplayUnit;

/** How the value of a field is written; what is not set follows the field. */
export interface FieldFormat {
  unit?: AmountUnit;
  decimals?: number;
  /** The bare number, without 万元 or 个. */
  bare?: boolean;
}

export interface FieldCall {
  name: string;
  args: string[];
  format: FieldFormat;
}

export type TemplatePart =
  | { kind: 'text'; text: string }
  | { kind: 'field'; source: string; call: FieldCall }
  /** Braces that hold no field: shown as they are and reported. */
  | { kind: 'broken'; source: string };

const FIELD = /\{\{([^{}]*)\}\}/g;
const BARE = '不带单位';
const MOST_DECIMALS = 6;

/** Cuts a template into text and fields; nothing is lost: the sources and texts joined give the template again. */
export function parseTemplate(template: string): TemplatePart[] {
  const parts: TemplatePart[] = [];
  let end = 0;
  for (const match of template.matchAll(FIELD)) {
    if (match.index > end) parts.push({ kind: 'text', text: template.slice(end, match.index) });
    const call = parseField(match[1] ?? '');
    parts.push(call ? { kind: 'field', source: match[0], call } : { kind: 'broken', source: match[0] });
    end = match.index + match[0].length;
  }
  if (end < template.length) parts.push({ kind: 'text', text: template.slice(end) });
  return parts;
}

/** Reads what stands between the braces; undefined where it is no field. */
export function parseField(inner: string): FieldCall | undefined {
  const [head = '', ...options] = inner.split('|').map((part) => part.trim());
  const colon = head.search(/[:：]/);
  const name = (colon < 0 ? head : head.slice(0, colon)).trim();
  const rest = colon < 0 ? '' : head.slice(colon + 1);
  if (name === '' || /\s/.test(name)) return undefined;
  const args = rest
    .split(/[×;；]/)
    .map((argument) => argument.trim())
    .filter((argument) => argument !== '');
  const format: FieldFormat = {};
  for (const option of options) {
    const unit = AMOUNT_UNITS.find((known) => known === option);
    const decimals = /^(\d)位?$/.exec(option)?.[1];
    if (unit) format.unit = unit;
    else if (decimals !== undefined && Number(decimals) <= MOST_DECIMALS) format.decimals = Number(decimals);
    else if (option === BARE) format.bare = true;
    else return undefined;
  }
  return { name, args, format };
}

/** The field as it stands in a template. */
export function printField({ name, args, format }: FieldCall): string {
  const options = [
    format.unit,
    format.decimals === undefined ? undefined : `${format.decimals}位`,
    format.bare ? BARE : undefined,
  ].filter((option) => option !== undefined);
  return `{{${[args.length > 0 ? `${name}:${args.join('×')}` : name, ...options].join('|')}}}`;
}

/** A short way for code that writes templates: fieldText('投资', '种植业') is {{投资:种植业}}. */
export function fieldText(name: string, ...args: string[]): string {
  return printField({ name, args, format: {} });
}
