// Sentences that stand beside a printed table, against its figures: X02 numbers, shares and lists, X03 references to
// tables, X06 trend words. Only what is said plainly is compared; a sentence that could mean several things is let be.

import { agreementOf } from '#shared/text/known-figure.ts';
import { type ScannedNumber, scanText, type Vocabulary } from '#shared/text/scan-text.ts';
import { toFen, wanText } from '#shared/values/money.ts';
import type { PublishedFigure, PublishedNode, PublishedSentence, PublishedTable } from '../domain/published-table.ts';
import type { Finding } from './finding.ts';
import { ordinalNumber } from './ordinal.ts';
import { checkText } from './published-wording.ts';
import { checkOwn, yearsOf } from './sentence-itself.ts';
import { placeText, plainFinding } from './wording.ts';

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

/** The names of a table's rows as the reader of texts takes them; a row is a category by its place in the list. */
function rowVocabulary(rows: readonly NamedFigures[], plan: Vocabulary['plan']): Vocabulary {
  const byName = new Map(rows.map(({ name }, index) => [name, { category: String(index) }]));
  const names = [...byName.keys()].filter((name) => name.length >= SHORTEST_NAME);
  const longestFirst = names.sort((x, y) => y.length - x.length).map(literal);
  const any = longestFirst.length === 0 ? null : new RegExp(longestFirst.join('|'), 'g');
  return {
    mentionsIn: (text) =>
      any === null
        ? []
        : [...text.matchAll(any)].flatMap((match) => {
            const subject = byName.get(match[0]);
            return subject ? [{ start: match.index, end: match.index + match[0].length, subjects: [subject] }] : [];
          }),
    topOf: () => null,
    plan,
  };
}

/** X02: 种植业20个、4363.52万元 against the row of that name; 每年108.75万元 only where it is more than all years have. */
function checkNumbers(where: string, scanned: readonly ScannedNumber[], rows: readonly NamedFigures[]): Finding[] {
  return scanned.flatMap(({ number, named: [subject], isPlain, elsewhere, pace }): Finding[] => {
    const row = rows[Number(subject?.category ?? Number.NaN)];
    if (!row || !isPlain || elsewhere !== null || pace === 'yearly' || number.isOther || number.kind === 'percent')
      return [];
    const { kind } = number;
    const printed = kind === 'count' ? row.count : row.total;
    // 元 is the unit of standards and wages, not of a table in 万元.
    if (!printed || number.unit === '元' || agreementOf(number, printed.value) === 'same') return [];
    const isExact = number.bound === 'exact' && number.low === undefined;
    const isCoarser = number.unit === '亿元' || !isExact;
    if (isCoarser && agreementOf(number, printed.value) !== 'differs') return [];
    const place = { table: row.table, row: row.row, column: kind === 'count' ? '项目个数' : '总投资' };
    const raw = kind === 'count' ? String(number.value) : wanText(toFen(number.value));
    const decimals = number.unit === '亿元' ? Math.max(0, number.decimals - 4) : number.decimals;
    return checkText({ place, printed, text: { raw, value: number.value, decimals }, kind, where });
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
  const plain = text.replaceAll(/（[^）]{0,200}）|\([^)]{0,200}\)/g, '');
  return [...plain.matchAll(/([^，。；：]{1,400}?)等([二三四五六七八九十]+)(大类|大工程|类|项|个方面)/g)].flatMap(
    ([, list = '', number = '', what = '']): Finding[] => {
      if (!list.includes('、')) return [];
      const items = list.split('、').reduce((sum, item) => sum + countNames(item, names), 0);
      const said = ordinalNumber(number);
      if (said === undefined || said === items) return [];
      const place = { table, row: '', column: `${where}正文` };
      const message = `${placeText(place)}：${place.column}写“${number}${what}”（${said}），而列举的是 ${items} 项。请改成一致。`;
      return [
        plainFinding('X02', 'warning', place, message, { left: String(said), right: String(items), aspect: list }),
      ];
    },
  );
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

/** Two findings of one row that differ in their figures only are told apart by their order. */
function tellApart(findings: readonly Finding[]): Finding[] {
  const seen = new Map<string, number>();
  return findings.map((finding) => {
    const count = (seen.get(finding.key) ?? 0) + 1;
    seen.set(finding.key, count);
    return count === 1 ? finding : { ...finding, key: `${finding.key} ${count}` };
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

/**
 * All findings about the sentences beside a table; `tables` are the numbers of all tables that are there, `known` the plan
 * whose tables they are, where there is one.
 */
export function checkSentences(
  table: PublishedTable,
  tables: ReadonlySet<string>,
  known?: Vocabulary['plan'],
): Finding[] {
  const { sentences = [] } = table;
  if (sentences.length === 0) return [];
  const rows = namedRows(table);
  const whole = table.kind === 'tree' ? table.total : wholeOf(table);
  const plan = known ?? { ...yearsOf(table), regionName: '' };
  const words = rowVocabulary(rows, plan);
  const findings = sentences.flatMap((sentence) => {
    const scanned = scanText(sentence.text, words);
    return [
      ...checkNumbers(sentence.place, scanned, rows),
      ...checkOwn(table.id, sentence, scanned, plan),
      ...checkShares(sentence, rows, whole),
      ...checkLists(
        table.id,
        sentence,
        rows.map(({ name }) => name),
      ),
      ...checkReferences(sentence, tables),
      ...checkTrends(table, sentence),
    ];
  });
  return tellApart(findings);
}

function wholeOf(table: PublishedTable): PublishedFigure | null {
  if (table.kind !== 'grid') return null;
  const index = table.columns.findIndex(({ role }) => role === 'total');
  return table.totalRow?.figures[index] ?? null;
}
