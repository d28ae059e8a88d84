// What 勾稽审核 finds in the rows of one sheet alone, at its own cells: for the copy that goes back to the office that sent
// it. It needs to hear of sums that do not agree, missing names and duplicates more than of cells that could not be read.
import type { Mark } from '#electron/excel/write/marked-copy.ts';
import type { Finding } from '#shared/checks/finding.ts';
import { runChecks } from '#shared/checks/run-checks.ts';
import type { FileTable } from '#shared/import/build-preview.ts';
import { rowProject } from '#shared/import/row-project.ts';
import type { PlanData } from '#shared/records/plan-data.ts';

/** The problems of reading say it better: an amount that is no number, a place that is not known. */
const TOLD_ON_READING: ReadonlySet<string> = new Set(['T07', 'T15']);
/** So many rows without a column that the sheet does not have at all are one remark. */
const ONE_BY_ONE = 3;

/** Findings of levels 强制 and 提示, as if the sheet were the whole list; `plan`: the frame and the settings of rules. */
export function findInSheet(table: FileTable, plan: PlanData, regionCode: string): Mark[] {
  const { reading, file } = table;
  if (reading.kind !== 'projects') return [];
  const rows = new Map(reading.projects.map((project) => [`row${project.row}`, project.row]));
  const projects = reading.projects.map((project, at) => rowProject(project, `row${project.row}`, regionCode, at + 1));
  const claims = reading.claims.map((claim, at) => ({ ...claim, id: `claim${at}`, file, batchId: 'sheet' }));
  const imports = new Map([['sheet', new Set(rows.keys())]]);
  const settings = plan.records['rule-settings'];
  const records: PlanData['records'] = settings ? { 'rule-settings': settings } : {};
  const found = runChecks({ ...plan, projects, claims, records }, { imports }).filter(
    ({ rule, level }) => (level === 'error' || level === 'warning') && !TOLD_ON_READING.has(rule),
  );
  const letters = new Map(reading.columns.flatMap(({ key, letter }) => (key === null ? [] : [[key, letter] as const])));
  const first = letters.get('name') ?? reading.columns[0]?.letter ?? 'A';
  const lacking = Map.groupBy(found.filter(isLacking), ({ rule, column }) => `${rule}|${column}`);
  return found.flatMap((finding): Mark[] => {
    const row = rowOf(finding);
    if (row === undefined) return [];
    const alike = isLacking(finding) ? (lacking.get(`${finding.rule}|${finding.column}`) ?? []) : [];
    if (alike.length > ONE_BY_ONE)
      return alike[0] === finding
        ? [mark('', finding, `表里没有“${finding.column}”一栏，${alike.length} 个项目都缺。`)]
        : [];
    return [mark(`${letters.get(finding.columnKey ?? '') ?? first}${row}`, finding, finding.message)];
  });

  /** A finding about a column that the sheet does not have. */
  function isLacking({ projectId, columnKey, left }: Finding): boolean {
    return projectId !== undefined && columnKey !== undefined && !letters.has(columnKey) && left === '';
  }

  function rowOf({ projectId, source }: Finding): number | undefined {
    return projectId === undefined ? source?.row : rows.get(projectId);
  }

  function mark(cell: string, { level }: Finding, message: string): Mark {
    return { sheet: reading.sheet, cell, level: level === 'error' ? 'error' : 'warning', message };
  }
}
