// Takes one county's list into the workbook of the office above: it replaces exactly the projects of that county, by what
// changed since its report before. Spreadsheets, workbooks and packages all end here.
import type { Transaction } from '#electron/db/kinds/index.ts';
import { judgeReport, type ReportState } from '#shared/city/judge-report.ts';
import { type CountyMerge, mergeCounty } from '#shared/city/merge-county.ts';
import type { CountyReport } from '#shared/domain/county-report.ts';
import type { Day } from '#shared/domain/execution.ts';
import type { Project } from '#shared/domain/project.ts';
import { addFen, ZERO } from '#shared/values/money.ts';
import type { Session } from '../session.ts';
import { markOf, packProjects, sentBefore } from './report-content.ts';

/** A county's list as it came. */
export interface CountyList {
  code: string;
  files: readonly string[];
  asOf: Day | null;
  /** As the county says them; ids are those of the list here (see sentBefore), new ones have new ids. */
  sent: readonly Project[];
  /** Fund batches that come with it; undefined: it says nothing of money, those of before stay. */
  batches?: readonly string[];
  /** All that the list says, in one text that does not depend on the order of its projects. */
  text: string;
}

export interface CountyTake {
  list: CountyList;
  state: ReportState;
  merge: CountyMerge;
}

/** What the county sent before, by id; null: nothing yet. */
export function reportBefore(session: Session, code: string): ReadonlyMap<string, Project> | null {
  const report = session.countyReports().find(({ id }) => id === code);
  return report ? sentBefore(report) : null;
}

/** What taking the list in would do; nothing is written. */
export function planCounty(session: Session, list: CountyList): CountyTake {
  const known = session.countyReports().find(({ id }) => id === list.code);
  return {
    list,
    state: judgeReport(known, { mark: markOf(list.text), asOf: list.asOf }),
    merge: mergeCounty({
      code: list.code,
      sent: list.sent,
      base: known ? sentBefore(known) : null,
      list: session.planData().projects,
    }),
  };
}

/** True where taking it in changes something: projects, or what is known of the report. */
export function isNews({ state, merge, list }: CountyTake, known: CountyReport | undefined): boolean {
  const { added, changed, withdrawn } = merge;
  if (state.kind !== 'same' || added.length + changed.length + withdrawn.length > 0) return true;
  return list.asOf !== null && (known?.asOf ?? '') < list.asOf;
}

/** Writes the projects of the county and its report; `position` gives places at the end of the list. */
export function writeCounty(
  session: Session,
  tx: Transaction,
  { list, merge }: CountyTake,
  position: () => number,
): void {
  for (const project of merge.added) tx.put('project', project.id, { ...project, position: position() });
  for (const { after } of merge.changed) tx.put('project', after.id, after);
  for (const { id } of merge.withdrawn) tx.put('project', id, null);
  writeReport(session, tx, list);
}

/** Keeps what the county said; the report before it is remembered by its mark. */
export function writeReport(session: Session, tx: Transaction, list: CountyList): void {
  const known = session.countyReports().find(({ id }) => id === list.code);
  const mark = markOf(list.text);
  const earlier = known
    ? [{ mark: known.mark, file: known.files.join('、'), asOf: known.asOf }, ...known.earlier].filter(
        (one) => one.mark !== mark,
      )
    : [];
  tx.put('countyReport', list.code, {
    id: list.code,
    files: [...list.files],
    asOf: list.asOf,
    at: new Date().toISOString(),
    number: known ? known.number + (known.mark === mark ? 0 : 1) : 1,
    projectCount: list.sent.length,
    totalFen: addFen(ZERO, ...list.sent.map(({ amounts }) => amounts.total ?? ZERO)),
    mark,
    batches: [...(list.batches ?? known?.batches ?? [])],
    earlier,
    content: packProjects(list.sent.map((project) => ({ ...project, position: 0 }))),
  });
}
