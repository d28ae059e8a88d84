// Writes a changed frame and what it means for projects, inside a transaction: the one way into the frame's tables after
// a workbook is made.
import type { EntityName, Image, Transaction, WorkbookKernel } from '#electron/db/kinds/index.ts';
import { isSame } from '#shared/compare/fact.ts';
import { compareLists } from '#shared/compare/lists.ts';
import type { OwnColumn } from '#shared/domain/own-columns.ts';
import type { Category, FundSource, Region } from '#shared/domain/reference.ts';
import { type Frame, inTreeOrder, itemId, siblingsKey } from '#shared/frame/frame.ts';
import { moveRecords } from '#shared/frame/move-records.ts';
import { isMoving, type Moves, moveProject } from '#shared/frame/moves.ts';
import type { PlanData } from '#shared/records/plan-data.ts';
import { recordKey } from '#shared/records/records.ts';
import { positionsFor } from './places-in-list.ts';

type ListName = 'region' | 'category' | 'fundSource' | 'scheme' | 'agency' | 'ownColumn';

/** Puts what differs; parents before what stands under them. Gives what deletes the rest, to be called last. */
function putList<Name extends ListName>(
  tx: Transaction,
  kernel: WorkbookKernel,
  name: Name,
  before: readonly object[],
  after: readonly object[],
  idOf: (item: never) => string,
): () => void {
  if (isSame(before, after)) return () => undefined;
  const stored = new Map(kernel.stores[name].readAll() as [string, { position: number }][]);
  const places = new Map([...stored].map(([id, { position }]) => [id, position]));
  const keyOf = new Map(after.map((item) => [idOf(item as never), siblingsKey(item)]));
  const order = after.map((item) => idOf(item as never));
  const positions = positionsFor(order, (id) => keyOf.get(id) ?? '', places);
  for (const item of after) {
    const id = idOf(item as never);
    const image = { ...item, position: positions.get(id) as number };
    if (!isSame(stored.get(id), image)) tx.put(name as EntityName, id, image as Image<EntityName>);
  }
  const gone = compareLists(before as readonly never[], after as readonly never[], idOf).removed.map(idOf);
  return () => {
    for (const id of gone.toReversed()) tx.put(name as EntityName, id, null);
  };
}

/** Writes `after` where it differs from `before`. Nothing is checked here: see frameFaults. */
export function writeFrame(tx: Transaction, kernel: WorkbookKernel, before: Frame, after: Frame): () => void {
  const idOf = (item: Category | FundSource | Region): string => itemId(item);
  const removals = [
    putList(tx, kernel, 'region', before.regions, inTreeOrder(after.regions), idOf),
    putList(tx, kernel, 'scheme', before.schemes, after.schemes, ({ id }: { id: string }) => id),
    putList(tx, kernel, 'category', before.categories, inTreeOrder(after.categories), idOf),
    putList(tx, kernel, 'fundSource', before.fundSources, inTreeOrder(after.fundSources), idOf),
    putList(tx, kernel, 'agency', before.agencies, after.agencies, ({ id }: { id: string }) => id),
    putList(tx, kernel, 'ownColumn', before.ownColumns, after.ownColumns, ({ id }: { id: string }) => id),
  ];
  if (!isSame(before.plan, after.plan)) tx.put('plan', 'plan', after.plan);
  const keyOf = ({ from, to }: Frame['mappings'][number]): string => `${from}|${to}`;
  const mappings = compareLists(before.mappings, after.mappings, keyOf);
  for (const one of mappings.removed) tx.put('mapping', keyOf(one), null);
  for (const one of mappings.added) tx.put('mapping', keyOf(one), one);
  return () => {
    for (const remove of removals.toReversed()) remove();
  };
}

/** Own columns that projects of others bring along, behind those that are here. */
export function addOwnColumns(tx: Transaction, known: readonly OwnColumn[], fresh: readonly OwnColumn[]): void {
  for (const [index, one] of fresh.entries())
    tx.put('ownColumn', one.id, { ...one, position: known.length + 1 + index });
}

/** Projects, claims and own tables follow: to other classes, sources and words of places. Gives how many projects. */
export function writeMoves(tx: Transaction, data: PlanData, moves: Moves): number {
  if (!isMoving(moves)) return 0;
  let moved = 0;
  for (const project of data.projects) {
    const next = moveProject(project, moves);
    if (next === project) continue;
    moved += 1;
    tx.put('project', project.id, next);
  }
  for (const claim of data.claims) {
    const target = claim.categoryId === null ? undefined : moves.classes.get(claim.categoryId);
    if (target !== undefined) tx.put('claim', claim.id, { ...claim, categoryId: target });
  }
  for (const record of moveRecords(data.records, moves)) tx.put('record', recordKey(record.kind, record.id), record);
  return moved;
}
