// Sorts the rows of a table into projects, headings, totals and notes, and files each project under its headings.
import { compactText, joinLines } from '../values/fold-text.ts';
import { fileUnderHeadings, isTownName } from './file-headings.ts';
import { type CategoryFinder, headingName } from './match-category.ts';
import { wholeOrdinal } from './ordinals.ts';
import { type ClassWords, NO_CLASS_WORDS } from './reading.ts';
import {
  besideSerial,
  headingOf,
  isCountingSerial,
  isExample,
  isNote,
  isPart,
  isSignatureLabels,
  isSummaryTotal,
  type RowKind,
  type RowWords,
  totalKind,
} from './row-kinds.ts';

export interface GroupedRow {
  words: RowWords;
  kind: RowKind;
  /** Headings, subtotals and totals: the words as written. */
  label: string;
  level: number;
  /** Class of a heading or of the headings over a row; null where there is none or it is unknown. */
  categoryId: string | null;
  /** Headings over it that no class answers to, as one text. */
  unknownHeading: string;
  /** Words of the headings over a project, from the top. */
  headings: readonly string[];
  /** The same with their numbering and how far the plan knows them. */
  classWords: ClassWords;
  /** The town that a heading over the row, or the heading itself, names; '' where there is none. */
  place: string;
  /** The county that a heading over the row, or the heading itself, names; '' where there is none. */
  county: string;
  /** For a heading: index behind the last row that stands under it. */
  end: number;
}

export interface GroupOptions {
  finder: CategoryFinder;
  /** True for the name of a county that the plan knows, however it is written. */
  isCounty(text: string): boolean;
  /** Heading text -> class, as the user chose. */
  chosen: Record<string, string | null>;
  hasDetailColumns: boolean;
  /** A summary has no projects: its lowest rows take their place. */
  isSummary: boolean;
  hasNameColumn: boolean;
  /** Rows whose figures told what they are, whatever their words say. */
  forced: ReadonlyMap<number, RowKind>;
}

/** Classifies all rows, in the order of the sheet. */
export function groupRows(all: readonly RowWords[], options: GroupOptions): GroupedRow[] {
  const hasSerials = all.some((words) => isCountingSerial(words.serial) && words.hasAmount);
  const rows: GroupedRow[] = [];
  for (let index = 0; index < all.length; index += 1) {
    const words = all[index] as RowWords;
    const next = nextFilled(all, index);
    const kind = options.forced.get(words.row.row) ?? kindOf(words, next, hasSerials, options);
    rows.push({
      words,
      kind,
      label: labelOf(words, kind),
      level: 0,
      categoryId: null,
      unknownHeading: '',
      headings: [],
      classWords: NO_CLASS_WORDS,
      place: '',
      county: '',
      end: all.length,
    });
  }
  setSignaturesAside(rows);
  promoteLoneHeadings(rows, options);
  fileUnderHeadings(rows, options);
  return rows;
}

/** 编制单位 | 审核人 | 制表人, and the names in the row beneath: no project. */
function setSignaturesAside(rows: readonly GroupedRow[]): void {
  rows.forEach((row, index) => {
    if (row.kind !== 'note' || !isSignatureLabels(row.words)) return;
    const below = rows[index + 1];
    if (below?.kind === 'project' && !below.words.hasAmount && !isCountingSerial(below.words.serial))
      below.kind = 'note';
  });
}

function nextFilled(all: readonly RowWords[], index: number): RowWords | undefined {
  for (let at = index + 1; at < Math.min(all.length, index + 6); at += 1) {
    const words = all[at];
    if (words && words.filled > 0) return words;
  }
  return undefined;
}

function kindOf(words: RowWords, next: RowWords | undefined, hasSerials: boolean, options: GroupOptions): RowKind {
  if (words.filled === 0) return 'blank';
  if (isExample(words)) return 'example';
  if (isPart(words) && words.hasAmount) return 'part';
  const total = totalKind(words) ?? (options.isSummary && isSummaryTotal(words) ? 'total' : undefined);
  const heading = headingOf(words);
  if (total && !(heading.ordinal && heading.ordinal.level < 2)) return total;
  if (isNote(words)) return 'note';
  if (total || isHeading(words, heading, next, hasSerials, options)) return 'heading';
  if (words.name !== '')
    return words.hasAmount || words.hasStrongDetail || words.hasWeakDetail || isCountingSerial(words.serial)
      ? 'project'
      : loneWords(words, options);
  if (options.hasNameColumn && !options.isSummary && words.isPlaceOnly && !isCountingSerial(words.serial))
    return 'heading';
  if (words.hasStrongDetail || (words.hasWeakDetail && words.hasAmount)) return 'project';
  if (options.isSummary && words.first !== '' && words.hasAmount) return 'project';
  if (!words.hasFigure && words.hasAmount) return 'blank';
  return words.hasAmount ? 'unnamed' : words.filled === 1 || !isCountingSerial(words.serial) ? 'note' : 'blank';
}

/** A row of nothing but a name: a project that lacks everything else, or a line of words after the table. */
function loneWords(words: RowWords, options: GroupOptions): RowKind {
  return words.filled > 1 || (!options.hasDetailColumns && words.name.length < 30) ? 'project' : 'note';
}

type Heading = ReturnType<typeof headingOf>;

function isHeading(
  words: RowWords,
  { ordinal, text }: Heading,
  next: RowWords | undefined,
  hasSerials: boolean,
  { finder, chosen, hasDetailColumns, isSummary, isCounty }: GroupOptions,
): boolean {
  if (text === '') return false;
  const isCounting = isCountingSerial(words.serial);
  const isKnown = (): boolean => chosen[headingName(text)] !== undefined || isClass(finder, text);
  const plain = !words.hasStrongDetail && !words.hasWeakDetail;
  const leadsOn =
    next !== undefined && (isCountingSerial(next.serial) || next.hasStrongDetail || isDeeper(next, ordinal?.level));
  if (ordinal && ordinal.level <= 1 && !isCounting)
    return !words.hasStrongDetail || (hasSerials && (words.serial === '' || wholeOrdinal(words.serial) !== undefined));
  if (isSummary) return ordinal !== undefined && !isCounting;
  if (!plain) return false;
  if (ordinal && !isCounting) return isKnown() || leadsOn;
  // 永靖县 over 一、产业发展: its sum, and no project.
  if (words.serial === '' && (isCounty(text) || isTownName(text)) && next && headingOf(next).ordinal) return true;
  if (ordinal && wholeOrdinal(words.serial))
    return (hasDetailColumns || !words.hasAmount) && leadsOn && (isKnown() || /\d个/.test(text));
  if (isCounting) return (hasDetailColumns || !words.hasAmount) && leadsOn && words.name !== '' && isKnown();
  if (words.serial !== '' && words.serial !== words.first.trim()) return false;
  // Bare words: a class by name, or words over numbered rows.
  const isAlone = words.name === '' || compactText(words.first) === compactText(words.name);
  return (
    isAlone &&
    (isKnown() ? hasDetailColumns || hasSerials : leadsOn && (hasSerials || words.name === '') && text.length <= 40)
  );
}

function isClass(finder: CategoryFinder, text: string): boolean {
  return finder.find(text, null) !== undefined;
}

function isDeeper(next: RowWords, level: number | undefined): boolean {
  const ordinal = headingOf(next).ordinal;
  return ordinal !== undefined && level !== undefined && ordinal.level > level;
}

function labelOf(words: RowWords, kind: RowKind): string {
  if (kind === 'project') return joinLines(words.name || words.firstWord || words.first.trim());
  if (kind === 'total' && words.first === '') return '合计';
  const first = joinLines(words.first.trim());
  const name = joinLines(wholeOrdinal(first) ? besideSerial(words) : words.name);
  if (name === '' || name === first) return first;
  if (wholeOrdinal(first)) return /[)）、.．]$/.test(first) ? `${first}${name}` : `${first}、${name}`;
  if (kind === 'heading') return name;
  // 合 and 计 in two cells; 研和街道 and 小计 in two.
  return first.length === 1 || (kind === 'subtotal' && !/小计/.test(first)) ? `${first}${name}` : first;
}

/**
 * A list in which every row is numbered 一、二、三 … has no projects: its lowest headings are the projects themselves,
 * unless they name classes (then it is a summary and the caller says so).
 */
function promoteLoneHeadings(rows: GroupedRow[], { finder, isSummary }: GroupOptions): void {
  if (rows.some((row) => row.kind === 'project')) return;
  const headings = rows.filter((row) => row.kind === 'heading');
  if (!isSummary && headings.some((row) => isClass(finder, headingOf(row.words).text))) return;
  headings.forEach((row, index) => {
    const next = headings[index + 1];
    const level = headingOf(row.words).ordinal?.level ?? 9;
    const hasChildren = next !== undefined && (headingOf(next.words).ordinal?.level ?? 9) > level;
    if (!hasChildren && row.words.hasAmount) row.kind = 'project';
  });
}
