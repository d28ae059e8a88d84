// Imported 汇总表 (sheets that brought claims but no projects): checked in themselves like a printed table, and against
// the list where there is one.
import type { Claim } from '#shared/domain/claims.ts';
import type { PlanData } from '#shared/records/plan-data.ts';
import type { PublishedTable } from '../domain/published-table.ts';
import { checkPublished } from './check-published.ts';
import type { Finding } from './finding.ts';
import { tableOfClaims } from './published-claims.ts';
import type { CheckOptions } from './rule.ts';

/** Claims of sheets without projects, a list per sheet of an import; none where it is not known who brought what. */
function summariesOf({ claims }: PlanData, imports: CheckOptions['imports']): Claim[][] {
  if (!imports) return [];
  const groups = new Map<string, Claim[]>();
  for (const claim of claims) {
    if (claim.origin !== 'import' || claim.batchId === null || (imports.get(claim.batchId)?.size ?? 0) > 0) continue;
    const key = `${claim.batchId}|${claim.table}`;
    const group = groups.get(key);
    if (group) group.push(claim);
    else groups.set(key, [claim]);
  }
  return [...groups.values()];
}

/** The imported 汇总表 as printed tables, in the order in which they came. */
export function summaryTables(data: PlanData, imports: CheckOptions['imports']): PublishedTable[] {
  return summariesOf(data, imports).flatMap((claims) => tableOfClaims(claims, data.reference) ?? []);
}

/** Findings about imported summaries, each with the sheet row it speaks of. */
export function checkSummaries(data: PlanData, { imports }: CheckOptions): Finding[] {
  return summariesOf(data, imports).flatMap((claims) => {
    const table = tableOfClaims(claims, data.reference);
    if (!table) return [];
    return checkPublished([table], data.projects.length > 0 ? data : undefined).map((finding): Finding => {
      const claim = claims.find(({ row }) => row.replaceAll(/\s/g, '') === finding.row.replaceAll(/\s/g, ''));
      if (!claim?.file || claim.sheetRow === null) return finding;
      return { ...finding, source: { file: claim.file, sheet: claim.table, row: claim.sheetRow } };
    });
  });
}
