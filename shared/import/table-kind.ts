// Decides what a table is — a list of projects or a summary — and which column names its rows.
import { CHOSEN } from './match-header.ts';
import type { ImportQuestion } from './preview.ts';
import type { ReadColumn } from './reading.ts';

const DETAIL = ['town', 'village', 'content', 'nature', 'implementer', 'goal'];

/** A first view by the columns alone; a list whose rows all turn out to be headings becomes a summary later. */
export function kindByColumns(columns: readonly ReadColumn[]): 'projects' | 'summary' {
  const has = (key: string): boolean => columns.some((column) => column.key === key);
  const crosstab = columns.filter((column) => /^(?:region|category):/.test(column.key ?? '')).length;
  const hasDetail = DETAIL.some(has);
  if (crosstab >= 2 && !has('content')) return 'summary';
  if (has('count') && !(has('name') && hasDetail) && !has('content')) return 'summary';
  if (has('name')) return 'projects';
  if (has('content')) return 'projects';
  const first = columns.find((column) => column.key !== 'serial' && column.path.length > 0);
  const isLabel =
    first?.key !== undefined && first.key !== null && /^(?:yearLabel|region|categoryId|town|period)$/.test(first.key);
  // A numbered list with further words of its own (到户补助: 村, 户主, 补助项目) is a list although it begins with a place.
  const words = columns.filter((column) => column !== first && !column.isNumeric && column.samples.length > 0);
  const isList =
    has('serial') && words.filter((column) => column.key !== 'serial' && column.key !== 'note').length >= 2;
  if (isLabel && !isList) return 'summary';
  const amounts = columns.filter((column) => column.isNumeric && column.key !== 'serial');
  return amounts.some((column) => column.key === 'total' || column.key?.startsWith('source:')) ? 'projects' : 'summary';
}

/** The column that names the rows of a list without 项目名称, with the question that goes with it. */
export function substituteName(
  sheet: string,
  columns: readonly ReadColumn[],
  answer: string | undefined,
): { column: ReadColumn; question: ImportQuestion | null } | undefined {
  const wordy = columns.filter(
    (column) => !column.isNumeric && column.samples.length > 0 && column.key !== 'serial' && column.key !== 'note',
  );
  const answered = wordy.find((column) => column.letter === answer);
  if (answered) return { column: answered, question: null };
  const byKey = (key: string): ReadColumn | undefined => wordy.find((column) => column.key === key);
  const byWords = wordy.find(
    (column) =>
      column.key === null && /变更后|项目|名称|内容|事项|用途/.test(column.header) && !/变更前/.test(column.header),
  );
  const found = byKey('unit') ?? byWords ?? byKey('content') ?? byKey('village') ?? byKey('town') ?? wordy[0];
  if (!found) return undefined;
  const name = (column: ReadColumn): string => `${column.letter}列“${column.header || '（无表头）'}”`;
  return {
    column: found,
    question: {
      id: 'name',
      message: `“${sheet}”没有“项目名称”一列，暂用${name(found)}作项目名称，请确认。`,
      options: wordy.map((column) => ({ value: column.letter, label: name(column) })),
      assumed: found.letter,
    },
  };
}

/** Numbers that are no money. */
export const NO_MONEY =
  /率|%|比例|面积|长度|里程|数量|人|户|个|亩|公里|千米|年|月|电话|号|编|单价|标准|完成|拨付|结余|序/;

/**
 * For a list in which no column was known to hold money: the only column of numbers that could, as a proposal; a
 * question where there are several.
 */
export function substituteAmount(
  sheet: string,
  columns: readonly ReadColumn[],
  answer: string | undefined,
): { column: ReadColumn | undefined; question: ImportQuestion | null } | undefined {
  if (columns.some((column) => /^(?:total$|source:|year:|cell:)/.test(column.key ?? ''))) return undefined;
  const numeric = columns.filter((column) => column.key === null && column.isNumeric && column.path.length > 0);
  const candidates = numeric.filter((column) => column.reason !== CHOSEN && !NO_MONEY.test(column.path.at(-1) ?? ''));
  if (candidates.length === 0) return undefined;
  if (answer !== undefined) return { column: candidates.find((column) => column.letter === answer), question: null };
  const only = candidates.length === 1 ? candidates[0] : undefined;
  const name = (column: ReadColumn): string => `${column.letter}列“${column.header}”`;
  return {
    column: only,
    question: {
      id: 'total',
      message: `“${sheet}”没有认出“总投资”一列${only ? `，暂用${name(only)}` : ''}，请确认哪一列是项目的金额。`,
      options: [
        ...candidates.map((column) => ({ value: column.letter, label: name(column) })),
        { value: '', label: '这张表没有金额' },
      ],
      assumed: only?.letter ?? '',
    },
  };
}
