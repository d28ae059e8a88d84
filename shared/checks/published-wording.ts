// Comparing printed figures: what checks of printed tables share.
import { addFen, type Fen, toFen } from '#shared/values/money.ts';
import type { PublishedFigure } from '../domain/published-table.ts';
import type { Finding } from './finding.ts';
import { type Addend, suspectOf } from './suspects.ts';
import { judge } from './tolerance.ts';
import { amountFinding, countFinding, hintFinding, type Place, placeText, plainFinding } from './wording.ts';

export interface PrintedAddend {
  label: string;
  figure: PublishedFigure;
}

export function fenOf(figure: PublishedFigure): Fen {
  return toFen(figure.value);
}

interface PrintedSum {
  rule: string;
  place: Place;
  declared: PublishedFigure;
  addends: readonly PrintedAddend[];
  /** 下属各行合计, 资金来源合计 ... */
  rightName: string;
  advice: string;
}

/** A printed amount against the sum of printed amounts; an error brings its hint along as a finding of its own. */
export function checkPrintedSum({ rule, place, declared, addends, rightName, advice }: PrintedSum): Finding[] {
  const parts: Addend[] = addends.map(({ label, figure }) => ({ label, fen: fenOf(figure) }));
  const [left, right] = [fenOf(declared), addFen(...parts.map(({ fen }) => fen))];
  const verdict = judge(left, right, {
    declared: declared.decimals,
    addends: addends.reduce((most, { figure }) => Math.max(most, figure.decimals), 0),
    count: parts.filter(({ fen }) => fen !== 0).length,
  });
  if (verdict === 'equal') return [];
  const suspect = verdict === 'rounding' ? undefined : suspectOf(left, right, parts);
  const finding = amountFinding({
    rule,
    level: verdict === 'rounding' ? 'rounding' : 'error',
    place,
    left,
    right,
    rightName,
    addends: parts,
    suspect: suspect?.text ?? '',
    suspectAddends: suspect?.addends,
    advice,
  });
  return suspect ? [finding, hintFinding(finding, suspect)] : [finding];
}

/** A printed count against the sum of printed counts. */
export function checkPrintedCount({ rule, place, declared, addends, rightName, advice }: PrintedSum): Finding[] {
  const right = addends.reduce((sum, { figure }) => sum + figure.value, 0);
  if (declared.value === right) return [];
  const parts = addends.map(({ label, figure }) => ({ label, value: String(figure.value) }));
  return [countFinding({ rule, level: 'error', place, left: declared.value, right, parts, rightName, advice })];
}

/** T11 for one printed figure. */
export function checkPrintedNumber(place: Place, figure: PublishedFigure, kind: 'count' | 'amount'): Finding[] {
  const isFine = figure.value >= 0 && (kind === 'amount' || Number.isInteger(figure.value));
  if (isFine) return [];
  const what = kind === 'count' ? '个数应为 0 或正整数' : '金额不应小于 0';
  const message = `${placeText(place)}：${place.column} ${figure.raw}，${what}。请核对原文。`;
  return [plainFinding('T11', 'error', place, message, { left: figure.raw })];
}

interface TextComparison {
  place: Place;
  printed: PublishedFigure;
  text: PublishedFigure;
  kind: 'count' | 'amount';
  /** 第四章, or '' where the sentence is not known. */
  where: string;
}

/** X02: what the text says against what the table says. */
export function checkText({ place, printed, text, kind, where }: TextComparison): Finding[] {
  const rightName = '表中数';
  const at = { ...place, column: `${where === '' ? '正文' : `${where}正文`}${place.column}` };
  const advice = '请核对哪一处是最后定稿的数，两处改成一致。';
  if (kind === 'count') {
    if (text.value === printed.value) return [];
    const pair = { left: text.value, right: printed.value };
    return [countFinding({ rule: 'X02', level: 'warning', place: at, ...pair, rightName, advice })];
  }
  const [left, right] = [fenOf(text), fenOf(printed)];
  // Printed once with more and once with fewer decimals: half a last place of the coarser one is rounding.
  const verdict = judge(left, right, { declared: text.decimals, addends: printed.decimals, count: 1 });
  if (verdict === 'equal') return [];
  const level = verdict === 'rounding' ? 'rounding' : 'warning';
  return [amountFinding({ rule: 'X02', level, place: at, left, right, rightName, advice })];
}
