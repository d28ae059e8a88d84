// 项目状态, 验收时间 and their kin in a list of projects: read row by row as steps to come in as 补录, told once, and asked
// about where a word is not known.
import { LIFE_STATES, lifeState, SIDE_EVENTS } from '../domain/life.ts';
import { type ReadStatus, readStatus } from '../life/read-status.ts';
import { type StatusKey, statusKeyOf } from '../life/status-columns.ts';
import { cellAddress } from '../sheet/sheet.ts';
import { cellIn, cellText, type SheetView } from '../sheet/sheet-view.ts';
import type { AmountUnit } from '../values/parse-amount.ts';
import { lastDayOf } from '../values/parse-day.ts';
import { headerOf } from './header-words.ts';
import { CHOSEN } from './match-header.ts';
import type { ImportQuestion } from './preview.ts';
import type { Report } from './problem-list.ts';
import type { ReadColumn, ReadProject } from './reading.ts';

type StatusColumns = ReadonlyMap<StatusKey, ReadColumn>;

/** The columns of a list that tell of lives: those that no field takes and nobody left out by hand. */
export function statusColumns(
  columns: readonly ReadColumn[],
  answers: Readonly<Record<string, string>> = {},
): StatusColumns {
  const found = new Map<StatusKey, ReadColumn>();
  if (answers[TAKEN] === LEAVE) return found;
  for (const column of columns) {
    if (column.key !== null || column.reason === CHOSEN || column.path.length === 0) continue;
    const key = statusKeyOf(headerOf(column));
    if (key !== undefined && !found.has(key)) found.set(key, column);
  }
  return found;
}

interface StepReader {
  sheet: string;
  view: SheetView;
  columns: StatusColumns;
  unitOf: (column: ReadColumn) => AmountUnit;
  asOf: string;
  answers: Readonly<Record<string, string>>;
  questions: ImportQuestion[];
  report: Report;
}

const ASKED = 'state-word:';
/** Id of the question whether these columns are taken, and the answer that leaves them aside. */
const TAKEN = 'status-columns';
const LEAVE = 'leave';

/** Reads the steps of all projects of a table into them. */
export function readSteps(projects: readonly ReadProject[], reader: StepReader): void {
  const { columns, sheet, report, view } = reader;
  if (columns.size === 0) return;
  const answers = new Map(
    Object.entries(reader.answers).flatMap(([id, answer]) =>
      id.startsWith(ASKED) ? [[id.slice(ASKED.length), answer] as const] : [],
    ),
  );
  const unknown = new Map<string, { rows: number; cell: string }>();
  const counts = new Map<string, number>();
  for (const project of projects) {
    const cellOf = (key: StatusKey) => {
      const column = columns.get(key);
      if (!column) return null;
      const value = cellIn(view.rowAt(project.row), column.column)?.value;
      return {
        text: view.seenText(project.row, column.column),
        isNumber: value?.kind === 'number',
        unit: reader.unitOf(column),
      };
    };
    const read = readStatus(cellOf, reader.asOf, answers);
    project.steps = withPeriod(read, project, reader);
    for (const { to, kind } of project.steps) {
      const name = kind === 'state' && to ? lifeState(to).name : SIDE_EVENTS[kind as 'dropped'];
      counts.set(name, (counts.get(name) ?? 0) + 1);
    }
    for (const { key, level, code, message } of read.faults) {
      const at = columns.get(key);
      if (!at) continue;
      const cell = cellAddress(project.row, at.column);
      const raw = cellText(view.cellAt(project.row, at.column));
      report({ level, code, cell, raw, message: `“${sheet}” ${cell}：${message}。`, proposal: '' });
    }
    if (read.unknownWord === '') continue;
    const before = unknown.get(read.unknownWord);
    const cell = cellAddress(project.row, columns.get('state')?.column ?? 1);
    unknown.set(read.unknownWord, { rows: (before?.rows ?? 0) + 1, cell: before?.cell ?? cell });
  }
  tellSteps(reader, counts);
  for (const [word, { rows, cell }] of unknown) askAbout(reader, word, rows, cell);
}

/** Where a row says that work began or ended, the day of it is that of the list, if the list gives one that has come. */
function withPeriod({ steps }: ReadStatus, project: ReadProject, { asOf, columns }: StepReader): ReadStatus['steps'] {
  const dayOf = (period: string | null | undefined): string | null => {
    const [year, month, day] = period?.split('-') ?? [];
    if (!year || !month) return null;
    const whole = day ? `${year}-${month}-${day}` : lastDayOf(Number(year), Number(month));
    return whole <= asOf ? whole : null;
  };
  return steps.map((step) => {
    if (step.date !== null) return step;
    if (step.to === 'started' && !columns.has('startedAt')) return { ...step, date: dayOf(project.values.startAt) };
    if (step.to === 'finished' && !columns.has('finishedAt')) return { ...step, date: dayOf(project.values.endAt) };
    return step;
  });
}

function tellSteps({ sheet, columns, report, questions }: StepReader, counts: ReadonlyMap<string, number>): void {
  const names = [...columns.values()].map(({ letter, header }) => `${letter} 列“${header}”`).join('、');
  const list = [...counts].map(([name, count]) => `${name} ${count} 个`).join('、');
  const [first] = columns.values();
  const message =
    counts.size === 0
      ? `“${sheet}”${names}写的是项目办理的情况，没有可以补录的内容，没有读入。`
      : `“${sheet}”${names}写的是项目办理的情况，导入时补录为办理（${list}），不改计划数，与导入同为一步、可撤销。`;
  report({
    level: 'info',
    code: 'status-columns',
    cell: first ? `${first.letter}1` : '',
    raw: names,
    message,
    proposal: '',
  });
  if (counts.size === 0) return;
  questions.push({
    id: TAKEN,
    message,
    options: [
      { value: 'take', label: '补录为项目办理' },
      { value: LEAVE, label: '不补录，只留作来源' },
    ],
    assumed: 'take',
  });
}

function askAbout({ sheet, questions, report }: StepReader, word: string, rows: number, cell: string): void {
  const message = `“${sheet}” ${cell}：项目状态“${word}”（${rows} 行）不知道是哪一步。请选定，或不补录`;
  report({ level: 'warning', code: 'status-word', cell, raw: word, message: `${message}。`, proposal: '' });
  questions.push({
    id: `${ASKED}${word}`,
    message: `${message}。`,
    options: [
      { value: '', label: '不补录（这一格不读入）' },
      ...LIFE_STATES.map(({ id, name }) => ({ value: id, label: name })),
      { value: 'paused', label: SIDE_EVENTS.paused },
      { value: 'dropped', label: SIDE_EVENTS.dropped },
    ],
    assumed: '',
  });
}
