// The figures of a proposal in words: what was stated, and what it would be.

import { yearLabel } from '#shared/domain/outside-years.ts';
import { type Amounts, splitCellKey } from '#shared/domain/project.ts';
import type { Fen } from '#shared/values/money.ts';

interface Words {
  source: (id: string) => string;
  /** Ids of the plan's sources in their printed order. */
  order: readonly string[];
  amount: (fen: Fen) => string;
}

/** What is stated of a project: 分年度 2021年 4、2022年 6；来源（空）；明细（空） */
export function statedWords({ byYear, bySource, cells }: Amounts, words: Words): string {
  const years = Object.entries(byYear).map(([year, fen]) => `${yearLabel(year)} ${words.amount(fen)}`);
  const sources = sourceWords(bySource, words);
  return [
    `分年度${listed(years)}`,
    `来源${listed(sources)}`,
    ...(Object.keys(cells).length > 0 ? [`明细${listed(cellWords(cells, words))}`] : []),
  ].join('；');
}

/** What would be filled in: only what is not stated already. */
export function filledWords(before: Amounts, after: Amounts, words: Words): string {
  const isNew = (side: 'byYear' | 'bySource'): boolean => Object.keys(before[side]).length === 0;
  const years = Object.entries(after.byYear).map(([year, fen]) => `${yearLabel(year)} ${words.amount(fen)}`);
  const sources = sourceWords(after.bySource, words);
  const cells = cellWords(after.cells, words);
  return [
    ...(isNew('byYear') && years.length > 0 ? [`分年度${listed(years)}`] : []),
    ...(isNew('bySource') && sources.length > 0 ? [`来源${listed(sources)}`] : []),
    ...(cells.length > 0 ? [`明细${listed(cells)}`] : []),
  ].join('；');
}

function sourceWords(bySource: Amounts['bySource'], words: Words): string[] {
  const place = placeIn(words);
  return Object.entries(bySource)
    .sort(([a], [b]) => place(a) - place(b))
    .map(([id, fen]) => `${words.source(id)} ${words.amount(fen)}`);
}

/** By year, within a year in the order of the sources. */
function cellWords(cells: Amounts['cells'], words: Words): string[] {
  const place = placeIn(words);
  return Object.entries(cells)
    .map(([key, fen]) => ({ ...splitCellKey(key), fen }))
    .sort((a, b) => (a.year === b.year ? place(a.source) - place(b.source) : a.year < b.year ? -1 : 1))
    .map(({ year, source, fen }) => `${year}年${words.source(source)} ${words.amount(fen)}`);
}

/** A source that the plan does not have comes last. */
function placeIn({ order }: Words): (id: string) => number {
  return (id) => {
    const at = order.indexOf(id);
    return at < 0 ? order.length : at;
  };
}

function listed(parts: readonly string[]): string {
  return parts.length === 0 ? '（空）' : ` ${parts.join('、')}`;
}
