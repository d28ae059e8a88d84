// Numbers of OpenDocument lists and headings: what styles say of each level, counted as the lists come by.
import type { XmlTag } from '#electron/excel/read/xml-tag.ts';
import { numberWords } from '../docx/number-words.ts';

interface Level {
  /** As numberWords calls it. */
  format: string;
  prefix: string;
  suffix: string;
  /** '%1%.%2%' where the program says so; '' else. */
  pattern: string;
  /** How many levels, this one included, are written. */
  shown: number;
  start: number;
}

interface Counter {
  style: string;
  /** The last number of each level; 0 before the first. */
  numbers: number[];
}

/** The sign of each number format that is no letter or digit, by its first character. */
const SIGNS: Record<string, string> = {
  a: 'lowerLetter',
  A: 'upperLetter',
  i: 'lowerRoman',
  I: 'upperRoman',
  '0': 'decimalZero',
  '１': 'decimalFullWidth',
  '①': 'decimalEnclosedCircle',
  '⑴': 'decimalEnclosedParen',
  一: 'chineseCounting',
  壹: 'chineseLegalSimplified',
  甲: 'ideographTraditional',
  子: 'ideographZodiac',
};

/** The name under which the numbering of headings is kept. */
const OUTLINE = '\u0000outline';

export interface OdtLists {
  /** <text:list-style> and <text:outline-style>, and the levels inside. */
  beginStyle(name: string | undefined): void;
  level(tag: XmlTag, isNumber: boolean): void;
  /** <text:list> … </text:list>, nested ones included. */
  beginList(tag: XmlTag): void;
  endList(): void;
  /** The number of an item that begins; '' in a list without numbers. */
  item(start: number | undefined): string;
  /** The number of a heading that stands in no list. */
  heading(level: number): string;
}

export function createOdtLists(): OdtLists {
  const styles = new Map<string, Level[]>();
  const counters = new Map<string, Counter>();
  /** The newest counter of each style, for lists that go on. */
  const newest = new Map<string, Counter>();
  const open: { counter: Counter; style: string }[] = [];
  const outline: Counter = { style: OUTLINE, numbers: [] };
  let levels: Level[] = [];

  return {
    beginStyle(name) {
      levels = [];
      styles.set(name ?? OUTLINE, levels);
    },
    level(tag, isNumber) {
      const at = Number(tag.word('text:level') ?? '1') - 1;
      if (!(at >= 0 && at < 10)) return;
      levels[at] = isNumber
        ? numberedLevel(tag)
        : { format: 'none', prefix: '', suffix: '', pattern: '', shown: 1, start: 1 };
    },
    beginList(tag) {
      const parent = open.at(-1);
      const style = tag.local('style-name') ?? parent?.style ?? '';
      if (parent !== undefined) {
        open.push({ counter: parent.counter, style });
        return;
      }
      const counter = continued(tag, style) ?? { style, numbers: [] };
      const id = tag.attribute('xml:id');
      if (id !== undefined) counters.set(id, counter);
      newest.set(style, counter);
      open.push({ counter, style });
    },
    endList: () => void open.pop(),
    item(start) {
      const list = open.at(-1);
      return list === undefined ? '' : count(list.counter, styles.get(list.style), open.length - 1, start);
    },
    heading: (level) => count(outline, styles.get(OUTLINE), level - 1, undefined),
  };

  function continued(tag: XmlTag, style: string): Counter | undefined {
    const earlier = tag.local('continue-list');
    if (earlier !== undefined) return counters.get(earlier);
    return tag.local('continue-numbering') === 'true' ? newest.get(style) : undefined;
  }
}

function numberedLevel(tag: XmlTag): Level {
  const format = tag.local('num-format') ?? '';
  const sign = format.startsWith('01') ? '0' : (format[0] ?? '');
  return {
    format: format === '' ? 'none' : (SIGNS[sign] ?? 'decimal'),
    prefix: tag.local('num-prefix') ?? '',
    suffix: tag.local('num-suffix') ?? '',
    pattern: tag.local('num-list-format') ?? '',
    shown: Number(tag.word('text:display-levels') ?? '1') || 1,
    start: Number(tag.word('text:start-value') ?? '1'),
  };
}

/** Counts one item of a level and gives what stands before it. */
function count({ numbers }: Counter, levels: Level[] | undefined, at: number, start: number | undefined): string {
  const level = levels?.[at];
  for (let i = 0; i < at; i++) numbers[i] ??= levels?.[i]?.start ?? 1;
  const last = numbers[at];
  numbers[at] = start ?? (last === undefined ? (level?.start ?? 1) : last + 1);
  numbers.length = at + 1;
  if (level === undefined) return '';
  const words = (i: number): string => numberWords(numbers[i] ?? 1, levels?.[i]?.format ?? 'none');
  if (level.pattern !== '') return level.pattern.replace(/%(\d{1,2})%/g, (_, n: string) => words(Number(n) - 1));
  if (level.format === 'none') return level.prefix + level.suffix;
  const parts: string[] = [];
  for (let i = Math.max(0, at - level.shown + 1); i <= at; i++) if (words(i) !== '') parts.push(words(i));
  return level.prefix + parts.join('.') + level.suffix;
}
