// 月报、进度表、支付明细 to payments and progress notes: cumulative figures become the difference to what is known up to the
// day (SPECS B10). Nothing of it touches the plan.
import type { Execution } from '../domain/execution.ts';
import type { Project } from '../domain/project.ts';
import type { ImportProblem } from '../import/preview.ts';
import type { ReadColumn, TableReading } from '../import/reading.ts';
import { STATUS_COLUMNS } from '../life/status-columns.ts';
import type { PlanData } from '../records/plan-data.ts';
import { compactText } from '../values/fold-text.ts';
import { formatWanFull, toFen } from '../values/money.ts';
import { checkTotals } from './check-totals.ts';
import { progressFigures, rateOf } from './figures.ts';
import { matchLines, unmatchedProblem } from './match-lines.ts';
import { MONTH_COLUMNS, type MonthKey, percentOf, SILENT } from './month-columns.ts';
import type { MonthChoices, MonthReading, MonthRow } from './month-reading.ts';
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

/** How many times the plan most rows are, where the unit was taken for a larger one. */
const SUSPECT = 50;

/** Reads one sheet; with an error among the problems nothing may be taken in. */
export function readMonth(
  data: PlanData,
  execution: Execution,
  reading: TableReading,
  choices: MonthChoices,
): MonthReading {
  const columns = findColumns(reading, MONTH_COLUMNS);
  const problems: ImportProblem[] = droppedRemark(reading, columns.others, SILENT);
  const result: MonthReading = { rows: [], payments: [], notes: [], steps: [], problems };
  const { of } = columns;
  const isJournal = of.date !== undefined && of.each !== undefined && of.paid === undefined;
  // A lone 支付金额 of a monthly sheet is what was paid until then.
  if (!isJournal && of.paid === undefined && of.each !== undefined) {
    of.paid = of.each;
  }
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
  if (!isJournal)
    problems.push(
      ...checkTotals<MonthKey>(reading, columns, ['paid', 'monthPaid', 'done'], { lines, sumWord }, choices.unit),
    );
  const matched = matchLines<MonthKey>(data, lines, choices.pairs);
  const until = new Map(progressFigures(data, execution, choices.asOf).projects.map((one) => [one.project.id, one]));
  const money = (key: MonthKey, line: SheetLine<MonthKey>): number | null =>
    amountOf(reading, line, of[key], { chosen: choices.unit, problems });
  // Looked at only, so a sum over several rows is no fault here.
  const releasedOf = (line: SheetLine<MonthKey>): number | null =>
    of.released && line.amount(of.released, unitOf(reading, of.released, choices.unit)).kind === 'shared'
      ? null
      : money('released', line);
  const journal = makeJournal(result, reading, execution, choices);
  const seen = new Set<string>();
  let oversize = 0;
  let sized = 0;
  for (const one of matched) {
    const { line, project } = one;
    const row: MonthRow = {
      row: line.row,
      name: line.text(naming),
      project: project ? { id: project.id, name: project.name } : null,
      candidates: one.candidates.map(({ id, name }) => ({ id, name })),
      knownFen: 0,
      saidFen: null,
      differenceFen: 0,
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
    row.knownFen = known?.paidFen ?? 0;
    if (isJournal) {
      journal(line, project, money('each', line), row);
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
    const said = of.paid ? money('paid', line) : null;
    const month = of.monthPaid ? money('monthPaid', line) : null;
    const done = of.done ? money('done', line) : null;
    row.saidFen = said;
    row.doneFen = done;
    if (said !== null && known && (known.planFen > 0 || known.releasedFen > 0)) {
      sized += 1;
      if (said > SUSPECT * Math.max(known.planFen, known.releasedFen)) oversize += 1;
    }
    takePaid({ result, execution, reading, line, project, row, said, month, choices });
    takeWork({ result, execution, reading, line, project, row, of, done, known, choices });
    if (hasStatus) takeSteps({ result, execution, reading, line, project, row, of, known, choices });
    checkRate({ result, reading, line, said, released: () => releasedOf(line) });
    const paid = row.knownFen + row.differenceFen;
    if (known && known.releasedFen > 0 && paid > known.releasedFen) {
      problems.push(
        cellProblem(
          reading,
          'warning',
          'paid-over-released',
          line.address('paid'),
          line.text('paid'),
          `“${project.name}”累计支付 ${formatWanFull(toFen(paid))} 万元，超过已下达资金 ${formatWanFull(known.releasedFen)} 万元 ${formatWanFull(toFen(paid - known.releasedFen))} 万元；已照表读入，请核对是否还有没录入的资金批次`,
        ),
      );
    }
  }
  if (sized >= 3 && oversize * 2 > sized && choices.unit === null) {
    problems.push(
      cellProblem(
        reading,
        'error',
        'unit-suspect',
        '',
        '',
        `按${reading.unit}读，${sized} 行里有 ${oversize} 行的已支付超过计划的 ${SUSPECT} 倍，单位可能是元；请选定单位后再导入（命令行用 --unit 元）`,
      ),
    );
  }
  return result;
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

function takePaid({
  result,
  execution,
  reading,
  line,
  project,
  row,
  said,
  month,
  choices,
}: Taken & { said: number | null; month: number | null }): void {
  const { problems } = result;
  const wan = (fen: number): string => formatWanFull(toFen(fen));
  if (said === null && month === null) return;
  const difference = said !== null ? said - row.knownFen : (month ?? 0);
  if (said !== null && month !== null && difference !== month && difference !== 0) {
    problems.push(
      cellProblem(
        reading,
        'warning',
        'month-differs',
        line.address('monthPaid'),
        line.text('monthPaid'),
        `本月支付 ${wan(month)} 万元，而累计 ${wan(said)} 万元减去已记的 ${wan(row.knownFen)} 万元是 ${wan(difference)} 万元，差 ${wan(difference - month)} 万元；按累计数记`,
      ),
    );
  }
  // Without a cumulative column a month can be taken in once only: the same day and amount are there already.
  if (said === null && isKnownMonth(execution, project.id, choices.asOf, difference)) return;
  if (difference === 0) return;
  if (difference < 0 && said !== null && !choices.takesFalls) {
    problems.push(
      cellProblem(
        reading,
        'warning',
        'paid-fell',
        line.address('paid'),
        line.text('paid'),
        `“${project.name}”累计支付 ${wan(said)} 万元，比截至 ${choices.asOf} 已记的 ${wan(row.knownFen)} 万元少 ${wan(-difference)} 万元，累计数不应减少，这一格没有读入；确是退回的，请选“累计数减少的按退回记”`,
        `记一笔退回 ${wan(difference)} 万元`,
      ),
    );
    return;
  }
  row.differenceFen = difference;
  result.payments.push({
    projectId: project.id,
    batchId: null,
    date: choices.asOf,
    amountFen: toFen(difference),
    stage: '其他',
    payee: '',
    voucher: '',
    note: said === null ? MONTH_NOTE : `截至 ${choices.asOf} 的累计数与已记数的差额`,
  });
}

const MONTH_NOTE = '本月支付';

const isKnownMonth = ({ payments }: Execution, projectId: string, date: string, fen: number): boolean =>
  payments.some(
    (one) => one.projectId === projectId && one.date === date && one.amountFen === fen && one.note === MONTH_NOTE,
  );

type Known = ReturnType<typeof progressFigures>['projects'][number] | undefined;

function takeWork({
  result,
  reading,
  line,
  project,
  row,
  of,
  done,
  known,
  choices,
}: Taken & {
  of: Partial<Record<MonthKey, ReadColumn>>;
  done: number | null;
  known: Known;
}): void {
  const { problems } = result;
  const percent = of.percent ? percentOf(line, of.percent) : null;
  if (percent === 'unreadable') {
    const text = line.text('percent');
    problems.push(
      cellProblem(
        reading,
        'info',
        'percent-words',
        line.address('percent'),
        text,
        `“${text}”不是 0—100 的百分数，记为进展文字`,
      ),
    );
  }
  row.percent = percent === 'unreadable' ? null : percent;
  const words = [percent === 'unreadable' ? line.text('percent') : '', line.text('text')].filter((text) => text !== '');
  const note = {
    projectId: project.id,
    date: choices.asOf,
    percent: row.percent,
    doneFen: done === null ? null : toFen(done),
    text: words.join('；'),
    problem: line.text('problem'),
  };
  const isEmpty = note.percent === null && note.doneFen === null && note.text === '' && note.problem === '';
  const before = known?.note;
  const isSame =
    before !== undefined &&
    before !== null &&
    (note.percent ?? known?.percent) === known?.percent &&
    (note.doneFen ?? known?.doneFen) === known?.doneFen &&
    note.text === before.text &&
    note.problem === before.problem;
  if (isEmpty || isSame) return;
  if (note.doneFen !== null && known && note.doneFen < known.doneFen) {
    problems.push(
      cellProblem(
        reading,
        'warning',
        'done-fell',
        line.address('done'),
        line.text('done'),
        `“${project.name}”完成投资 ${formatWanFull(note.doneFen)} 万元，比已记的 ${formatWanFull(known.doneFen)} 万元少 ${formatWanFull(toFen(known.doneFen - note.doneFen))} 万元；已照表读入，请核对`,
      ),
    );
  }
  result.notes.push(note);
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
