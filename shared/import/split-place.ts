// One column of places: town and village are taken apart where the words can be cut in only one way.
import { compactText } from './fold-text.ts';

const TOWN =
  /^(?:[\p{Script=Han}]{2,4}[省州市])?(?:[\p{Script=Han}]{1,4}[区县市])?([\p{Script=Han}]{1,8}?(?:街道|镇|乡))(?=$|[^\p{Script=Han}]|[\p{Script=Han}])/u;
const VILLAGE =
  /^[\p{Script=Han}]{1,10}(?:村|社区|居委会)(?:(?:第?[\d一二三四五六七八九十]{1,3}|[\p{Script=Han}]{1,4}?)组)?$/u;
const VILLAGES = /^[\p{Script=Han}]{1,8}(?:[、，,和及][\p{Script=Han}]{1,8})+$/u;

/** 大营街街道甸苴村 gives town and village; 研和街道玉苗、响水 a town with several; lists of towns stay whole. */
export function splitPlace(text: string): { town: string; village?: string } {
  const compact = compactText(text);
  const town = TOWN.exec(compact);
  if (!town?.[1]) return { town: text };
  const rest = compact.slice(town[0].length);
  if (rest === '') return { town: town[1] };
  if (/街道|镇|乡/.test(rest)) return { town: text };
  if (VILLAGE.test(rest) && !/[和与及、]|(?:村|社区).+(?:村|社区)$/.test(rest)) return { town: town[1], village: rest };
  return VILLAGES.test(rest) ? { town: town[1], village: rest } : { town: text };
}
