// What would happen to each row of an import: in the plan of a county by itself, in that of an office above as the report of
// its county.
import { planByCounty } from '#shared/city/plan-by-county.ts';
import { homeRegion, isUpperPlan } from '#shared/domain/reference.ts';
import type { FileTable } from '#shared/import/build-preview.ts';
import { type ImportOptions, type PlannedRow, planImport } from '#shared/import/plan-import.ts';
import type { ImportChoices, ImportMode } from '#shared/import/preview.ts';
import type { PlanData } from '#shared/records/plan-data.ts';
import { type PlannedReports, planReports } from '../city/plan-replacement.ts';
import type { Session } from '../session.ts';
import type { ExtendedPlan } from './new-classes.ts';
import { countiesOfRows, pairedRows, skippedRows, type TableCounties } from './preview-parts.ts';
import { type ChoiceTies, tieChoices } from './table-choices.ts';

/** Tables as they were read, with what was chosen about them. */
export interface ReadTables {
  tables: readonly FileTable[];
  choices: ImportChoices;
  ties: ChoiceTies;
  counties: readonly TableCounties[];
  extended: ExtendedPlan | null;
}

export interface PlannedRows {
  rows: PlannedRow[];
  /** Reports of counties that replace those before; null: rows come in one by one. */
  reports: PlannedReports | null;
}

/** In the plan of an office above counties a list is the report of its county. */
export function modeOf({ mode }: ImportChoices, data: PlanData): ImportMode {
  return mode ?? (isUpperPlan(data) ? 'replace' : 'update');
}

/** What would happen to each row, compared with the list as it is now. */
export function planRows(session: Session, entry: ReadTables): PlannedRows {
  const data = session.planData();
  const { tables, choices } = entry;
  const reference = entry.extended?.reference ?? data.reference;
  const tied = tieChoices(
    choices,
    tables.map((table) => table.identity),
    entry.ties,
  );
  const mode = modeOf(choices, data);
  const options: ImportOptions = {
    mode: mode === 'replace' ? 'update' : mode,
    eraseBlanks: choices.eraseBlanks ?? false,
    skipRows: skippedRows(tables, tied),
    pairs: pairedRows(tables, tied),
    regionCode: choices.regionCode ?? homeRegion(data),
    counties: countiesOfRows(entry.counties, choices),
  };
  if (mode === 'replace' && isUpperPlan(data)) {
    const answers = { answers: choices.answers ?? {}, isChosen: choices.mode === 'replace' };
    const reports = planReports(session, tables, options, reference, answers);
    return { rows: reports.rows, reports };
  }
  const readings = tables.map((table) => table.reading);
  const rows = isUpperPlan(data)
    ? planByCounty(readings, reference, options, (code) => ({
        projects: data.projects.filter(({ regionCode }) => regionCode === code || regionCode === data.plan.regionCode),
        options: {},
      }))
    : planImport(readings, data.projects, reference, options);
  return { rows, reports: null };
}
