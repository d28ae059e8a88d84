// 形象进度 of the rows of a sheet: 80, 80%, 0.8 shown as a percentage, 已完工. Whether plain figures are parts of one (0.8) or
// of a hundred is seen by the whole column; what may be either is not guessed.
import type { ReadColumn } from '../import/reading.ts';
import { compactText } from '../values/fold-text.ts';
import type { MonthKey } from './month-columns.ts';
import type { SheetLine } from './sheet-rows.ts';

export type Percent =
  | { kind: 'percent'; percent: number }
  | { kind: 'blank' }
  | { kind: 'words' }
  /** 0.8 in a column that has 80 too: 0.8 % or 80 %. */
  | { kind: 'unsure'; as: readonly [number, number] };

/** Words instead of a percentage. */
const STATES: readonly (readonly [RegExp, number])[] = [
  [/^(?:未开工|未启动|前期(?:工作|准备)?|0)$/, 0],
  [/^(?:已)?(?:完工|竣工|完成|验收|建成)(?:并?验收|投入使用)?$|^全部完[成工]$/, 100],
];

const FIGURE = /^(\d+(?:\.\d+)?)(%?)$/;

export interface PercentReader {
  read(line: SheetLine<MonthKey>): Percent;
  /** Plain figures are parts of one. */
  isOfOne: boolean;
}

export function percentReader(lines: readonly SheetLine<MonthKey>[], column: ReadColumn | undefined): PercentReader {
  const isShown = (line: SheetLine<MonthKey>): boolean => {
    const value = line.value(column);
    return value?.kind === 'number' && (value.format ?? '').includes('%');
  };
  const figureOf = (line: SheetLine<MonthKey>) => FIGURE.exec(compactText(line.text('percent')));
  const plain = lines.flatMap((line) => {
    const found = figureOf(line);
    return found && found[2] === '' && !isShown(line) ? [Number(found[1])] : [];
  });
  const says100 = (column?.path ?? []).some((text) => /[%％]|百分/.test(text));
  const hasPart = plain.some((number) => number > 0 && number < 1);
  const hasMore = plain.some((number) => number > 1);
  const isOfOne = hasPart && !hasMore && !says100;
  // 1 among 0 and 1 is the whole or a hundredth of it.
  const isUnsure = (number: number): boolean =>
    !isOfOne && number > 0 && (hasPart ? number <= 1 : number === 1 && !hasMore && !says100);
  return {
    isOfOne,
    read(line) {
      const text = compactText(line.text('percent'));
      if (text === '' || text === '-' || text === '/' || text === '—') return { kind: 'blank' };
      const found = figureOf(line);
      if (!found) {
        const percent = STATES.find(([words]) => words.test(text))?.[1];
        return percent === undefined ? { kind: 'words' } : { kind: 'percent', percent };
      }
      const number = Number(found[1]);
      const ofOne = Math.round(number * 10_000) / 100;
      const isPlain = found[2] === '' && !isShown(line);
      if (isPlain && isUnsure(number)) return { kind: 'unsure', as: [number, ofOne] };
      const percent = found[2] === '' && (!isPlain || isOfOne) ? ofOne : number;
      return percent <= 100 ? { kind: 'percent', percent } : { kind: 'words' };
    },
  };
}
