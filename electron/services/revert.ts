// 撤回 one step out of the middle of the log: what it changed goes back, what came later stays. Refused, with the reason,
// where a later change touched the same value.
import type { Kinds as AnyKinds } from '#electron/db/kernel/kind.ts';
import { type ChangeSet, checkedImage, laterChanges, readChangeSet, readChanges } from '#electron/db/kernel/log.ts';
import { readStacks } from '#electron/db/kernel/undo.ts';
import type { EntityChange } from '#electron/db/kinds/index.ts';
import { applyDifference, differenceOf, isSame, type Path } from '#shared/compare/fact.ts';
import { takeBack } from '#shared/compare/merge.ts';
import { AppError } from '#shared/values/app-error.ts';
import { localMinute } from '#shared/values/local-time.ts';
import { describeChange } from './history.ts';
import type { Session } from './session.ts';

type Planned = Pick<EntityChange, 'entity' | 'id'> & { image: EntityChange['before'] };

/**
 * Takes the change set back as a step of its own, which can be undone. Errors (AppError): not-found; invalid-input for a
 * step that is no change or is undone already; conflict where a later change stands in the way.
 */
export function revertChangeSet(session: Session, id: number): void {
  const target = readChangeSet(session.file.db, id);
  if (!target) throw new AppError('not-found', '日志里没有这一步，请刷新后再试。');
  assertRevertible(session, target);
  const planned = readChanges(session.kernel, id)
    .toReversed()
    .map((change) => plan(session, change, target));
  const changed = planned.filter(({ entity, id: entityId, image }) => {
    return !isSame(session.kernel.stores[entity].read(entityId), image);
  });
  if (changed.length === 0)
    throw new AppError('invalid-input', `“${target.label}”改动的值都已经改回去了，不用再撤回。`);
  session.change('history.revert', `撤回“${target.label}”`, (tx) => {
    for (const { entity, id: entityId, image } of changed) {
      const kind = session.kernel.kinds[entity] as AnyKinds[string];
      tx.put(entity, entityId, checkedImage(kind, image) as never);
    }
  });
}

function assertRevertible(session: Session, target: ChangeSet): void {
  if (target.kind === 'base')
    throw new AppError('invalid-input', '这一步是新建、升级工作簿或只留来源，没有可以撤回的修改。');
  if (target.kind !== 'do') {
    throw new AppError('invalid-input', '这一步本身是撤销或重做，不能再撤回；请用工具栏的“撤销”“重做”。');
  }
  if (!readStacks(session.file.db).undo.some(({ id }) => id === target.id)) {
    throw new AppError('invalid-input', `“${target.label}”已经撤销了，不用再撤回。`);
  }
}

function plan(session: Session, change: EntityChange, target: ChangeSet): Planned {
  const { entity, id, before, after } = change;
  const current = session.kernel.stores[entity].read(id);
  const asOne = !session.kernel.kinds[entity].isMergedByValue;
  const { fact, conflicts } = takeBack<EntityChange['before']>(before, after, current, { asOne });
  const [first] = conflicts;
  if (first) throw inTheWay(session, change, first.path, target);
  return { entity, id, image: fact };
}

/** What a change did to one value, and nothing else; null where it did not touch it. */
function narrow(change: EntityChange, path: Path): EntityChange | null {
  const touching = differenceOf(change.before, change.after).filter((one) =>
    path.every((key, depth) => depth >= one.path.length || one.path[depth] === key),
  );
  if (touching.length === 0) return null;
  return { ...change, after: applyDifference(change.before, touching) } as EntityChange;
}

/** The refusal: which value, which later step, and what to do. */
function inTheWay(session: Session, change: EntityChange, path: Path, target: ChangeSet): AppError {
  const [later] = laterChanges(session.kernel, change, target.id).flatMap(({ changeSet, change: other }) => {
    const narrowed = narrow(other as EntityChange, path);
    return narrowed ? [{ changeSet, change: narrowed }] : [];
  });
  const [first] = describeChange(session, later?.change ?? change);
  const what = first ? `“${first.project}”${first.column === '项目' ? '' : `的${first.column}`}` : '同一内容';
  const who = later
    ? `${localMinute(later.changeSet.at)}${later.changeSet.author === '' ? '' : ` ${later.changeSet.author}`} 的“${later.changeSet.label}”`
    : '后来的修改';
  const values = first && first.column !== '项目' ? `（${first.before || '空'} → ${first.after || '空'}）` : '';
  return new AppError(
    'conflict',
    `不能撤回“${target.label}”：${what}后来又被改动，见 ${who}${values}。请先撤回那一步，或者直接把这个值改回去。`,
    { changeSet: later?.changeSet.id ?? null },
  );
}
