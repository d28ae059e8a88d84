// 月报、进度表、支付明细 to payments and progress notes: cumulative figures become the difference to what is known up to the
// day (SPECS B10). Nothing of it touches the plan.
import { type Execution, FEE, FEE_NAME, namesFee } from '../domain/execution.ts';
import { blankProject, type Project } from '../domain/project.ts';
import type { ImportProblem } from '../import/preview.ts';
import type { TableReading } from '../import/reading.ts';
import { STATUS_COLUMNS } from '../life/status-columns.ts';
import type { PlanData } from '../records/plan-data.ts';
import { compactText } from '../values/fold-text.ts';
import { formatWanFull, toFen } from '../values/money.ts';
import { checkTotals } from './check-totals.ts';
import { progressFigures, rateOf } from './figures.ts';
import { matchLines, unmatchedProblem } from './match-lines.ts';
import { MONTH_COLUMNS, type MonthKey, SILENT } from './month-columns.ts';
import { addPast, looksLikeJournal, saysPaid } from './month-kind.ts';
import type { MonthChoices, MonthReading, MonthRow } from './month-reading.ts';
import { ownPayments } from './own-payments.ts';
import { percentReader } from './percent-cells.ts';
import { pickAmounts } from './pick-amounts.ts';
import { makeJournal } from './read-journal.ts';
import { takeSteps } from './read-month-steps.ts';
import {
  amountOf,
  cellProblem,
  droppedRemark,
  findColumns,
  linesOf,
  type SheetLine,
  sumWords,
  unitOf,
} from './sheet-rows.ts';
import { splitRows } from './split-rows.ts';
import { paidUntil } from './stated-totals.ts';
import { takePaid } from './take-paid.ts';
import { takeWork } from './take-work.ts';
import { guardUnits } from './unit-guard.ts';
import { foldedNames, refuseWrongSheet } from './wrong-sheet.ts';

/** Reads one sheet; with an error among the problems nothing may be taken in. */
export function readMonth(
  data: PlanData,
  execution: Execution,
  reading: TableReading,
  choices: MonthChoices,
): MonthReading {
  const columns = findColumns(reading, MONTH_COLUMNS);
  const problems: ImportProblem[] = [];
  const result: MonthReading = {
    ...{ rows: [], payments: [], changed: [], notes: [], steps: [], questions: [] },
    problems,
  };
  const wrong = refuseWrongSheet(reading, 'month', foldedNames(data.projects));
  if (wrong) {
    problems.push(wrong);
    return result;
  }
  const { of } = columns;
  const isJournal = looksLikeJournal(reading, columns);
  if (isJournal && of.paid) {
    columns.others.push(...(columns.fits.paid ?? []));
    delete of.paid;
  }
  const { spans, questions } = pickAmounts<MonthKey>(
    reading,
    columns,
    isJournal ? ['each'] : ['paid', 'monthPaid', 'each', 'done', 'settled'],
    { unit: choices.unit, chosen: choices.columns, problems },
  );
  result.questions = questions;
  // A lone 支付金额 of a monthly sheet is what was paid until then.
  if (!isJournal && !columns.fits.paid && of.each !== undefined && saysPaid(reading, of.each)) {
    of.paid = of.each;
  } else if (!isJournal && of.each) columns.others.push(of.each);
  problems.unshift(...droppedRemark(reading, [...new Set(columns.others)], SILENT));
  if (spans.paid === 'past') problems.push(...addPast(reading, columns));
  if (of.name === undefined && of.code === undefined) {
    problems.push(
      cellProblem(reading, 'error', 'no-name', '', '', '没有“项目名称”或“项目编号”列，不知道是哪些项目，没有读入'),
    );
    return result;
  }
  const hasStatus = STATUS_COLUMNS.some(([key]) => of[key] !== undefined);
  if (!isJournal && !of.paid && !of.monthPaid && !of.done && !of.percent && !hasStatus) {
    problems.push(
      cellProblem(
        reading,
        'error',
        'no-figures',
        '',
        '',
        '没有已支付、完成投资、形象进度或项目状态的列，没有可以读入的进度',
      ),
    );
    return result;
  }
  const naming = of.name ? 'name' : 'code';
  const names: readonly MonthKey[] = ['name', 'code'];
  const amounts = isJournal ? [of.each] : [of.paid, of.monthPaid, of.done];
  const lines = linesOf(reading, columns, names, { amounts, problems });
  const sumWord = sumWords(reading, columns, names);
  const summed = isJournal ? [of.each] : [of.paid, of.monthPaid, of.done];
  problems.push(...checkTotals<MonthKey>(reading, columns, summed, { lines, sumWord }, choices.unit));
  const matched = matchLines<MonthKey>(data, lines, choices.pairs);
  const until = new Map(progressFigures(data, execution, choices.asOf).projects.map((one) => [one.project.id, one]));
  const guard = guardUnits(reading, choices.unit !== null);
  const money = (key: MonthKey, line: SheetLine<MonthKey>): number | null =>
    amountOf(reading, line, of[key], { chosen: choices.unit, problems });
  // Looked at only, so a sum over several rows is no fault here.
  const releasedOf = (line: SheetLine<MonthKey>): number | null =>
    of.released && line.amount(of.released, unitOf(reading, of.released, choices.unit)).kind === 'shared'
      ? null
      : money('released', line);
  const percents = percentReader(lines, of.percent);
  if (percents.isOfOne && of.percent) {
    const message = `${of.percent.letter} 列“${of.percent.header}”写的是小数，按 1 为 100% 读`;
    problems.push(cellProblem(reading, 'info', 'percent-of-one', '', '', message));
  }
  const own = ownPayments(execution, result);
  const journal = makeJournal({ result, own, reading, execution, choices });
  const seen = new Set<string>();
  const split = isJournal ? null : splitRows(reading, columns, matched);
  if (split?.column) {
    const message = `${split.rows.size} 个项目按“${split.column.header}”（${split.column.letter} 列）分几行写，各行金额相加`;
    problems.push(cellProblem(reading, 'info', 'rows-added', '', '', message));
  }
  for (const one of matched) {
    const { line } = one;
    const parts = split?.rows.get(one.project?.id ?? '') ?? [line];
    if (parts[0] !== line) continue;
    const sumOf = (key: 'paid' | 'monthPaid' | 'done'): number | null => {
      const amounts = of[key] ? parts.flatMap((part) => money(key, part) ?? []) : [];
      return amounts.length === 0 ? null : amounts.reduce<number>((sum, fen) => sum + fen, 0);
    };
    const isFee = one.project === null && namesFee(line.text(naming));
    const project = isFee ? feeProject(data.plan.regionCode) : one.project;
    const row: MonthRow = {
      row: line.row,
      name: line.text(naming),
      project: project ? { id: project.id, name: project.name } : null,
      candidates: one.candidates.map(({ id, name }) => ({ id, name })),
      knownFen: 0,
      saidFen: null,
      differenceFen: 0,
      movedFen: 0,
      percent: null,
      doneFen: null,
      steps: [],
    };
    if (project === null && choices.pairs.get(line.row) === null) continue;
    result.rows.push(row);
    if (project === null) {
      problems.push(unmatchedProblem(reading, one));
      continue;
    }
    const known = until.get(project.id);
    row.knownFen = known?.paidFen ?? paidUntil(own.of(project.id), choices.asOf);
    if (isJournal) {
      const each = money('each', line);
      guard.look(
        of.each?.header ?? '',
        line.address('each'),
        each,
        Math.max(known?.planFen ?? 0, known?.releasedFen ?? 0),
      );
      journal.take(line, project, each, row);
      continue;
    }
    if (seen.has(project.id)) {
      problems.push(
        cellProblem(
          reading,
          'warning',
          'project-twice',
          line.address(naming),
          row.name,
          `“${project.name}”在表中不止一行，只取第一行；累计数不能相加，请合并后再导入`,
        ),
      );
      continue;
    }
    seen.add(project.id);
    const paid = sumOf('paid');
    // 本年累计 stands on what was paid in the years before.
    const before =
      spans.paid === 'year' ? paidUntil(own.of(project.id), `${Number(choices.asOf.slice(0, 4)) - 1}-12-31`) : 0;
    const said = paid === null ? null : paid + before;
    const month = sumOf('monthPaid');
    const done = notNegative(reading, line, 'done', sumOf('done'), problems);
    row.saidFen = said;
    row.doneFen = done;
    const here = { result, execution, reading, line, project, row, choices };
    const size = Math.max(known?.planFen ?? 0, known?.releasedFen ?? 0);
    for (const [key, fen] of [
      ['paid', said],
      ['monthPaid', month],
      ['done', done],
    ] as const)
      guard.look(of[key]?.header ?? '', line.address(key), fen, size);
    const isTaken = takePaid({ result, own, reading, line, project, row, said, month, choices });
    takeWork({ ...here, percents, done, stated: isTaken && spans.paid !== 'year' ? said : null, known });
    if (hasStatus && !isFee) takeSteps({ ...here, of, known });
    if (parts.length === 1) checkRate({ result, reading, line, said: paid, released: () => releasedOf(line) });
    const sum = row.knownFen + row.differenceFen;
    if (known && known.releasedFen > 0 && row.differenceFen > 0 && sum > known.releasedFen) {
      problems.push(
        cellProblem(
          reading,
          'warning',
          'paid-over-released',
          line.address('paid'),
          line.text('paid'),
          `“${project.name}”累计支付 ${formatWanFull(toFen(sum))} 万元，超过已下达资金 ${formatWanFull(known.releasedFen)} 万元 ${formatWanFull(toFen(sum - known.releasedFen))} 万元；已照表读入，请核对是否还有没录入的资金批次`,
        ),
      );
    }
  }
  problems.push(...guard.problems());
  journal.finish();
  problems.push(...movedRemark(reading, result.rows, choices));
  return result;
}

/** What a sheet of an earlier day took out of a later one's difference, once for all of its rows. */
function movedRemark(reading: TableReading, rows: readonly MonthRow[], { asOf }: MonthChoices): ImportProblem[] {
  const moved = rows.filter(({ movedFen }) => movedFen !== 0);
  if (moved.length === 0) return [];
  const sum = formatWanFull(toFen(moved.reduce((total, { movedFen }) => total + movedFen, 0)));
  const message = `截至 ${asOf} 的这张表早于已读入的月报：${moved.length} 个项目共 ${sum} 万元记在 ${asOf}，后面月报的差额相应减少，后面各月的累计数不变`;
  return [cellProblem(reading, 'info', 'later-month-split', '', '', message)];
}

/** 项目管理费 is paid for no project of the list. */
function feeProject(regionCode: string): Project {
  return { ...blankProject({ id: FEE, position: 0, categoryId: null, regionCode }), name: FEE_NAME };
}

/** 完成投资 below nothing is a slip. */
function notNegative(
  reading: TableReading,
  line: SheetLine<MonthKey>,
  key: MonthKey,
  fen: number | null,
  problems: ImportProblem[],
): number | null {
  if (fen === null || fen >= 0) return fen;
  const message = `${formatWanFull(toFen(fen))} 万元小于零，没有读入，请核对`;
  problems.push(cellProblem(reading, 'warning', 'amount-negative', line.address(key), line.text(key), message));
  return null;
}

export interface Taken {
  result: MonthReading;
  execution: Execution;
  reading: TableReading;
  line: SheetLine<MonthKey>;
  project: Project;
  row: MonthRow;
  choices: MonthChoices;
}

/** B13: a rate in the sheet against the one that its own columns give. */
function checkRate({
  result,
  reading,
  line,
  said,
  released: releasedIn,
}: Pick<Taken, 'result' | 'reading' | 'line'> & {
  said: number | null;
  released: () => number | null;
}): void {
  const text = compactText(line.text('rate'));
  const found = /^(\d+(?:\.\d+)?)(%?)$/.exec(text);
  if (!found || said === null || line.text('released') === '') return;
  const released = releasedIn();
  const right = released === null ? null : rateOf(said, released);
  if (right === null) return;
  const [, digits = ''] = found;
  const given = [Number(digits), Number(digits) * 100];
  const decimals = digits.split('.')[1]?.length ?? 0;
  const exact = Number(right);
  const isRight = given.some((one, index) => {
    const step = 10 ** -(found[2] === '%' || index === 0 ? decimals : Math.max(0, decimals - 2));
    return Math.abs(one - exact) <= step * 0.5 + 0.0051;
  });
  if (isRight) return;
  result.problems.push(
    cellProblem(
      reading,
      'warning',
      'rate-differs',
      line.address('rate'),
      text,
      `支付率写的是 ${text}，按本行已支付和下达资金应为 ${right}%；支付率由金额算出，不读入`,
      `${right}%`,
    ),
  );
}
