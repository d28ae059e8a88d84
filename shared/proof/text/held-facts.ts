// Each figure of a text against the facts of the tables: where its words name one, it has to be that.
import { topicOf } from '#shared/text/plan-words.ts';
import type { Subject } from '#shared/text/subject.ts';
import { slipBetween } from '../causes.ts';
import { type Equation, gapOf, type Term } from '../equation.ts';
import type { FactIndex } from '../facts/fact-index.ts';
import { subjectKey } from '../facts/fact-index.ts';
import { DONE } from '../facts/label-kinds.ts';
import type { Fact } from '../facts/table-facts.ts';
import { isClose, isNear } from '../near.ts';
import { holdIndicator } from './held-indicators.ts';
import type { TextFigure } from './text-figures.ts';
import { agrees, type ScannedFigure, sameAs, type TextTerm } from './text-terms.ts';

export interface HeldText {
  equations: Equation[];
}

const CLAUSE = 40;
const TOPIC = 80;
/** How far apart two figures of one thing stand. */
const BESIDE = 16;

/** The words of the clause that a figure stands in, before it and right behind it. */
function wordsAround(text: string, { start, end }: TextFigure): string {
  const before = text.slice(Math.max(0, start - CLAUSE), start);
  const cut = Math.max(...[...'。；，、（：\n'].map((sign) => before.lastIndexOf(sign)));
  return `${before.slice(cut + 1)}|${/^[^，。；、（）：\n\d]{0,12}/.exec(text.slice(end, end + 12))?.[0] ?? ''}`;
}

/** Pairs of characters of a measure that tell it from others; 户数, 人口 say no more than the unit. */
function pairsOf(measure: string): string[] {
  const words = measure
    .replace(/（.*）/g, '')
    .replace(/(?:户数|人数|人口数?|数量|个数|面积|里程|总?投资|资金|金额|项目数?|户|人|数)+$/, '');
  return words.length < 2 ? [] : Array.from({ length: words.length - 1 }, (_, at) => words.slice(at, at + 2));
}

/** Of the facts of one subject those that the words mean: 完成投资, 受益户数; planned money and projects where they name none. */
function meant(facts: readonly Fact[], words: string): readonly Fact[] {
  let best = 0;
  let found: readonly Fact[] = facts.filter(({ measure }) => measure === '' || pairsOf(measure).length === 0);
  for (const measure of new Set(facts.map((fact) => fact.measure))) {
    // 完成投资, 上年规模: only where the words say just that.
    const done = DONE.exec(measure)?.[0];
    if (done !== undefined && !words.includes(done)) continue;
    const shared = pairsOf(measure).filter((pair) => words.includes(pair)).length;
    if (shared <= best) continue;
    best = shared;
    found = facts.filter((fact) => fact.measure === measure);
  }
  return found;
}

/** A figure of this many digits does not agree with another by chance. */
const TELLING = 3;

function digitsIn({ figure }: TextFigure): number {
  return figure.raw.replaceAll(/\D/g, '').length;
}

function isTelling({ figure, kind, bound }: TextFigure): boolean {
  const digits = figure.raw.replaceAll(/\D/g, '').replace(/^0+|0+$/g, '');
  return bound === 'exact' && (digits.length >= TELLING || (kind === 'amount' && figure.decimals >= 2));
}

/** True for the class that another belongs to. */
function isAbove(one: Subject, other: Subject): boolean {
  const { category = '', ...rest } = one;
  const { category: below = '', ...others } = other;
  return below.startsWith(`${category}/`) && subjectKey(rest) === subjectKey(others);
}

export function heldFacts(
  text: string,
  scanned: readonly ScannedFigure[],
  index: FactIndex,
  years: ReadonlySet<number>,
  makeTerm: TextTerm,
): HeldText {
  const equations: Equation[] = [];
  const told = new Map<string, { number: TextFigure; term: Term }>();
  const spokenOf = new Map<ScannedFigure, Subject>();
  const open: number[] = [];
  for (const [at, found] of scanned.entries()) {
    const own = holdOne(found);
    equations.push(...own);
    if (own.length === 0) open.push(at);
  }
  for (const at of open) equations.push(...holdBeside(at));
  return { equations };

  /** What nothing names is of what the figures right beside it are of: 实施产业项目49个，总投资14856万元. */
  function holdBeside(at: number): Equation[] {
    const found = scanned[at] as ScannedFigure;
    const { number, elsewhere, pace, named } = found;
    if (elsewhere !== null || pace === 'yearly' || number.bound !== 'exact' || number.low !== undefined) return [];
    if (number.kind === 'percent' || (number.isOther && number.thing === undefined)) return [];
    for (const other of [scanned[at - 1], scanned[at + 1]]) {
      const subject = other && spokenOf.get(other);
      if (!other || !subject || other.number.figure.measure.dimension === number.figure.measure.dimension) continue;
      const [from, to] = other.number.start < number.start ? [other, found] : [found, other];
      const between = text.slice(from.number.end, to.number.start);
      if (between.length > BESIDE || /[。；\n（）]/.test(between)) continue;
      if (named.some((own) => subjectKey(own) !== subjectKey(subject))) continue;
      const facts = meant(index.of(subject, number.figure.measure.dimension), wordsAround(text, number));
      const near = facts
        .slice(0, 2)
        .map((fact) => sameAs(number, makeTerm(number), fact.term, fact.table.name))
        .filter(isNear);
      if (near.length > 0) return near;
    }
    return [];
  }

  function holdOne(found: ScannedFigure): Equation[] {
    const { number, named, chained, possible, isPlain, isImplied, elsewhere, pace } = found;
    const { dimension } = number.figure.measure;
    const isThing = number.thing !== undefined;
    if (number.isOther && !isThing) return [];
    const [first] = named;
    // Shares are held elsewhere; what an indicator has for each of its years is no sum over them.
    if (number.kind === 'percent' || (first !== undefined && index.of(first, dimension).length === 0)) {
      const goal = holdIndicator(text, found, index, makeTerm);
      if (goal.length > 0 || number.kind === 'percent') return goal;
    }
    // A year of its own that a table has is no other time.
    const isKnownYear = first?.year !== undefined && years.has(first.year);
    if (elsewhere !== null && !isKnownYear) return [];
    const words = wordsAround(text, number);
    const of = (subject: Subject): readonly Fact[] => meant(index.of(subject, dimension), words);
    const term = makeTerm(number, first ? (subjectKey(first).split('|')[0] ?? '') : number.raw);
    const equal = (fact: Fact): Equation => sameAs(number, term, fact.term, fact.table.name);
    if (pace === 'yearly') return [];

    // A small number that its name contradicts is not that of something else that happens to have it.
    const isNamed = first !== undefined && isPlain && !isImplied && !isTelling(number) && of(first).length > 0;
    const others = possible.filter((one) => !isNamed || isAbove(one, first));
    const agreeing = [...named, ...chained, ...others].flatMap((subject) =>
      of(subject).filter((fact) => agrees(number, fact.term)),
    );
    const [agreed] = agreeing;
    if (agreed) {
      if (isPlain || isTelling(number)) {
        remember(first, dimension, number, term);
        spokenOf.set(found, agreed.subject);
      }
      return isPlain || isTelling(number) ? [equal(agreed)] : [];
    }
    // 受益农户3120户: the words for what is measured are no words of a plan, but of the table.
    const isMeasure = first !== undefined && !isImplied && of(first).some(({ measure }) => pairsOf(measure).length > 0);
    if (first !== undefined && (isPlain || isMeasure) && number.bound !== 'least' && number.bound !== 'most') {
      const facts = of(first);
      const known = facts.length > 0 ? facts : [];
      const isWhole = Object.keys(first).length === 0;
      const failing = known.slice(0, 3).map(equal);
      // 种植业：三年共16个，2023年6个: the year is that of the class, where it is not near to that of the whole.
      const linked = chained.slice(0, 3).flatMap((subject) => of(subject).map(equal));
      const [nearest] = linked.filter(isNear);
      const isNearest = (other: Equation): boolean => nearest !== undefined && distance(nearest) < distance(other);
      if (nearest && failing.every((other) => !isNear(other) || isNearest(other))) return [nearest];
      // Of what else may be meant that which a slip explains.
      const slipped = possible
        .flatMap((subject) => of(subject).map(equal))
        .filter((one) => isTelling(number) && hasSlip(one) && !failing.some(hasSlip));
      if (slipped.length > 0 && !failing.some(isClose)) return slipped.slice(0, 1);
      const near = failing.filter(isNear);
      if (near.length > 0 && !(isImplied && near.every((one) => !hasSlip(one)))) return near;
      if (failing.length > 0 && !isWhole && !isImplied && !isThing)
        return failing.slice(0, 1).map((one) => ({ ...one, isDoubt: true }));
      if (known.length === 0 && !isImplied) {
        const again = againstText(first, dimension, number, term);
        if (again) return [again];
      }
    }
    // Words that are not understood stand between the name and its figure, but the figure is a slip away.
    if (first !== undefined && !isPlain && isTelling(number) && digitsIn(number) > TELLING) {
      const slipped = of(first).map(equal).filter(hasSlip);
      if (slipped.length > 0) return slipped.slice(0, 1);
    }
    // 本规划所列268个项目: what was told before, but for one digit.
    if (first !== undefined && !isPlain && isTelling(number) && index.of(first, dimension).length === 0) {
      const again = againstText(first, dimension, number, term, false);
      if (again && hasSlip(again)) return [again];
    }
    // Nothing names it, or words that are not understood stand between: only a slip tells.
    if (number.bound === 'exact' && number.low === undefined && !isThing) {
      const same = index.equal(number.figure);
      if (same) return isTelling(number) ? [equal(same)] : [];
      const slipped = index.slipped(number.figure);
      if (slipped) return [equal(slipped)];
    }
    return [];
  }

  function distance(equation: Equation): number {
    return Math.abs(gapOf(equation));
  }

  /** What the paragraph says before a figure, besides words of a plan. */
  function topicBefore({ start }: TextFigure): string {
    const before = text.slice(Math.max(0, start - TOPIC), start);
    const paragraph = before.slice(before.lastIndexOf('\n') + 1);
    return topicOf(paragraph.replaceAll(/十[一二三四五六七八九]五/g, ''));
  }

  function hasSlip({ whole, parts }: Equation): boolean {
    const [other] = parts;
    return other !== undefined && slipBetween(whole.figure.value, other.figure.value, whole.figure.measure) !== null;
  }

  function keyFor(subject: Subject, dimension: string): string {
    return `${subjectKey(subject)} ${dimension}`;
  }

  function remember(subject: Subject | undefined, dimension: string, number: TextFigure, term: Term): void {
    if (subject === undefined) return;
    const key = keyFor(subject, dimension);
    if (!told.has(key)) told.set(key, { number, term });
  }

  /** What no table has, but another sentence. */
  function againstText(
    subject: Subject,
    dimension: string,
    number: TextFigure,
    term: Term,
    isFact = true,
  ): Equation | null {
    if (number.bound !== 'exact' || number.low !== undefined) return null;
    const before = told.get(keyFor(subject, dimension));
    // 就业帮扶方面，安排15个 where no table knows the name: of two figures of the whole, each may be of something else.
    if (before && subject.category === undefined && topicBefore(before.number) !== topicBefore(number)) {
      const equation = sameAs(number, term, before.term, '前文');
      return isTelling(number) && digitsIn(number) > TELLING && hasSlip(equation) ? equation : null;
    }
    if (!before) {
      if (isFact) remember(subject, dimension, number, term);
      return null;
    }
    const equation = sameAs(number, term, before.term, '前文');
    return isNear(equation) ? equation : null;
  }
}
