// 撤回 one step out of the middle of the log: what it changed goes back, what came later stays. Refused, with the reason,
// where a later change touched the same value.
import { type Change, type ChangeSet, readChanges } from '#electron/db/commit.ts';
import { readStacks } from '#electron/db/history.ts';
import { AppError } from '#shared/contract/reply.ts';
import type { PlanData } from '#shared/domain/plan-data.ts';
import type { Project } from '#shared/domain/project.ts';
import { localMinute } from '#shared/format/local-time.ts';
import { describeChange } from './change-words.ts';
import { laterChanges } from './history.ts';
import type { Session } from './session.ts';

/** The values of an image by path: 'name', 'amounts.bySource.fiscal'. */
type Leaves = Map<string, unknown>;

function leavesOf(value: unknown, path = '', into: Leaves = new Map()): Leaves {
  const isBranch = typeof value === 'object' && value !== null && !Array.isArray(value);
  if (!isBranch) return into.set(path, value);
  for (const [key, part] of Object.entries(value)) leavesOf(part, path === '' ? key : `${path}.${key}`, into);
  return into;
}

function sameLeaf(a: unknown, b: unknown): boolean {
  return a === b || JSON.stringify(a ?? null) === JSON.stringify(b ?? null);
}

/** A copy of the project with one leaf set; a missing value takes the key away (a blank amount). */
function withLeaf(project: Project, path: string, value: unknown): Project {
  const copy = structuredClone(project) as unknown as Record<string, unknown>;
  const keys = path.split('.');
  const last = keys.pop() ?? '';
  let branch = copy;
  for (const key of keys) branch = branch[key] as Record<string, unknown>;
  if (value === undefined) delete branch[last];
  else branch[last] = value;
  return copy as unknown as Project;
}

interface Planned {
  entity: Change['entity'];
  id: string;
  image: Change['before'];
}

/**
 * Takes the change set back as a step of its own, which can be undone. Errors (AppError): not-found; invalid-input for a
 * step that is no change or is undone already; conflict where a later change stands in the way.
 */
export function revertChangeSet(session: Session, id: number): void {
  const target = session.file.db
    .prepare<[number], ChangeSet>('SELECT id, at, command, label, author, kind, target FROM change_set WHERE id = ?')
    .get(id);
  if (!target) throw new AppError('not-found', '日志里没有这一步，请刷新后再试。');
  assertRevertible(session, target);
  const data = session.planData();
  const planned = readChanges(session.file.db, id)
    .toReversed()
    .map((change) => plan(session, change, target, data));
  session.change('history.revert', `撤回“${target.label}”`, (tx) => {
    for (const { entity, id: entityId, image } of planned) tx.put(entity, entityId, image as never);
  });
}

function assertRevertible(session: Session, target: ChangeSet): void {
  if (target.kind === 'base') throw new AppError('invalid-input', '这是新建工作簿，不能撤回；不要它可以直接删除文件。');
  if (target.kind !== 'do') {
    throw new AppError('invalid-input', '这一步本身是撤销或重做，不能再撤回；请用工具栏的“撤销”“重做”。');
  }
  if (!readStacks(session.file.db).undo.some(({ id }) => id === target.id)) {
    throw new AppError('invalid-input', `“${target.label}”已经撤销了，不用再撤回。`);
  }
}

function plan(session: Session, change: Change, target: ChangeSet, data: PlanData): Planned {
  const { entity, id, before, after } = change;
  const current = session.stores[entity].read(id) as Change['before'];
  if (entity === 'project' && before !== null && after !== null && current !== null) {
    return { entity, id, image: mergeBack(session, change, current as Project, target, data) };
  }
  if (!sameImage(current, after)) throw inTheWay(session, change, null, target, data);
  return { entity, id, image: before };
}

function sameImage(a: unknown, b: unknown): boolean {
  if (a === null || b === null) return a === b;
  const [left, right] = [leavesOf(a), leavesOf(b)];
  return [...new Set([...left.keys(), ...right.keys()])].every((path) => sameLeaf(left.get(path), right.get(path)));
}

function mergeBack(session: Session, change: Change, current: Project, target: ChangeSet, data: PlanData): Project {
  const [before, after, now] = [leavesOf(change.before), leavesOf(change.after), leavesOf(current)];
  let merged = current;
  for (const path of new Set([...before.keys(), ...after.keys()])) {
    if (sameLeaf(before.get(path), after.get(path))) continue;
    if (!sameLeaf(now.get(path), after.get(path))) throw inTheWay(session, change, path, target, data);
    merged = withLeaf(merged, path, before.get(path));
  }
  return merged;
}

/** The refusal: which value, which later step, and what to do. */
function inTheWay(session: Session, change: Change, path: string | null, target: ChangeSet, data: PlanData): AppError {
  const later = laterChanges(session, change, target.id).find(({ change: other }) => {
    if (path === null) return true;
    return !sameLeaf(leavesOf(other.before).get(path), leavesOf(other.after).get(path));
  });
  const [first] = describeChange(later?.change ?? change, data);
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
