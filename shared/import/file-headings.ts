// Files the rows of a table under their headings: classes by number and depth, towns and counties that group them.

import type { GroupedRow, GroupOptions } from './group-rows.ts';
import { headingName } from './match-category.ts';
import { leadingOrdinal } from './ordinals.ts';
import type { ClassWords } from './reading.ts';
import { headingOf, isCountingSerial } from './row-kinds.ts';

interface OpenHeading {
  level: number;
  /** Names a town or county, not a class. */
  place: 'town' | 'county' | null;
  id: string | null;
  text: string;
  row: GroupedRow;
}

/** A bare county over everything: no class closes it, only the next county. */
const OVER_ALL = -1;
/** A bare name of a place under a class. */
const UNDER_CLASS = 50;

/** Gives each heading its level, its class and its end, and each project the headings over it. */
export function fileUnderHeadings(rows: GroupedRow[], { finder, chosen, isSummary, isCounty }: GroupOptions): void {
  const stack: OpenHeading[] = [];
  /** Those of the rows under the open headings, made once. */
  let shared: ClassWords | null = null;
  const closeFrom = (level: number, end: number): void => {
    while ((stack.at(-1)?.level ?? Number.NEGATIVE_INFINITY) >= level) {
      const open = stack.pop();
      if (open) open.row.end = end;
    }
  };
  rows.forEach((row, index) => {
    if (row.kind === 'heading') {
      shared = null;
      const { ordinal, text } = headingOf(row.words);
      const words = headingName(text.replace(/(?:小计|合计)$/, ''));
      const place = isCounty(words) ? 'county' : isTownName(words) ? 'town' : null;
      if (place && chosen[words] === undefined && finder.find(words, nearestKnown(stack)) === undefined) {
        // They stand as deep as they are written: 一、研和街道 over its projects, or a bare name under a class.
        row.level = ordinal?.level ?? (place === 'county' ? bareCountyLevel(stack) : UNDER_CLASS);
        closeFrom(row.level, index);
        stack.push({ level: row.level, place, id: null, text: words, row });
        row[place === 'county' ? 'county' : 'place'] = words;
        return;
      }
      const guess = finder.find(words, nearestKnown(stack));
      const depth = guess === undefined ? undefined : finder.depthOf(guess);
      const within = stack.filter(({ level }) => level > OVER_ALL);
      const unnumbered = within.find((open) => headingOf(open.row.words).ordinal === undefined)?.level;
      row.level = ordinal?.level ?? numberedLevel(row, stack) ?? depth ?? unnumbered ?? Math.min(within.length, 1);
      closeFrom(row.level, index);
      const id =
        chosen[words] !== undefined
          ? chosen[words]
          : (finder.find(words, nearestKnown(stack), row.level === 0) ?? null);
      row.categoryId = id;
      stack.push({ level: row.level, place: null, id, text: words, row });
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
    row.headings = stack.filter((open) => open.place === null).map((open) => open.text);
    shared ??= classWordsOf(stack);
    row.classWords = shared;
    row.place = stack.findLast(({ place }) => place === 'town')?.text ?? '';
    row.county = stack.findLast(({ place }) => place === 'county')?.text ?? '';
    row.categoryId = row.unknownHeading === '' ? nearestKnown(stack) : null;
    if (isSummary) row.categoryId = finder.find(headingOf(row.words).text, nearestKnown(stack)) ?? null;
  });
  closeFrom(OVER_ALL, rows.length);

  function nearestKnown(open: readonly OpenHeading[]): string | null {
    return open.findLast((heading) => heading.id !== null)?.id ?? null;
  }
  /** Unknown headings under a lowest class do no harm: the class is known. */
  function unknownOf(open: readonly OpenHeading[]): string {
    const known = open.findLastIndex((heading) => heading.id !== null);
    const unknown = open.slice(known + 1).filter((heading) => heading.place === null);
    const id = open[known]?.id ?? null;
    if (unknown.length === 0 || (id !== null && finder.isLeaf(id))) return '';
    return unknown.some((heading) => chosen[heading.text] === null) ? '' : (unknown.at(-1)?.text ?? '');
  }
}

/** The open headings that name classes, with their numbering. */
function classWordsOf(stack: readonly OpenHeading[]): ClassWords {
  const classes = stack.filter(({ place }) => place === null);
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

/** As deep as the county before it; over everything where no class stands over it. */
function bareCountyLevel(stack: readonly OpenHeading[]): number {
  const before = stack.findLast(({ place, row }) => place === 'county' && headingOf(row.words).ordinal === undefined);
  return before?.level ?? (stack.length === 0 ? OVER_ALL : UNDER_CLASS);
}

/** 研和街道, 小石桥彝族乡: a heading that groups by town. */
export function isTownName(text: string): boolean {
  return /^[\p{Script=Han}]{1,8}(?:街道|街道办|街道办事处|镇|乡)$/u.test(text);
}
