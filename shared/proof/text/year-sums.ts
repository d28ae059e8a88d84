// What is told year by year behind its whole in one sentence: 三年共安排16个、1675.5万元，2023年6个620万元，2024年5个…，2025年5个….
import { causeOfGap, slippedParts } from '../causes.ts';
import { type Equation, judgeEquation } from '../equation.ts';
import { isClose } from '../near.ts';
import type { TextFigure } from './text-figures.ts';
import type { ScannedFigure, TextTerm } from './text-terms.ts';

const LEAST_YEARS = 3;
/** A figure this near behind another is of the same year: 6个620万元. */
const BESIDE = 8;

interface Dated {
  found: ScannedFigure;
  year: number | null;
}

/** The figures of a text by sentence, each with the year that is said right before it. */
function datedSentences(text: string, scanned: readonly ScannedFigure[]): Dated[][] {
  const sentences: Dated[][] = [];
  let end = 0;
  for (const found of scanned) {
    const { start } = found.number;
    const between = text.slice(end, start);
    const isNew = end === 0 || /[。\n]/.test(between);
    if (isNew) sentences.push([]);
    const own = /(?<![比较由从自到至])(20\d\d)年(?![底末前])[^。\n]{0,24}$/.exec(between.slice(-40))?.[1];
    const before = sentences.at(-1)?.at(-1);
    const isBeside = between.length <= BESIDE && !/[；。\n]/.test(between);
    const year = own === undefined ? (isBeside && before ? before.year : null) : Number(own);
    sentences.at(-1)?.push({ found, year });
    end = found.number.end;
  }
  return sentences;
}

function isCounted({ number, pace }: ScannedFigure): boolean {
  return number.bound === 'exact' && number.low === undefined && number.kind !== 'percent' && pace !== 'yearly';
}

function kindOf({ kind, figure }: TextFigure): string {
  return `${kind} ${figure.measure.dimension}`;
}

/** The figures of one kind for years that follow one another; [] where there are too few. */
function runOf(dated: readonly Dated[]): ScannedFigure[] {
  const run: ScannedFigure[] = [];
  let last = 0;
  for (const { found, year } of dated) {
    if (year === null || (run.length > 0 && year !== last + 1)) break;
    run.push(found);
    last = year;
  }
  return run.length >= LEAST_YEARS && run.every(isCounted) ? run : [];
}

function isSlip(equation: Equation): boolean {
  return causeOfGap(equation) !== null || slippedParts(equation).length > 0;
}

/** 三年共16个: of how many years a whole is. */
function yearsTold(text: string, { start }: TextFigure): number {
  const numeral = /([二两三四五六七八九])年(?:间|内|共|累计|总|合计|期间)[^，。；]{0,16}$/.exec(
    text.slice(Math.max(0, start - 24), start),
  )?.[1];
  return numeral === undefined ? 0 : '二三四五六七八九'.indexOf(numeral.replace('两', '二')) + 2;
}

/** The sums of years that sentences tell. `plan`: the years of the whole plan, all of which come to the whole. */
export function yearSums(
  text: string,
  scanned: readonly ScannedFigure[],
  plan: { firstYear: number; lastYear: number },
  makeTerm: TextTerm,
): Equation[] {
  const years = plan.lastYear - plan.firstYear + 1;
  return datedSentences(text, scanned).flatMap((sentence): Equation[] => {
    if (sentence.length <= LEAST_YEARS) return [];
    const byKind = Map.groupBy(sentence, ({ found }) => kindOf(found.number));
    return [...byKind.values()].flatMap((dated): Equation[] => {
      const at = dated.findIndex(({ year }) => year !== null);
      const head = dated[at - 1]?.found;
      const run = at > 0 ? runOf(dated.slice(at)) : [];
      if (!head || !isCounted(head) || run.length === 0) return [];
      // 三年共16个 is of other years than a plan of five, and so are its years.
      if (head.elsewhere !== run[0]?.elsewhere && yearsTold(text, head.number) !== run.length) return [];
      const equation: Equation = {
        ...{
          rule: 'X02',
          kind: 'sum',
          whole: makeTerm(head.number),
          side: '各年度',
          group: `years ${head.number.start}`,
        },
        parts: run.map(({ number }) => makeTerm(number)),
      };
      const isAll = run.length === years || run.length === yearsTold(text, head.number);
      const isMeant = judgeEquation(equation) !== 'different' || (isAll && (isClose(equation) || isSlip(equation)));
      return isMeant ? [equation] : [];
    });
  });
}
