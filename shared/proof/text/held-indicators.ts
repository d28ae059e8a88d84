// Goals in sentences against a table of indicators, which has a base and a target for each: 普及率由76.5%提高到90%.
import type { Equation, Term } from '../equation.ts';
import type { FactIndex } from '../facts/fact-index.ts';
import type { Fact } from '../facts/table-facts.ts';
import type { TextFigure } from './text-figures.ts';
import { agrees, type ScannedFigure, sameAs } from './text-terms.ts';

/** Between a name and its figure these say only that something reaches it; a base may stand before the goal. */
const REACHES =
  /^(?:(?:由|从)(?:20\d\d年的?)?[\d.]+[^，。；\d]{0,4})?[^，。；：（）\d]{0,8}?(?:提高|提升|增加|增长|下降|降低|稳定|保持|控制|巩固|实现|确保|达|由|从)?(?:到|至|在|为|达到|达)?[^，。；：（）\d]{0,3}$/;
/** A figure that is no rate needs such a word to be one of a goal. */
const SAID = /(?:达到|达|稳定在|保持在|控制在|提高到|增加到|降到|为|由|从)约?$/;
/** How far behind its indicator a growth stands. */
const GROWN = 40;
const SHARE = /占$|占比|比重/;
const SENTENCE = 240;

/** The year that the sentence speaks of, or the paragraph before it. */
function yearBefore(text: string, start: number): number | undefined {
  const before = text.slice(Math.max(0, start - SENTENCE), start);
  const paragraph = before.slice(before.lastIndexOf('\n') + 1);
  const sentence = paragraph.slice(paragraph.lastIndexOf('。') + 1);
  // 较2020年增加: what it is compared with is not of when it speaks.
  for (const words of [sentence, paragraph]) {
    const year = [...words.matchAll(/(?<![比较由从自同])(20\d\d)年/g)].at(-1)?.[1];
    if (year !== undefined) return Number(year);
  }
  return undefined;
}

/** The equation of a figure with the indicator that its words name; [] where they name none. */
export function holdIndicator(
  text: string,
  { number, named, nameEnd, elsewhere }: ScannedFigure,
  index: FactIndex,
  makeTerm: (number: TextFigure, label?: string) => Term,
): Equation[] {
  const [first] = named;
  const before = text.slice(Math.max(0, number.start - 6), number.start);
  if (first?.category === undefined || nameEnd === null || SHARE.test(before)) return [];
  const { dimension } = number.figure.measure;
  const between = text.slice(nameEnd, number.start);
  // 达到26500元，年均增长7.7%: the table has a column of just that.
  const own = index
    .of(first, dimension)
    .find(({ measure }) => measure.length > 2 && /增|降|减/.test(measure) && between.includes(measure));
  if (own !== undefined && elsewhere === null && between.length < GROWN)
    return [sameAs(number, makeTerm(number, first.category), own.term, own.table.name)];
  if (!REACHES.test(between)) return [];
  if (dimension !== 'percent' && first.year === undefined && !SAID.test(before)) return [];
  const facts = index
    .ofAnyYear(first, dimension)
    .filter(({ measure, subject }) => measure === '' && subject.year !== undefined);
  if (facts.length === 0) return [];
  // 90%以上 is said of ≥90 and of no other bound.
  const equal = ({ term, table, isBound }: Fact): Equation => ({
    ...sameAs(number, makeTerm(number, first.category), term, table.name),
    ...(isBound ? { slack: 0 } : {}),
  });
  const agreed = facts.find(({ term, isBound }) =>
    isBound ? term.figure.value === number.figure.value : agrees(number, term),
  );
  if (agreed) return [equal(agreed)];
  // From the first of its years to the last; a goal without a year is that of the last one.
  const years = facts.map(({ subject }) => subject.year ?? 0);
  const isBase = /(?:由|从)(?:20\d\d年的?)?$/.test(before);
  const target = elsewhere === null ? Math.max(...years) : undefined;
  const year = first.year ?? (isBase ? Math.min(...years) : (yearBefore(text, number.start) ?? target));
  const meant = facts.find(({ subject }) => subject.year === year);
  return meant && (number.bound === 'exact' || meant.isBound) ? [equal(meant)] : [];
}
