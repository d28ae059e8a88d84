// An open workbook: the file, its log and the plan held in memory. Every read of the plan comes from here, every change
// of it goes through `change`, which keeps memory, log and listeners in step.
import { basename, dirname } from 'node:path';
import { archiveLog } from '#electron/db/kernel/archive-log.ts';
import { commit, type Writer } from '#electron/db/kernel/commit.ts';
import { openKernel } from '#electron/db/kernel/kind.ts';
import { lastSavedAt } from '#electron/db/kernel/log.ts';
import { loadMemory, type Memory } from '#electron/db/kernel/memory.ts';
import { advanceStacks, readStacks, redo, type UndoStacks, undo } from '#electron/db/kernel/undo.ts';
import { type Committed, KINDS, type Kinds, type Transaction, type WorkbookKernel } from '#electron/db/kinds/index.ts';
import { frameOf, referenceOf } from '#electron/db/kinds/plan-frame.ts';
import { accountName } from '#electron/db/lock.ts';
import type { OpenFile } from '#electron/db/open.ts';
import type { AppEvent } from '#shared/contract/events.ts';
import type { WorkbookStatus } from '#shared/contract/methods.ts';
import type { Asset } from '#shared/domain/asset.ts';
import type { ChangeOrder } from '#shared/domain/change-order.ts';
import type { CountyReport } from '#shared/domain/county-report.ts';
import type { ReceivedPackage, SentPackage } from '#shared/domain/exchange.ts';
import type { Execution } from '#shared/domain/execution.ts';
import { type CategoryOrder, categoryOrder } from '#shared/domain/list-order.ts';
import type { Posting } from '#shared/domain/posting.ts';
import type { Project } from '#shared/domain/project.ts';
import { FRAME_KINDS, type ReferenceData } from '#shared/domain/reference.ts';
import type { PlanVersion } from '#shared/domain/version.ts';
import type { Frame } from '#shared/frame/frame.ts';
import type { PlanData } from '#shared/records/plan-data.ts';
import { AppError } from '#shared/values/app-error.ts';
import { missingArchives } from './archive/open-archive.ts';
import { type ProjectList, projectList } from './project-list.ts';

export interface Session {
  readonly file: OpenFile;
  readonly kernel: WorkbookKernel;
  /** The whole plan; the same object until something changes. */
  planData(): PlanData;
  /** What was released, paid and done; the same object until something of it changes. Apart from the plan. */
  execution(): Execution;
  /** The register of notices; the same list until one of it changes. */
  postings(): readonly Posting[];
  /** What projects left behind; the same list until one of it changes. */
  assets(): readonly Asset[];
  /** Kept versions of the plan, the oldest first. */
  versions(): readonly PlanVersion[];
  /** What the counties of an upper plan reported, one of each. */
  countyReports(): readonly CountyReport[];
  /** Change orders in the order in which they were made; the same list until one of them changes. */
  orders(): readonly ChangeOrder[];
  /** Packages that went to other offices and came from them, in their order. */
  sentPackages(): readonly SentPackage[];
  receivedPackages(): readonly ReceivedPackage[];
  /** The plan's frame as it is stored. */
  frame(): Frame;
  project(id: string): Project;
  /**
   * The one way to change user data; see electron/db/kernel/commit.ts. Refused on a read-only workbook. A step of kind 'base'
   * is none that 撤销 takes back.
   */
  change<T>(
    command: string,
    label: string | ((value: T) => string),
    work: (tx: Transaction) => T,
    options?: { kind: 'do' | 'base' },
  ): T;
  /** Takes the last change back; with `through` (a change set) everything down to and with that one. */
  undo(through?: number): void;
  redo(): void;
  /** Takes the images of archived steps out of the log; see db/kernel/archive.ts. */
  archiveLog(archive: Parameters<typeof archiveLog>[1]): void;
  status(): WorkbookStatus;
  /** Takes in what another program wrote into the file since; true where it did. */
  refresh(): boolean;
  close(): void;
}

const EXECUTION_KINDS = ['fundBatch', 'fundLine', 'payment', 'progressNote', 'lifeEvent'] as const;

/** So many changed projects travel with the event: one edit needs no second call to be on the screen. */
const SENT_ALONG = 100;

/** What is read from the file when it is opened, and again when another program wrote into it. */
interface Loaded {
  memory: Memory<Kinds>;
  list: ProjectList;
  stacks: UndoStacks;
  savedAt: string | null;
  dataVersion: unknown;
  frame: { reference: ReferenceData; order: CategoryOrder } | null;
  /** Of the frame before. */
  orderBefore: CategoryOrder | null;
  data: PlanData | null;
  execution: Execution | null;
}

/**
 * Starts a session on an opened file. Change events go to `emit` after they are safely written; the log names `author`.
 * `kinds` are those of the program; a test adds one.
 */
export function startSession(
  file: OpenFile,
  emit: (event: AppEvent) => void,
  author: () => string = accountName,
  kinds: Kinds = KINDS,
): Session {
  const { db } = file;
  const kernel = openKernel(db, kinds);
  const dataVersion = (): unknown => db.pragma('data_version', { simple: true });
  const load = (): Loaded => ({
    memory: loadMemory(kernel),
    list: projectList(),
    stacks: readStacks(db),
    savedAt: lastSavedAt(db),
    dataVersion: dataVersion(),
    frame: null,
    orderBefore: null,
    data: null,
    execution: null,
  });
  let now = load();
  const writer: Writer<Kinds> = {
    kernel,
    author,
    assertOurs: () => {
      try {
        file.assertOurs();
      } catch (error) {
        // Taken over: the window must show it at once.
        emit({ type: 'changed', changed: {}, projects: [], status: status() });
        throw error;
      }
    },
    keep: () => {
      try {
        file.keep();
      } catch (error) {
        emit({ type: 'changed', changed: {}, projects: [], status: status() });
        throw error;
      }
    },
    known: (entity, id) => now.memory.image(entity, id),
  };

  const frame = (): NonNullable<Loaded['frame']> => {
    if (now.frame) return now.frame;
    const { memory } = now;
    const reference = referenceOf(memory);
    const order = categoryOrder(reference, memory.slice('plan').scheme);
    // Where the classes keep their order the list keeps its own: nothing is to be sorted again.
    const before = now.orderBefore;
    const isSame = before?.size === order.size && [...order].every(([id, place]) => before.get(id) === place);
    now.orderBefore = isSame && before ? before : order;
    now.frame = { reference, order: now.orderBefore };
    return now.frame;
  };

  const planData = (): PlanData => {
    if (now.data) return now.data;
    const { memory, list } = now;
    const { reference, order } = frame();
    now.data = {
      plan: memory.slice('plan'),
      reference,
      projects: list.sorted(memory.slice('project'), order),
      claims: memory.slice('claim'),
      records: memory.slice('record'),
    };
    return now.data;
  };

  const execution = (): Execution => {
    const { memory } = now;
    now.execution ??= {
      batches: memory.slice('fundBatch'),
      lines: memory.slice('fundLine'),
      payments: memory.slice('payment'),
      notes: memory.slice('progressNote'),
      events: memory.slice('lifeEvent'),
    };
    return now.execution;
  };

  const archivesElsewhere = missingArchives(db, dirname(file.path));
  const status = (): WorkbookStatus => {
    const top = (list: UndoStacks['undo']) => {
      const changeSet = list.at(-1);
      return changeSet ? { id: changeSet.id, label: changeSet.label } : null;
    };
    return {
      fileName: basename(file.path),
      folder: dirname(file.path),
      plan: now.memory.slice('plan'),
      readOnly: file.readOnly,
      hasPassword: file.hasPassword,
      notes: [...file.notes, ...archivesElsewhere],
      savedAt: now.savedAt,
      undo: file.readOnly === null ? top(now.stacks.undo) : null,
      redo: file.readOnly === null ? top(now.stacks.redo) : null,
      projectCount: now.memory.images('project').size,
    };
  };

  const takeIn = <T>({ changeSet, changes, value }: Committed<T, Kinds>): T => {
    if (!changeSet) return value;
    advanceStacks(now.stacks, changeSet);
    now.savedAt = changeSet.at;
    const changed = now.memory.take(changes);
    const projectIds = changed.project ?? [];
    for (const id of projectIds) now.list.touch(id);
    if (FRAME_KINDS.some((name) => name in changed)) now.frame = null;
    now.data = null;
    if (EXECUTION_KINDS.some((name) => name in changed)) now.execution = null;
    const there = projectIds.flatMap((id) => now.memory.image('project', id) ?? []);
    emit({
      type: 'changed',
      changed,
      projects: there.length > SENT_ALONG ? null : there,
      status: status(),
    });
    return value;
  };

  const assertWritable = (): void => {
    if (file.readOnly !== null) {
      throw new AppError('read-only', `工作簿“${basename(file.path)}”不能修改：${file.readOnly}。`);
    }
  };

  return {
    file,
    kernel,
    planData,
    execution,
    postings: () => now.memory.slice('posting'),
    assets: () => now.memory.slice('asset'),
    versions: () => now.memory.slice('planVersion'),
    countyReports: () => now.memory.slice('countyReport'),
    orders: () => now.memory.slice('changeOrder'),
    sentPackages: () => now.memory.slice('sentPackage'),
    receivedPackages: () => now.memory.slice('receivedPackage'),
    frame: () => frameOf(now.memory),
    project(id) {
      const project = now.memory.image('project', id);
      if (!project) throw goneProject();
      return project;
    },
    change(command, label, work, options) {
      assertWritable();
      return takeIn(commit(writer, command, label, work, options));
    },
    undo(through) {
      assertWritable();
      const depth = through === undefined ? 1 : now.stacks.undo.toReversed().findIndex(({ id }) => id === through) + 1;
      if (depth === 0) throw new AppError('invalid-input', '这一步已经撤销，或者不是可以撤销的修改。');
      for (let step = 0; step < depth; step += 1) takeIn(undo(writer, now.stacks));
    },
    redo() {
      assertWritable();
      takeIn(redo(writer, now.stacks));
    },
    archiveLog(archive) {
      assertWritable();
      const committed = archiveLog(writer, archive);
      now.stacks = readStacks(db);
      takeIn(committed);
    },
    status,
    refresh() {
      if (dataVersion() === now.dataVersion) return false;
      now = load();
      emit({ type: 'changed', changed: null, projects: null, status: status() });
      return true;
    },
    close: () => file.close(),
  };
}

/** A project that is not in the list any more. */
export function goneProject(): AppError {
  return new AppError('not-found', '这个项目已不在表中，可能刚被删除或撤销。请刷新后再试。');
}
