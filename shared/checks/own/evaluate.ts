// Evaluates a formula: exactly, with blanks that stay unknown. A condition is true, false, or unknown (null) where a
// value that it needs is blank; unknown is no finding.

import type { Project } from '#shared/domain/project.ts';
import { addFen, type Fen, toFen } from '#shared/values/money.ts';
import { judge, projectPrecision } from '../tolerance.ts';
import {
  addRatio,
  compareRatio,
  divideRatio,
  multiplyRatio,
  negateRatio,
  type Ratio,
  subtractRatio,
  wholeRatio,
} from './ratio.ts';
import type { FieldReader } from './read-field.ts';
import { stepsOf } from './step-budget.ts';
import type { Condition, Expression } from './syntax.ts';

export type Figure = Extract<Expression, { kind: 'reduce' | 'share' | 'count' }>;
export type Compare = Extract<Condition, { kind: 'compare' }>;
export type Truth = boolean | null;

/** What a formula is evaluated about: a project, or a group whose figures are there already. */
export interface Subject {
  reader: FieldReader;
  /** Null in a rule over a group: then no field of a single project is asked for. */
  project: Project | null;
  figureOf(figure: Figure): Ratio | null;
  /** Counts what is calculated; throws where it is too much. */
  spend(steps: number): void;
}

/** The value of an expression; null where it is blank, or divided by zero. */
export function evaluate(expression: Expression, subject: Subject): Ratio | null {
  subject.spend(1);
  switch (expression.kind) {
    case 'number':
      return expression.value;
    case 'field':
      return subject.project === null ? null : subject.reader.number(subject.project, expression.field);
    case 'negate': {
      const value = evaluate(expression.of, subject);
      return value === null ? null : negateRatio(value);
    }
    case 'operation': {
      const [left, right] = [evaluate(expression.left, subject), evaluate(expression.right, subject)];
      const value = calculate(expression.operator, left, right);
      subject.spend(stepsOf(value));
      return value;
    }
    default:
      return subject.figureOf(expression);
  }
}

/** A blank among addends counts as nothing; a blank in a product makes it blank. */
function calculate(operator: '+' | '-' | '*' | '/', left: Ratio | null, right: Ratio | null): Ratio | null {
  if (operator === '+' || operator === '-') {
    if (left === null && right === null) return null;
    const [a, b] = [left ?? wholeRatio(0), right ?? wholeRatio(0)];
    return operator === '+' ? addRatio(a, b) : subtractRatio(a, b);
  }
  if (left === null || right === null) return null;
  return operator === '*' ? multiplyRatio(left, right) : divideRatio(left, right);
}

export type Verdict = 'equal' | 'rounding' | 'different';

/** Decimals of 万元 that amounts are kept with at least. */
const HOUSE_DECIMALS = 2;

/** Compares two sides for =. Sums of amounts may differ by what rounding explains, as in the built-in rules. */
export function compareSums({ left, right }: Compare, a: Ratio, b: Ratio, subject: Subject): Verdict {
  if (compareRatio(a, b) === 0) return 'equal';
  if (left.dimension !== 1 || a.d !== 1n || b.d !== 1n) return 'different';
  const [declared, sum, parts] = isSum(left) && !isSum(right) ? [b, a, left] : [a, b, right];
  const addends = addendsOf(parts, subject);
  if (addends === null) return 'different';
  const [declaredFen, sumFen] = [toFen(Number(declared.n)), toFen(Number(sum.n))];
  return judge(declaredFen, sumFen, projectPrecision(declaredFen, addends, HOUSE_DECIMALS));
}

function isSum(expression: Expression): boolean {
  return expression.kind === 'operation';
}

/** The amounts that a side adds up; null where it does more than adding. */
function addendsOf(expression: Expression, subject: Subject): Fen[] | null {
  if (expression.kind === 'operation' && (expression.operator === '+' || expression.operator === '-')) {
    const [left, right] = [addendsOf(expression.left, subject), addendsOf(expression.right, subject)];
    return left && right ? [...left, ...right] : null;
  }
  if (expression.kind === 'operation' || expression.kind === 'share' || expression.kind === 'count') return null;
  if (expression.kind === 'negate') return addendsOf(expression.of, subject);
  if (expression.kind === 'reduce' && expression.reduction !== 'sum') return null;
  const value = evaluate(expression, subject);
  return value === null || value.d !== 1n ? [] : [addFen(toFen(Number(value.n)))];
}

/** Whether a condition holds; null where a value is blank and the rest does not decide it. */
export function holds(condition: Condition, subject: Subject): Truth {
  subject.spend(1);
  switch (condition.kind) {
    case 'compare':
      return compareHolds(condition, subject);
    case 'both': {
      const left = holds(condition.left, subject);
      const decided = condition.operator === 'or';
      if (left === decided) return left;
      const right = holds(condition.right, subject);
      return right === decided ? right : left === null || right === null ? null : !decided;
    }
    case 'not': {
      const inner = holds(condition.of, subject);
      return inner === null ? null : !inner;
    }
    default:
      return subject.project === null ? null : textHolds(condition, subject.project, subject);
  }
}

function compareHolds(condition: Compare, subject: Subject): Truth {
  const [left, right] = [evaluate(condition.left, subject), evaluate(condition.right, subject)];
  if (left === null || right === null) return null;
  const order = compareRatio(left, right);
  switch (condition.comparator) {
    case '=':
      return order === 0 || compareSums(condition, left, right, subject) !== 'different';
    case '<>':
      return order !== 0;
    case '>':
      return order > 0;
    case '<':
      return order < 0;
    case '>=':
      return order >= 0;
    case '<=':
      return order <= 0;
  }
}

type TextCondition = Extract<Condition, { kind: 'among' | 'contains' | 'blank' }>;

/** Characters that are searched in one step. */
const CHARACTERS_A_STEP = 200;

function textHolds(condition: TextCondition, project: Project, { reader, spend }: Subject): boolean {
  if (condition.kind === 'blank') return reader.isBlank(project, condition.field) !== condition.isNegated;
  const { field, texts } = condition;
  const isThere = (text: string): boolean => {
    if (condition.kind === 'among') return reader.isText(project, field, text);
    const searched = reader.text(project, field);
    spend(Math.ceil(searched.length / CHARACTERS_A_STEP));
    return searched.includes(text);
  };
  const isOne = texts.some(isThere);
  return isOne !== condition.isNegated;
}

/** The part that makes a condition false: the first comparison that fails. */
export function failingPart(condition: Condition, subject: Subject): Condition {
  if (condition.kind !== 'both') return condition;
  const [left, right] = [condition.left, condition.right];
  return failingPart(holds(left, subject) === false ? left : right, subject);
}

/** A comparison that holds only because its difference is one of rounding; undefined where there is none. */
export function roundedPart(condition: Condition, subject: Subject): Compare | undefined {
  if (condition.kind === 'both') return roundedPart(condition.left, subject) ?? roundedPart(condition.right, subject);
  if (condition.kind !== 'compare' || condition.comparator !== '=') return undefined;
  const [left, right] = [evaluate(condition.left, subject), evaluate(condition.right, subject)];
  if (left === null || right === null) return undefined;
  return compareSums(condition, left, right, subject) === 'rounding' ? condition : undefined;
}
