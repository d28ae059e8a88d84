// A plan of receiving as people read it: what comes in, changes and goes, and the values on which both sides differ.
import type { Kinds as AnyKinds, ChangedValue } from '#electron/db/kernel/kind.ts';
import { applyDifference } from '#shared/compare/fact.ts';
import type { ConflictRow, ReceiveCounts, ReceivedFile, ReceiveRow } from '#shared/contract/methods/package.ts';
import type { Project } from '#shared/domain/project.ts';
import { COLLECTIONS, type Collection, type FactOf, projectIdOf } from '#shared/package/facts.ts';
import type { PackageConflict } from '#shared/package/merge-package.ts';
import { wanText } from '#shared/values/money.ts';
import type { Session } from '../session.ts';
import { storedFact } from './local-facts.ts';
import { type ReceivePlan, refusalRow } from './plan-receive.ts';

type Fact = FactOf<Collection>;

const MOST_ROWS = 2000;
/** Words of single values are looked for in so many rows. */
const MOST_WORDED = 500;

const NO_COUNTS: ReceiveCounts = { new: 0, changed: 0, withdrawn: 0, unchanged: 0 };

/** A file of which nothing is known or taken. */
export function refusedFile(file: string): ReceivedFile {
  return {
    ...{ file, accepted: false, reason: '', isOpen: false, isKeyRefused: false, kind: '', office: '', number: 0 },
    ...NO_COUNTS,
    ...{ conflicts: 0, facts: NO_COUNTS, refused: [], notes: [], rows: [], more: 0, conflictRows: [], received: null },
  };
}

/** A file as far as what it changes is told. */
export type ToldPlan = Pick<
  ReceivedFile,
  | 'new'
  | 'changed'
  | 'withdrawn'
  | 'unchanged'
  | 'conflicts'
  | 'facts'
  | 'refused'
  | 'notes'
  | 'rows'
  | 'more'
  | 'conflictRows'
>;

/** A plan in words and figures. */
export function tellPlan(session: Session, plan: ReceivePlan): ToldPlan {
  const { rows, more } = receiveRows(session, plan);
  return {
    ...countChanges(plan, (name) => name === 'projects'),
    conflicts: plan.conflicts.filter(({ chosen }) => chosen === null).length,
    facts: countChanges(plan, (name) => name !== 'projects'),
    refused: plan.refusals.map((one) => refusalRow(one, plan)),
    notes: plan.notes,
    rows,
    more,
    conflictRows: conflictRows(session, plan),
  };
}

function countChanges(plan: ReceivePlan, isCounted: (name: Collection) => boolean): ReceiveCounts {
  const counts = { ...NO_COUNTS };
  for (const { name, mine, next } of plan.changes) if (isCounted(name)) counts[kindOf(mine, next)] += 1;
  for (const [name, count] of Object.entries(plan.unchanged))
    if (isCounted(name as Collection)) counts.unchanged += count;
  return counts;
}

function kindOf(mine: Fact | null, next: Fact | null): ReceiveRow['kind'] {
  return mine === null ? 'new' : next === null ? 'withdrawn' : 'changed';
}

function receiveRows(session: Session, plan: ReceivePlan): { rows: ReceiveRow[]; more: number } {
  let worded = 0;
  const rows = plan.changes.slice(0, MOST_ROWS).map(({ name, id, mine, next }): ReceiveRow => {
    const fact = (next ?? mine) as Fact;
    const isWorded = ((mine !== null && next !== null) || name !== 'projects') && worded < MOST_WORDED;
    if (isWorded) worded += 1;
    return {
      kind: kindOf(mine, next),
      what: COLLECTIONS[name],
      projectId: projectIdOf(name, fact),
      project: plan.projectName(name, fact),
      changes: isWorded ? wordsOf(session, name, id, mine, next) : aboutProject(name, fact, mine === null),
    };
  });
  return { rows, more: plan.changes.length - rows.length };
}

/** Where a project lies and what it costs: enough to know it by. */
function aboutProject(name: Collection, fact: Fact, isNew: boolean): ReceiveRow['changes'] {
  if (name !== 'projects') return [];
  const { town, village, amounts } = fact as Project;
  const texts = [
    ['地点', `${town ?? ''}${village ?? ''}`],
    ['总投资', amounts.total === null ? '' : `${wanText(amounts.total)} 万元`],
  ] as const;
  return texts
    .filter(([, text]) => text !== '')
    .map(([column, text]) => ({ column, before: isNew ? '' : text, after: isNew ? text : '' }));
}

function conflictRows(session: Session, plan: ReceivePlan): ConflictRow[] {
  return plan.conflicts.map((conflict) => {
    const fact = (conflict.mineFact ?? conflict.theirs ?? conflict.base) as Fact;
    return {
      key: conflict.key,
      projectId: projectIdOf(conflict.name, fact),
      project: plan.projectName(conflict.name, fact),
      ...conflictWords(session, conflict),
      chosen: conflict.chosen,
    };
  });
}

function conflictWords(
  session: Session,
  { name, id, path, mineFact, base, mine, theirs }: PackageConflict,
): Pick<ConflictRow, 'column' | 'base' | 'mine' | 'theirs'> {
  if (mineFact === null || path.length === 0) {
    const sayWhole = (fact: unknown): string => (fact === null || fact === undefined ? '已删除' : '保留（有改动）');
    return {
      column: COLLECTIONS[name],
      base: base === null || base === undefined ? '' : '原有',
      mine: sayWhole(mine),
      theirs: sayWhole(theirs),
    };
  }
  const withValue = (after: unknown): Fact => applyDifference(mineFact, [{ path, after }]);
  const [toTheirs] = wordsOf(session, name, id, mineFact, withValue(theirs ?? null));
  const [toBase] = wordsOf(session, name, id, withValue(base ?? null), mineFact);
  return {
    column: toTheirs?.column ?? toBase?.column ?? path.join(' '),
    base: toBase?.before ?? toTheirs?.before ?? '',
    mine: toTheirs?.before ?? toBase?.after ?? '',
    theirs: toTheirs?.after ?? '',
  };
}

function wordsOf(session: Session, name: Collection, id: string, before: Fact | null, after: Fact | null) {
  const [one, other] = [storedFact(name, id, before), storedFact(name, id, after)];
  const kind = session.kernel.kinds[one.entity] as AnyKinds[string];
  return kind
    .words(one.image, other.image, session.planData())
    .map(({ column, before: was, after: is }: ChangedValue) => ({ column, before: was, after: is }));
}
