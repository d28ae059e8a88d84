// Carrying the plan out: 5,000 projects with 6 payments and 8 events each — reports by every dimension at first and after
// one payment, the board, all findings; the same of 60,000; a monthly sheet of 3,721 rows beside the same rows taken in as
// projects.
import { copyFileSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Execution, FundBatch, Payment } from '#shared/domain/execution.ts';
import { listFacts } from '#shared/domain/facts-by-project.ts';
import { LIFE_STATES } from '#shared/domain/life.ts';
import type { Project } from '#shared/domain/project.ts';
import { checkExecution } from '#shared/execution-checks/check-execution.ts';
import { progressFigures } from '#shared/funds/figures.ts';
import { groupProgress, PROGRESS_DIMENSIONS } from '#shared/funds/group-progress.ts';
import { makeBoard } from '#shared/life/board.ts';
import type { PlanData } from '#shared/records/plan-data.ts';
import { toFen } from '#shared/values/money.ts';
import { makeBatch, makeEvent, makeLine, makeNote, makePayment, NOTHING } from '#test/support/execution-facts.ts';
import { planWith, samplePlan } from '../unit/seeds/sample-plan.ts';
import { type Measurement, median, milliseconds, runChild, time } from './measure.ts';

const XIANJIE = join(import.meta.dirname, '../../build/xianjie.mjs');
const SMALL = 5000;
const LARGE = 60_000;
const ROWS = 3721;
const ROUNDS = 5;
/** Payments by each dimension in a round. */
const TURNS = 10;
const BATCHES = 24;
const AS_OF = '2025-11-30';
const STEPS = LIFE_STATES.slice(1, 9).map(({ id }) => id);

interface Book {
  data: PlanData;
  execution: Execution;
  payments: Map<string, Payment>;
}

function makeBook(count: number): Book {
  const [first] = samplePlan().projects;
  const sample = samplePlan().projects;
  const projects = Array.from({ length: count }, (_, index): Project => {
    const { ...project } = sample[index % sample.length] ?? (first as Project);
    return { ...project, id: `p${index}`, position: index, unit: `单位${index % 40}` };
  });
  const batches: FundBatch[] = Array.from({ length: BATCHES }, (_, index) =>
    makeBatch(`县农字〔2025〕${index}号`, '100000', {
      ownDate: '2025-02-01',
      year: 2025 - (index % 3),
      direction: `方向${index % 5}`,
    }),
  );
  const lines = projects.map(({ id }, index) => makeLine(batches[index % BATCHES]?.id ?? '', id, '60'));
  const payments = projects.flatMap(({ id }) =>
    Array.from({ length: 6 }, (_, month) => makePayment(id, `2025-0${month + 3}-15`, '7.5')),
  );
  const events = projects.flatMap(({ id }) => STEPS.map((step, at) => makeEvent(id, step, `2025-0${at + 1}-05`)));
  const notes = projects.map(({ id }) => makeNote(id, '2025-10-31', 80, '45'));
  const byId = new Map(payments.map((payment) => [payment.id, payment]));
  const execution = { ...NOTHING, batches, lines, payments: listFacts(byId, null), events, notes };
  return { data: planWith(projects), execution, payments: byId };
}

function report({ data, execution }: Book): void {
  for (const by of PROGRESS_DIMENSIONS) groupProgress(data, progressFigures(data, execution, AS_OF), by);
}

/** One more payment, as the store gives its list after a change. */
function payOnce(book: Book, round: number): void {
  const payment = { ...makePayment(`p${round * 7}`, '2025-11-20', '1'), amountFen: toFen(10_000) };
  book.payments.set(payment.id, payment);
  const before = { slice: book.execution.payments, changed: new Set([payment.id]) };
  book.execution = { ...book.execution, payments: listFacts(book.payments, before) };
}

interface Times {
  first: number;
  /** By dimension, the slowest. */
  again: number;
  board: number;
  checks: number;
}

async function timesOf(count: number): Promise<Times> {
  const first: number[] = [];
  const board: number[] = [];
  const checks: number[] = [];
  const again = new Map<string, number[]>();
  for (let round = 0; round < ROUNDS; round += 1) {
    const book = makeBook(count);
    first.push(await time(() => groupProgress(book.data, progressFigures(book.data, book.execution, AS_OF), 'town')));
    report(book);
    board.push(await time(() => makeBoard(book.data, book.execution, AS_OF, 'class')));
    checks.push(await time(() => checkExecution(book.data, book.execution, AS_OF)));
    for (let turn = 0; turn < TURNS; turn += 1) {
      for (const by of PROGRESS_DIMENSIONS) {
        const ms = await time(() => {
          payOnce(book, turn);
          groupProgress(book.data, progressFigures(book.data, book.execution, AS_OF), by);
        });
        again.set(by, [...(again.get(by) ?? []), ms]);
      }
    }
  }
  return {
    first: median(first),
    again: Math.max(...[...again.values()].map(median)),
    board: median(board),
    checks: median(checks),
  };
}

/** The same rows as a list with other amounts and as a monthly sheet, each taken into a workbook that holds the projects. */
async function importTimes(): Promise<{ list: number; month: number; taken: string }> {
  const folder = mkdtempSync(join(tmpdir(), 'xianjie-bench-month-'));
  try {
    const sheetOf = (name: string, title: string, heads: string, row: (index: number) => string): string => {
      const file = join(folder, name);
      const rows = Array.from({ length: ROWS }, (_, index) => row(index));
      writeFileSync(file, [title, heads, ...rows].join('\r\n'));
      return file;
    };
    const towns = ['研和街道', '春和街道', '北城街道', '大营街街道', '高仓街道'];
    const who = (index: number): string =>
      `${index + 1},${towns[index % 5]}第${index}组灌溉沟渠修复提升,${towns[index % 5]},村${index % 60},新建三面光沟渠${index % 900}米`;
    const list = sheetOf(
      '项目表.csv',
      '项目表（单位：万元）',
      '序号,项目名称,乡镇,村,建设内容,总投资,财政衔接资金,2025年,责任单位,备注',
      (index) => `${who(index)},60,60,60,农业农村局,`,
    );
    const changed = sheetOf(
      '项目表2.csv',
      '项目表（单位：万元）',
      '序号,项目名称,乡镇,村,建设内容,总投资,财政衔接资金,2025年,责任单位,备注',
      (index) => `${who(index)},70,70,70,农业农村局,`,
    );
    const month = sheetOf(
      '月报.csv',
      '项目进度表（截至2025年10月31日，单位：万元）',
      '序号,项目名称,乡镇,村,建设内容,下达资金,已支付,完成投资,形象进度,存在问题',
      (index) => `${who(index)},60,${(index % 50) + 1},${(index % 50) + 2},${index % 100}%,`,
    );
    const times = { list: [] as number[], month: [] as number[] };
    let taken = '';
    const start = join(folder, 'start.xianjie');
    await runChild(process.execPath, [XIANJIE, 'new', start, '--region', '530402', '--period', '2021-2025']);
    await runChild(process.execPath, [XIANJIE, 'import', start, list], [0, 1]);
    for (let round = 0; round <= ROUNDS; round += 1) {
      const [forList, forMonth] = ['l', 'm'].map((name) => join(folder, `${name}${round}.xianjie`)) as [string, string];
      for (const copy of [forList, forMonth]) copyFileSync(start, copy);
      const one = await runChild(process.execPath, [XIANJIE, 'import', forList, changed, '--json'], [0, 1]);
      const other = await runChild(process.execPath, [XIANJIE, 'pay', forMonth, 'import', month, '--json'], [0, 1]);
      const { payments, notes } = JSON.parse(other.stdout) as { payments: number; notes: number };
      taken = `${payments} payments, ${notes} notes`;
      // The first round fills caches for both and is not counted.
      if (round === 0) continue;
      times.list.push(one.ms);
      times.month.push(other.ms);
    }
    return { list: median(times.list), month: median(times.month), taken };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

export async function run(): Promise<Measurement[]> {
  const small = await timesOf(SMALL);
  const large = await timesOf(LARGE);
  const row = (name: string, key: keyof Times, goal: string): Measurement => ({
    name,
    value: `${milliseconds(small[key])} (goal ${goal}); of 60,000: ${milliseconds(large[key])}, ${(large[key] / small[key]).toFixed(1)} x (goal 12)`,
  });
  const { list, month, taken } = await importTimes();
  return [
    row('progress of 5,000 projects, first', 'first', '200 ms'),
    row('progress by any dimension after one payment', 'again', '10 ms'),
    row('board', 'board', '50 ms'),
    row('findings on money and life', 'checks', 'none'),
    {
      name: `monthly sheet of ${ROWS} rows`,
      value: `${milliseconds(month)}, ${(month / list).toFixed(2)} x the same rows as projects (${milliseconds(list)}; goal 1.2; ${taken})`,
    },
  ];
}
