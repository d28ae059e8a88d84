// What a formula of an own rule (自定义审核) means once it is read: typed, with the place of every part in the text.
import type { Ratio } from './ratio.ts';

/** Characters of the formula, from the first to behind the last. */
export interface Span {
  from: number;
  to: number;
}

export type FieldType = 'amount' | 'number' | 'text' | 'category';

/** A value of a project by name: a column, a fund source, a year, one cell of the year x source matrix. */
export interface FieldRef {
  /** The name that messages use. */
  label: string;
  type: FieldType;
  /** How to read it: see read-field.ts. */
  key: string;
  /** Where it stands in the 项目表. */
  columnKey: string;
}

/**
 * Dimension of a number: the power of money in it. 1 an amount, 0 a count, year or share, -1 households per amount.
 * 'open' a bare number, which takes the dimension of what it is compared with (万元 beside an amount).
 */
export type Dimension = number | 'open';

export type Reduction = 'sum' | 'average' | 'most' | 'least';

export type Expression = Span &
  (
    | { kind: 'number'; value: Ratio; dimension: Dimension; isPercent: boolean }
    | { kind: 'field'; field: FieldRef; dimension: Dimension }
    | { kind: 'negate'; of: Expression; dimension: Dimension }
    | { kind: 'operation'; operator: '+' | '-' | '*' | '/'; left: Expression; right: Expression; dimension: Dimension }
    /** 合计, 平均, 最大, 最小 over the projects of the group. */
    | { kind: 'reduce'; reduction: Reduction; of: Expression; where: Condition | null; dimension: Dimension }
    | { kind: 'count'; where: Condition | null; dimension: 0 }
    /** 占比: with a condition its part of the group; without one the group's part of the whole list. */
    | { kind: 'share'; of: Expression; where: Condition | null; dimension: 0 }
  );

export type Comparator = '=' | '<>' | '>' | '<' | '>=' | '<=';

export type Condition = Span &
  (
    | { kind: 'compare'; comparator: Comparator; left: Expression; right: Expression }
    /** Text or category: equal to one of the texts (= 属于), or to none (<> 不属于). */
    | { kind: 'among'; field: FieldRef; texts: readonly string[]; isNegated: boolean }
    | { kind: 'contains'; field: FieldRef; texts: readonly string[]; isNegated: boolean }
    | { kind: 'blank'; field: FieldRef; isNegated: boolean }
    | { kind: 'both'; operator: 'and' | 'or'; left: Condition; right: Condition }
    | { kind: 'not'; of: Condition }
  );

/** project: each project for itself; plan: once for the whole list; group: once for each town, year … */
export type RuleScope = { kind: 'project' } | { kind: 'plan' } | { kind: 'group'; by: FieldRef };

export interface OwnFormula {
  scope: RuleScope;
  /** It speaks of 合计, 占比 or 个数, so what it says of one project hangs on the others. */
  usesFigures: boolean;
  /** 如果: where it does not hold the rule says nothing. */
  when: Condition | null;
  then: Condition;
}

/** Why a formula cannot be understood: where, what was found and what was expected, in one Chinese sentence. */
export interface FormulaError extends Span {
  message: string;
  /** What was probably meant; replaces the span. */
  suggestion?: string;
}

/** Thrown inside the parser only. */
export class FormulaFault extends Error {
  readonly fault: FormulaError;
  constructor(fault: FormulaError) {
    super(fault.message);
    this.fault = fault;
  }
}
