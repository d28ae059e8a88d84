// Parts of a preview that need the session or the plan of the import: rows left out, the county, conflicts by name.

import { NAMELESS, type Project } from '#shared/domain/project.ts';
import { homeRegion } from '#shared/domain/reference.ts';
import { type FileTable, questionId } from '#shared/import/build-preview.ts';
import { doubtRegion } from '#shared/import/doubt-region.ts';
import { findGone, goneSentence, type ProjectOrigin } from '#shared/import/gone-projects.ts';
import type { PlannedRow } from '#shared/import/plan-import.ts';
import type {
  CountedProjects,
  ImportChoices,
  ImportPreview,
  ImportProblem,
  ImportQuestion,
} from '#shared/import/preview.ts';
import {
  askCounty,
  COUNTY_COLUMN,
  COUNTY_QUESTION,
  misplacedSentence,
  type RowCounties,
} from '#shared/import/row-counties.ts';
import type { PlaceReader } from '#shared/places/place-key.ts';
import type { PlanData } from '#shared/records/plan-data.ts';
import { AppError } from '#shared/values/app-error.ts';
import { addFen, wanText, ZERO } from '#shared/values/money.ts';
import type { Session } from '../session.ts';
import type { TiedChoices } from './table-choices.ts';

/** Rows left out, numbered by the tables as they are now. */
export function skippedRows(tables: readonly FileTable[], tied: TiedChoices): Set<string> {
  const found = new Set<string>();
  for (const [index, table] of tables.entries()) {
    for (const project of table.reading.projects) {
      if (tied.skipRows.has(`${table.identity}:${project.row}`)) found.add(`${index}:${project.row}`);
    }
  }
  return found;
}

/** Rows paired by hand, numbered by the tables as they are now. */
export function pairedRows(tables: readonly FileTable[], tied: TiedChoices): Map<string, string | null> {
  const found = new Map<string, string | null>();
  if (tied.pairs.size === 0) return found;
  for (const [index, table] of tables.entries()) {
    for (const { row } of table.reading.projects) {
      const project = tied.pairs.get(`${table.identity}:${row}`);
      if (project !== undefined) found.set(`${index}:${row}`, project);
    }
  }
  return found;
}

export function countProjects(projects: readonly Project[]): CountedProjects {
  const totalWan = wanText(addFen(ZERO, ...projects.map(({ amounts }) => amounts.total ?? ZERO)));
  return { projects: projects.length, totalWan };
}

/** Counties found for the rows of one table, and the table's identity. */
export interface TableCounties {
  identity: string;
  found: RowCounties;
}

/** Counties by `${table}:${row}`: as found, the rest as answered; a county chosen for the whole import goes before all. */
export function countiesOfRows(tables: readonly TableCounties[], choices: ImportChoices): Map<string, string> {
  const counties = new Map<string, string>();
  if (choices.regionCode !== undefined) return counties;
  for (const [table, { identity, found }] of tables.entries()) {
    for (const [row, code] of found.byRow) counties.set(`${table}:${row}`, code);
    const answer = choices.answers?.[questionId(identity, COUNTY_QUESTION)];
    if (answer !== undefined && !COUNTY_COLUMN.test(answer))
      for (const row of found.unclear) counties.set(`${table}:${row}`, answer);
  }
  return counties;
}

/** A table of which nobody knows the county, or that seems to be another county's, is asked about until that is said. */
export function askAboutRegion(
  preview: ImportPreview,
  {
    tables,
    counties,
    choices,
  }: { tables: readonly FileTable[]; counties: readonly TableCounties[]; choices: ImportChoices },
  data: PlanData,
  places: PlaceReader,
): void {
  const { reference } = data;
  const rows = countiesOfRows(counties, choices);
  for (const [table, { reading, identity, file }] of tables.entries()) {
    const found = counties[table]?.found;
    const answer = choices.answers?.[questionId(identity, COUNTY_QUESTION)];
    const isSettled = choices.regionCode !== undefined || (answer !== undefined && !COUNTY_COLUMN.test(answer));
    const question = found && !isSettled ? askCounty(reading, found, data) : null;
    if (question) {
      const asked = { ...question, id: questionId(identity, question.id), file };
      preview.questions.unshift(asked);
      preview.problems.unshift({ ...countyProblem(question, reading.sheet), table });
    }
    const misplaced = found ? misplacedSentence(reading.sheet, found, reference.regions) : '';
    if (misplaced !== '')
      preview.problems.unshift({
        ...{ level: 'warning', code: 'county-town-differs', sheet: reading.sheet, cell: '', raw: '' },
        ...{ message: misplaced, proposal: '', table },
      });
    // Who said which county it is has looked at its towns too.
    if (found?.rivals) continue;
    const codes = new Set(reading.projects.map(({ row }) => rows.get(`${table}:${row}`)));
    const [only] = codes.size === 1 ? codes : [];
    const doubt = doubtRegion(reading, choices.regionCode ?? only ?? homeRegion(data), reference, places);
    const id = doubt ? questionId(identity, doubt.question.id) : '';
    if (!doubt || choices.answers?.[id] !== undefined) continue;
    preview.questions.unshift({ ...doubt.question, id, file });
    preview.problems.unshift({ ...doubt.problem, table });
  }
}

function countyProblem({ message, assumed }: ImportQuestion, sheet: string): ImportProblem {
  const level = assumed === null ? 'error' : 'warning';
  return { level, code: 'county-unclear', sheet, cell: '', raw: '', message, proposal: '' };
}

/** Throws AppError invalid-input with the codes there are. */
export function assertRegion(session: Session, code: string | undefined): void {
  const { regions } = session.planData().reference;
  if (
    code === undefined ||
    regions.some((region) => region.code === code && region.level !== 'village' && region.level !== 'town')
  )
    return;
  const known = regions.filter((region) => region.level === 'county').map((region) => `${region.code} ${region.name}`);
  throw new AppError('invalid-input', `没有代码为“${code}”的县（市、区）。可用的有：${known.join('、')}。`);
}

/** Projects that an earlier sheet brought and that the one in its place no longer has are named. */
export function addGoneProblems(
  preview: ImportPreview,
  rows: readonly PlannedRow[],
  existing: readonly Project[],
  origins: ReadonlyMap<string, ProjectOrigin>,
): void {
  for (const gone of findGone(rows, existing, origins)) {
    preview.problems.push({
      level: 'warning',
      code: 'project-gone',
      sheet: preview.tables[gone.table]?.sheet ?? '',
      cell: '',
      raw: '',
      message: goneSentence(gone),
      proposal: '',
      table: gone.table,
    });
  }
}

/** Rows told of one code, at most; the rest are counted. */
const MOST_TOLD = 1000;

/** Rows that are refused, and new ones that the list may hold already, are named among the problems too. */
export function addRowProblems(
  preview: ImportPreview,
  rows: readonly PlannedRow[],
  tables: readonly FileTable[],
): void {
  let doubtful = 0;
  for (const row of rows) {
    const table = tables[row.table];
    const isConflict = row.action === 'conflict';
    if (!table || !(isConflict || (row.action === 'add' && row.reason !== ''))) continue;
    if (!isConflict) doubtful += 1;
    if (!isConflict && doubtful > MOST_TOLD) continue;
    const { sheet, columns } = table.reading;
    const name = row.project.values.name || NAMELESS;
    const left = isConflict ? '这一行没有导入。' : '这一行作为新项目导入；确是同一个项目的，请改为更新或去掉这一行。';
    preview.problems.push({
      level: isConflict ? 'error' : 'warning',
      code: isConflict ? 'conflict' : 'maybe-listed',
      sheet,
      cell: `${columns.find((column) => column.key === 'name')?.letter ?? 'A'}${row.project.row}`,
      raw: name,
      message: `“${sheet}”第 ${row.project.row} 行“${name}”：${row.reason}。${left}`,
      proposal: '',
      table: row.table,
    });
  }
  if (doubtful > MOST_TOLD) {
    const message = `还有 ${doubtful - MOST_TOLD} 行也疑似已在项目表中，没有逐条列出。`;
    preview.problems.push({
      level: 'warning',
      code: 'more-problems',
      sheet: '',
      cell: '',
      raw: '',
      message,
      proposal: '',
    });
  }
}
