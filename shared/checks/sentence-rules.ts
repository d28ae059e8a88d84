// Sentences that stand beside a printed table, against its figures: X02 numbers, shares and lists, X03 references to
// tables, X06 trend words. Only what is said plainly is compared; a sentence that could mean several things is let be.
import type { Finding } from './finding.ts';
import { ordinalNumber } from './ordinal.ts';
import type { PublishedFigure, PublishedNode, PublishedSentence, PublishedTable } from './published-table.ts';
import { amountFigure, countFigure } from './published-table.ts';
import { checkText } from './published-wording.ts';
import { type Place, placeText, plainFinding } from './wording.ts';

interface NamedFigures {
  table: string;
  row: string;
  name: string;
  count: PublishedFigure | null;
  total: PublishedFigure | null;
}

/** Rows of a table by the name with which a sentence would call them. */
function namedRows(table: PublishedTable): NamedFigures[] {
  if (table.kind === 'indicators') return [];
  if (table.kind === 'grid') {
    const at = (role: 'count' | 'total'): number => table.columns.findIndex((column) => column.role === role);
    return table.rows.map(({ label, figures }) => ({
      ...{ table: table.id, row: label, name: label },
      count: figures[at('count')] ?? null,
      total: figures[at('total')] ?? null,
    }));
  }
  const walk = (nodes: readonly PublishedNode[], id: string): NamedFigures[] =>
    nodes.flatMap((node) => {
      const own = node.table ?? id;
      const { name, count, total } = node;
      return [{ table: own, row: name, name, count, total }, ...walk(node.children, own)];
    });
  return walk(table.nodes, table.id);
}

function literal(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}

/** Shorter names turn up inside other words. */
const SHORTEST_NAME = 3;
const AMOUNT = '(\\d[\\d,]*(?:\\.\\d+)?)';

/** X02: 种植业20个、4363.52万元 against the row of that name. */
function checkNumbers(sentence: PublishedSentence, rows: readonly NamedFigures[]): Finding[] {
  const { place: where, text } = sentence;
  return rows.flatMap(({ table, row, name, count, total }): Finding[] => {
    if (name.length < SHORTEST_NAME) return [];
    const start = `${literal(name)}(?:提升工程|工程|项目)?`;
    const counted = new RegExp(`${start}[^，。；、\\d]{0,8}?(\\d+)个`).exec(text)?.[1];
    const paid = new RegExp(`${start}[^。；、\\d]{0,10}?(?:\\d+个[^。；、\\d]{0,12}?)?${AMOUNT}万元`).exec(text)?.[1];
    const figures = {
      count: counted === undefined ? undefined : countFigure(counted),
      amount: paid === undefined ? undefined : amountFigure(paid),
    };
    const at = (column: string): Place => ({ table, row, column });
    return [
      ...(figures.count && count
        ? checkText({ place: at('项目个数'), printed: count, text: figures.count, kind: 'count', where })
        : []),
      ...(figures.amount && total
        ? checkText({ place: at('总投资'), printed: total, text: figures.amount, kind: 'amount', where })
        : []),
    ];
  });
}

/** X02: 占规划投资总额的28.45% against the row's share of the total, as far as the printed decimals go. */
function checkShares(
  sentence: PublishedSentence,
  rows: readonly NamedFigures[],
  whole: PublishedFigure | null,
): Finding[] {
  if (!whole || whole.value <= 0) return [];
  return rows.flatMap(({ table, row, name, total }): Finding[] => {
    if (!total || name.length < SHORTEST_NAME) return [];
    const match = new RegExp(`${literal(name)}[^。；%]{0,40}?占[^。；\\d%]{0,14}(\\d+(?:\\.(\\d+))?)[%％]`).exec(
      sentence.text,
    );
    const said = Number(match?.[1] ?? Number.NaN);
    const share = (total.value / whole.value) * 100;
    const decimals = match?.[2]?.length ?? 0;
    if (!match || Math.abs(said - share) <= 0.5 * 10 ** -decimals + 1e-9) return [];
    const shown = share.toFixed(decimals);
    const place = { table, row, column: `${sentence.place}正文占比` };
    const message = `${placeText(place)}：${place.column} ${match[1]}% ≠ 按表计算 ${shown}%（${total.raw}÷${whole.raw}）。请改正。`;
    return [plainFinding('X02', 'warning', place, message, { left: `${match[1]}%`, right: `${shown}%` })];
  });
}

/** 甲和乙 are two where one of them is a row's name; 乡村振兴和共同富裕示范工程 is one name. */
function countNames(item: string, names: readonly string[]): number {
  const parts = item.split(/以及|和|及/);
  return parts.some((part) => names.includes(part.trim())) ? parts.length : 1;
}

/** X02: 甲、乙、丙等八大类 where seven are named. */
function checkLists(table: string, { place: where, text }: PublishedSentence, names: readonly string[]): Finding[] {
  const plain = text.replaceAll(/（[^）]*）|\([^)]*\)/g, '');
  return [
    ...plain.matchAll(/([^，。；：]*、[^，。；：]*?)等([二三四五六七八九十]+)(大类|大工程|类|项|个方面)/g),
  ].flatMap(([, list = '', number = '', what = '']): Finding[] => {
    const items = list.split('、').reduce((sum, item) => sum + countNames(item, names), 0);
    const said = ordinalNumber(number);
    if (said === undefined || said === items) return [];
    const place = { table, row: '', column: `${where}正文` };
    const message = `${placeText(place)}：${place.column}写“${number}${what}”（${said}），而列举的是 ${items} 项。请改成一致。`;
    return [plainFinding('X02', 'warning', place, message, { left: String(said), right: String(items), aspect: list })];
  });
}

/** X03: a sentence about one table that cites another, and a number in a printed series that is not there. */
function checkReferences(sentence: PublishedSentence, tables: ReadonlySet<string>): Finding[] {
  const cited = [...sentence.text.matchAll(/表\s?(\d+(?:[-－—]\d+)?)/g)].map(
    ([, id = '']) => `表${id.replace(/[－—]/, '-')}`,
  );
  const place = { table: sentence.about ?? '', row: '', column: `${sentence.place}正文引用` };
  if (sentence.about !== undefined && cited.length > 0 && !cited.includes(sentence.about)) {
    const message = `${placeText(place)}：${place.column}写“见${cited.join('、')}”，而旁边的表是${sentence.about}。请改正表号。`;
    return [plainFinding('X03', 'warning', place, message, { left: cited.join('、'), right: sentence.about })];
  }
  const series = (id: string): string => id.replace(/-\d+$/, '-');
  return cited.flatMap((id): Finding[] => {
    const isKnownSeries = id.includes('-') && [...tables].filter((table) => series(table) === series(id)).length > 1;
    if (!isKnownSeries || tables.has(id)) return [];
    const at = { ...place, table: id };
    const message = `${at.column}写“见${id}”，没有这张表（有 ${[...tables].filter((table) => series(table) === series(id)).join('、')}）。请改正表号。`;
    return [plainFinding('X03', 'warning', at, message, { left: id })];
  });
}

const TREND = /(?:逐年|连年|持续|年年)(减少|下降|递减|降低|增加|上升|增长|递增|提高)/;

/** X06: 逐年减少 where a year has more than the one before. */
function checkTrends(table: PublishedTable, { place: where, text }: PublishedSentence): Finding[] {
  if (table.kind !== 'grid' || table.rowKind !== 'year' || table.rows.length < 3) return [];
  return text.split(/[。；]/).flatMap((sentence) => {
    const match = TREND.exec(sentence);
    if (!match) return [];
    const isFalling = /减少|下降|递减|降低/.test(match[1] ?? '');
    const subject = sentence.slice(0, match.index);
    const wanted = [
      ...(/项目(?!资金)|个数|数量/.test(subject) ? ['count'] : []),
      ...(/资金|投资|投入/.test(subject) ? ['total'] : []),
    ];
    return table.columns.flatMap(({ label, role }, index): Finding[] => {
      if (!wanted.includes(role)) return [];
      const figures = table.rows.flatMap((row) =>
        row.figures[index] ? [{ label: row.label, ...row.figures[index] }] : [],
      );
      const breaks = figures.filter((figure, at) => {
        const before = figures[at - 1];
        return before && (isFalling ? figure.value > before.value : figure.value < before.value);
      });
      if (breaks.length === 0) return [];
      const place = { table: table.id, row: '', column: label };
      const series = figures.map((figure) => `${figure.label} ${figure.raw}`).join('，');
      const years = breaks.map((figure) => figure.label).join('、');
      const message = `${placeText(place)}：${where}正文写“${match[0]}”，而${label}为 ${series}，${years}${isFalling ? '反而增加' : '反而减少'}。请改写。`;
      return [
        plainFinding('X06', 'warning', place, message, { left: match[0], right: years, suspect: '正文与数据走势不符' }),
      ];
    });
  });
}

/** All findings about the sentences beside a table; `tables` are the numbers of all tables that are there. */
export function checkSentences(table: PublishedTable, tables: ReadonlySet<string>): Finding[] {
  const { sentences = [] } = table;
  if (sentences.length === 0) return [];
  const rows = namedRows(table);
  const whole = table.kind === 'tree' ? table.total : wholeOf(table);
  return sentences.flatMap((sentence) => [
    ...checkNumbers(sentence, rows),
    ...checkShares(sentence, rows, whole),
    ...checkLists(
      table.id,
      sentence,
      rows.map(({ name }) => name),
    ),
    ...checkReferences(sentence, tables),
    ...checkTrends(table, sentence),
  ]);
}

function wholeOf(table: PublishedTable): PublishedFigure | null {
  if (table.kind !== 'grid') return null;
  const index = table.columns.findIndex(({ role }) => role === 'total');
  return table.totalRow?.figures[index] ?? null;
}
