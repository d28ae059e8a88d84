// Turns what was read and planned into the preview that the import screen and the command line show.

import { type Column, columnsOf } from '../domain/fields.ts';
import { yearLabel } from '../domain/outside-years.ts';
import type { PlanInfo, ReferenceData } from '../domain/reference.ts';
import { placeReader } from '../places/place-key.ts';
import { cellText } from '../sheet/sheet-view.ts';
import { addFen, wanText, ZERO } from '../values/money.ts';
import { KIND_QUESTION } from './kinds/keep-table.ts';
import type { PlannedRow } from './plan-import.ts';
import type { ImportPreview, ImportProblem, RowPreview, TablePreview } from './preview.ts';
import type { TableReading } from './reading.ts';
import { findRepeats } from './repeated-rows.ts';
import { valuesRead } from './values-read.ts';

/** A table with the file it came from. */
export interface FileTable {
  fileIndex: number;
  /** Name without folder. */
  file: string;
  /** Names the table through changes of other choices; prefix of its question ids. */
  identity: string;
  reading: TableReading;
  remembered: boolean;
}

export interface PreviewParts {
  previewId: string;
  tables: readonly FileTable[];
  rows: readonly PlannedRow[];
  /** Remarks on files and sheets. */
  remarks: readonly ImportProblem[];
  unreadable: ImportPreview['unreadable'];
  list: ImportPreview['list'];
  newClasses: ImportPreview['newClasses'];
  newFunds: ImportPreview['newFunds'];
  newColumns: ImportPreview['newColumns'];
  newScheme: ImportPreview['newScheme'];
  mode: ImportPreview['mode'];
  counties: ImportPreview['counties'];
}

/** `${identity}/${id}`: the id under which a question of one table is answered. */
export function questionId(identity: string, id: string): string {
  return `${identity}/${id}`;
}

const ACCEPTABLE = new Set([
  'amount-unparsed',
  'formula-no-result',
  'count-unparsed',
  'period-unparsed',
  'town-proposed',
]);

export function buildPreview(parts: PreviewParts, plan: PlanInfo, reference: ReferenceData): ImportPreview {
  const labels = labelsOf(columnsOf(plan, reference), reference);
  const count = (action: PlannedRow['action']): number => parts.rows.filter((row) => row.action === action).length;
  return {
    previewId: parts.previewId,
    tables: parts.tables.map(tablePreview),
    rows: rowPreviews(parts.rows, labels, reference),
    problems: [
      ...parts.remarks,
      ...parts.tables.flatMap(({ reading, identity }, table) =>
        reading.problems.map((problem): ImportProblem => {
          const isAcceptable = problem.proposal !== '' && problem.level !== 'info' && ACCEPTABLE.has(problem.code);
          return {
            ...problem,
            // The reader names a column by its key.
            ...(problem.code === 'header-uncertain' ? { proposal: labels(problem.proposal) } : {}),
            table,
            ...(isAcceptable ? { accept: questionId(identity, `accept:${problem.cell}`) } : {}),
          };
        }),
      ),
      ...findRepeats(parts.tables, parts.rows, placeReader(reference.regions)),
    ],
    questions: parts.tables.flatMap(({ reading, identity, file }) =>
      reading.questions.map((question) => ({ ...question, id: questionId(identity, question.id), file })),
    ),
    counts: {
      added: count('add'),
      updated: count('update'),
      unchanged: count('unchanged'),
      conflicts: count('conflict'),
      skipped: count('skip'),
    },
    unreadable: parts.unreadable,
    list: parts.list,
    newClasses: parts.newClasses,
    newFunds: parts.newFunds,
    newColumns: parts.newColumns,
    newScheme: parts.newScheme,
    mode: parts.mode,
    counties: parts.counties,
  };
}

const SAMPLES = 3;
const SAMPLE_LETTERS = 40;
/** Rows looked at for samples: enough to pass over empty cells. */
const SAMPLED_ROWS = 60;

/** Different texts of each column among the projects, without headings and totals; undefined where it has none. */
function projectSamples({ columns, projects }: TableReading): (string[] | undefined)[] {
  const found = columns.map((): string[] => []);
  const byNumber = new Map(columns.map((column, index) => [column.column, found[index] as string[]]));
  for (const { cells } of projects.slice(0, SAMPLED_ROWS)) {
    for (const cell of cells) {
      const samples = byNumber.get(cell.column);
      const text = cellText(cell).trim().slice(0, SAMPLE_LETTERS);
      if (samples && samples.length < SAMPLES && text !== '' && !samples.includes(text)) samples.push(text);
    }
  }
  return found.map((samples) => (samples.length > 0 ? samples : undefined));
}

function tablePreview({ fileIndex, file, identity, reading, remembered }: FileTable): TablePreview {
  const samples = reading.kind === 'projects' ? projectSamples(reading) : undefined;
  return {
    fileIndex,
    file,
    sheet: reading.sheet,
    kind: reading.kind,
    kindReason: reading.kindReason,
    kindQuestion: questionId(identity, KIND_QUESTION),
    keptRows: reading.keptRows.length,
    title: reading.title,
    headerRows: reading.headerRows,
    unit: reading.unit,
    unitSource: reading.unitSource,
    columns: reading.columns.map((column, index) => ({
      column: column.letter,
      header: column.header,
      field: column.key,
      confidence: Math.round(column.confidence * 100) / 100,
      reason: column.reason,
      samples: samples?.[index] ?? column.samples,
    })),
    projects: reading.projects.length,
    totalWan: wanText(addFen(ZERO, ...reading.projects.map((project) => project.amounts.total ?? ZERO))),
    assertions: reading.claims.length,
    remembered,
  };
}

/** Names of column keys in words: 资金来源 › 财政衔接资金. */
function labelsOf(columns: readonly Column[], reference: ReferenceData): (key: string) => string {
  const known = new Map(columns.map((column) => [column.key, column.label]));
  const source = (id: string): string => reference.fundSources.find((one) => one.id === id)?.name ?? id;
  return (key) => {
    const label = known.get(key);
    if (label !== undefined) return label;
    if (key.startsWith('source:')) return source(key.slice('source:'.length));
    if (key.startsWith('year:')) return yearLabel(key.slice('year:'.length));
    const [year = '', id = ''] = key.replace(/^cell:/, '').split('|');
    return key.startsWith('cell:') ? `${year}年${source(id)}` : key;
  };
}

/** New rows whose values are listed; all of a long list would only fill the memory. */
const LISTED = 300;

function rowPreviews(
  rows: readonly PlannedRow[],
  labelOf: (key: string) => string,
  reference: ReferenceData,
): RowPreview[] {
  let listed = 0;
  return rows.map((row) => {
    const isListed = row.action === 'add' && listed < LISTED;
    if (isListed) listed += 1;
    return rowPreview(row, isListed ? valuesRead(row.project, reference) : row.changes, labelOf);
  });
}

function rowPreview(row: PlannedRow, changes: PlannedRow['changes'], labelOf: (key: string) => string): RowPreview {
  const { values, amounts } = row.project;
  return {
    table: row.table,
    row: row.project.row,
    name: values.name ?? '',
    place: [values.town, values.village].filter((part) => part).join(' '),
    totalWan: amounts.total === null ? '' : wanText(amounts.total),
    action: row.action,
    reason: row.reason,
    candidates: row.candidates.map(({ id, code, name, town, village }) => ({
      id,
      code: code ?? '',
      name,
      place: [town, village].filter((part) => part).join(' '),
    })),
    changes: changes.map(({ columnKey, before, after }) => ({
      column: columnKey,
      label: labelOf(columnKey),
      before,
      after,
    })),
  };
}
