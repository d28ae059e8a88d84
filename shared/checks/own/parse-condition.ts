// Reads the conditions of a formula: comparisons, texts, blanks, and what joins them.
import { type Cursor, fail, failExpecting, here, keyAt, next, take } from './cursor.ts';
import { settle, unify } from './dimensions.ts';
import { type Reader, readExpression, sourceOf } from './parse-expression.ts';
import { compareRatio, ratio } from './ratio.ts';
import { nearestWord } from './suggest.ts';
import { type Comparator, type Condition, type Expression, type FieldRef, FormulaFault } from './syntax.ts';
import type { Token } from './tokens.ts';

const COMPARATORS = ['=', '<>', '>=', '<=', '>', '<'] as const;

export function readCondition(reader: Reader): Condition {
  return readJoined(reader, 'or', () => readJoined(reader, 'and', () => readSingle(reader)));
}

function readJoined(reader: Reader, operator: 'and' | 'or', part: () => Condition): Condition {
  let left = part();
  while (take(reader.cursor, operator)) {
    const right = part();
    left = { kind: 'both', operator, left, right, from: left.from, to: right.to };
  }
  return left;
}

function readSingle(reader: Reader): Condition {
  const { cursor } = reader;
  const not = take(cursor, 'not');
  if (not) {
    const of = readSingle(reader);
    return { kind: 'not', of, from: not.from, to: of.to };
  }
  if (keyAt(here(cursor)) !== '(') return readComparison(reader);
  // A bracket opens a condition or a calculation; the reading that gets further tells what is wrong.
  const start = cursor.at;
  try {
    cursor.at += 1;
    const of = readCondition(reader);
    const close = take(cursor, ')') ?? failExpecting(cursor, '应有右括号“）”');
    return { ...of, to: close.to };
  } catch (asCondition) {
    if (!(asCondition instanceof FormulaFault)) throw asCondition;
    cursor.at = start;
    try {
      return readComparison(reader);
    } catch (asCalculation) {
      if (!(asCalculation instanceof FormulaFault)) throw asCalculation;
      throw asCalculation.fault.from >= asCondition.fault.from ? asCalculation : asCondition;
    }
  }
}

function readComparison(reader: Reader): Condition {
  const { cursor } = reader;
  const token = here(cursor);
  if (token.kind === 'word' && token.word.meaning.kind === 'field') {
    const { field } = token.word.meaning;
    const blank = readBlank(cursor, token, field);
    if (blank) return blank;
    if (field.type === 'text' || field.type === 'category') {
      cursor.at += 1;
      return readTextCondition(reader, token, field);
    }
  }
  const left = readExpression(reader);
  const comparator = COMPARATORS.find((key) => take(cursor, key));
  if (comparator === undefined)
    return failExpecting(cursor, '应写比较符号：=、≠、>、<、>=、<=（或 等于、不超过、不低于…）');
  const right = readExpression(reader);
  assertPercent(reader, left, right);
  const sides = unify(left, right, '比较', (part) => sourceOf(reader, part));
  return {
    kind: 'compare',
    comparator: comparator satisfies Comparator,
    left: settle(sides.left, 0),
    right: settle(sides.right, 0),
    from: left.from,
    to: right.to,
  };
}

/** 占比 >= 60 was meant as 60%. */
function assertPercent(reader: Reader, ...sides: [Expression, Expression]): void {
  if (!sides.some(({ kind }) => kind === 'share')) return;
  for (const side of sides) {
    if (side.kind !== 'number' || side.isPercent || compareRatio(side.value, ratio(1n)) <= 0) continue;
    const text = sourceOf(reader, side);
    fail(side, `“${text}”：占比在 0 到 100% 之间，这里应写百分数。`, `${text}%`);
  }
}

function readBlank(cursor: Cursor, token: Token, field: FieldRef): Condition | undefined {
  const key = keyAt(next(cursor));
  if (key !== 'blank' && key !== 'filled') return undefined;
  const { to } = next(cursor) as Token;
  cursor.at += 2;
  return { kind: 'blank', field, isNegated: key === 'filled', from: token.from, to };
}

function readTextCondition(reader: Reader, token: Token, field: FieldRef): Condition {
  const { cursor } = reader;
  const span = (): { from: number; to: number } => ({
    from: token.from,
    to: (cursor.tokens[cursor.at - 1] as Token).to,
  });
  const among = take(cursor, '=', '<>', 'among', 'outside');
  if (among) {
    const isNegated = keyAt(among) === '<>' || keyAt(among) === 'outside';
    const texts = readTexts(reader, field);
    return { kind: 'among', field, texts, isNegated, ...span() };
  }
  const contains = take(cursor, 'contains', 'lacks');
  if (contains) {
    const texts = readTexts(reader, null);
    return { kind: 'contains', field, texts, isNegated: keyAt(contains) === 'lacks', ...span() };
  }
  return failExpecting(cursor, `“${token.text}”是文字，后面应写 =、≠、包含、不包含、属于、为空 或 不为空`);
}

/** One text, or several in brackets or with 、 between them. */
function readTexts(reader: Reader, field: FieldRef | null): string[] {
  const { cursor } = reader;
  const open = take(cursor, '(');
  const texts = readText(reader, field);
  while ((open || isTextNext(cursor)) && take(cursor, ',')) texts.push(...readText(reader, field));
  if (open && !take(cursor, ')')) failExpecting(cursor, '应有右括号“）”');
  return texts;
}

function isTextNext(cursor: Cursor): boolean {
  const token = next(cursor);
  return keyAt(here(cursor)) === ',' && token !== undefined && token.kind === 'text';
}

function readText({ cursor }: Reader, field: FieldRef | null): string[] {
  const token = here(cursor);
  if (token.kind === 'word' && token.word.meaning.kind === 'set' && token.word.meaning.field.key === field?.key) {
    cursor.at += 1;
    return [...token.word.meaning.texts];
  }
  if (token.kind !== 'text' && token.kind !== 'unknown' && token.kind !== 'word') {
    return failExpecting(cursor, '应写带引号的文字，如 "新建"');
  }
  if (token.kind === 'unknown' && /^["'“‘「《]/.test(token.text)) return failExpecting(cursor, '');
  cursor.at += 1;
  if (field?.type === 'category') return [categoryText(cursor, token)];
  if (token.text === '') fail(token, '的引号里是空的。要求没有填请写“为空”。');
  return [token.text];
}

/** A class must be one of the plan. */
function categoryText({ vocabulary }: Cursor, token: Token): string {
  const known = vocabulary.words.get(token.text)?.meaning;
  if (known?.kind === 'set' && known.field.key === 'categoryId') return known.texts[0] as string;
  const names = [...vocabulary.words.values()].flatMap(({ text, meaning }) =>
    meaning.kind === 'set' && meaning.field.key === 'categoryId' ? [text] : [],
  );
  return fail(token, `“${token.text}”不是本规划的类别。`, nearestWord(token.text, names));
}
