// The facts of the open workbook by the collections that packages carry, and under which kind each is stored.
import type { EntityName, Transaction } from '#electron/db/kinds/index.ts';
import type { Collection, FactOf, Facts, KeyedExplanation } from '#shared/package/facts.ts';
import { recordKey, recordsOf } from '#shared/records/records.ts';
import type { Session } from '../session.ts';

export function localFacts(session: Session): Facts {
  const { projects, records } = session.planData();
  const { events, batches, lines, payments, notes } = session.execution();
  const explanations = [...recordsOf(records, 'explanation')].map(([id, value]) => ({ id, value }));
  return { projects, events, batches, lines, payments, notes, postings: session.postings(), explanations };
}

const ENTITIES = {
  projects: 'project',
  events: 'lifeEvent',
  batches: 'fundBatch',
  lines: 'fundLine',
  payments: 'payment',
  notes: 'progressNote',
  postings: 'posting',
  explanations: 'record',
} as const satisfies Record<Collection, EntityName>;

/** Kind, id and images of a fact as the store and its log know them. */
export function storedFact(
  name: Collection,
  id: string,
  fact: FactOf<Collection> | null,
): { entity: EntityName; id: string; image: unknown } {
  const entity = ENTITIES[name];
  if (name !== 'explanations') return { entity, id, image: fact };
  const image = fact && { kind: 'explanation', id, value: (fact as KeyedExplanation).value };
  return { entity, id: recordKey('explanation', id), image };
}

/** `isNew`: it is known not to be there. */
export function writeFact(
  tx: Transaction,
  name: Collection,
  id: string,
  fact: FactOf<Collection> | null,
  isNew: boolean,
): void {
  const stored = storedFact(name, id, fact);
  if (isNew) tx.add(stored.entity, stored.id, stored.image as never);
  else tx.put(stored.entity, stored.id, stored.image as never);
}
