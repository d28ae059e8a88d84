// The packages of a workbook as lists: what went out and came in, and who of the offices beneath has reported.
import type { PackageRow } from '#shared/contract/methods/package.ts';
import type { PackageKind } from '#shared/domain/exchange.ts';
import { type Office, officeName } from '#shared/domain/office.ts';
import { officesUnder } from '#shared/package/offices.ts';
import { usualKind } from '#shared/package/package-kinds.ts';
import { type ReportedRow, reportedRows } from '#shared/package/reported.ts';
import { recordsOf } from '#shared/records/records.ts';
import { localDay } from '#shared/values/local-time.ts';
import type { Session } from '../session.ts';
import { sentBy } from './last-common.ts';
import { ownOffice } from './own-office.ts';

/** The newest first. */
export function listPackages(session: Session): PackageRow[] {
  const sent = sentBy(session, ownOffice(session)).map(
    ({ hash, kind, number, to, madeAt, projectCount, totalFen, receipt }): PackageRow => ({
      ...{ id: hash, direction: 'sent', kind, number, at: madeAt, projects: projectCount, totalFen, receipt },
      office: to === null ? '上级' : officeName(to),
      refused: receipt?.refused ?? [],
    }),
  );
  const received = session.receivedPackages().map(
    ({ hash, kind, number, from, receivedAt, projectCount, totalFen, refused }): PackageRow => ({
      ...{ id: hash, direction: 'received', kind, number, at: receivedAt, projects: projectCount, totalFen, refused },
      office: officeName(from),
      receipt: null,
    }),
  );
  return [...sent, ...received].sort((a, b) => (a.at < b.at ? 1 : -1));
}

/** `kind`: what the offices beneath usually send. `deadline` where it is another than the workbook's. */
export function readReported(
  session: Session,
  wanted: { kind?: PackageKind | undefined; today: string; deadline?: string | undefined },
): { kind: string; deadline: string | null; offices: ReportedRow[] } {
  const data = session.planData();
  const offices = officesUnder(data, ownOffice(session));
  const kind = wanted.kind ?? usualKind(offices[0]?.level ?? '乡镇', false);
  const deadline = wanted.deadline ?? recordsOf(data.records, 'reporting-deadline').get(kind)?.deadline ?? null;
  const regions = new Map(data.reference.regions.map((region) => [region.code, region]));
  // A town's and a village's office stand under their county: their own code is that of their place.
  const codeOf = (office: Office): string => {
    if (office.level !== '乡镇' && office.level !== '村') return office.regionCode;
    const found = data.reference.regions.find(({ level, name, parent }) =>
      office.level === '乡镇'
        ? level === 'town' && name === office.town && parent === office.regionCode
        : level === 'village' && name === office.village && regions.get(parent ?? '')?.name === office.town,
    );
    return found?.code ?? office.regionCode;
  };
  const dayOf = (time: string): string => localDay(new Date(time));
  const rows = reportedRows({
    ...{ offices, received: session.receivedPackages(), kind, deadline, today: wanted.today },
    ...{ codeOf, dayOf, reports: session.countyReports() },
  });
  return { kind, deadline, offices: rows };
}
