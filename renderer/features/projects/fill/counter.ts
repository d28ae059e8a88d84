// Numberings inside texts: 一 （一） 第1批 2021年 ① — where the number stands, what it is, and how to write another one.
import { ordinalNumber, ordinalText } from '#shared/checks/ordinal.ts';

/** A text with one number in it that can be counted on. Texts of one series have the same frame. */
export interface Counter {
  value: number;
  /** All of the text but the number, to compare; equal frames differ in the number only. */
  frame: string;
  /** The text with another number; undefined where the script has no sign for it. */
  write(value: number): string | undefined;
}

interface Script {
  name: string;
  pattern: string;
  read(mark: string): number | undefined;
  /** `mark` is the number as written before: 01 stays two digits wide. */
  write(value: number, mark: string): string | undefined;
}

/** Signs that stand in a row of the code table, like ① … ⑳; `first` is the number of the first one. */
function signs(name: string, runs: readonly { from: string; count: number; first: number }[]): Script {
  const list = runs.map((run) => ({ ...run, code: run.from.codePointAt(0) ?? 0 }));
  const pattern = list.map((run) => `${run.from}-${String.fromCodePoint(run.code + run.count - 1)}`).join('');
  return {
    name,
    pattern: `[${pattern}]`,
    read: (mark) => {
      const code = mark.codePointAt(0) ?? 0;
      const run = list.find((candidate) => code >= candidate.code && code < candidate.code + candidate.count);
      return run && run.first + code - run.code;
    },
    write: (value) => {
      const run = list.find((candidate) => value >= candidate.first && value < candidate.first + candidate.count);
      return run && String.fromCodePoint(run.code + value - run.first);
    },
  };
}

const STEMS = '甲乙丙丁戊己庚辛壬癸';

const SCRIPTS: readonly Script[] = [
  {
    name: 'arabic',
    // A decimal is a quantity, no numbering.
    pattern: '(?<![\\d.．])\\d{1,9}(?![\\d.．]*[.．]\\d|\\d)',
    read: Number,
    write: (value, mark) => {
      if (value < 0) return undefined;
      return mark.startsWith('0') ? String(value).padStart(mark.length, '0') : String(value);
    },
  },
  { name: 'chinese', pattern: '[一二三四五六七八九十]{1,3}', read: ordinalNumber, write: ordinalText },
  signs('circled', [
    { from: '①', count: 20, first: 1 },
    { from: '㉑', count: 15, first: 21 },
    { from: '㊱', count: 15, first: 36 },
  ]),
  signs('bracketed', [{ from: '⑴', count: 20, first: 1 }]),
  signs('bracketed Chinese', [{ from: '㈠', count: 10, first: 1 }]),
  {
    name: 'stems',
    pattern: `(?<=^)[${STEMS}](?=$)`,
    read: (mark) => STEMS.indexOf(mark),
    write: (value) => STEMS[((value % STEMS.length) + STEMS.length) % STEMS.length],
  },
];

/** Every number in a text, each as a counter of its own, from left to right within a script. */
export function countersOf(text: string): Counter[] {
  return SCRIPTS.flatMap((script) =>
    [...text.matchAll(new RegExp(script.pattern, 'gu'))].flatMap((match) => {
      const [mark] = match;
      const value = script.read(mark);
      if (value === undefined) return [];
      const before = text.slice(0, match.index);
      const after = text.slice(match.index + mark.length);
      const write = (next: number): string | undefined => {
        const written = script.write(next, mark);
        return written === undefined ? undefined : `${before}${written}${after}`;
      };
      return [{ value, frame: `${script.name}|${before}|${after}`, write }];
    }),
  );
}

/** Where a single text is counted on: a number that is all of it, begins it as a numbering, or begins or ends it. */
const NUMBER = '(?:\\d{1,9}|[一二三四五六七八九十]{1,3}|[①-⑳㉑-㉟㊱-㊿⑴-⒇㈠-㈩])';
const SINGLE: readonly RegExp[] = [
  new RegExp(`^(?<before>[（(]?)${NUMBER}(?<after>[）)]?[、.．]?)$`, 'u'),
  new RegExp(`^(?<before>[（(])${NUMBER}(?<after>[）)].*)$`, 'su'),
  new RegExp(`^(?<before>)${NUMBER}(?<after>[、．].*)$`, 'su'),
  new RegExp(`^(?<before>.*第)${NUMBER}(?<after>(?![\\d.]).*)$`, 'su'),
  /^(?<before>)[①-⑳㉑-㉟㊱-㊿⑴-⒇㈠-㈩](?<after>.*)$/su,
  /^(?<before>.*\D)\d{1,9}(?<after>[年月日期批组季]?)$/su,
  /^(?<before>)\d{1,9}(?<after>\D.*)$/su,
  new RegExp(`^(?<before>)[${STEMS}](?<after>)$`, 'u'),
];

/** The number of a single text that Excel would count on; undefined where the text is only copied. */
export function counterOf(text: string): Counter | undefined {
  for (const pattern of SINGLE) {
    const groups = pattern.exec(text)?.groups;
    if (!groups) continue;
    const found = countersOf(text).find((counter) => counter.frame.endsWith(`|${groups.before}|${groups.after}`));
    if (found) return found;
  }
  return undefined;
}
