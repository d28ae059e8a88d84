// Reads the formula of an own rule (自定义审核) into its typed form, or says what is wrong and where.
import type { PlanInfo, ReferenceData } from '#shared/domain/reference.ts';
import { type Cursor, fail, failExpecting, here, take, takeWord } from './cursor.ts';
import { readCondition } from './parse-condition.ts';
import { type Reader, setsBeforeFigure, takeSets } from './parse-expression.ts';
import {
  type Condition,
  type Expression,
  type FieldRef,
  type FormulaError,
  FormulaFault,
  type OwnFormula,
  type Span,
} from './syntax.ts';
import { tokenize } from './tokens.ts';
import { vocabularyOf } from './vocabulary.ts';

export type Parsed = { formula: OwnFormula } | { error: FormulaError };

/** Never throws; the words are those of the plan. */
export function parseFormula(text: string, plan: PlanInfo, reference: ReferenceData): Parsed {
  const vocabulary = vocabularyOf(plan, reference);
  const cursor: Cursor = { tokens: tokenize(text, vocabulary), vocabulary, at: 0 };
  const reader: Reader = { cursor, formula: text, condition: () => readCondition(reader) };
  try {
    return { formula: readRule(reader) };
  } catch (thrown) {
    if (thrown instanceof FormulaFault) return { error: thrown.fault };
    throw thrown;
  }
}

function readRule(reader: Reader): OwnFormula {
  const { cursor } = reader;
  if (here(cursor).kind === 'end') fail({ from: 0, to: 0 }, '起应写公式，如：总投资 >= 10。');
  const each = takeWord(cursor, 'each');
  if (!each) take(cursor, 'everyProject', 'whole');
  take(cursor, ',');
  let when: Condition | null = null;
  if (take(cursor, 'if')) {
    when = readCondition(reader);
    take(cursor, ',');
    if (!take(cursor, 'then')) failExpecting(cursor, '“如果 …”后面应写“那么 …”');
    take(cursor, ',');
  } else if (!setsBeforeFigure(cursor)) when = takeSets(cursor);
  const then = readCondition(reader);
  if (here(cursor).kind !== 'end') failExpecting(cursor, '公式到这里已经完整；还有条件请用“并且”“或者”连接');
  const found: Found = { bare: null, hasFigure: false };
  for (const condition of when ? [when, then] : [then]) lookIn(condition, found);
  return { scope: scopeOf(each?.meaning.by, found, reader.formula), usesFigures: found.hasFigure, when, then };
}

function scopeOf(by: FieldRef | undefined, { bare, hasFigure }: Found, formula: string): OwnFormula['scope'] {
  if (by) {
    if (bare) {
      const name = formula.slice(bare.from, bare.to);
      fail(bare, `“${name}”是单个项目的内容，在“每个${by.label}”的规则里应写成 合计(…)、个数、平均(…) 或 占比。`);
    }
    return { kind: 'group', by };
  }
  if (bare) return { kind: 'project' };
  if (hasFigure) return { kind: 'plan' };
  return fail({ from: 0, to: formula.length }, '起的公式里没有栏目，只有数。请写上要审核的栏目。');
}

interface Found {
  /** The first value of a single project that stands outside 合计 and the like. */
  bare: Span | null;
  hasFigure: boolean;
}

function lookIn(part: Condition | Expression, found: Found): void {
  switch (part.kind) {
    case 'field':
    case 'among':
    case 'contains':
    case 'blank':
      found.bare ??= { from: part.from, to: part.to };
      break;
    case 'compare':
    case 'operation':
    case 'both':
      lookIn(part.left, found);
      lookIn(part.right, found);
      break;
    case 'negate':
    case 'not':
      lookIn(part.of, found);
      break;
    case 'reduce':
    case 'share':
    case 'count':
      found.hasFigure = true;
      if (part.where) assertFlat(part.where);
      if (part.kind !== 'count') assertFlat(part.of);
      break;
    default:
  }
}

/** 合计 inside of 合计 has no meaning. */
function assertFlat(part: Condition | Expression): void {
  const inner: Found = { bare: null, hasFigure: false };
  lookIn(part, inner);
  if (inner.hasFigure) fail(part, '起：合计、占比、个数里面不能再套合计、占比、个数。');
}
