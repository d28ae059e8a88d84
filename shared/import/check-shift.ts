// Rule X07: are the figures under the right headers? A column of numbers without a header, and sources that add up to
// the total only when taken one column further, stop the import with a question (handbook D10, L6).
import { type ReferenceData, topSources } from '../domain/reference.ts';
import type { ColumnSums } from './column-sums.ts';
import type { ImportQuestion } from './preview.ts';
import type { ReadColumn } from './reading.ts';

export interface ShiftFinding {
  question: ImportQuestion;
  /** Columns whose meaning is in doubt. */
  columns: readonly ReadColumn[];
  /** The sums fit when taken otherwise: the figures stand under wrong headers. */
  isProven: boolean;
}

/**
 * Compares Σ sources with the total row by row. Where most rows disagree, looks for the reason: a column left out,
 * a shift by one, a source that the header lacks.
 */
export function checkShift(
  sheet: string,
  columns: readonly ReadColumn[],
  sums: ColumnSums,
  reference: Pick<ReferenceData, 'fundSources'>,
): ShiftFinding | undefined {
  const total = columns.find((column) => column.key === 'total');
  const sources = columns.filter((column) => column.key?.startsWith('source:'));
  if (!total || sources.length < 2) return undefined;
  const items = Array.from({ length: sums.values(total).length }, (_, item) => item).filter(
    (item) => sums.hasValue(total, item) && sources.some((source) => sums.hasValue(source, item)),
  );
  const totals = sums.values(total);
  const fits = (parts: readonly ReadColumn[]): number =>
    items.filter((item) => {
      const sum = parts.reduce((all, part) => all + (sums.values(part)[item] ?? 0), 0);
      return Math.abs(sum - (totals[item] ?? 0)) <= toleranceOf(total, sources.length, sums);
    }).length;
  const fitting = fits(sources);
  if (items.length < 2 || fitting * 2 >= items.length) return undefined;

  const reason = explain(columns, sources, fits, fitting, items.length, reference);
  const letters = `${sources[0]?.letter ?? ''}—${sources.at(-1)?.letter ?? ''}`;
  return {
    columns: sources,
    isProven: reason.isProven,
    question: {
      id: 'X07',
      message: `【X07】“${sheet}”${items.length} 行中有 ${items.length - fitting} 行的各资金来源（${letters} 列）之和不等于“${total.header}”。${reason.text}请核对表头与数字是否错位，再确认各列。`,
      options: [
        { value: 'keep', label: '表头没有错位，按现在的对应关系导入' },
        { value: 'drop', label: '暂不采用这几列，数字只留作来源' },
      ],
      assumed: null,
    },
  };
}

function toleranceOf(total: ReadColumn, addends: number, sums: ColumnSums): number {
  return 0.5 * 10 ** (6 - Math.min(sums.decimals(total), 6)) * (addends + 1);
}

function explain(
  columns: readonly ReadColumn[],
  sources: readonly ReadColumn[],
  fits: (parts: readonly ReadColumn[]) => number,
  fitting: number,
  items: number,
  reference: Pick<ReferenceData, 'fundSources'>,
): { text: string; isProven: boolean } {
  const proven = (text: string) => ({ text, isProven: true });
  const isBetter = (hits: number): boolean => hits > fitting && hits * 2 > items;
  for (const column of columns) {
    if (column.key !== null || !column.isNumeric) continue;
    if (!isBetter(fits([...sources, column]))) continue;
    if (column.header === '') return proven(`把 ${column.letter} 列也算进去就相符，它可能是一个漏了表头的资金来源。`);
    return { text: `把 ${column.letter} 列“${column.header}”也算进去就相符，它不在资金来源表中。`, isProven: false };
  }
  const at = (letter: ReadColumn | undefined, step: number): ReadColumn | undefined =>
    letter === undefined ? undefined : columns[columns.indexOf(letter) + step];
  const later = sources.map((source) => at(source, 1)).filter((column) => column !== undefined);
  if (later.length === sources.length && isBetter(fits(later)))
    return proven('整体右移一列就相符，数字像是错开了一列。');
  const earlier = sources
    .map((source) => at(source, -1))
    .filter((column) => column !== undefined && column.key !== 'total');
  if (earlier.length === sources.length && isBetter(fits(earlier as ReadColumn[])))
    return proven('整体左移一列就相符，数字像是错开了一列。');
  const missing = topSources(reference).filter(
    (source) => !columns.some((column) => column.key === `source:${source.id}`),
  );
  if (missing.length === 0 || missing.length > 2) return { text: '', isProven: false };
  const text = `表头里没有“${missing.map((source) => source.name).join('”和“')}”，可能漏印了这一列，使其后的数字错位。`;
  return { text, isProven: false };
}
