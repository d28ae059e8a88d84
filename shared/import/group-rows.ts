// Sorts the rows of a table into projects, headings, totals and notes, and files each project under its headings.
import { compactText, joinLines } from '../values/fold-text.ts';
import { type CategoryFinder, headingName } from './match-category.ts';
import { leadingOrdinal, wholeOrdinal } from './ordinals.ts';
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
  /** The town that a heading over the row names; '' where there is none. */
  place: string;
  /** For a heading: index behind the last row that stands under it. */
  end: number;
}

export interface GroupOptions {
  finder: CategoryFinder;
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
  { finder, chosen, hasDetailColumns, isSummary }: GroupOptions,
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

interface OpenHeading {
  level: number;
  /** Names a town, not a class. */
  isPlace: boolean;
  id: string | null;
  text: string;
  row: GroupedRow;
}

function fileUnderHeadings(rows: GroupedRow[], { finder, chosen, isSummary }: GroupOptions): void {
  const stack: OpenHeading[] = [];
  /** Those of the rows under the open headings, made once. */
  let shared: ClassWords | null = null;
  const closeFrom = (level: number, end: number): void => {
    while ((stack.at(-1)?.level ?? -1) >= level) {
      const open = stack.pop();
      if (open) open.row.end = end;
    }
  };
  rows.forEach((row, index) => {
    if (row.kind === 'heading') {
      shared = null;
      const { ordinal, text } = headingOf(row.words);
      const words = headingName(text.replace(/(?:小计|合计)$/, ''));
      if (isPlaceName(words) && chosen[words] === undefined && finder.find(words, nearestKnown(stack)) === undefined) {
        // Towns stand as deep as they are written: 一、研和街道 over its projects, or a bare name under a class.
        row.level = ordinal?.level ?? 50;
        closeFrom(row.level, index);
        stack.push({ level: row.level, isPlace: true, id: null, text: words, row });
        return;
      }
      const guess = finder.find(words, nearestKnown(stack));
      const depth = guess === undefined ? undefined : finder.depthOf(guess);
      const unnumbered = stack.find((open) => headingOf(open.row.words).ordinal === undefined)?.level;
      row.level = ordinal?.level ?? numberedLevel(row, stack) ?? depth ?? unnumbered ?? Math.min(stack.length, 1);
      closeFrom(row.level, index);
      const id =
        chosen[words] !== undefined
          ? chosen[words]
          : (finder.find(words, nearestKnown(stack), row.level === 0) ?? null);
      row.categoryId = id;
      stack.push({ level: row.level, isPlace: false, id, text: words, row });
      row.unknownHeading = unknownOf(stack);
      return;
    }
    if (row.kind === 'total') {
      shared = null;
      closeFrom(0, index);
    }
    const deepest = stack.at(-1);
    if (row.kind !== 'project') {
      row.categoryId = row.kind === 'subtotal' ? (deepest?.id ?? null) : null;
      return;
    }
    row.unknownHeading = unknownOf(stack);
    row.headings = stack.filter((open) => !open.isPlace).map((open) => open.text);
    shared ??= classWordsOf(stack);
    row.classWords = shared;
    row.place = stack.findLast((open) => open.isPlace)?.text ?? '';
    row.categoryId = row.unknownHeading === '' ? nearestKnown(stack) : null;
    if (isSummary) row.categoryId = finder.find(headingOf(row.words).text, nearestKnown(stack)) ?? null;
  });
  closeFrom(0, rows.length);

  function nearestKnown(open: readonly OpenHeading[]): string | null {
    return open.findLast((heading) => heading.id !== null)?.id ?? null;
  }
  /** Unknown headings under a lowest class do no harm: the class is known. */
  function unknownOf(open: readonly OpenHeading[]): string {
    const known = open.findLastIndex((heading) => heading.id !== null);
    const unknown = open.slice(known + 1).filter((heading) => !heading.isPlace);
    const id = open[known]?.id ?? null;
    if (unknown.length === 0 || (id !== null && finder.isLeaf(id))) return '';
    return unknown.some((heading) => chosen[heading.text] === null) ? '' : (unknown.at(-1)?.text ?? '');
  }
}

/** The open headings that name classes, with their numbering. */
function classWordsOf(stack: readonly OpenHeading[]): ClassWords {
  const classes = stack.filter(({ isPlace }) => !isPlace);
  const last = classes.findLastIndex(({ id }) => id !== null);
  return {
    path: classes.map(({ text, row, id }) => ({ name: text, mark: headingOf(row.words).ordinal?.mark ?? '', id })),
    knownSteps: last + 1,
    known: classes[last]?.id ?? null,
    isType: false,
  };
}

/**
 * How deep a heading stands whose 序号 is a plain number or 1.: beside an open one of that style, else beneath what is
 * numbered higher (一、 or （一）), whatever the depth of its class. undefined where the numbering tells nothing.
 */
function numberedLevel({ words }: GroupedRow, stack: readonly OpenHeading[]): number | undefined {
  if (!isCountingSerial(words.serial)) return undefined;
  const level = leadingOrdinal(words.serial)?.level ?? 2;
  const styleOf = (serial: string): number | undefined => leadingOrdinal(serial)?.level;
  const sibling = stack.find(
    ({ row }) => isCountingSerial(row.words.serial) && styleOf(row.words.serial) === styleOf(words.serial),
  );
  if (sibling) return sibling.level;
  const isUnder = stack.some(({ row }) => (headingOf(row.words).ordinal?.level ?? level) < level);
  return isUnder ? level : undefined;
}

/** 研和街道, 小石桥彝族乡: a heading that groups by town. */
function isPlaceName(text: string): boolean {
  return /^[\p{Script=Han}]{1,8}(?:街道|街道办|街道办事处|镇|乡)$/u.test(text);
}
