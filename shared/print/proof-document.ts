// The 核对清单 of a draft as a document for printing.
import { PROOF_COLUMNS, proofSummary } from '../proof/proof-list.ts';
import type { ProofReport } from '../proof/proof-report.ts';
import type { PrintDocument } from './print-document.ts';

/** All findings in the order of the draft; a draft without any prints as a page that says so. */
export function proofDocument(
  name: string,
  report: ProofReport,
  remarks: readonly string[],
  today: string,
): PrintDocument {
  const title = `“${name}”核对清单`;
  return {
    title,
    tableFont: 'song',
    firstNumber: 1,
    sections: [
      {
        setup: { paper: 'A4', orientation: 'landscape', binding: 'left', pageNumber: 'count' },
        before: [
          { kind: 'text', role: 'title', text: title },
          { kind: 'spread', role: 'line', parts: [proofSummary(report), today] },
        ],
        table: {
          columns: PROOF_COLUMNS.map(({ label, width, align }) => ({ label, width, align, oneLine: false })),
          rows: report.findings.map((finding, at) => ({
            cells: PROOF_COLUMNS.map((column) => column.value(finding, at + 1)),
          })),
          fixedColumns: 1,
          fontPt: null,
          subtotals: 'none',
          subtotalRow: () => [],
        },
        after: [...(report.findings.length === 0 ? ['没有发现不符的地方。'] : []), ...remarks].map((text) => ({
          kind: 'text',
          role: 'note',
          text,
        })),
        continued: { title, unit: '' },
      },
    ],
  };
}
