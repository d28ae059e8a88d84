// The 差错清单 as a document for printing.
import type { FindingGroup } from '../checks/finding-groups.ts';
import { FINDING_COLUMNS, findingListLines, findingListSummary } from '../format/finding-rows.ts';
import type { PlanData } from '../records/plan-data.ts';
import type { Block, PrintDocument } from './print-document.ts';
import type { JobOf } from './print-job.ts';
import { headingRow, type PrintRow } from './print-table.ts';
import { signatureParts } from './signatures.ts';

/** Short words stand in the middle and on one line. */
const SHORT = 6;
/** A heading over a group stands in the widest column. */
const HEADING_AT = FINDING_COLUMNS.findIndex(({ label }) => label === '差错内容');

function rowsOf(groups: readonly FindingGroup[]): PrintRow[] {
  return findingListLines(groups).map((line): PrintRow => {
    if (line.kind === 'finding') {
      return { cells: FINDING_COLUMNS.map((column) => column.value(line.finding, line.number)) };
    }
    return {
      cells: FINDING_COLUMNS.map((_, at) => (at === HEADING_AT ? line.text : '')),
      strong: true,
      ...headingRow(line.text, 0),
    };
  });
}

/** All findings under their groups. An empty list prints as a page that says so. */
export function findingsDocument(
  { plan, projects }: Pick<PlanData, 'plan' | 'projects'>,
  groups: readonly FindingGroup[],
  job: JobOf<'findings'>,
  today: string,
): PrintDocument {
  const title = `${plan.regionName}勾稽审核差错清单`;
  const unit = '单位：万元';
  const findings = groups.flatMap(({ members }) => members);
  const signed: Block[] = job.signatures.shown
    ? [{ kind: 'spread', role: 'signatures', parts: signatureParts(job.signatures) }]
    : [];
  return {
    title,
    tableFont: job.tableFont,
    firstNumber: job.firstNumber,
    sections: [
      {
        setup: job,
        before: [
          { kind: 'text', role: 'title', text: title },
          {
            kind: 'spread',
            role: 'line',
            parts: [findingListSummary(findings, projects.length), job.date ?? today, unit],
          },
        ],
        table: {
          columns: FINDING_COLUMNS.map((column) => ({
            label: column.label,
            group: column.group,
            align: column.kind === 'number' ? 'right' : column.width <= SHORT ? 'center' : 'left',
            width: column.width,
            oneLine: column.kind === 'number' || column.width <= SHORT,
          })),
          rows: rowsOf(groups),
          fixedColumns: 1,
          fontPt: job.fontPt,
          subtotals: 'none',
          subtotalRow: () => [],
        },
        after: findings.length === 0 ? [{ kind: 'text', role: 'note', text: '没有发现问题。' }] : signed,
        continued: { title, unit },
      },
    ],
  };
}
