// What figures of a draft have to do with each other: one is the sum of others, one is another told again, one is a share.
// Tables, sentences and the plan are held together by equations of one kind, so that what several contradict is found.
import type { ProofPlace } from './finding.ts';
import type { Measure } from './tables/measure.ts';

export interface Figure {
  raw: string;
  /** 分 of money, millionths of anything else. */
  value: number;
  /** Half of the last printed place, in the same. */
  half: number;
  decimals: number;
  measure: Measure;
}

export interface Term {
  /** One and the same for all equations that the figure stands in. */
  key: string;
  place: ProofPlace;
  figure: Figure;
  /** 种植业: what is added, for causes. */
  label: string;
  /** 表4-1“种植业”行“总投资”列; 正文“20个”. */
  name: string;
}

export interface Equation {
  rule: string;
  /**
   * same: whole is the one part told again; share: whole is the first part in percent of the second; rate: whole is the
   * growth in percent from the second part to the first, a year where `years` is more than one.
   */
  kind: 'sum' | 'same' | 'share' | 'rate';
  years?: number;
  whole: Term;
  parts: readonly Term[];
  /** 各行, 各列, 其中各项. */
  side: string;
  /** Equations of one kind in one table bear each other out. */
  group: string;
  /** How far both may lie apart and still be meant to be the same: 约, another unit. */
  slack?: number;
  /** Too far apart to be a slip: perhaps not meant to be the same. */
  isDoubt?: boolean;
}

export type Verdict = 'equal' | 'rounding' | 'different';

/** What the parts come to; `changed` is put in the place of the figure of that key. */
export function expectedOf({ kind, parts, years = 1 }: Equation, changed?: { key: string; value: number }): number {
  const held = ({ key, figure }: Term): number => (key === changed?.key ? changed.value : figure.value);
  if (kind === 'sum' || kind === 'same') return parts.reduce((sum, part) => sum + held(part), 0);
  const [part, all] = parts;
  if (!part || !all || held(all) === 0) return 0;
  const ratio = held(part) / held(all);
  return (kind === 'share' ? ratio : ratio ** (1 / years) - 1) * 100_000_000;
}

/** whole − what its parts come to. */
export function gapOf(equation: Equation, changed?: { key: string; value: number }): number {
  const { key, figure } = equation.whole;
  return (key === changed?.key ? changed.value : figure.value) - expectedOf(equation, changed);
}

const MEASURED = /^(?:money|percent|公里|平方公里|平方米|立方米|公顷|公斤|亩|吨|米|斤|倍|)$/;

/**
 * What rounding may hide: half a last place for each figure. Trailing zeros are not printed, so the places are those of
 * the finest figure; one that is coarser than all its parts (137640.5 over two decimals) may itself be rounded.
 * Things that are counted one by one are never rounded, unless told in 万.
 */
export function slackOf({ kind, whole, parts, slack }: Equation): number {
  if (slack !== undefined) return slack;
  if (isRatio(kind)) return whole.figure.half * (1 + 1e-9) + shareSlack(parts);
  const { measure } = whole.figure;
  const all = [whole, ...parts].map(({ figure }) => figure);
  const isCounted = !MEASURED.test(measure.dimension) && all.every((one) => one.measure.scale === 6);
  if (isCounted && all.every(({ decimals }) => decimals === 0)) return 0;
  const finest = Math.min(...all.map(({ half }) => half));
  const finestPart = Math.min(...parts.map(({ figure }) => figure.half));
  const isCoarse =
    whole.figure.half > finestPart &&
    (whole.figure.decimals > 0 || measure.scale > (parts[0]?.figure.measure.scale ?? 0));
  // One figure told again in another unit is rounded once.
  if (kind === 'same') return whole.figure.half === finestPart ? 0 : Math.max(whole.figure.half, finestPart);
  return finest * (parts.length + 1) + (isCoarse ? whole.figure.half : 0);
}

/** Calculated from its parts by division: only the ratio itself can be repaired. */
export function isRatio(kind: Equation['kind']): boolean {
  return kind === 'share' || kind === 'rate';
}

/** What the rounding of a part and its whole does to a share, or to a growth. */
function shareSlack([part, all]: readonly Term[]): number {
  if (!part || !all || all.figure.value === 0) return 0;
  const ratio = part.figure.value / all.figure.value;
  return ((part.figure.half + all.figure.half * ratio) / all.figure.value) * 100_000_000;
}

export function judgeEquation(equation: Equation, changed?: { key: string; value: number }): Verdict {
  const gap = Math.abs(gapOf(equation, changed));
  if (gap === 0) return 'equal';
  const slack = slackOf(equation);
  // A share that is one last place beside its own is of no other figures.
  if (gap > slack)
    return isRatio(equation.kind) && gap <= slack + equation.whole.figure.half ? 'rounding' : 'different';
  const { figure } = equation.whole;
  // Rounded shares hardly ever come to just 100 %; a total told in 亿元 over parts in 万元 is rounded and meant so.
  const isMeant =
    equation.kind !== 'sum' ||
    figure.measure.dimension === 'percent' ||
    (gap <= figure.half && equation.parts.every((part) => part.figure.measure.scale < figure.measure.scale));
  return isMeant ? 'equal' : 'rounding';
}
