// 声明数: listing, typing in, keeping and deleting figures that somebody wrote down.
import { randomUUID } from 'node:crypto';
import { publishedTablesOf } from '#seeds/published.ts';
import { type ClaimGroup, claimGroups, type ShownTable } from '#shared/checks/claim-lines.ts';
import { readTypedClaim } from '#shared/checks/typed-claims.ts';
import type { MethodArgs } from '#shared/contract/methods.ts';
import type { PublishedTable } from '#shared/domain/published-table.ts';
import type { PlanData } from '#shared/records/plan-data.ts';
import { recordKey, recordsOf } from '#shared/records/records.ts';
import { AppError } from '#shared/values/app-error.ts';
import { importMemory } from './import-memory.ts';
import type { Session } from './session.ts';

/** The printed tables that the workbook keeps, by the id of their record. */
export function keptTables({ records }: PlanData): ShownTable[] {
  return [...recordsOf(records, 'printed-table')].map(([recordId, { table }]) => ({ recordId, table }));
}

/** Every written figure beside our own; with `published` also the tables printed for the region. */
export function listClaims(session: Session, { published }: MethodArgs<'claims.list'>): ClaimGroup[] {
  const data = session.planData();
  const seeds = published ? publishedTablesOf(data.plan.regionCode) : [];
  const printed = [...keptTables(data), ...seeds.map((table) => ({ recordId: null, table }))];
  return claimGroups(data, printed, importMemory(session).imports);
}

/** Saves a figure typed by hand; gives its id. Errors: invalid-input where it cannot be read, not-found for a lost id. */
export function saveClaim(session: Session, { id, claim: typed }: MethodArgs<'claims.save'>): string {
  const before = id === null ? null : session.kernel.stores.claim.read(id);
  if (id !== null && before?.origin !== 'manual') throw new AppError('not-found', '这条声明数已不在，可能刚被删除。');
  const claim = readTypedClaim(id ?? randomUUID(), typed, session.planData());
  if (typeof claim === 'string') throw new AppError('invalid-input', claim);
  const [figure] = claim.figures;
  const label = `${id === null ? '录入' : '修改'}声明数：${claim.table} ${claim.row} ${figure?.header ?? ''} ${figure?.raw ?? ''}`;
  session.change('claims.save', label, (tx) => tx.put('claim', claim.id, claim));
  return claim.id;
}

/** Deletes claims of any origin; gives how many there were. */
export function removeClaims(session: Session, ids: readonly string[]): number {
  const there = ids.flatMap((id) => session.kernel.stores.claim.read(id) ?? []);
  const [first] = there;
  if (!first) return 0;
  const label =
    there.length === 1
      ? `删除声明数：${first.table} ${first.row.trim()}`
      : `删除 ${there.length} 行声明数（${first.table}）`;
  session.change('claims.remove', label, (tx) => {
    for (const { id } of there) tx.put('claim', id, null);
  });
  return there.length;
}

/** Keeps printed tables in the workbook; one of the same document and number is replaced. Gives their numbers. */
export function keepPrinted(session: Session, tables: readonly PublishedTable[]): string[] {
  const label = `装入印发表：${tables.map(({ document, id }) => `${document} ${id}`).join('、')}`;
  session.change('claims.keepPrinted', label, (tx) => {
    tables.forEach((table, index) => {
      // Two tables of one name in one file are two tables.
      const twins = tables
        .slice(0, index)
        .filter((other) => other.document === table.document && other.id === table.id);
      const id = `${table.document}|${table.id}${twins.length === 0 ? '' : `|${twins.length + 1}`}`;
      tx.put('record', recordKey('printed-table', id), { kind: 'printed-table', id, value: { table } });
    });
  });
  return tables.map(({ id }) => id);
}
