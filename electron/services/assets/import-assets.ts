// 资产台账 from a spreadsheet; a file is one undo step, and the same file again adds nothing.
import { randomUUID } from 'node:crypto';
import { basename } from 'node:path';
import { type LedgerReading, readLedger } from '#shared/assets/read-ledger.ts';
import type { Asset } from '#shared/domain/asset.ts';
import type { ImportProblem } from '#shared/import/preview.ts';
import { assertTaken, readMoneySheets, settleErrors } from '../funds/read-sheets.ts';
import type { Session } from '../session.ts';

export interface AssetsImport {
  added: number;
  updated: number;
  /** In the workbook already as they are. */
  known: number;
  problems: ImportProblem[];
}

/** Errors (AppError): those of reading a spreadsheet; invalid-input with the problems. */
export async function importAssets(session: Session, path: string, dryRun: boolean): Promise<AssetsImport> {
  const data = session.planData();
  const { readings, remarks } = await readMoneySheets(data, path, 'assets');
  const results: LedgerReading[] = [];
  let known: readonly Asset[] = session.assets();
  const changed = new Map<string, Asset>();
  for (const reading of readings) {
    const result = readLedger(reading, data, known);
    results.push(result);
    const fresh = result.added.map((asset) => ({ ...asset, id: randomUUID() }));
    const updated = new Map(result.updated.map((asset) => [asset.id, asset]));
    known = [...known.map((asset) => updated.get(asset.id) ?? asset), ...fresh];
    for (const asset of [...fresh, ...result.updated]) changed.set(asset.id, asset);
  }
  settleErrors(results, (one) => one.added.length + one.updated.length + one.known > 0);
  const sum = (count: (one: LedgerReading) => number): number => results.reduce((all, one) => all + count(one), 0);
  const outcome: AssetsImport = {
    ...{
      added: sum((one) => one.added.length),
      updated: sum((one) => one.updated.length),
      known: sum((one) => one.known),
    },
    problems: [...remarks, ...results.flatMap(({ problems }) => problems)],
  };
  assertTaken(outcome.problems);
  if (!dryRun && changed.size > 0) {
    const label = `导入“${basename(path)}”：新增资产 ${outcome.added} 项，更新 ${outcome.updated} 项`;
    session.change('assets.import', label, (tx) => {
      for (const [id, asset] of changed) tx.put('asset', id, asset);
    });
  }
  return outcome;
}
