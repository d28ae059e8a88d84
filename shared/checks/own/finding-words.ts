// What a broken own rule says: both values, the difference, where, and what the rule asks for.

import type { OwnRule } from '../../records/own-rule.ts';
import type { Finding } from '../finding.ts';
import { type Place, placeText, plainFinding } from '../wording.ts';
import { evaluate, type Subject } from './evaluate.ts';
import { multiplyRatio, type Ratio, ratio, ratioText, subtractRatio } from './ratio.ts';
import type { Comparator, Condition, Dimension, Expression, FieldRef } from './syntax.ts';

const SIGNS: Readonly<Record<Comparator, string>> = {
  '=': '＝',
  '<>': '≠',
  '>': '＞',
  '<': '＜',
  '>=': '≥',
  '<=': '≤',
};

interface Values {
  left: string;
  right: string;
  difference: string;
  text: string;
}

/** Decimals that are enough to tell two figures apart; amounts have six in 万元. */
const DECIMALS = 6;

/** A number as a reader knows it: amounts in 万元, shares in percent where the rule says percent. */
function numberText(value: Ratio, dimension: Dimension, asPercent: boolean): string {
  if (asPercent) return `${ratioText(multiplyRatio(value, ratio(100n)), 4)}%`;
  if (dimension === 0 || dimension === 'open') return ratioText(value, 4);
  const perWan = dimension > 0 ? ratio(1n, 1_000_000n) : ratio(1_000_000n);
  return ratioText(multiplyRatio(value, perWan), DECIMALS);
}

function isPercent(expression: Expression): boolean {
  if (expression.kind === 'number') return expression.isPercent;
  return expression.kind === 'share';
}

function sourceText(formula: string, { from, to }: { from: number; to: number }): string {
  return formula.slice(from, to).trim();
}

/** What a failing condition says of its values. */
function valuesOf(condition: Condition, formula: string, subject: Subject): Values {
  const source = sourceText(formula, condition);
  if (condition.kind === 'compare') {
    const { left, right, comparator } = condition;
    const [a, b] = [evaluate(left, subject), evaluate(right, subject)];
    if (a === null || b === null) return { left: '', right: '', difference: '', text: `不符合“${source}”` };
    const asPercent = isPercent(left) || isPercent(right);
    const show = (value: Ratio): string => numberText(value, left.dimension, asPercent);
    const unit = left.dimension === 1 ? ' 万元' : '';
    const [leftText, rightText, difference] = [show(a), show(b), show(subtractRatio(a, b))];
    const named = right.kind === 'number' ? rightText : `${sourceText(formula, right)} ${rightText}`;
    const sign = comparator === '=' ? '≠' : `应${SIGNS[comparator]}`;
    const asks = comparator === '=' ? `${sign} ${named}` : `，${sign} ${named}`;
    return {
      left: leftText,
      right: rightText,
      difference,
      text: `${sourceText(formula, left)} ${leftText}${comparator === '=' ? ' ' : ''}${asks}，差 ${difference}${unit}`,
    };
  }
  if (condition.kind === 'blank') {
    const text = condition.isNegated ? '没有填，应填写' : '已填，应为空';
    return { left: '', right: '', difference: '', text: `${condition.field.label} ${text}` };
  }
  if (condition.kind === 'among' || condition.kind === 'contains') {
    const value = subject.project === null ? '' : subject.reader.text(subject.project, condition.field);
    const shown = value === '' ? '没有填' : `是“${value.length > 40 ? `${value.slice(0, 40)}…` : value}”`;
    return { left: value, right: '', difference: '', text: `${condition.field.label}${shown}，应符合“${source}”` };
  }
  return { left: '', right: '', difference: '', text: `不符合“${source}”` };
}

/** The field that 定位 goes to: the first one of the failing part. */
export function firstField(part: Condition | Expression): FieldRef | undefined {
  switch (part.kind) {
    case 'field':
    case 'among':
    case 'contains':
    case 'blank':
      return part.field;
    case 'compare':
    case 'operation':
    case 'both':
      return firstField(part.left) ?? firstField(part.right);
    case 'negate':
    case 'not':
      return firstField(part.of);
    case 'reduce':
    case 'share':
      return firstField(part.of);
    default:
      return undefined;
  }
}

export interface Broken {
  id: string;
  rule: OwnRule;
  /** The part of the rule that does not hold. */
  part: Condition;
  when: Condition | null;
  isRounding: boolean;
  place: Place;
}

export function brokenFinding({ id, rule, part, when, isRounding, place }: Broken, subject: Subject): Finding {
  const { left, right, difference, text } = valuesOf(part, rule.formula, subject);
  const because = when ? `${sourceText(rule.formula, when)}，` : '';
  const advice = isRounding
    ? '差额在四舍五入范围内，属尾差。'
    : rule.note === ''
      ? '请核对。'
      : `${rule.note.replace(/。$/, '')}。`;
  const message = `${placeText(place)}：${because}${text}。不符合自定义规则“${rule.name}”。${advice}`;
  const level = isRounding ? 'rounding' : rule.level;
  return { ...plainFinding(id, level, place, message, { left, right, difference }), ruleTitle: rule.name };
}
