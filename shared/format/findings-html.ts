// The 差错清单 as a document for printing.
import { countFindings, type Finding } from '../checks/finding.ts';
import type { PlanInfo } from '../domain/reference.ts';
import { countsText, FINDING_COLUMNS } from './finding-rows.ts';
import { type FitColumn, fitColumns } from './fit-columns.ts';
import { escapeHtml, htmlDocument, printableWidth } from './html-document.ts';
import { type PrintColumn, tableHtml, tableWidth } from './html-table.ts';

/** All findings in their order, landscape on the given paper. An empty list prints as a page that says so. */
export function findingsHtml(
  plan: PlanInfo,
  findings: readonly Finding[],
  options: { paper: 'A3' | 'A4'; date: string },
): string {
  const setup = { paper: options.paper, orientation: 'landscape' as const };
  const rows = findings.map((finding, index) => ({
    cells: FINDING_COLUMNS.map((column) => column.value(finding, index)),
    strong: false,
    keepWithNext: false,
  }));
  const columns = FINDING_COLUMNS.map((column, index): PrintColumn & FitColumn => ({
    label: column.label,
    group: column.group,
    align: column.kind === 'number' ? 'right' : column.width <= 6 ? 'center' : 'left',
    width: column.width,
    oneLine: column.kind === 'number' || column.width <= 6,
    texts: [column.label, ...rows.map((row) => row.cells[index] ?? '')],
  }));
  const fit = fitColumns(columns, printableWidth(setup));
  const title = `${plan.regionName}勾稽审核差错清单`;
  const table = rows.length === 0 ? '<p style="text-align:center">没有发现问题。</p>' : tableHtml(columns, rows, fit);
  const body = [
    `<h1>${escapeHtml(title)}</h1><div class="line" style="width:${tableWidth(fit)}">`,
    `<span>${escapeHtml(countsText(countFindings(findings)))}</span><span>${escapeHtml(options.date)}</span>`,
    `<span>单位：万元</span></div>${table}`,
  ].join('');
  return htmlDocument({ title, setup, running: { title, unit: '单位：万元' }, body });
}
