// A finding in words: what does not agree, both values, the difference, where both stand.
import { type Equation, expectedOf, gapOf, isRatio, type Term } from './equation.ts';
import type { ProofFinding, ProofPlace } from './finding.ts';
import { ROUNDING, type Settled } from './settle.ts';
import { showValue } from './tables/measure.ts';

const SHOWN = 4;

/** 4363.52＋1324＋…，共6项. */
function shownSum({ parts }: Equation): string {
  const shown = parts.slice(0, SHOWN).map(({ figure }) => figure.raw);
  return parts.length > SHOWN ? `${shown.join('＋')}＋…，共${parts.length}项` : shown.join('＋');
}

/** A value with as many decimals as the figure that it is held against. */
function shownBeside(value: number, { figure }: Term): string {
  const { measure, decimals } = figure;
  if (measure.dimension !== 'percent') return showValue(value, measure);
  return `${(value / 1_000_000).toFixed(decimals)}%`;
}

/** 表4-1“种植业”行“总投资”列 20; what names a place of the text holds its figure. */
function withFigure({ name, place, figure }: Term, between = ' '): string {
  return place.kind === 'text' ? name : `${name}${between}${figure.raw}`;
}

/** One equation as said of the figure `term`. */
function tellEquation(equation: Equation, term: Term, expected: number): string {
  const { whole, side, parts, kind, years = 1 } = equation;
  const isOwn = whole.key === term.key;
  const [first, second] = parts;
  if (isRatio(kind)) {
    const ratio = `${first?.figure.raw ?? ''}÷${second?.figure.raw ?? ''}`;
    const shown = kind === 'share' ? ratio : years > 1 ? `（${ratio}）的 ${years} 次方根减 1` : `${ratio}－1`;
    return isOwn
      ? `按${side}计算为 ${shownBeside(expectedOf(equation), whole)}（${shown}）`
      : `与${whole.name} 不符（${shown}）`;
  }
  if (kind === 'same') {
    const other = isOwn ? first : whole;
    if (!other) return side;
    return other.place.kind === 'text' ? `与${other.name}不同` : withFigure(other, ' 为 ');
  }
  const sum = showValue(expectedOf(equation), whole.figure.measure);
  if (isOwn) return `${side}（${shownSum(equation)}）合计 ${sum}`;
  return `${withFigure(whole)} 与${side}（共${parts.length}项）合计 ${sum} 不符，倒推应为 ${shownBeside(expected, term)}`;
}

/** Of several the one that says most of the table, whatever order they were found in: 合计 before 小计 before a row. */
function ruleOf(equations: readonly Equation[]): string | undefined {
  const rules = equations.map(({ rule }) => rule).filter((rule) => rule.startsWith('T'));
  return rules.toSorted().at(-1);
}

export function tellSettled({ level, term, expected, equations, cause }: Settled): ProofFinding {
  const { figure } = term;
  const [first] = equations as [Equation];
  const others = new Map<string, ProofPlace>();
  for (const { whole, parts } of equations)
    for (const one of [whole, ...parts]) if (one.key !== term.key) others.set(one.key, one.place);
  const told = equations.slice(0, 3).map((equation) => tellEquation(equation, term, expected));
  if (equations.length > 3) told.push(`另有${equations.length - 3}处与它不符`);
  const difference = shownBeside(figure.value - expected, term);
  const rounding = cause === ROUNDING ? '，在四舍五入的范围内，为尾差' : '';
  return {
    rule: ruleOf(equations) ?? first.rule,
    level,
    raw: figure.raw,
    expected: shownBeside(expected, term),
    difference,
    where: term.place,
    against: [...others.values()],
    message: `${withFigure(term)}，${told.join('；')}，差 ${difference}${rounding}。`,
    cause,
  };
}

/** A stated total that no row reaches with its parts: one column was lost or its heads slipped. */
export function tellSlipped(lost: readonly Equation[]): ProofFinding | null {
  const [first] = lost;
  if (!first || !lost.every((equation) => gapOf(equation) >= 0)) return null;
  const { measure, raw } = first.whole.figure;
  const gaps = lost.map(
    (equation) => `${equation.whole.label} ${showValue(gapOf(equation), { ...measure, unit: '' })}`,
  );
  return {
    rule: 'X07',
    level: 'error',
    raw,
    expected: showValue(expectedOf(first), measure),
    difference: showValue(gapOf(first), measure),
    where: first.whole.place,
    against: lost.flatMap(({ whole, parts }) => [whole, ...parts].map(({ place }) => place)),
    message: `${first.whole.name}：各行的各列之和都小于总数，疑缺一列或表头与数据错位。倒推缺少：${gaps.slice(0, 8).join('，')}。请对照原件。`,
    cause: '疑缺一列，或表头错位',
  };
}
