// Gives each column of a table its meaning: the surest candidates first, one column for one field, and a question
// wherever two columns want the same field. Nothing is guessed silently: a doubtful column is named as such.

import { columnLetters } from '../sheet/sheet.ts';
import { cellIn, cellText, looksNumeric, type SheetView } from '../sheet/sheet-view.ts';
import { bareText, blankMark } from '../values/fold-text.ts';
import { candidatesFor, USUAL } from './column-candidates.ts';
import type { Candidate, ColumnWords } from './column-words.ts';
import { headerWord } from './header-words.ts';
import type { ImportQuestion } from './preview.ts';
import type { ColumnKey, FoundTable, HeaderColumn, ReadColumn } from './reading.ts';

/** Below this a column is only proposed, not taken. */
export const LEAST_CONFIDENCE = 0.6;
/** Two columns this close in confidence make a question. */
const CLOSE = 0.06;
/** Fields that gather the words of several columns. */
const GATHERING = new Set<ColumnKey>(['nationalType', 'content', 'goal', 'linkage', 'sum']);
const SAMPLE_ROWS = 400;
/** The reason of a column that the user mapped. */
export const CHOSEN = '人工指定';

export interface HeaderMatch {
  columns: ReadColumn[];
  questions: ImportQuestion[];
}

interface Bid {
  index: number;
  candidate: Candidate;
}

/**
 * Matches all columns of a table. `chosen` overrides by column letter; where `joining` holds the letter, the column is
 * added to the one that has its field already.
 */
export function matchHeader(
  view: SheetView,
  table: FoundTable,
  words: ColumnWords,
  chosen: Record<string, ColumnKey | null> = {},
  joining: ReadonlySet<string> = new Set(),
): HeaderMatch {
  const contents = table.columns.map((column) => sampleColumn(view, table, column.column));
  const bids: Bid[] = [];
  table.columns.forEach((column, index) => {
    if (chosen[columnLetters(column.column)] !== undefined) return;
    if (isRestOfMerge(table, index)) return;
    for (const candidate of candidatesFor(column, words)) {
      const suited = suit(candidate, column, contents[index] as ColumnContents, words);
      if (suited) bids.push({ index, candidate: suited });
    }
  });
  bids.sort((a, b) => b.candidate.confidence - a.candidate.confidence || a.index - b.index);
  const taken = new Map<ColumnKey, Bid>();
  const given = new Map<number, Candidate>();
  for (const [letter, key] of Object.entries(chosen))
    if (key !== null && !joining.has(letter))
      taken.set(key, { index: -1, candidate: { key, confidence: 1, reason: '' } });
  const rivals: { bid: Bid; winner: Bid }[] = [];
  for (const bid of bids) {
    if (given.has(bid.index) || bid.candidate.confidence < LEAST_CONFIDENCE) continue;
    const winner = taken.get(bid.candidate.key);
    if (winner && !mayShare(bid, winner, table)) {
      // Money of one source in two columns may be two shares of it: what the second is, is asked as of any unknown money.
      if (bid.candidate.key.startsWith('source:')) continue;
      if (winner.candidate.confidence - bid.candidate.confidence < CLOSE) rivals.push({ bid, winner });
      continue;
    }
    if (!winner) taken.set(bid.candidate.key, bid);
    given.set(bid.index, bid.candidate);
  }
  const columns = table.columns.map((column, index): ReadColumn => {
    const letter = columnLetters(column.column);
    const { samples, isNumeric } = contents[index] as ColumnContents;
    const choice = chosen[letter];
    const best = given.get(index);
    const base = { ...column, letter, header: headerText(column), samples, isNumeric };
    if (choice !== undefined) return { ...base, key: choice, confidence: 1, reason: CHOSEN };
    if (best) return { ...base, key: best.key, confidence: best.confidence, reason: best.reason };
    return {
      ...base,
      key: null,
      confidence: 0,
      reason: column.path.length === 0 ? '没有表头' : '未识别的表头，数值只留作来源',
    };
  });
  settleSums(columns, words);
  settlePlanMoney(columns, words);
  nameCounties(columns, words);
  nameSerials(view, table, columns);
  const questions = rivals
    .filter(({ bid }) => !given.has(bid.index))
    .flatMap(({ bid, winner }) => rivalQuestion(columns[bid.index], columns[winner.index], words));
  return { columns, questions };
}

/** '资金来源 › 中央' */
export function headerText(column: HeaderColumn): string {
  return column.path.join(' › ');
}

interface ColumnContents {
  samples: string[];
  isNumeric: boolean;
  numbers: number;
  words: number;
}

function sampleColumn(view: SheetView, table: FoundTable, column: number): ColumnContents {
  const samples: string[] = [];
  let numbers = 0;
  let words = 0;
  const start = view.indexOf(table.firstRow);
  for (let index = start; index < Math.min(view.sheet.rows.length, start + SAMPLE_ROWS); index += 1) {
    const row = view.sheet.rows[index];
    if (!row || row.row > table.lastRow) break;
    const cell = cellIn(row, column);
    const text = cellText(cell).trim();
    if (text === '') continue;
    if (looksNumeric(cell)) numbers += 1;
    else if (blankMark(text) === undefined) words += 1;
    if (samples.length < 3 && !samples.includes(text)) samples.push(text.slice(0, 40));
  }
  return { samples, isNumeric: numbers > 0 && numbers >= words, numbers, words };
}

/** The second and later columns under one header cell merged over several: their own header is missing (L6). */
function isRestOfMerge(table: FoundTable, index: number): boolean {
  const own = table.columns[index]?.path ?? [];
  const before = table.columns[index - 1]?.path ?? [];
  return own.length > 0 && own.length === before.length && own.every((text, at) => text === before[at]);
}

/** Weighs a candidate by what the column holds: words do not go into an amount column. */
function suit(
  candidate: Candidate,
  column: HeaderColumn,
  contents: ColumnContents,
  words: ColumnWords,
): Candidate | undefined {
  const { numbers, words: texts } = contents;
  const kind = kindOf(candidate.key, words);
  const isUsual = candidate.confidence <= USUAL && candidate.key.startsWith('source:');
  const holdsWords = texts >= (isUsual ? 1 : 3) && numbers === 0;
  if (kind === 'amount' && holdsWords && !contents.samples.some((text) => /\d/.test(text))) {
    return { ...candidate, confidence: candidate.confidence - 0.45 };
  }
  // 资金来源 over words names the source of the row's money; over figures it is no column of its own.
  // 县 over figures is the county's money, not its name.
  if (candidate.key === 'region' && numbers > texts) return undefined;
  if (candidate.key === 'sourceName' && (texts === 0 || numbers > texts)) return undefined;
  // A column of plain numbers is no place, person or description.
  if (
    kind === 'text' &&
    candidate.key !== 'code' &&
    numbers > 0 &&
    texts === 0 &&
    /^(?:unit|town|village|goal|content|name)$/.test(candidate.key)
  ) {
    return { ...candidate, confidence: candidate.confidence - 0.3 };
  }
  // 编号 over 1, 2, 3 counts the rows; over anything else it is the project's own number.
  if (candidate.key === 'serial' && headerWord(column.path.at(-1) ?? '').word === '编号' && texts > numbers)
    return { ...candidate, key: 'code' };
  return candidate;
}

/** The kind of value that a column key stands for. */
export function kindOf(key: ColumnKey, words: Pick<ColumnWords, 'columns'>): 'amount' | 'integer' | 'period' | 'text' {
  if (/^(?:total$|source:|year:|cell:|sum|region:|category:)/.test(key)) return 'amount';
  if (key === 'count') return 'integer';
  if (key.startsWith('period')) return 'period';
  const kind = words.columns.find((column) => column.key === key)?.kind;
  return kind === 'integer' || kind === 'period' || kind === 'amount' ? kind : 'text';
}

/** Several columns may be gathered in one field of words; parts of one source under one group are added up. */
function mayShare(bid: Bid, winner: Bid, table: FoundTable): boolean {
  const { key } = bid.candidate;
  if (GATHERING.has(key)) return true;
  if (!/^(?:source|cell):/.test(key)) return false;
  const groupOf = (index: number): string => (table.columns[index]?.path ?? []).slice(0, -1).join('›');
  return groupOf(bid.index) !== '' && groupOf(bid.index) === groupOf(winner.index) && bid.candidate.confidence < 0.9;
}

/** 小计 of a source stands for the source itself where none of its parts has a column. */
function settleSums(columns: ReadColumn[], words: ColumnWords): void {
  for (const column of columns) {
    const source = /^sum:(.+)$/.exec(column.key ?? '')?.[1];
    if (source === undefined) continue;
    const isPart = (key: string): boolean => {
      const id = key.startsWith('source:') ? key.slice(7) : '';
      return id === source || words.sources.get(id)?.parent === source;
    };
    const hasParts = columns.some((other) => other !== column && other.key !== null && isPart(other.key));
    if (!hasParts) column.key = `source:${source}`;
  }
}

/** 规划期投资 beside money before or after the period is no 总投资: it only sums up the years. */
function settlePlanMoney(columns: readonly ReadColumn[], { isPlanMoney }: ColumnWords): void {
  const isOutside = ({ key }: ReadColumn): boolean => /^(?:year|cell):(?:before|later)/.test(key ?? '');
  if (!columns.some(isOutside)) return;
  for (const column of columns) {
    if (column.key === 'total' && column.reason !== CHOSEN && isPlanMoney(headerWord(column.path.at(-1) ?? '').word))
      Object.assign(column, { key: 'sum', reason: '规划期内的投资，只作核对' });
  }
}

/** A column of nothing but names of counties, whatever stands over it. */
function nameCounties(columns: readonly ReadColumn[], { regions }: ColumnWords): void {
  if (columns.some(({ key }) => key === 'region')) return;
  const found = columns.find(
    ({ key, reason, samples, path }) =>
      key === null &&
      reason !== CHOSEN &&
      path.length > 0 &&
      samples.length > 1 &&
      samples.every((text) => regions.has(bareText(text))),
  );
  if (found) Object.assign(found, { key: 'region', confidence: 0.85, reason: '栏内都是县（市、区）的名称' });
}

/** A first column without header that counts 1, 2, 3 is the 序号. */
function nameSerials(view: SheetView, table: FoundTable, columns: ReadColumn[]): void {
  const first = columns[0];
  if (!first || first.key !== null || first.path.length > 0 || columns.some((column) => column.key === 'serial'))
    return;
  const numbers: number[] = [];
  for (let index = view.indexOf(table.firstRow); index < view.sheet.rows.length && numbers.length < 5; index += 1) {
    const text = cellText(view.sheet.rows[index]?.cells.find((cell) => cell.column === first.column));
    if (/^\d{1,5}$/.test(text.trim())) numbers.push(Number(text));
  }
  if (numbers.length === 0 || numbers[0] !== 1 || numbers.some((number, index) => number !== index + 1)) return;
  Object.assign(first, { key: 'serial', confidence: 0.8, reason: '没有表头，但依次编号' });
}

function rivalQuestion(
  rival: ReadColumn | undefined,
  winner: ReadColumn | undefined,
  words: ColumnWords,
): ImportQuestion[] {
  const key = winner?.key;
  if (!rival || !winner || key === null || key === undefined) return [];
  const label = words.columns.find((column) => column.key === key)?.label ?? winner.header;
  const name = (column: ReadColumn): string => `${column.letter}列“${column.header}”`;
  return [
    {
      id: `column:${key}`,
      message: `${name(winner)}和${name(rival)}都像是“${label}”，请选定一列，另一列的内容只留作来源。`,
      options: [winner, rival].map((column) => ({ value: column.letter, label: name(column) })),
      assumed: winner.letter,
    },
  ];
}
