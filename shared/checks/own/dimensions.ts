// Amounts with amounts, counts with counts: what may be added and compared, and what a bare number stands for.
import { fail } from './cursor.ts';
import { multiplyRatio, ratio } from './ratio.ts';
import type { Dimension, Expression } from './syntax.ts';

const FEN_PER_WAN = 1_000_000n;

/** What a value is, in words. */
export function dimensionName(dimension: Dimension): string {
  if (dimension === 1) return '金额';
  if (dimension === -1) return '每万元的数';
  return '数（不是金额）';
}

/** Gives a bare number and what is made of bare numbers a dimension: beside an amount it counts 万元. */
export function settle(expression: Expression, dimension: number): Expression {
  if (expression.dimension !== 'open') return expression;
  switch (expression.kind) {
    case 'number': {
      const factor = dimension < 0 ? ratio(1n, FEN_PER_WAN) : ratio(FEN_PER_WAN ** BigInt(dimension));
      return { ...expression, value: multiplyRatio(expression.value, factor), dimension };
    }
    case 'negate':
      return { ...expression, of: settle(expression.of, dimension), dimension };
    case 'operation': {
      const isLine = expression.operator === '+' || expression.operator === '-';
      return {
        ...expression,
        left: settle(expression.left, dimension),
        right: settle(expression.right, isLine ? dimension : 0),
        dimension,
      };
    }
    default:
      return expression;
  }
}

/** Both sides in one dimension; fails where an amount meets a count. `verb`: 相加, 比较. */
export function unify(left: Expression, right: Expression, verb: string, nameOf: (part: Expression) => string) {
  if (left.dimension === 'open' && right.dimension === 'open') return { left, right, dimension: 'open' as const };
  if (left.dimension === 'open')
    return { left: settle(left, right.dimension as number), right, dimension: right.dimension };
  if (right.dimension === 'open') return { left, right: settle(right, left.dimension), dimension: left.dimension };
  if (left.dimension !== right.dimension) {
    fail(
      right,
      `“${nameOf(right)}”是${dimensionName(right.dimension)}，“${nameOf(left)}”是${dimensionName(left.dimension)}，不能${verb}。请改用同一种数。`,
    );
  }
  return { left, right, dimension: left.dimension };
}

/** The operation with its dimension checked. */
export function operate(
  operator: '+' | '-' | '*' | '/',
  left: Expression,
  right: Expression,
  nameOf: (part: Expression) => string,
): Expression {
  const span = { from: left.from, to: right.to };
  if (operator === '+' || operator === '-') {
    return { kind: 'operation', operator, ...span, ...unify(left, right, operator === '+' ? '相加' : '相减', nameOf) };
  }
  if (left.dimension === 'open' && right.dimension === 'open') {
    return { kind: 'operation', operator, ...span, left, right, dimension: 'open' };
  }
  const [a, b] = [settle(left, 0), settle(right, 0)];
  const dimension =
    operator === '*'
      ? (a.dimension as number) + (b.dimension as number)
      : (a.dimension as number) - (b.dimension as number);
  if (Math.abs(dimension) > 1) fail(span, `“${nameOf({ ...left, ...span })}”把金额和金额相乘了，没有意义。请检查。`);
  return { kind: 'operation', operator, ...span, left: a, right: b, dimension };
}
