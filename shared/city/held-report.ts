// The reports of the counties as the tables of the office above need them.
import type { CountyReportHead } from '../domain/county-report.ts';
import type { Project } from '../domain/project.ts';
import { officesBeneath, type Region } from '../domain/reference.ts';
import type { PlanData } from '../records/plan-data.ts';

export interface HeldReport {
  head: CountyReportHead;
  /** What the county sent, by the ids of the list here. */
  sent(): ReadonlyMap<string, Project>;
}

/** The counties that report to a plan, in its order: those beneath a city, for a province those of its cities. */
export function reportingCounties(data: Pick<PlanData, 'plan' | 'reference'>): Region[] {
  return officesBeneath(data).flatMap((office) =>
    office.level === 'county'
      ? [office]
      : data.reference.regions.filter(({ level, parent }) => level === 'county' && parent === office.code),
  );
}
