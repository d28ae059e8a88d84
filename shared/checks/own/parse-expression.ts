// Reads the calculated parts of a formula: sums, products, 合计 / 占比 / 个数 of projects, numbers with units.
import { type Cursor, fail, failExpecting, here, keyAt, take, takeWord } from './cursor.ts';
import { operate, settle } from './dimensions.ts';
import { multiplyRatio, parseRatio, type Ratio, ratio } from './ratio.ts';
import type { Condition, Expression, Reduction, Span } from './syntax.ts';
import type { Keyword, Token } from './tokens.ts';

/** What the expression reader needs from the condition reader; given in to keep the two files apart. */
export interface Reader {
  cursor: Cursor;
  formula: string;
  condition(): Condition;
}

const REDUCTIONS: Partial<Record<Keyword, Reduction | 'share'>> = {
  sum: 'sum',
  average: 'average',
  most: 'most',
  least: 'least',
  share: 'share',
};

/** Fen in one of the unit. */
const UNITS: Partial<Record<Keyword, bigint>> = { 元: 100n, 万元: 1_000_000n, 亿元: 10_000_000_000n };

export function readExpression(reader: Reader): Expression {
  const { cursor } = reader;
  let left = readProduct(reader);
  for (let sign = take(cursor, '+', '-'); sign; sign = take(cursor, '+', '-')) {
    left = operate(keyAt(sign) as '+' | '-', left, readProduct(reader), (part) => sourceOf(reader, part));
  }
  return left;
}

function readProduct(reader: Reader): Expression {
  const { cursor } = reader;
  let left = readFactor(reader);
  for (let sign = take(cursor, '*', '/'); sign; sign = take(cursor, '*', '/')) {
    left = operate(keyAt(sign) as '*' | '/', left, readFactor(reader), (part) => sourceOf(reader, part));
  }
  return left;
}

/** The text of a part as it was typed. */
export function sourceOf({ formula }: Pick<Reader, 'formula'>, { from, to }: Span): string {
  return formula.slice(from, to).trim();
}

function readFactor(reader: Reader): Expression {
  const { cursor } = reader;
  const minus = take(cursor, '-');
  if (minus) {
    const of = readFactor(reader);
    return { kind: 'negate', of, dimension: of.dimension, from: minus.from, to: of.to };
  }
  const of = readPrimary(reader);
  const reduction = REDUCTIONS[keyAt(here(cursor)) as Keyword];
  // 总投资合计, 衔接资金占比: behind a value of a project.
  if (reduction === undefined || !isProjectValue(of)) return of;
  const { to } = here(cursor);
  cursor.at += 1;
  return reduce(reduction, of, null, { from: of.from, to });
}

function isProjectValue({ kind }: Expression): boolean {
  return kind === 'field' || kind === 'operation' || kind === 'negate';
}

function reduce(reduction: Reduction | 'share', of: Expression, where: Condition | null, span: Span): Expression {
  const value = settle(of, 0);
  if (reduction === 'share') return { kind: 'share', of: value, where, dimension: 0, ...span };
  return { kind: 'reduce', reduction, of: value, where, dimension: value.dimension, ...span };
}

function readPrimary(reader: Reader): Expression {
  const { cursor } = reader;
  const token = here(cursor);
  const sets = readSets(cursor);
  if (sets) return withWhere(readFactor(reader), sets, reader);
  if (token.kind === 'number') return readNumber(cursor);
  const field = takeWord(cursor, 'field');
  if (field) {
    const { type } = field.meaning.field;
    if (type !== 'amount' && type !== 'number') {
      fail(field, `“${field.text}”是文字，不能计算。可以写 ${field.text} = "…"、包含、为空、不为空。`);
    }
    return {
      kind: 'field',
      field: field.meaning.field,
      dimension: type === 'amount' ? 1 : 0,
      from: field.from,
      to: field.to,
    };
  }
  if (take(cursor, '(')) {
    const inner = readExpression(reader);
    const close = take(cursor, ')') ?? failExpecting(cursor, '应有右括号“）”');
    return { ...inner, from: token.from, to: close.to };
  }
  const reduction = REDUCTIONS[keyAt(token) as Keyword];
  if (reduction !== undefined) return readReduction(reader, token, reduction);
  if (keyAt(token) === 'count') return readCount(reader, token);
  return failExpecting(cursor, '应写栏目、资金来源、年度（如 2021年）、数，或 合计(…)、个数、占比');
}

function readReduction(reader: Reader, token: Token, reduction: Reduction | 'share'): Expression {
  const { cursor } = reader;
  cursor.at += 1;
  if (!take(cursor, '(')) failExpecting(cursor, `“${token.text}”后面应写括号和栏目，如 ${token.text}(总投资)`);
  const of = readExpression(reader);
  const where = take(cursor, ',') ? reader.condition() : null;
  const close = take(cursor, ')') ?? failExpecting(cursor, '应有右括号“）”');
  return reduce(reduction, of, where, { from: token.from, to: close.to });
}

function readCount(reader: Reader, token: Token): Expression {
  const { cursor } = reader;
  cursor.at += 1;
  if (!take(cursor, '(')) return { kind: 'count', where: null, dimension: 0, from: token.from, to: token.to };
  const empty = take(cursor, ')');
  const where = empty ? null : reader.condition();
  const close = empty ?? take(cursor, ')') ?? failExpecting(cursor, '应有右括号“）”');
  return { kind: 'count', where, dimension: 0, from: token.from, to: close.to };
}

function readNumber(cursor: Cursor): Expression {
  const token = here(cursor);
  cursor.at += 1;
  const value = parseRatio(token.text) as Ratio;
  const { from } = token;
  const percent = take(cursor, '%');
  if (percent) {
    return {
      kind: 'number',
      value: multiplyRatio(value, ratio(1n, 100n)),
      dimension: 0,
      isPercent: true,
      from,
      to: percent.to,
    };
  }
  const unit = take(cursor, '元', '万元', '亿元');
  if (!unit) return { kind: 'number', value, dimension: 'open', isPercent: false, from, to: token.to };
  const fen = multiplyRatio(value, ratio(UNITS[keyAt(unit) as Keyword] as bigint));
  return { kind: 'number', value: fen, dimension: 1, isPercent: false, from, to: unit.to };
}

/**
 * 种植业 大营街街道 before 个数, 合计 or 占比: the projects that are meant. Nothing is taken where no such figure
 * follows.
 */
function readSets(cursor: Cursor): (Condition & Span) | null {
  if (!setsBeforeFigure(cursor)) return null;
  return takeSets(cursor);
}

/** One condition for all set words that stand here; null where there is none. */
export function takeSets(cursor: Cursor): Condition | null {
  let all: Condition | null = null;
  for (let set = takeWord(cursor, 'set'); set; set = takeWord(cursor, 'set')) {
    const { field, texts } = set.meaning;
    const one: Condition = { kind: 'among', field, texts, isNegated: false, from: set.from, to: set.to };
    all = all ? { kind: 'both', operator: 'and', left: all, right: one, from: all.from, to: one.to } : one;
  }
  return all;
}

/** Whether set words stand here with a figure of a group behind them. */
export function setsBeforeFigure({ tokens, at }: Cursor): boolean {
  let index = at;
  const isSet = (token: Token | undefined): boolean => token?.kind === 'word' && token.word.meaning.kind === 'set';
  while (isSet(tokens[index])) index += 1;
  if (index === at) return false;
  const key = keyAt(tokens[index]);
  if (key === 'count' || (key !== undefined && REDUCTIONS[key] !== undefined)) return true;
  const token = tokens[index];
  const isField = token?.kind === 'word' && token.word.meaning.kind === 'field';
  return isField && REDUCTIONS[keyAt(tokens[index + 1]) as Keyword] !== undefined;
}

function withWhere(figure: Expression, sets: Condition, reader: Reader): Expression {
  if (figure.kind !== 'reduce' && figure.kind !== 'share' && figure.kind !== 'count') {
    return fail(sets, `“${sourceOf(reader, sets)}”后面应写 个数、…合计 或 …占比。`);
  }
  const where: Condition = figure.where
    ? { kind: 'both', operator: 'and', left: sets, right: figure.where, from: sets.from, to: figure.where.to }
    : sets;
  return { ...figure, where, from: sets.from };
}
