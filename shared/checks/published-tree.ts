// Contradictions inside a printed tree of headings (表4-x): T03, T04, T10, T11, T12, and X02 with the text beside it.
import { addFen, wanText } from '#shared/values/money.ts';
import {
  nodeLabel,
  type PublishedFigure,
  type PublishedNode,
  type PublishedText,
  type PublishedTree,
} from '../domain/published-table.ts';
import type { Finding } from './finding.ts';
import { ordinalNumber } from './ordinal.ts';
import {
  checkPrintedCount,
  checkPrintedNumber,
  checkPrintedSum,
  checkText,
  fenOf,
  type PrintedAddend,
} from './published-wording.ts';
import { amountFinding, countFinding, type Place, placeText, plainFinding } from './wording.ts';

const COUNT = '项目个数';
const TOTAL = '总投资';

function printed(nodes: readonly PublishedNode[], pick: 'count' | 'total'): PrintedAddend[] {
  return nodes.flatMap((node) => (node[pick] === null ? [] : [{ label: node.name, figure: node[pick] }]));
}

/** T03 or T04: a heading's count and total against those of the rows right beneath it. */
function checkSums(
  rule: 'T03' | 'T04',
  at: Omit<Place, 'column'>,
  own: { count: PublishedFigure | null; total: PublishedFigure | null },
  children: readonly PublishedNode[],
): Finding[] {
  const rightName = rule === 'T03' ? '下属各行合计' : '各大类合计';
  const advice = rule === 'T03' ? '请核对求和范围是否漏行、各行金额是否最后定稿。' : '请核对合计和各大类的数。';
  const counts = printed(children, 'count');
  const totals = printed(children, 'total');
  return [
    ...(own.count && counts.length > 0
      ? checkPrintedCount({
          rule,
          place: { ...at, column: COUNT },
          declared: own.count,
          addends: counts,
          rightName,
          advice,
        })
      : []),
    ...(own.total && totals.length > 0
      ? checkPrintedSum({
          rule,
          place: { ...at, column: TOTAL },
          declared: own.total,
          addends: totals,
          rightName,
          advice,
        })
      : []),
  ];
}

/** T12: ordinals under one heading run from one without gaps; rows without ordinals are not looked at. */
function checkNumbering(table: string, row: string, nodes: readonly PublishedNode[]): Finding[] {
  const numbers = nodes.flatMap(({ ordinal }) => ordinalNumber(ordinal) ?? []);
  if (numbers.length === 0) return [];
  const last = Math.max(...numbers);
  const missing = Array.from({ length: last }, (_, index) => index + 1).filter((number) => !numbers.includes(number));
  const twice = [...new Set(numbers.filter((number, index) => numbers.indexOf(number) !== index))];
  const isOrdered = numbers.every((number, index) => index === 0 || number > (numbers[index - 1] ?? 0));
  if (missing.length === 0 && twice.length === 0 && isOrdered) return [];
  const what = [
    ...(missing.length > 0 ? [`缺第 ${missing.join('、')} 号`] : []),
    ...(twice.length > 0 ? [`第 ${twice.join('、')} 号重复`] : []),
    ...(missing.length === 0 && twice.length === 0 ? ['顺序颠倒'] : []),
  ].join('，');
  const place = { table, row, column: '编号' };
  const shown = nodes.map(({ ordinal }) => ordinal || '无').join('');
  const message = `${placeText(place)}：下属各行编号不连续，${what}（${shown}）。请核对是否漏列一行，或改正编号。`;
  return [plainFinding('T12', 'warning', place, message, { left: shown, suspect: what })];
}

/** T10: 3 个 and 3 万元, a row that was probably filled in only to stand there. */
function checkPlaceholder(place: Place, node: PublishedNode): Finding[] {
  if (!node.count || !node.total || node.count.value <= 0 || node.total.value !== node.count.value * 1_000_000)
    return [];
  const message = `${placeText(place)}：项目个数 ${node.count.raw} 与总投资 ${node.total.raw} 万元数字相同，疑为占位数。请核对。`;
  return [
    plainFinding('T10', 'warning', place, message, {
      left: node.count.raw,
      right: node.total.raw,
      suspect: '疑为占位数',
    }),
  ];
}

/** Texts of a node: of its own total, of a row beneath it, or of a row that the table does not have at all. */
function checkTexts(table: string, node: PublishedNode): Finding[] {
  const row = nodeLabel(node);
  const findings = node.texts.flatMap(({ place: where, label, kind, figure }): Finding[] => {
    const subject = label.replace(/(项目个数|总投资|投资|资金)$/, '');
    const child = node.children.find(({ name }) => name === subject);
    const target = child ?? (kind === 'amount' ? node : subject === '' ? node : undefined);
    const printedFigure = kind === 'count' ? target?.count : target?.total;
    if (!target || !printedFigure) return [];
    const place = { table, row: nodeLabel(target), column: label };
    return checkText({ place, printed: printedFigure, text: figure, kind, where });
  });
  return [...findings, ...checkMissingRows(table, row, node)];
}

/** A kind of project that the text counts and the table has no row for: the heading's count then misses it. */
function checkMissingRows(table: string, row: string, node: PublishedNode): Finding[] {
  const unknown = node.texts.filter(({ label, kind }) => {
    const subject = label.replace(/项目个数$/, '');
    return (
      kind === 'count' && subject !== '' && subject !== label && !node.children.some(({ name }) => name === subject)
    );
  });
  const renamed = unknown.flatMap((text) => {
    const child = otherName(text, node.children);
    return child ? [{ text, child }] : [];
  });
  const missing = unknown.filter((text) => !renamed.some((one) => one.text === text));
  const names = renamed.map(({ text, child }) => nameFinding(table, text, child));
  return [...names, ...checkMissingCount(table, row, node, missing)];
}

/** The row that the text calls by another name: it begins alike and counts as many. */
function otherName({ label, figure }: PublishedText, children: readonly PublishedNode[]): PublishedNode | undefined {
  const alike = children.filter(
    ({ name, count }) => name.slice(0, 2) === label.slice(0, 2) && count?.value === figure.value,
  );
  return alike.length === 1 ? alike[0] : undefined;
}

function nameFinding(table: string, { place: where, label }: PublishedText, child: PublishedNode): Finding {
  const subject = label.replace(/项目个数$/, '');
  const place = { table, row: nodeLabel(child), column: `${where}正文名称` };
  const message = `${placeText(place)}：${where}正文称“${subject}”，表中称“${child.name}”，个数相同，应是同一类。请统一名称。`;
  return plainFinding('X02', 'info', place, message, { left: subject, right: child.name, aspect: '名称' });
}

function checkMissingCount(
  table: string,
  row: string,
  node: PublishedNode,
  missing: readonly PublishedText[],
): Finding[] {
  if (missing.length === 0 || !node.count) return [];
  const names = missing.map(({ label, figure }) => `${label.replace(/项目个数$/, '')} ${figure.raw} 个`).join('、');
  const right = [...printed(node.children, 'count').map(({ figure }) => figure), ...missing.map(({ figure }) => figure)]
    .map(({ value }) => value)
    .reduce((sum, value) => sum + value, 0);
  if (right === node.count.value) return [];
  return [
    countFinding({
      rule: 'T03',
      level: 'error',
      place: { table, row, column: COUNT },
      left: node.count.value,
      right,
      rightName: '正文所列各项合计',
      suspect: `正文列有 ${names}，表中没有这一行，疑漏列`,
      advice: '请在表中补列该行，或改正正文。',
    }),
  ];
}

function checkNode(node: PublishedNode, table: string): Finding[] {
  const own = node.table ?? table;
  const at = { table: own, row: nodeLabel(node) };
  return [
    ...(node.count ? checkPrintedNumber({ ...at, column: COUNT }, node.count, 'count') : []),
    ...(node.total ? checkPrintedNumber({ ...at, column: TOTAL }, node.total, 'amount') : []),
    ...checkPlaceholder({ ...at, column: TOTAL }, node),
    ...(node.children.length > 0 ? checkSums('T03', at, node, node.children) : []),
    ...checkNumbering(own, at.row, node.children),
    ...checkTexts(own, node),
    ...node.children.flatMap((child) => checkNode(child, own)),
  ];
}

/** Rows without rows beneath them. */
function leavesOf(nodes: readonly PublishedNode[]): PublishedNode[] {
  return nodes.flatMap((node) => (node.children.length === 0 ? [node] : leavesOf(node.children)));
}

/**
 * The 合计 agrees with the headings but not with the rows at the bottom: it was added up from a wrong heading (D8).
 * Only said where the headings themselves agree, since otherwise T04 has said it.
 */
function checkLeafTotal(tree: PublishedTree, headings: readonly Finding[]): Finding[] {
  const leaves = printed(leavesOf(tree.nodes), 'total');
  const hasDepth = tree.nodes.some(({ children }) => children.length > 0);
  if (!tree.total || !hasDepth || headings.some(({ level }) => level === 'error')) return [];
  const fens = leaves.map(({ figure }) => fenOf(figure));
  const [left, right] = [fenOf(tree.total), addFen(...fens)];
  const place = { table: tree.id, row: '合计', column: TOTAL };
  const [finding] = checkPrintedSum({
    rule: 'T04',
    place,
    declared: tree.total,
    addends: leaves,
    rightName: '全部小类合计',
    advice: '',
  });
  if (finding?.level !== 'error') return [];
  return [
    amountFinding({
      rule: 'T04',
      level: 'warning',
      place,
      left,
      right,
      rightName: '全部小类合计',
      suspect: `合计与各大类相符，是因为有大类标题本身不等于下属各行；改正后合计应为 ${wanText(right)}`,
      advice: '请先改正不符的大类标题。',
    }),
  ];
}

/** All contradictions inside a printed tree. */
export function checkTree(tree: PublishedTree): Finding[] {
  const at = { table: tree.id, row: '合计' };
  const totals = checkSums('T04', at, tree, tree.nodes);
  return [
    ...tree.nodes.flatMap((node) => checkNode(node, tree.id)),
    // A sheet with one class only (表4-5) has no numbering of classes to look at.
    ...(tree.nodes.length > 1 ? checkNumbering(tree.id, '各大类', tree.nodes) : []),
    ...totals,
    ...checkLeafTotal(tree, totals),
  ];
}
