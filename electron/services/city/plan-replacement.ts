// Plans an import into the workbook of an office above counties: each county of the tables is a report that replaces what
// the county had sent before. What may be the wrong thing to do is asked first.
import { countyPreview } from '#shared/city/county-preview.ts';
import { planByCounty } from '#shared/city/plan-by-county.ts';
import { reportDay } from '#shared/city/report-day.ts';
import { sentProject } from '#shared/city/sent-project.ts';
import { chooseSubmissions, type Submission, submissionText } from '#shared/city/submission.ts';
import { wordDifference } from '#shared/compare/words.ts';
import { columnsOf } from '#shared/domain/fields.ts';
import type { Project } from '#shared/domain/project.ts';
import { valueText } from '#shared/format/value-text.ts';
import type { FileTable } from '#shared/import/build-preview.ts';
import type { ImportOptions, PlannedRow } from '#shared/import/plan-import.ts';
import type { CountyPreview, ImportProblem, ImportQuestion } from '#shared/import/preview.ts';
import type { PlanData } from '#shared/records/plan-data.ts';
import { shortRegionName } from '#shared/tables/crosswalk.ts';
import { makeProjectId } from '../project-ids.ts';
import type { Session } from '../session.ts';
import { askAboutReport, askWhichFile, noticeReport, noticeUnmapped, skippedFile } from './report-questions.ts';
import { type CountyList, type CountyTake, planCounty, reportBefore } from './take-county.ts';
import { tellPairs } from './tell-pairs.ts';

export interface PlannedReports {
  rows: PlannedRow[];
  /** What is written of them: projects and reports, one of each county that is taken in. */
  takes: CountyTake[];
  previews: CountyPreview[];
  questions: ImportQuestion[];
  problems: ImportProblem[];
}

type Answers = Readonly<Record<string, string>>;

/** Counties of rows are given by `options.counties` and `options.regionCode`; rows of the office itself are updated as usual. */
export function planReports(
  session: Session,
  tables: readonly FileTable[],
  options: ImportOptions,
  reference: PlanData['reference'],
  { answers, isChosen }: Pick<OneCounty, 'answers' | 'isChosen'>,
): PlannedReports {
  const data = session.planData();
  const counties = new Map(reference.regions.filter(({ level }) => level === 'county').map((one) => [one.code, one]));
  const result: PlannedReports = { rows: [], takes: [], previews: [], questions: [], problems: [] };
  const rows = planByCounty(
    tables.map(({ reading }) => reading),
    reference,
    options,
    (code) => poolOf(session, data, code, counties.has(code)),
  );
  const groups = Map.groupBy(rows, ({ regionCode }) => regionCode);
  for (const [code, own] of groups) {
    const county = counties.get(code);
    if (!county) continue;
    planOne(session, { code, name: shortRegionName(county), rows: own, tables, data, answers, isChosen }, result);
  }
  result.rows = rows;
  result.problems.push(...tellPairs(result.takes, data));
  return result;
}

/** What rows of a county may speak of: what it sent before, and what the office above added to it. */
function poolOf(session: Session, { projects }: PlanData, code: string, isCounty: boolean) {
  const present = projects.filter(({ regionCode }) => regionCode === code);
  if (!isCounty) return { projects: present, options: {} };
  const before = reportBefore(session, code);
  const pool = before ? [...before.values(), ...present.filter(({ id }) => !before.has(id))] : present;
  return { projects: pool, options: { mode: 'update' as const, eraseBlanks: true } };
}

interface OneCounty {
  code: string;
  name: string;
  rows: readonly PlannedRow[];
  tables: readonly FileTable[];
  data: PlanData;
  answers: Answers;
  /** Replacing was asked for in so many words: it is not asked after again. */
  isChosen: boolean;
}

function planOne(session: Session, county: OneCounty, result: PlannedReports): void {
  const { code, name, rows, tables, data, answers, isChosen } = county;
  const live = rows.filter(({ action }) => action !== 'skip');
  if (live.length === 0) return;
  const leftOut = new Set(rows.filter((row) => !live.includes(row)).map(({ project }) => project.values.name ?? ''));
  const submissions = submissionsOf(code, live, tables);
  const chosen = chooseSubmissions(submissions, indexOf(answers[`report/${code}/file`]));
  if (chosen.rivals.length > 0) result.questions.push(askWhichFile(code, name, chosen.rivals));
  for (const { submission, because } of chosen.dropped) {
    leaveOut(live, submission.fileIndex, tables, `${name}的另一份表（${because}）更新，这一份没有收`);
    result.problems.push(skippedFile(name, submission, because));
  }
  for (const { fileIndex } of chosen.rivals) leaveOut(live, fileIndex, tables, '要先确定收哪一份');
  const taken = live.filter(({ action }) => action !== 'skip');
  if (taken.length === 0) return;
  for (const row of taken) settleConflict(row);
  const sentOf = new Map(
    taken
      .filter(({ action }) => action !== 'conflict')
      .map((row) => [
        row,
        sentProject(row, (tables[row.table] as FileTable).reading, code, row.existing?.id ?? makeProjectId()),
      ]),
  );
  const list: CountyList = {
    code,
    files: [...new Set(chosen.taken.map(({ file }) => file))],
    asOf:
      chosen.taken
        .map(({ asOf }) => asOf ?? '')
        .sort()
        .at(-1) || null,
    sent: [...sentOf.values(), ...untouched(session, code, data, leftOut, sentOf.values())],
    text: submissionText({ rows: chosen.taken.flatMap((one) => one.rows) }),
  };
  const present = data.projects.filter(({ regionCode }) => regionCode === code);
  let take = planCounty(session, list);
  const filesBefore = session.countyReports().find(({ id }) => id === code)?.files ?? [];
  const question = askAboutReport({ code, name, rows: taken }, take, present, filesBefore);
  const isAsked = question !== null && !isChosen;
  const answer = isAsked ? (answers[question.id] ?? question.assumed ?? 'wait') : 'replace';
  if (isAsked && answers[question.id] === undefined) result.questions.push(question);
  if (answer === 'add')
    take = planCounty(session, {
      ...withEarlier(session, list, present),
      files: [...new Set([...filesBefore, ...list.files])],
    });
  const isTaken = answer === 'replace' || answer === 'add';
  if (!isTaken) for (const row of taken) Object.assign(row, { action: 'skip', reason: reasonOf(take) });
  else describeRows(sentOf, take, data);
  if (isTaken) {
    result.takes.push(take);
    result.problems.push(...noticeUnmapped(name, taken));
  }
  const how = answer as CountyPreview['taken'];
  const preview = countyPreview({ code, name }, list, present, {
    state: take.state.kind,
    taken: how,
    merge: take.merge,
  });
  result.previews.push(preview);
  result.problems.push(...noticeReport(preview, take, data, answer));
}

function reasonOf({ state }: CountyTake): string {
  return state.kind === 'stale' ? state.reason : '要先确定怎样收';
}

/** Projects whose rows the user left out stay as they were. */
function untouched(
  session: Session,
  code: string,
  { projects }: PlanData,
  names: ReadonlySet<string>,
  sent: Iterable<Project>,
): Project[] {
  if (names.size === 0) return [];
  const spoken = new Set([...sent].map(({ id }) => id));
  const before = reportBefore(session, code);
  const known = before ? [...before.values()] : projects.filter(({ regionCode }) => regionCode === code);
  return known.filter(({ id, name }) => names.has(name) && !spoken.has(id));
}

/** A list that adds to the one before: what it does not speak of is still said. */
function withEarlier(session: Session, list: CountyList, present: readonly Project[]): CountyList {
  const spoken = new Set(list.sent.map(({ id }) => id));
  const earlier = reportBefore(session, list.code);
  const rest = (earlier ? [...earlier.values()] : present).filter(({ id }) => !spoken.has(id));
  return { ...list, sent: [...rest, ...list.sent] };
}

function indexOf(answer: string | undefined): number | undefined {
  return answer === undefined ? undefined : Number(answer);
}

function submissionsOf(code: string, rows: readonly PlannedRow[], tables: readonly FileTable[]): Submission[] {
  const byFile = Map.groupBy(rows, ({ table }) => tables[table]?.fileIndex ?? 0);
  return [...byFile].map(([fileIndex, own]) => {
    const indexes = new Set(own.map(({ table }) => table));
    const days = [...indexes].map((index) => {
      const table = tables[index] as FileTable;
      return reportDay(table.reading, table.file) ?? '';
    });
    return {
      code,
      fileIndex,
      file: tables[own[0]?.table ?? 0]?.file ?? '',
      asOf: days.sort().at(-1) || null,
      rows: own.map(({ table, project }) => ({ table, project })),
    };
  });
}

function leaveOut(rows: readonly PlannedRow[], fileIndex: number, tables: readonly FileTable[], reason: string): void {
  for (const row of rows)
    if (tables[row.table]?.fileIndex === fileIndex)
      Object.assign(row, { action: 'skip', reason, existing: null, after: null });
}

/** The whole list is here: a row that may be several projects comes in as a new one, and what it was is withdrawn. */
function settleConflict(row: PlannedRow): void {
  if (row.action !== 'conflict' || row.reason.startsWith('来表有')) return;
  row.action = 'add';
  row.reason = `分不清是原来的哪一个项目，作为新项目收（${row.reason}）`;
}

/** Puts into the rows what becomes of the list, the changes made here taken into account. */
function describeRows(sentOf: ReadonlyMap<PlannedRow, Project>, { merge }: CountyTake, data: PlanData): void {
  const columns = columnsOf(data.plan, data.reference).map(({ key, label }) => ({
    key,
    label,
    text: (project: Project) => valueText(project, key, data),
  }));
  const changed = new Map(merge.changed.map((one) => [one.after.id, one]));
  const added = new Set(merge.added.map(({ id }) => id));
  const removed = new Set(merge.keptRemovals.map(({ id }) => id));
  const unchanged = new Map(merge.unchanged.map((project) => [project.id, project]));
  for (const [row, { id }] of sentOf) {
    const change = changed.get(id);
    row.newId = null;
    row.changes = [];
    row.after = null;
    if (change) {
      row.action = 'update';
      row.existing = change.before;
      row.after = change.after;
      row.changes = wordDifference(change.before, change.after, columns).map(({ key, before, after }) => ({
        columnKey: key,
        before,
        after,
      }));
    } else if (added.has(id)) {
      row.action = 'add';
      row.existing = null;
      row.newId = id;
    } else if (removed.has(id)) {
      row.action = 'skip';
      row.existing = null;
      row.reason = '市里已删除，没有加回';
    } else {
      row.action = 'unchanged';
      row.existing = unchanged.get(id) ?? row.existing;
    }
  }
}
