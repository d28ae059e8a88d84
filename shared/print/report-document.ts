// Reports on carrying the plan out as a document for printing, with the line that is signed.
import type { PlanInfo } from '../domain/reference.ts';
import { REPORT_NAMES } from '../reports/report.ts';
import type { TableResult } from '../tables/table.ts';
import type { PrintDocument } from './print-document.ts';
import type { JobOf } from './print-job.ts';
import { signatureParts } from './signatures.ts';
import { tableSection } from './tables-document.ts';

/** All given tables, each on a new page. */
export function reportDocument(
  plan: Pick<PlanInfo, 'regionName'>,
  tables: readonly TableResult[],
  job: JobOf<'report'>,
): PrintDocument {
  const signed = job.signatures.shown
    ? [{ kind: 'spread' as const, role: 'signatures' as const, parts: signatureParts(job.signatures) }]
    : [];
  return {
    title: `${plan.regionName}${REPORT_NAMES[job.report.kind]}`,
    tableFont: job.tableFont,
    firstNumber: job.firstNumber,
    sections: tables.map((table) => {
      const section = tableSection(table, { ...job, charts: false, papers: {} });
      return { ...section, after: [...section.after, ...signed] };
    }),
  };
}
