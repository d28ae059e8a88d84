// The 差错清单 as a document for printing.
import { countFindings, type Finding } from '../checks/finding.ts';
import type { PlanInfo } from '../domain/reference.ts';
import { countsText, FINDING_COLUMNS } from '../format/finding-rows.ts';
import type { PrintDocument } from './print-document.ts';
import type { JobOf } from './print-job.ts';

/** Short words stand in the middle and on one line. */
const SHORT = 6;

/** All findings in their order. An empty list prints as a page that says so. */
export function findingsDocument(
  plan: PlanInfo,
  findings: readonly Finding[],
  job: JobOf<'findings'>,
  today: string,
): PrintDocument {
  const title = `${plan.regionName}勾稽审核差错清单`;
  const unit = '单位：万元';
  return {
    title,
    tableFont: job.tableFont,
    firstNumber: job.firstNumber,
    sections: [
      {
        setup: job,
        before: [
          { kind: 'text', role: 'title', text: title },
          { kind: 'spread', role: 'line', parts: [countsText(countFindings(findings)), job.date ?? today, unit] },
        ],
        table: {
          columns: FINDING_COLUMNS.map((column) => ({
            label: column.label,
            group: column.group,
            align: column.kind === 'number' ? 'right' : column.width <= SHORT ? 'center' : 'left',
            width: column.width,
            oneLine: column.kind === 'number' || column.width <= SHORT,
          })),
          rows: findings.map((finding, index) => ({
            cells: FINDING_COLUMNS.map((column) => column.value(finding, index)),
          })),
          fixedColumns: 1,
          fontPt: job.fontPt,
          subtotals: 'none',
          subtotalRow: () => [],
        },
        after: findings.length === 0 ? [{ kind: 'text', role: 'note', text: '没有发现问题。' }] : [],
        continued: { title, unit },
      },
    ],
  };
}
