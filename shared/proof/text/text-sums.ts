// Sums that sentences tell, and shares of a whole, as equations.
import { shareOf } from '#shared/text/percent-of.ts';
import { topicOf } from '#shared/text/plan-words.ts';
import { findSums, isChoice, type ToldSum } from '#shared/text/self/sums.ts';
import { causeOfGap, slipBetween, slippedParts } from '../causes.ts';
import { type Equation, expectedOf, judgeEquation, type Term } from '../equation.ts';
import { type FactIndex, subjectKey } from '../facts/fact-index.ts';
import { isClose } from '../near.ts';
import type { TextFigure } from './text-figures.ts';
import type { ScannedFigure, TextTerm } from './text-terms.ts';

/** A slip in few digits is found by chance in the few parts of a list that names only some. */
const TELLING = 3;

/** A list of few names some of the parts only, unless it comes this near. */
const NEARLY_ALL = 0.95;
const FEW = 4;

/** True where 其中 names only some: 实施项目716个，其中产业项目288个…乡村建设项目305个. */
function isSome(equation: Equation, { isWhole }: ToldSum): boolean {
  const { parts, whole } = equation;
  if (isWhole || parts.length >= FEW || expectedOf(equation) >= NEARLY_ALL * whole.figure.value) return false;
  return expectedOf(equation) < whole.figure.value && slippedParts(equation).length === 0;
}

/** True where a list and the figure before it were not meant as parts and whole. */
function isUnmeant(equation: Equation, told: ToldSum): boolean {
  const { raw, value } = equation.whole.figure;
  if (judgeEquation(equation) !== 'different') return false;
  const isLess = expectedOf(equation) < value;
  if ((told.isFar || isSome(equation, told)) && causeOfGap(equation) === null && slippedParts(equation).length === 0)
    return true;
  if (isClose(equation) && !(isLess && isChoice(told))) return false;
  const digits = raw.replaceAll(/\D/g, '').length;
  const isSlip = causeOfGap(equation) !== null || slippedParts(equation).length > 0;
  return equation.parts.length < TELLING || digits < TELLING || !isSlip;
}

/** 共514个（其中种植业20个…）, 其中 in the next sentence, 合计 behind a list. */
export function textSums(text: string, scanned: readonly ScannedFigure[], makeTerm: TextTerm): Equation[] {
  const byList = new Map<string, Equation[]>();
  for (const told of findSums(text, scanned)) {
    const { head, parts, where } = told;
    const equation: Equation = {
      ...{ rule: 'X02', kind: 'sum', whole: makeTerm(head), parts: parts.map((part) => makeTerm(part)), side: where },
      group: `text ${head.start}`,
    };
    if (isUnmeant(equation, told)) continue;
    const list = parts.map(({ start }) => start).join(',');
    byList.set(list, [...(byList.get(list) ?? []), equation]);
  }
  // One list has one whole: of two figures before it the one that it comes to, else the nearest.
  return [...byList.values()].flatMap((ways) => {
    const right = ways.filter((equation) => judgeEquation(equation) !== 'different');
    return right.length > 0 ? right.slice(0, 1) : ways.slice(-1);
  });
}

const OF_ALL = /占[^，。；]{0,6}(?:总|规划|全部|全[区县市])[^，。；]{0,10}$/;
const NEAR = 32;

/** 11.9亿元、1.81亿元…，占比分别为49.71%、7.56%…: the amount at the same place of the list before. */
function besideInList(scanned: readonly ScannedFigure[], at: number, kind: TextFigure['kind']): TextFigure | undefined {
  const start = scanned[at]?.listStart;
  const first = scanned.findLastIndex((one, index) => index <= at && one.listStart !== start) + 1;
  const next = scanned.findIndex((one, index) => index > at && one.listStart !== start);
  const count = (next < 0 ? scanned.length : next) - first;
  const amounts = scanned.slice(Math.max(0, first - count), first);
  const isList = amounts.length === count && amounts.every(({ number }) => number.kind === kind && !number.isOther);
  return isList ? amounts[at - first]?.number : undefined;
}

/** 投资903252万元，占规划投资总额的28.45%: against the whole of the tables, or of the text where they have none. */
export function textShares(
  text: string,
  scanned: readonly ScannedFigure[],
  index: FactIndex,
  makeTerm: TextTerm,
): Equation[] {
  const told = new Map<string, TextFigure>();
  const wholes: { amount?: TextFigure; count?: TextFigure } = {};
  return scanned.flatMap((found, at): Equation[] => {
    const { number } = found;
    if (number.kind !== 'percent') {
      const [subject] = found.named;
      if (subject && found.isPlain && found.elsewhere === null)
        told.set(`${number.kind} ${subjectKey(subject)}`, number);
      const isWhole = found.named.some((subject) => Object.keys(subject).length === 0);
      if (isWhole && !number.isOther && found.elsewhere === null && found.pace !== 'yearly')
        wholes[number.kind] ??= number;
      return [];
    }
    const start = found.listStart ?? number.start;
    const share = shareOf(text, start);
    if (share === undefined || number.bound !== 'exact' || found.elsewhere !== null) return [];
    const kind = share === 'count' ? 'count' : 'amount';
    const dimension = share === 'count' ? '个' : 'money';
    const before = scanned
      .slice(Math.max(0, at - 2), at)
      .findLast((other) => other.number.kind === kind && !other.number.isOther);
    const [subject] = found.named;
    const isOwn = subject !== undefined && Object.keys(subject).length > 0;
    // 社会资本3.37亿元，财政投入占67.13%: the share is that of the name between.
    const between = before === undefined ? '' : text.slice(before.number.end, number.start);
    const isBeside =
      before !== undefined &&
      !(isOwn && (found.nameEnd ?? 0) > before.number.end) &&
      !/[。；\n]/.test(between) &&
      topicOf(between.replace(/占.*$/s, '')).length < 2;
    const partFact = isOwn ? index.of(subject, dimension).find(({ measure }) => measure === '') : undefined;
    const toldPart = isOwn ? told.get(`${kind} ${subjectKey(subject)}`) : undefined;
    const listed = found.listStart === undefined ? undefined : besideInList(scanned, at, kind);
    const part = listed
      ? makeTerm(listed)
      : isBeside && found.listStart === undefined
        ? makeTerm(before.number)
        : (partFact?.term ?? (toldPart && makeTerm(toldPart)));
    if (!part) return [];
    const parent = subject?.category?.split('/').slice(0, -1).join('/');
    const bases: Term[] = [
      ...(parent ? index.of({ category: parent }, dimension).filter(({ measure }) => measure === '') : []).map(
        ({ term }) => term,
      ),
      ...index
        .of({}, dimension)
        .filter(({ measure }) => measure === '')
        .map(({ term }) => term),
      ...(wholes[kind] ? [makeTerm(wholes[kind])] : []),
    ].filter((base) => base.key !== part.key && base.figure.value > 0);
    const isAll = OF_ALL.test(text.slice(Math.max(0, start - NEAR), start));
    const equations = bases.map(
      (base): Equation => ({
        ...{ rule: 'X02', kind: 'share', whole: makeTerm(number), parts: [part, base], side: '文中和表中的数' },
        group: `share ${number.start}`,
      }),
    );
    const right = equations.find((equation) => judgeEquation(equation) !== 'different');
    if (right) return [right];
    const [first] = equations.slice(parent && isAll ? -1 : 0);
    // Without a word for the whole it may be a share of anything else; a share near the right one is meant.
    const written = number.figure.value / 1_000_000;
    if (!first) return [];
    const expected = (part.figure.value / (first.parts[1]?.figure.value ?? 1)) * 100;
    const shown = Number(expected.toFixed(number.decimals)) * 1_000_000;
    const isSlip = slipBetween(number.figure.value, Math.round(shown), number.figure.measure) !== null;
    return isAll || isSlip || Math.abs(written - expected) < 5 ? [first] : [];
  });
}
