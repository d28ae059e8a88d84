// 形象进度, 完成投资, 进展 and 问题 of one row of a monthly sheet to a note of its day, with the 累计支付 that it states.

import type { Execution } from '../domain/execution.ts';
import { factsOf } from '../domain/facts-by-project.ts';
import type { Project } from '../domain/project.ts';
import type { ImportProblem } from '../import/preview.ts';
import type { TableReading } from '../import/reading.ts';
import { formatWanFull, toFen } from '../values/money.ts';
import type { ProjectProgress } from './figures.ts';
import type { MonthKey } from './month-columns.ts';
import type { MonthChoices, MonthReading, MonthRow } from './month-reading.ts';
import type { PercentReader } from './percent-cells.ts';
import { cellProblem, type SheetLine } from './sheet-rows.ts';
import { saysOfWork, statedTotals } from './stated-totals.ts';

export interface WorkRow {
  result: MonthReading;
  execution: Execution;
  reading: TableReading;
  line: SheetLine<MonthKey>;
  project: Project;
  row: MonthRow;
  choices: MonthChoices;
  percents: PercentReader;
  done: number | null;
  /** 累计支付 that the row states; null where it states none, or one that was not taken. */
  stated: number | null;
  known: ProjectProgress | undefined;
}

export function takeWork({
  result,
  execution,
  reading,
  line,
  project,
  row,
  percents,
  done,
  stated,
  known,
  choices,
}: WorkRow): void {
  const { problems } = result;
  const read = percents.read(line);
  const text = line.text('percent');
  const tell = (level: ImportProblem['level'], code: string, message: string, proposal = ''): void => {
    problems.push(cellProblem(reading, level, code, line.address('percent'), text, message, proposal));
  };
  if (read.kind === 'words') tell('info', 'percent-words', `“${text}”不是 0—100 的百分数，记为进展文字`);
  if (read.kind === 'unsure') {
    const [hundredth, whole] = read.as;
    const words = `形象进度“${text}”看不出是 ${hundredth}% 还是 ${whole}%，没有读入；请写成带 % 的数再导入`;
    tell('warning', 'percent-unsure', words, `${whole}%`);
  }
  row.percent = read.kind === 'percent' ? read.percent : null;
  const words = [read.kind === 'words' ? text : '', line.text('text')].filter((part) => part !== '');
  const before = known?.note;
  const note = {
    projectId: project.id,
    date: choices.asOf,
    percent: row.percent,
    doneFen: done === null ? null : toFen(done),
    saidPaidFen: null,
    text: words.join('；'),
    problem: line.text('problem'),
  };
  const isSame =
    before !== undefined &&
    before !== null &&
    (note.percent ?? known?.percent) === known?.percent &&
    (note.doneFen ?? known?.doneFen) === known?.doneFen &&
    note.text === before.text &&
    note.problem === before.problem;
  const isNews = saysOfWork(note) && !isSame;
  const held = statedTotals(factsOf(execution.notes, project.id)).find(({ date }) => date === choices.asOf);
  const isStated = stated !== null && held?.fen !== stated;
  if (!isNews && !isStated) return;
  if (isNews && note.doneFen !== null && known && note.doneFen < known.doneFen) {
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
  const saidPaidFen = isStated ? toFen(stated) : null;
  const blank = { percent: null, doneFen: null, text: '', problem: '' };
  result.notes.push({ ...note, ...(isNews ? {} : blank), saidPaidFen });
}
