// 资金分配表 to 分配明细: a project a row, its batch by 文号 or chosen, or a column a batch. What a batch already gives to a
// project is known: only the difference becomes a line (SPECS B2, B10).
import { batchName, type Execution, FEE, type FundBatch, type FundLine, namesFee } from '../domain/execution.ts';
import { headerOf } from '../import/header-words.ts';
import type { ImportProblem } from '../import/preview.ts';
import type { ReadColumn, TableReading } from '../import/reading.ts';
import type { PlanData } from '../records/plan-data.ts';
import { AppError } from '../values/app-error.ts';
import { documentKey } from '../values/document-number.ts';
import { compactText } from '../values/fold-text.ts';
import { type Fen, formatWanFull, subtractFen, toFen } from '../values/money.ts';
import type { AmountUnit } from '../values/parse-amount.ts';
import { checkTotals } from './check-totals.ts';
import { matchLines, unmatchedProblem, WHO_COLUMNS, type WhoKey } from './match-lines.ts';
import { pickAmounts } from './pick-amounts.ts';
import {
  amountOf,
  type ColumnPatterns,
  cellProblem,
  droppedRemark,
  findColumns,
  linesOf,
  sumWords,
} from './sheet-rows.ts';
import { takenBackOf } from './taken-back.ts';
import { guardUnits } from './unit-guard.ts';
import { foldedNames, refuseWrongSheet } from './wrong-sheet.ts';

type LineKey = WhoKey | 'number' | 'added' | 'amount' | 'planned' | 'note';

/** Such a column says what comes on top, not what a project has in all. */
const ADDITION = /本次|本批|此次|这次|(?:新增|追加)(?:分配|下达|安排|资金|金额)/;

const LINE_COLUMNS: ColumnPatterns<LineKey> = [
  ...WHO_COLUMNS,
  ['number', /文号|指标文|^批次$|资金批次/],
  ['added', ADDITION],
  ['planned', /计划(?:下达|安排|分配)?(?:资金|金额|数|额)|^(?!.*(?:分配|下达|安排|批复)).*(?:投资|估算|概算)$/],
  [
    'amount',
    /^(?!.*(?:未|待|剩余|结余|率$|比例$|占比$))(?:.*(?:分配|下达|安排|本次|批复)(?:资金|金额|数|额)|(?:.*›)?(?:金额|资金|小计|资金规模)$)/,
  ],
  ['note', /备注/],
];

const SILENT = /^(?:序号|项次|编号|单位)$/;

export interface LineChoices {
  /** The batch of rows that name none. */
  batchId: string | null;
  unit: AmountUnit | null;
  pairs: ReadonlyMap<number, string | null>;
  /** Letters of columns that were chosen where several fit. */
  columns: readonly string[];
}

export interface LineReading {
  lines: Omit<FundLine, 'id'>[];
  /** Amounts that the workbook holds already. */
  known: number;
  problems: ImportProblem[];
}

/**
 * Finds the batch that a text names: by either of its numbers, or by its name in full. Of a paper and what was taken back
 * under its number a negative amount means the latter.
 */
export function findBatch(
  text: string,
  batches: readonly FundBatch[],
  isNegative = false,
): FundBatch | 'several' | null {
  const key = documentKey(text);
  if (key === '') return null;
  const found = batches.filter((batch) =>
    [batch.ownNumber, batch.upperNumber, batch.id].some((number) => number !== '' && documentKey(number) === key),
  );
  const named =
    found.length > 0 ? found : batches.filter((batch) => compactText(batchName(batch)) === compactText(text));
  if (named.length <= 1) return named[0] ?? null;
  const given = named.filter(({ amountFen }) => amountFen >= 0);
  const back = named.filter(({ amountFen }) => amountFen < 0);
  const [only, ...more] = isNegative && back.length > 0 ? back : given;
  return only && more.length === 0 && given.length < named.length ? only : 'several';
}

/** The batch that a person named. Errors: not-found, invalid-input for a number that several have. */
export function batchNamed(text: string, batches: readonly FundBatch[]): FundBatch {
  const found = findBatch(text, batches);
  if (found === null) throw new AppError('not-found', `没有文号为“${text}”的资金批次。`);
  if (found === 'several') {
    throw new AppError(
      'invalid-input',
      `文号“${text}”有几个批次（一份文件几个方向），请改用批次的编号（funds list 的第一列）。`,
    );
  }
  return found;
}

export function readLines(
  data: PlanData,
  execution: Execution,
  reading: TableReading,
  choices: LineChoices,
): LineReading {
  const wrong = refuseWrongSheet(reading, 'allocation', foldedNames(data.projects));
  if (wrong) return { lines: [], known: 0, problems: [wrong] };
  const { batches } = execution;
  const matrix: { column: ReadColumn; batch: FundBatch }[] = [];
  const rest = reading.columns.filter((column) => {
    const batch = findBatch(column.path.at(-1) ?? '', batches);
    if (batch === null || batch === 'several') return true;
    matrix.push({ column, batch });
    return false;
  });
  const columns = findColumns({ ...reading, columns: rest }, LINE_COLUMNS);
  const { of } = columns;
  const problems: ImportProblem[] = [];
  const result: LineReading = { lines: [], known: 0, problems };
  if (matrix.length === 0) {
    // 计划资金 beside 分配资金: the plan is not what was given.
    if (!of.added && !of.amount && of.planned) {
      columns.fits.amount = columns.fits.planned ?? [];
      of.amount = of.planned;
    } else columns.others.push(...(columns.fits.planned ?? []));
    if (of.added) columns.others.push(...(columns.fits.amount ?? []));
    const keys = of.added ? (['added'] as const) : (['amount'] as const);
    pickAmounts<LineKey>(reading, columns, keys, { unit: choices.unit, chosen: choices.columns, problems });
  }
  problems.unshift(...droppedRemark(reading, [...new Set(columns.others)], SILENT));
  const refuse = (message: string): LineReading => {
    problems.push(cellProblem(reading, 'error', 'no-column', '', '', `${message}，没有读入分配`));
    return result;
  };
  if (of.name === undefined && of.code === undefined) return refuse('没有“项目名称”或“项目编号”列，不知道分给哪些项目');
  const single = of.added ?? of.amount;
  if (matrix.length === 0 && single === undefined) return refuse('没有“分配金额”列，也没有以批次文号为表头的列');
  const chosen = batches.find(({ id }) => id === choices.batchId);
  if (matrix.length === 0 && of.number === undefined && chosen === undefined) {
    return refuse('表上没有文号列，请先选定是哪一个资金批次（命令行用 --batch 文号）');
  }
  const naming = of.name ? 'name' : 'code';
  const amounts = matrix.length > 0 ? matrix.map(({ column }) => column) : [single];
  const names: readonly LineKey[] = ['name', 'code'];
  const lines = linesOf<LineKey>(reading, columns, names, { amounts, problems });
  const sumWord = sumWords(reading, columns, names);
  problems.push(...checkTotals<LineKey>(reading, columns, amounts, { lines, sumWord }, choices.unit));
  const guard = guardUnits(reading, choices.unit !== null);
  const given = new Map<string, number>();
  for (const { batchId, projectId, amountFen } of execution.lines) {
    const key = `${batchId}|${projectId}`;
    given.set(key, (given.get(key) ?? 0) + amountFen);
  }
  const said = new Map<string, Said>();
  for (const one of matchLines<LineKey>(data, lines, choices.pairs)) {
    const { line } = one;
    if (choices.pairs.get(line.row) === null) continue;
    const isFee = one.project === null && namesFee(line.text(naming));
    if (one.project === null && !isFee) {
      problems.push(unmatchedProblem(reading, one));
      continue;
    }
    const projectId = one.project?.id ?? FEE;
    const cells = matrix.length > 0 ? matrix : single ? [{ column: single, batch: null }] : [];
    for (const { column, batch: ofColumn } of cells) {
      const tell = (code: string, message: string): void => {
        problems.push(
          cellProblem(reading, 'warning', code, `${column.letter}${line.row}`, line.text('number'), message),
        );
      };
      const fen = amountOf(reading, line, column, { chosen: choices.unit, problems });
      if (fen === null) continue;
      const number = line.text('number');
      const named = ofColumn ?? (number === '' ? (chosen ?? null) : findBatch(number, batches, fen < 0));
      const { total = null } = one.project?.amounts ?? {};
      guard.look(column.header, `${column.letter}${line.row}`, fen, total ?? 0);
      if (named === null)
        tell('batch-unknown', `没有文号为“${line.text('number')}”的资金批次，没有读入；请先录入这个批次`);
      else if (named === 'several')
        tell(
          'batch-unclear',
          `文号“${line.text('number')}”有几个批次（一份文件几个方向），分不清是哪一个，没有读入；请用 --batch 或在窗口里选定`,
        );
      else {
        const key = `${named.id}|${projectId}`;
        const one = said.get(key) ?? { totals: [], additions: [], cell: `${column.letter}${line.row}` };
        (ADDITION.test(headerOf(column)) ? one.additions : one.totals).push(fen);
        said.set(key, one);
      }
    }
  }
  for (const [key, one] of said) {
    const [batchId = '', projectId = ''] = key.split('|');
    const batch = batches.find(({ id }) => id === batchId);
    const before = given.get(key);
    const { total, changes } = meant(one, batch);
    const add = (fen: number, note: string): void => {
      const [date, documentNumber] = [batch?.ownDate ?? null, batch?.ownNumber ?? ''];
      result.lines.push({ batchId, projectId, amountFen: toFen(fen), date, documentNumber, note });
    };
    if (total !== null) {
      const difference = total - (before ?? 0);
      if (difference === 0) result.known += 1;
      else add(difference, before === undefined ? '' : '与已分配数的差额');
    }
    const isThere = knownChanges(execution, batchId, projectId, changeNote(reading));
    for (const fen of changes) {
      if (isThere(fen)) {
        result.known += 1;
        continue;
      }
      add(fen, changeNote(reading));
      const after = (before ?? 0) + fen;
      if (fen >= 0 || after >= 0 || (batch?.amountFen ?? 0) < 0) continue;
      const message = `已分配 ${formatWanFull(toFen(before ?? 0))} 万元，调减 ${formatWanFull(toFen(-fen))} 万元后为 ${formatWanFull(toFen(after))} 万元；已照表读入，请核对`;
      problems.push(cellProblem(reading, 'warning', 'line-below-zero', one.cell, '', message));
    }
  }
  problems.push(...guard.problems());
  addOverdrawn(result, execution, reading);
  return result;
}

interface Said {
  totals: number[];
  additions: number[];
  cell: string;
}

/**
 * What the rows of one project and batch mean. A negative amount alone is a change, for no project has less than
 * nothing; of a 收回 batch it is the whole, and beside other amounts of the project a part of their sum.
 */
function meant({ totals, additions }: Said, batch: FundBatch | undefined): { total: number | null; changes: number[] } {
  const isChange = totals.length > 0 && totals.every((fen) => fen < 0) && (batch?.amountFen ?? 0) >= 0;
  if (isChange) return { total: null, changes: [...additions, ...totals] };
  const total = totals.length === 0 ? null : totals.reduce((sum, fen) => sum + fen, 0);
  return { total, changes: additions.filter((fen) => fen !== 0) };
}

/** Names the sheet, so that it is known again; another sheet may add the same amount once more. */
const changeNote = ({ title, sheet }: TableReading): string => `本次增减（${title || sheet}）`;

/** Tells changes that this sheet has brought before, each once. */
function knownChanges(
  { lines }: Execution,
  batchId: string,
  projectId: string,
  note: string,
): (fen: number) => boolean {
  const left = lines
    .filter((one) => one.batchId === batchId && one.projectId === projectId && one.note === note)
    .map(({ amountFen }) => amountFen as number);
  return (fen) => {
    const at = left.indexOf(fen);
    if (at >= 0) left.splice(at, 1);
    return at >= 0;
  };
}

/** B01: a batch that would give more than it has, less what was taken back from it. */
function addOverdrawn(result: LineReading, { batches, lines }: Execution, reading: TableReading): void {
  const backs = takenBackOf(batches);
  const all = [...lines, ...result.lines];
  for (const batch of batches) {
    const group = [batch, ...(backs.get(batch.id) ?? [])];
    const ids = new Set(group.map(({ id }) => id));
    if (batch.amountFen < 0 || !result.lines.some(({ batchId }) => ids.has(batchId))) continue;
    const sumOf = (facts: readonly { amountFen: number }[]): Fen =>
      toFen(facts.reduce<number>((total, { amountFen }) => total + amountFen, 0));
    const [has, gives] = [sumOf(group), sumOf(all.filter(({ batchId }) => ids.has(batchId)))];
    if (gives <= has) continue;
    const less = group.length > 1 ? `（收回后）` : '';
    result.problems.push(
      cellProblem(
        reading,
        'warning',
        'batch-overdrawn',
        '',
        '',
        `批次“${batchName(batch)}”共 ${formatWanFull(has)} 万元${less}，分配合计 ${formatWanFull(gives)} 万元，多分 ${formatWanFull(subtractFen(gives, has))} 万元；已照表读入，请核对`,
      ),
    );
  }
}
