// Undo and redo as new change sets on the log. The stacks are derived from the log, so they are right after a restart.
import type { Database } from 'better-sqlite3';
import { AppError } from '#shared/values/app-error.ts';
import { archivedThrough } from './archive.ts';
import { type Committed, commit, type Writer } from './commit.ts';
import type { Kinds } from './kind.ts';
import { type ChangeSet, checkedImage, readChangeSets, readChanges } from './log.ts';

export interface UndoStacks {
  /** Change sets of kind 'do' that can be taken back, the last one on top. */
  undo: ChangeSet[];
  /** Change sets of kind 'do' that can be done again, the last one taken back on top. */
  redo: ChangeSet[];
}

/** Follows the log: a new change empties the redo stack, an undo moves its target over, a redo moves it back. */
export function readStacks(db: Database): UndoStacks {
  const stacks: UndoStacks = { undo: [], redo: [] };
  for (const changeSet of readChangeSets(db)) advanceStacks(stacks, changeSet);
  // What is archived cannot be taken back: its images are not in the workbook.
  const archived = archivedThrough(db);
  const isHere = ({ id }: ChangeSet): boolean => id > archived;
  return { undo: stacks.undo.filter(isHere), redo: stacks.redo.filter(isHere) };
}

/** Brings the stacks up to date with one more change set. */
export function advanceStacks(stacks: UndoStacks, changeSet: ChangeSet): void {
  if (changeSet.kind === 'do') {
    stacks.undo.push(changeSet);
    stacks.redo.length = 0;
  } else if (changeSet.kind === 'undo') {
    const moved = stacks.undo.pop();
    if (moved) stacks.redo.push(moved);
  } else if (changeSet.kind === 'redo') {
    const moved = stacks.redo.pop();
    if (moved) stacks.undo.push(moved);
  }
}

/** Takes the last change back, as a change set of its own. Errors (AppError): nothing-to-undo, damaged. */
export function undo<K extends Kinds>(writer: Writer<K>, stacks: UndoStacks): Committed<void, K> {
  const target = stacks.undo.at(-1);
  if (!target) throw new AppError('nothing-to-undo', '没有可以撤销的操作。');
  return replay(writer, target, 'undo');
}

/** Does the change taken back last again. Errors (AppError): nothing-to-redo, damaged. */
export function redo<K extends Kinds>(writer: Writer<K>, stacks: UndoStacks): Committed<void, K> {
  const target = stacks.redo.at(-1);
  if (!target) throw new AppError('nothing-to-redo', '没有可以重做的操作。');
  return replay(writer, target, 'redo');
}

function replay<K extends Kinds>(writer: Writer<K>, target: ChangeSet, kind: 'undo' | 'redo'): Committed<void, K> {
  const { kernel } = writer;
  const changes = readChanges(kernel, target.id);
  if (kind === 'undo') changes.reverse();
  const label = `${kind === 'undo' ? '撤销' : '重做'}：${target.label}`;
  return commit(
    writer,
    `history.${kind}`,
    label,
    (tx) => {
      for (const { entity, id, before, after } of changes) {
        const image = kind === 'undo' ? before : after;
        tx.put(entity, id, checkedImage(kernel.kinds[entity] as Kinds[string], image) as typeof image);
      }
    },
    { kind, target: target.id },
  );
}
