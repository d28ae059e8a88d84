// Sentences that stand beside printed tables, against themselves and each other: what they say needs no table to be wrong.
import type { PlanInfo } from '#shared/domain/reference.ts';
import { joinTexts } from '#shared/text/joined-texts.ts';
import type { ScannedNumber, Vocabulary } from '#shared/text/scan-text.ts';
import { checkItself } from '#shared/text/self/check-itself.ts';
import { checkConsistency } from '#shared/text/self/consistency.ts';
import type { PublishedSentence, PublishedTable } from '../domain/published-table.ts';
import type { Finding } from './finding.ts';
import { placeText, plainFinding } from './wording.ts';

/** The years that a table of years prints; else those of the five-year plan that its text names. */
export function yearsOf(table: PublishedTable): Pick<PlanInfo, 'firstYear' | 'lastYear'> {
  const years =
    table.kind === 'grid' && table.rowKind === 'year'
      ? table.rows.map(({ label }) => Number(/\d{4}/.exec(label)?.[0]))
      : [];
  const words = (table.sentences ?? []).map(({ text }) => text).join('\n');
  const range = /(\d{4})年?\s?[—–～~\-－至到]{1,2}\s?(\d{4})年/.exec(words);
  if (years.length > 1 && years.every(Number.isInteger))
    return { firstYear: Math.min(...years), lastYear: Math.max(...years) };
  if (range && Number(range[2]) - Number(range[1]) === 4)
    return { firstYear: Number(range[1]), lastYear: Number(range[2]) };
  return /十五五/.test(words) ? { firstYear: 2026, lastYear: 2030 } : { firstYear: 2021, lastYear: 2025 };
}

/** What a sentence says of itself: sums, growth, figures a year and over the years, one matter told twice. */
export function checkOwn(
  table: string,
  { place: where, text }: PublishedSentence,
  scanned: readonly ScannedNumber[],
  plan: Vocabulary['plan'],
): Finding[] {
  const wrong = checkItself(text, scanned, plan).filter(({ status }) => status === 'warning');
  return wrong.map(({ rule, raw, message, start }) => {
    const place = { table, row: '', column: `${where}正文` };
    return plainFinding(rule, 'warning', place, `${placeText(place)}：${place.column}“${raw}”，${message}请改正。`, {
      left: raw,
      aspect: `${start} ${raw}`,
    });
  });
}

/** T18, X02: one matter that the sentences of all tables tell in two ways. */
export function checkMatters(tables: readonly PublishedTable[], known?: Vocabulary['plan']): Finding[] {
  const said = tables.flatMap((table) => (table.sentences ?? []).map((sentence) => ({ table, sentence })));
  const joined = joinTexts(said.map(({ sentence }) => sentence.text));
  const sentenceAt = (at: number) => said[joined.find(at).index];
  const [first] = tables;
  if (!first) return [];
  const placeOf = (at: number): string => `${sentenceAt(at)?.sentence.place ?? ''}正文`;
  const marks = checkConsistency(joined.text, known ?? yearsOf(first), placeOf);
  return marks.flatMap(({ rule, raw, message, start }): Finding[] => {
    const at = sentenceAt(start);
    if (!at) return [];
    const place = { table: at.table.id, row: '', column: `${at.sentence.place}正文` };
    const printed = { document: at.table.document, table: at.table.id };
    const values = { left: raw, aspect: `${start} ${raw}` };
    return [
      {
        ...plainFinding(rule, 'warning', place, `${placeText(place)}：${place.column}“${raw}”，${message}`, values),
        printed,
      },
    ];
  });
}
