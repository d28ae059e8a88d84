// An open workbook: the file, its log and the plan held in memory. Every read of the plan comes from here, every change
// of it goes through `change`, which keeps memory, log and listeners in step.
import { basename, dirname } from 'node:path';
import { type Committed, commit, type Transaction, type Writer } from '#electron/db/commit.ts';
import { type EntityStores, openEntities } from '#electron/db/entities.ts';
import { advanceStacks, readStacks, redo, type UndoStacks, undo } from '#electron/db/history.ts';
import { accountName } from '#electron/db/lock.ts';
import type { OpenFile } from '#electron/db/open.ts';
import { readPlan, readReference } from '#electron/db/reference.ts';
import type { AppEvent } from '#shared/contract/events.ts';
import type { WorkbookStatus } from '#shared/contract/methods.ts';
import { AppError } from '#shared/contract/reply.ts';
import { categoryTree, flattenCategories } from '#shared/domain/categories.ts';
import type { Claim } from '#shared/domain/claims.ts';
import type { PlanData } from '#shared/domain/plan-data.ts';
import type { Project } from '#shared/domain/project.ts';
import type { PlanInfo, ReferenceData } from '#shared/domain/reference.ts';
import { groupRecords, type Records, splitRecordKey } from '#shared/records/records.ts';

export interface Session {
  readonly file: OpenFile;
  readonly stores: EntityStores;
  /** The whole plan; the same object until something changes. */
  planData(): PlanData;
  project(id: string): Project;
  /** The one way to change user data; see electron/db/commit.ts. Refused on a read-only workbook. */
  change<T>(command: string, label: string | ((value: T) => string), work: (tx: Transaction) => T): T;
  /** Takes the last change back; with `through` (a change set) everything down to and with that one. */
  undo(through?: number): void;
  redo(): void;
  status(): WorkbookStatus;
  /** Takes in what another program wrote into the file since; true where it did. */
  refresh(): boolean;
  close(): void;
}

/** So many changed projects travel with the event: one edit needs no second call to be on the screen. */
const SENT_ALONG = 100;

/**
 * Starts a session on an opened file. Change events go to `emit` after they are safely written; the log names `author`.
 */
export function startSession(
  file: OpenFile,
  emit: (event: AppEvent) => void,
  author: () => string = accountName,
): Session {
  const { db } = file;
  const stores = openEntities(db);
  const writer: Writer = {
    db,
    stores,
    author,
    known: (entity, id) => (entity === 'project' ? projects.get(id) : undefined) as never,
  };
  let plan: PlanInfo;
  let reference: ReferenceData;
  let projects: Map<string, Project>;
  let claims: Claim[];
  let records: Records;
  let stacks: UndoStacks;
  let order: Map<string | null, number>;
  let data: PlanData | null;
  let savedAt: string | null;
  let dataVersion: unknown;

  const load = (): void => {
    plan = readPlan(db);
    reference = readReference(db);
    order = categoryOrder(reference, plan.scheme);
    projects = new Map(stores.project.readAll().map((project) => [project.id, project]));
    claims = stores.claim.readAll();
    records = groupRecords(stores.record.readAll());
    stacks = readStacks(db);
    data = null;
    savedAt = (db.prepare('SELECT max(at) FROM change_set').pluck().get() as string | null) ?? null;
    dataVersion = db.pragma('data_version', { simple: true });
  };
  load();

  const planData = (): PlanData => {
    data ??= { plan, reference, projects: sortProjects([...projects.values()], order), claims, records };
    return data;
  };

  const status = (): WorkbookStatus => {
    const top = (list: UndoStacks['undo']) => {
      const changeSet = list.at(-1);
      return changeSet ? { id: changeSet.id, label: changeSet.label } : null;
    };
    return {
      fileName: basename(file.path),
      folder: dirname(file.path),
      plan,
      readOnly: file.readOnly,
      savedAt,
      undo: file.readOnly === null ? top(stacks.undo) : null,
      redo: file.readOnly === null ? top(stacks.redo) : null,
      projectCount: projects.size,
    };
  };

  const takeIn = <T>(committed: Committed<T>): T => {
    const { changeSet, changes, value } = committed;
    if (changeSet) {
      advanceStacks(stacks, changeSet);
      savedAt = changeSet.at;
      const projectIds: string[] = [];
      const tables = new Set<string>();
      const recordKinds = new Set<string>();
      for (const change of changes) {
        tables.add(change.entity);
        if (change.entity === 'record') recordKinds.add(splitRecordKey(change.id).kind);
        if (change.entity === 'project') {
          projectIds.push(change.id);
          if (change.after === null) projects.delete(change.id);
          else projects.set(change.id, change.after as Project);
        }
      }
      if (tables.has('claim')) claims = stores.claim.readAll();
      if (recordKinds.size > 0) records = withKinds(records, groupRecords(stores.record.readAll()), recordKinds);
      data = null;
      const there = projectIds.flatMap((id) => projects.get(id) ?? []);
      emit({
        type: 'changed',
        projectIds,
        projects: there.length > SENT_ALONG ? null : there,
        tables: [...tables],
        status: status(),
      });
    }
    return value;
  };

  const assertWritable = (): void => {
    if (file.readOnly !== null) {
      throw new AppError('read-only', `工作簿“${basename(file.path)}”不能修改：${file.readOnly}。`);
    }
  };

  return {
    file,
    stores,
    planData,
    project(id) {
      const project = projects.get(id);
      if (!project) throw goneProject();
      return project;
    },
    change(command, label, work) {
      assertWritable();
      return takeIn(commit(writer, command, label, work));
    },
    undo(through) {
      assertWritable();
      const depth = through === undefined ? 1 : stacks.undo.toReversed().findIndex(({ id }) => id === through) + 1;
      if (depth === 0) throw new AppError('invalid-input', '这一步已经撤销，或者不是可以撤销的修改。');
      for (let step = 0; step < depth; step += 1) takeIn(undo(writer, stacks));
    },
    redo() {
      assertWritable();
      takeIn(redo(writer, stacks));
    },
    status,
    refresh() {
      if (db.pragma('data_version', { simple: true }) === dataVersion) return false;
      load();
      emit({
        type: 'changed',
        projectIds: null,
        projects: null,
        tables: ['project', 'claim', 'record'],
        status: status(),
      });
      return true;
    },
    close: () => file.close(),
  };
}

/** The records from before, those of the changed kinds renewed: results remembered for other kinds stay good. */
function withKinds(before: Records, after: Records, kinds: ReadonlySet<string>): Records {
  return Object.fromEntries([
    ...Object.entries(before).filter(([kind]) => !kinds.has(kind)),
    ...Object.entries(after).filter(([kind]) => kinds.has(kind)),
  ]);
}

/** A project that is not in the list any more. */
export function goneProject(): AppError {
  return new AppError('not-found', '这个项目已不在表中，可能刚被删除或撤销。请刷新后再试。');
}

function categoryOrder(reference: ReferenceData, scheme: string): Map<string | null, number> {
  const nodes = flattenCategories(categoryTree(reference, scheme));
  return new Map(nodes.map((node, index) => [node.category.id, index]));
}

/** The plan's order: by category as printed, then by position; projects without a category last. */
function sortProjects(projects: Project[], order: Map<string | null, number>): Project[] {
  const rank = (project: Project): number => order.get(project.categoryId) ?? order.size;
  return projects.sort((a, b) => rank(a) - rank(b) || a.position - b.position || (a.id < b.id ? -1 : 1));
}
