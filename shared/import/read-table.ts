// Reads one table from its header to its last row. Pure; a generator, so that a caller can show progress, let other
// work run in between, and stop.

import { isUpperPlan, type PlanInfo, type ReferenceData } from '../domain/reference.ts';
import type { PlaceReader } from '../places/place-key.ts';
import type { SheetCell } from '../sheet/sheet.ts';
import type { SheetRow, SheetView } from '../sheet/sheet-view.ts';
import { askAboutShift } from './ask-shift.ts';
import { type ColumnSums, sumColumns } from './column-sums.ts';
import { cellUses, columnsByNumber, rowColumns } from './column-uses.ts';
import type { ColumnWords } from './column-words.ts';
import { computeFormulas } from './compute-formulas.ts';
import { verticallyMerged, wordFiller } from './fill-words.ts';
import { groupRows } from './group-rows.ts';
import type { HeaderVocabulary } from './header-words.ts';
import { keepTable } from './kinds/keep-table.ts';
import { takenAs } from './kinds/sheet-kinds.ts';
import { layoutFingerprint } from './layout-memory.ts';
import { NEW_CLASS } from './learn-classes.ts';
import type { CategoryFinder } from './match-category.ts';
import { findOddCells } from './odd-cells.ts';
import { settleOwnColumns } from './own-columns.ts';
import type { ImportQuestion } from './preview.ts';
import { problemList } from './problem-list.ts';
import { readClaims } from './read-claims.ts';
import { readProject, sourceNamed } from './read-project.ts';
import { readSteps, statusColumns } from './read-steps.ts';
import type { ValueReader } from './read-values.ts';
import type { FoundTable, ReadProject, TableChoices, TableReading } from './reading.ts';
import { type RowKind, type RowWords, rowWords } from './row-kinds.ts';
import { reportRowSums, settleRowSums } from './row-sums.ts';
import { settleColumns } from './settle-columns.ts';
import { settleByFigures } from './settle-rows.ts';
import { applyFormats } from './shown-amounts.ts';
import { sumUpTotals } from './sum-totals.ts';
import { findSuspectUnits } from './suspect-units.ts';
import {
  categoryQuestions,
  problemOfNoProjects,
  reportComputed,
  reportSetAside,
  reportUnnamed,
} from './table-questions.ts';
import { remarksOn } from './table-remarks.ts';
import { findUnit, reportUnit } from './table-units.ts';

export interface TableContext {
  plan: PlanInfo;
  reference: ReferenceData;
  words: ColumnWords;
  finder: CategoryFinder;
  places: PlaceReader;
  isCounty(text: string): boolean;
  /** Days after it are plans, not facts. */
  today: string;
  /** The words by which a header is found. */
  vocabulary: HeaderVocabulary;
}

const STEP = 400;

/** Reads a table; yields the number of rows done now and then. */
export function* readTable(
  stored: SheetView,
  table: FoundTable,
  context: TableContext,
  choices: TableChoices = {},
): Generator<number, TableReading> {
  const sheet = stored.sheet.name;
  const problems = problemList(sheet);
  const questions: ImportQuestion[] = [];
  const accepted = acceptedCells(choices);
  const odd = findOddCells(stored, table);
  const formulas = computeFormulas(stored, odd.open, accepted);
  const { columns, told } = settleColumns(formulas.view, table, context, choices, questions);
  const taken = takenAs(told.kind);
  if (taken !== 'projects' && taken !== 'claims')
    return keepTable(stored, table, columns, told, layoutFingerprint(columns));
  const unit = findUnit(formulas.view, table, columns, choices);
  const reshown = inOrder([...odd.reshown, ...formulas.computed]);
  const view = applyFormats(formulas.view, reshown, columns, unit.of, choices, questions, problems.report);
  reportComputed(sheet, formulas.computed, columns, problems.report);
  if (unit.question) questions.push(unit.question);
  reportUnit(sheet, unit, table.unit, columns, problems.report);
  const byColumn = rowColumns(columns);
  const all: RowWords[] = [];
  const fill = wordFiller(view, columns);
  for (const row of bodyRows(view, table)) {
    all.push(rowWords(view, row, byColumn, fill));
    if (all.length % STEP === 0) yield all.length;
  }
  const chosen: Record<string, string | null> = { 未分类: null };
  // A heading that becomes a class of its own is found among the classes once it is one.
  for (const [text, id] of Object.entries(choices.categories ?? {}))
    if (id !== NEW_CLASS) chosen[text] = id === '' ? null : id;
  const groupOptions = {
    finder: context.finder,
    isCounty: context.isCounty,
    chosen,
    hasNameColumn: columns.some((column) => column.key === 'name'),
    hasDetailColumns: columns.some((column) => ['town', 'village', 'content', 'nature'].includes(column.key ?? '')),
  };
  let kind: 'projects' | 'summary' = taken === 'projects' ? 'projects' : 'summary';
  const forced = new Map<number, RowKind>();
  let rows = groupRows(all, { ...groupOptions, forced, isSummary: kind === 'summary' });
  if (
    kind === 'projects' &&
    choices.kind === undefined &&
    !rows.some((row) => row.kind === 'project') &&
    rows.some((row) => row.kind === 'heading')
  ) {
    kind = 'summary';
    rows = groupRows(all, { ...groupOptions, forced, isSummary: true });
  }
  const addUp = (): ColumnSums =>
    sumColumns(
      rows.map((row) => row.words.row),
      rows.map((row) => row.kind === 'project'),
      columns,
      unit.of,
      accepted,
    );
  let sums = addUp();
  const isClass = (text: string): boolean => context.finder.find(text, null) !== undefined;
  // A heading found by its figures may show that the row over it is one too.
  for (let round = 0; round < 3 && kind === 'projects'; round += 1) {
    if (!settleByFigures(rows, sums, unit.of, forced, isClass)) break;
    rows = groupRows(all, { ...groupOptions, forced, isSummary: false });
    sums = addUp();
  }
  const items = rows.filter((row) => row.kind === 'project');
  const rowSums = kind === 'projects' ? settleRowSums(columns, sums, context) : [];
  const { dropped, newSources } = askAboutShift({
    sheet,
    table,
    kind,
    columns,
    sums,
    context,
    choices,
    questions,
    report: problems.report,
  });
  const claims = readClaims(
    {
      sheet,
      columns,
      unitOf: unit.of,
      report: problems.report,
      isSummary: kind === 'summary',
      keyOf: (_row, key, isWhole) => {
        if ([...dropped].some((column) => column.key === key)) return `part:${key}`;
        return kind === 'summary' || isWhole ? key : `part:${key}`;
      },
    },
    rows,
    sums,
  );
  const projects: ReadProject[] = [];
  let isTotalSummed = false;
  const status = kind === 'projects' ? statusColumns(columns, choices.answers) : new Map();
  if (kind === 'projects') {
    const others = new Set([...dropped, ...status.values()]);
    settleOwnColumns({ sheet, columns, others, context, choices, questions });
    for (const column of dropped) column.key = null;
    const reader: ValueReader = {
      sheet,
      view,
      byColumn: columnsByNumber(columns),
      uses: cellUses(columns),
      filledColumns: verticallyMerged(view, table, columns, context.words),
      unitOf: unit.of,
      year: table.year,
      sourceOf: (text) => sourceNamed(text, context),
      accepted,
      proposals: formulas.proposals,
      above: [],
      places: context.places,
      report: problems.report,
    };
    for (const row of items) {
      const project = readProject(reader, row, context, chosen);
      // 查看来源 shows what the file holds, not what was made of it.
      if (view !== stored) project.cells = stored.rowAt(project.row)?.cells ?? [];
      projects.push(project);
      if (projects.length % STEP === 0) yield all.length + projects.length;
    }
    readSteps(projects, {
      sheet,
      view,
      columns: status,
      unitOf: unit.of,
      asOf: context.today,
      answers: choices.answers ?? {},
      questions,
      report: problems.report,
    });
    isTotalSummed = sumUpTotals(sheet, columns, projects, sums, claims, choices, questions, problems.report);
    const rowOf = (item: number): number => items[item]?.words.row.row ?? 0;
    const classOf = (item: number): string | null => projects[item]?.values.categoryId ?? null;
    reportRowSums(sheet, rowSums, sums, rowOf, problems.report);
    for (const found of findSuspectUnits(sheet, columns, sums, rowOf, classOf)) problems.report(found);
  }
  reportSetAside(rows, sheet, problems.report);
  reportUnnamed(rows, columns, sheet, problems.report);
  questions.push(...categoryQuestions(sheet, rows, projects, context, chosen, problems.report));
  // A plan above counties takes the county of each project from its column.
  const counties = isUpperPlan(context) ? columns.filter(({ key }) => key === 'region') : [];
  const untold = new Set([...dropped, ...counties, ...status.values()]);
  for (const remark of remarksOn(view, table, columns, untold, kind === 'projects')) problems.report(remark);
  problemOfNoProjects(sheet, kind, projects.length, claims.length, problems.report);
  return {
    sheet,
    kind,
    kindReason: kind === told.kind ? told.reason : '各行都是类别标题，没有项目',
    passOver: 'never',
    title: table.title,
    headerRows: table.headerRows,
    unit: unit.unit,
    unitSource: unit.source,
    columns,
    projects,
    isTotalSummed,
    newSources,
    claims,
    keptRows: [],
    keptLines: [],
    problems: problems.finish(),
    questions,
    fingerprint: layoutFingerprint(columns),
    source: stored.sheet,
  };
}

function acceptedCells(choices: TableChoices): Set<string> {
  const cells = Object.entries(choices.answers ?? {}).filter(
    ([id, answer]) => id.startsWith('accept:') && answer !== '',
  );
  return new Set(cells.map(([id]) => id.slice('accept:'.length)));
}

function inOrder(cells: SheetCell[]): SheetCell[] {
  return cells.sort((a, b) => a.row - b.row || a.column - b.column);
}

function* bodyRows(view: SheetView, table: FoundTable): Generator<SheetRow> {
  const { rows } = view.sheet;
  for (let index = view.indexOf(table.firstRow); index < rows.length; index += 1) {
    const row = rows[index] as SheetRow;
    if (row.row > table.lastRow) return;
    if (table.repeatedRows.has(row.row)) continue;
    const outside = row.cells.some((cell) => cell.column < table.left || cell.column > table.right);
    yield outside
      ? { ...row, cells: row.cells.filter((cell) => cell.column >= table.left && cell.column <= table.right) }
      : row;
  }
}
