// Change orders from a spreadsheet; a file is one undo step, and the same file again adds nothing.
import { randomUUID } from 'node:crypto';
import { basename } from 'node:path';
import type { ChangeOrder } from '#shared/domain/change-order.ts';
import type { ImportProblem } from '#shared/import/preview.ts';
import { type ChangesReading, readChanges } from '#shared/orders/read-changes.ts';
import { assertTaken, readMoneySheets, settleErrors } from '../funds/read-sheets.ts';
import { makeProjectId } from '../project-ids.ts';
import type { Session } from '../session.ts';
import { NO_WORDS, type OrderWords, tidy } from './edit-orders.ts';

export interface OrdersImport {
  ids: string[];
  items: number;
  known: number;
  problems: ImportProblem[];
}

export interface OrdersImportChoices {
  dryRun: boolean;
  pairs: ReadonlyMap<number, string | null>;
  /** What is said of all orders of the file where it does not say it itself. */
  words?: OrderWords | undefined;
}

/** All orders of a file, as 申请中. Errors (AppError): those of reading a spreadsheet; invalid-input with the problems. */
export async function importOrders(
  session: Session,
  path: string,
  { dryRun, pairs, words }: OrdersImportChoices,
): Promise<OrdersImport> {
  const data = session.planData();
  const results: ChangesReading[] = [];
  const made: ChangeOrder[] = [];
  const { readings, remarks } = await readMoneySheets(data, path, 'changes');
  for (const reading of readings) {
    const result = readChanges(reading, {
      ...{ data, pairs, makeId: makeProjectId },
      orders: [...session.orders(), ...made],
    });
    results.push(result);
    made.push(...result.orders.map((order): ChangeOrder => orderOf(order, words ?? NO_WORDS)));
  }
  settleErrors(results, ({ orders, known }) => orders.length + known > 0);
  const result: OrdersImport = {
    ids: made.map(({ id }) => id),
    items: made.reduce((sum, { items }) => sum + items.length, 0),
    known: results.reduce((sum, { known }) => sum + known, 0),
    problems: [...remarks, ...results.flatMap(({ problems }) => problems)],
  };
  const papers = made.filter(({ documentNumber, approvedAt }) => documentNumber !== '' && approvedAt !== null).length;
  if (papers > 0 && words?.approvedAt == null)
    result.problems.push({
      ...{ level: 'info', code: 'order-open', sheet: '', cell: '', raw: '', proposal: '' },
      message: `有 ${papers} 个调整变更表上写有批复文号和日期，先记为申请，项目表没有动；核对后请逐个批复。`,
    });
  assertTaken(result.problems);
  if (!dryRun && made.length > 0) {
    session.change('orders.import', `导入“${basename(path)}”：${result.items} 项调整（申请中）`, (tx) => {
      for (const order of made) tx.add('changeOrder', order.id, order);
    });
  }
  return result;
}

/** What the sheet says goes before what is said of the file. */
function orderOf({ items, ...read }: ChangesReading['orders'][number], words: OrderWords): ChangeOrder {
  const filled = Object.fromEntries(Object.entries(read).filter(([, value]) => value !== null && value !== ''));
  return {
    ...tidy({ ...words, ...filled }),
    ...{ id: randomUUID(), items, appliedAt: null, closed: null, fundLines: [] },
  };
}
