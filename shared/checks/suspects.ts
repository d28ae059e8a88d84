// What probably happened where two sums differ (疑点, handbook 6.2 T05 and T06): hints for a person, never a repair.
import { type Fen, subtractFen, wanText } from '#shared/values/money.ts';

export interface Addend {
  label: string;
  fen: Fen;
}

export interface Suspect {
  rule: 'T05' | 'T06';
  text: string;
  /** The addends that the text names. */
  addends?: readonly Addend[];
}

const FACTORS: readonly (readonly [factor: number, text: string])[] = [
  [2, '一方正好是另一方的 2 倍，疑重复计'],
  [10, '相差正好 10 倍，疑小数点错位'],
  [100, '相差正好 100 倍，疑小数点错位'],
  [1000, '相差正好 1000 倍，疑小数点错位'],
  [10_000, '相差正好 10000 倍，疑单位错误（元与万元）'],
];

/** True where two numbers differ by two neighbouring digits changed over: 4563 and 4653. */
export function isDigitSwap(left: string, right: string): boolean {
  if (left.length !== right.length || left === right) return false;
  const first = [...left].findIndex((digit, index) => digit !== right[index]);
  return (
    left[first] === right[first + 1] &&
    left[first + 1] === right[first] &&
    left.slice(first + 2) === right.slice(first + 2)
  );
}

/** The one addend whose amount is exactly `fen`; undefined where there is none or more than one. */
function onlyAddend(addends: readonly Addend[], fen: Fen): Addend | undefined {
  const found = addends.filter((addend) => addend.fen === fen);
  return found.length === 1 ? found[0] : undefined;
}

/** Longer lists have too many pairs for one of them to mean anything. */
const PAIRS_AMONG_AT_MOST = 12;

/** The one pair of addends that makes `fen`; undefined where there are more, or where chance explains it as well. */
function onlyPair(addends: readonly Addend[], fen: Fen): [Addend, Addend] | undefined {
  const used = addends.filter(({ fen: own }) => own !== 0);
  if (used.length < 3 || used.length > PAIRS_AMONG_AT_MOST || wanText(fen).replace(/\D/g, '').length < 3)
    return undefined;
  const pairs = used.flatMap((first, at) =>
    used
      .slice(at + 1)
      .flatMap((second): [Addend, Addend][] => (first.fen + second.fen === fen ? [[first, second]] : [])),
  );
  return pairs.length === 1 ? pairs[0] : undefined;
}

/**
 * The most telling hint about a declared sum that differs from the sum of its addends; undefined where nothing
 * stands out. Order: one addend left out or counted twice, then round factors, then changed digits.
 */
export function suspectOf(declared: Fen, sum: Fen, addends: readonly Addend[]): Suspect | undefined {
  const missing = subtractFen(sum, declared);
  if (missing === 0) return undefined;
  if (addends.length > 1 && declared !== 0) {
    const left = onlyAddend(addends, missing);
    if (left)
      return { rule: 'T05', text: `差额正好等于“${left.label}” ${wanText(left.fen)}，疑漏计该项`, addends: [left] };
    const twice = onlyAddend(addends, subtractFen(declared, sum));
    if (twice)
      return {
        rule: 'T06',
        text: `差额正好等于“${twice.label}” ${wanText(twice.fen)}，疑重复计该项`,
        addends: [twice],
      };
    const pair = onlyPair(addends, missing);
    if (pair) {
      const names = pair.map(({ label, fen }) => `“${label}” ${wanText(fen)}`).join('与');
      return { rule: 'T05', text: `差额正好等于${names}之和，疑漏计这两项`, addends: pair };
    }
  }
  if (declared === 0 || sum === 0) return undefined;
  const [small, large] = Math.abs(declared) < Math.abs(sum) ? [declared, sum] : [sum, declared];
  const factor = FACTORS.find(([times]) => small * times === large);
  if (factor) return { rule: 'T06', text: factor[1] };
  if (isDigitSwap(wanText(declared), wanText(sum)))
    return { rule: 'T06', text: '只有相邻两个数字位置不同，疑数字颠倒' };
  return undefined;
}
