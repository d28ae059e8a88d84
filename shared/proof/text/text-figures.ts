// The figures of running text with what they measure: money, projects and shares as the plan's text has them, and people,
// households, lengths, areas beside them.
import { findNumbers, type TextNumber } from '#shared/text/numbers.ts';
import { findQuantities } from '#shared/text/self/quantities.ts';
import type { Figure } from '../equation.ts';
import { type Measure, measureOf, PERCENT } from '../tables/measure.ts';

export interface TextFigure extends TextNumber {
  figure: Figure;
}

const COUNT: Measure = { dimension: '个', unit: '个', scale: 6 };
const SCALE = 1_000_000;

function measureOfNumber({ kind, unit }: TextNumber): Measure {
  if (kind === 'percent') return PERCENT;
  return (kind === 'amount' ? measureOf(unit) : COUNT) ?? COUNT;
}

/** What findNumbers has no place for: the other units. */
const LEFT_TO_NUMBERS = /^(?:元|个|项|%|个百分点|)$/;

/** All figures of a text in order. */
export function findTextFigures(text: string): TextFigure[] {
  const numbers = findNumbers(text).map((number): TextFigure => {
    const times = number.kind === 'count' ? SCALE : 1;
    return {
      ...number,
      figure: {
        raw: number.raw,
        value: number.value * times,
        half: number.kind === 'count' ? SCALE / 2 : number.halfPlace,
        decimals: number.decimals,
        measure: measureOfNumber(number),
      },
    };
  });
  const others = findQuantities(text).flatMap((quantity): TextFigure[] => {
    if (LEFT_TO_NUMBERS.test(quantity.unit) && quantity.unit !== '个百分点') return [];
    const scale = /(百万|千万|万|亿)/.exec(quantity.raw)?.[1] ?? '';
    const measure = measureOf(`${scale === '百万' || scale === '千万' ? '' : scale}${quantity.unit}`);
    if (!measure) return [];
    const value = Math.round(quantity.value * SCALE);
    if (!Number.isSafeInteger(value)) return [];
    const decimals = /\.(\d+)/.exec(quantity.raw)?.[1]?.length ?? 0;
    const figure = { raw: quantity.raw, value, half: quantity.half * SCALE, decimals, measure };
    const { start, end, raw, bound } = quantity;
    return [
      {
        ...{ start, end, raw, bound, decimals, figure, kind: 'count', value: quantity.value, halfPlace: quantity.half },
        ...{ unit: '个', isYearly: /^[/／]年|^每年/.test(text.slice(end, end + 3)), isOther: true },
        thing: measure.dimension,
      },
    ];
  });
  const taken = numbers.map(({ start, end }) => ({ start, end }));
  let next = 0;
  const free = others.filter(({ start, end }) => {
    while (next < taken.length && (taken[next]?.end ?? 0) <= start) next += 1;
    return next >= taken.length || (taken[next]?.start ?? 0) >= end;
  });
  return [...numbers, ...free].sort((a, b) => a.start - b.start);
}
