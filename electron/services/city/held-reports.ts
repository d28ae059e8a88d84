// The reports of the counties for the tables of the office above.
import type { HeldReport } from '#shared/city/held-report.ts';
import type { Session } from '../session.ts';
import { sentBefore } from './report-content.ts';

export function heldReports(session: Session): HeldReport[] {
  return session.countyReports().map((head) => ({ head, sent: () => sentBefore(head) }));
}
