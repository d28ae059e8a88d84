// Everything the window shares: the calls, the query cache, where the user is, what is going on.
// One object made at start and given down by context.
import { notifyManager, QueryClient } from '@tanstack/react-query';
import { createContext, useContext } from 'react';
import type { Finding } from '#shared/checks/finding.ts';
import type { FileRef, MethodInput, MethodName, MethodOutput } from '#shared/contract/methods.ts';
import type { Transport } from '#shared/contract/transport.ts';
import type { Project } from '#shared/domain/project.ts';
import type { SalvageReport } from '#shared/domain/salvage.ts';
import { type Call, errorText, makeCall } from './state/call.ts';
import { createFindingView, type FindingView } from './state/finding-view.ts';
import type { GridHandle } from './state/grid-handle.ts';
import type { PageId } from './state/page.ts';
import { createStore, type Store } from './ui/store.ts';

/** A cell to go to in the 项目表; `at` makes two jumps to the same cell two different ones. */
export interface JumpTarget {
  /** A project's id, or a heading's (`headingId`). */
  rowId: string;
  /** Selects the rows down to this one. */
  toRowId?: string;
  /** Neither flashes nor scrolls further than needed: the eyes are there already. */
  isCalm?: boolean;
  columnKey: string | null;
  at: number;
}

/** A cell of a 汇总表 to go to, by the keys of its row and column; the first table that has both. */
export interface TableTarget {
  row: string;
  column: string;
  at: number;
}

/** A written figure to go to: by its claim, or by document, table, row and column of a printed table. */
export interface ClaimTarget {
  claimId: string | undefined;
  printed: Finding['printed'] | undefined;
  table: string;
  row: string;
  column: string;
}

export interface NavState {
  page: PageId;
  cardId: string | null;
  target: JumpTarget | null;
  tableTarget: TableTarget | null;
  claimTarget: ClaimTarget | null;
  /** A paragraph of 文稿 to go to. */
  textTarget: string | null;
  /** The figure whose 构成 is shown: keys of its row and column. */
  composition: { row: string; column: string } | null;
  /** What an undo or redo changed, to be shown in the 项目表; `before` is the list as it was. */
  changed: { ids: ReadonlySet<string>; before: readonly Project[] } | null;
  /** Quick search in the top bar; filters the 项目表. */
  search: string;
  /** The 项目表 shows only these (构成 of a figure, projects of an import); null: all. */
  only: { ids: readonly string[]; title: string } | null;
  /** The tab of 勾稽审核 that is shown; see features/checks/check-tabs.ts. */
  checksTab: string;
  /** The asset that 资产台账 goes to. */
  assetTarget: string | null;
  /** Which notices 公示台账 shows; see features/notices/posting-filters.ts. */
  noticesFilter: 'all' | 'running' | 'ended' | 'open' | 'short' | 'changed';
  /** The tab of 规划设置 that is shown. */
  settingsTab: string;
  /** What of 版本与日志 is shown. */
  historyPart: 'log' | 'versions' | 'orders';
  /** The rule that 审核规则说明 shows; null: the first. */
  ruleId: string | null;
  dialog: 'shortcuts' | 'about' | 'promise' | 'verify' | 'password' | 'breakdown' | null;
  /** A file whose backups 恢复 shows; null: those of the open workbook. */
  restoreFile: FileRef | null;
  /** What came of 整理到副本, while it is shown. */
  salvaged: SalvageReport | null;
  /** Files dropped on the window, waiting for the import page. */
  dropped: File[];
  /** A draft dropped on the window, waiting for 文稿核对. */
  droppedDraft: File | null;
  /** A tab of 文稿 to go to. */
  textTab: string | null;
}

export interface Task {
  text: string;
  done: number;
  /** 0: how much is left is not known. */
  total: number;
}

export interface ActivityState {
  /** Writing calls whose reply has not come. */
  saving: number;
  /** The sentence of the last write that was refused by the disk. */
  saveFailed: string | null;
  tasks: Record<string, Task>;
  lost: boolean;
}

/** What the status bar tells of the selected cells, ready to show. */
export interface SelectionSummary {
  /** Cells that are not blank, and those of them that hold a number. */
  filled: number;
  numbers: number;
  /** null where nothing can be added up: only words, or amounts and people together. */
  figures: { sum: string; average: string; least: string; most: string; unit: string } | null;
  note: string;
}

export interface ShownState {
  selection: SelectionSummary | null;
  shown: number;
  filtered: boolean;
}

/** What shows messages; the frame fills it in once antd is up. */
export interface Messenger {
  error(text: string): void;
  success(text: string, action?: { label: string; run: () => void }): void;
  warn(text: string): void;
  confirm(question: { title: string; content: string; okText: string; danger?: boolean }): Promise<boolean>;
  /** A question with several ways out; null: cancelled. */
  choose<V extends string>(question: {
    title: string;
    content: string;
    options: readonly { value: V; label: string }[];
  }): Promise<V | null>;
  /** Asks for a password until `submit` takes it (true) or the user gives up (false). */
  password(question: {
    title: string;
    question: string;
    submit: (password: string) => Promise<void>;
  }): Promise<boolean>;
}

export interface Session {
  transport: Transport;
  call: Call;
  /** Like call, for what changes the workbook: drives 正在保存 / 已保存. */
  write: Call;
  queries: QueryClient;
  nav: Store<NavState>;
  activity: Store<ActivityState>;
  shown: Store<ShownState>;
  findingView: Store<FindingView>;
  grid: { current: GridHandle | null };
  messenger: { current: Messenger };
  /** Runs an action of the user; a failure is shown and gives undefined. Slow ones show `text` with a bar. */
  attempt<T>(text: string, action: () => Promise<T>): Promise<T | undefined>;
  chooseOpen(
    kind: MethodInput<'files.chooseOpen'>['kind'],
    title: string,
    multiple?: boolean,
  ): Promise<FileRef[] | undefined>;
  chooseSave(
    kind: MethodInput<'files.chooseSave'>['kind'],
    title: string,
    suggestedName: string,
  ): Promise<FileRef | undefined>;
}

const SILENT: Messenger = {
  error: () => undefined,
  success: () => undefined,
  warn: () => undefined,
  confirm: () => Promise.resolve(false),
  choose: () => Promise.resolve(null),
  password: () => Promise.resolve(false),
};

// A change reaches the screen in the same turn, not one timer later.
notifyManager.setScheduler(queueMicrotask);

/** Refusals that say the disk did not take it, as against input that was not right. */
const DISK_CODES = new Set(['cannot-write', 'disk-full', 'locked', 'read-only', 'damaged', 'internal']);

export function createSession(transport: Transport): Session {
  const nav = createStore<NavState>({
    page: 'overview',
    cardId: null,
    target: null,
    tableTarget: null,
    claimTarget: null,
    textTarget: null,
    composition: null,
    changed: null,
    search: '',
    only: null,
    checksTab: 'findings',
    assetTarget: null,
    noticesFilter: 'all',
    settingsTab: 'period',
    historyPart: 'log',
    ruleId: null,
    dialog: null,
    restoreFile: null,
    salvaged: null,
    dropped: [],
    droppedDraft: null,
    textTab: null,
  });
  const activity = createStore<ActivityState>({ saving: 0, saveFailed: null, tasks: {}, lost: false });
  const messenger = { current: SILENT };
  const call = makeCall(transport, {
    onLost: () => activity.set({ lost: true }),
    unlock: (file, question) =>
      messenger.current.password({
        title: file.name,
        question,
        submit: async (password) => {
          await call('files.unlock', { token: file.token, password });
        },
      }),
  });

  const write = async <M extends MethodName>(method: M, input: MethodInput<M>): Promise<MethodOutput<M>> => {
    activity.set((before) => ({ saving: before.saving + 1 }));
    try {
      const value = await call(method, input);
      activity.set({ saveFailed: null });
      return value;
    } catch (thrown) {
      const code = typeof thrown === 'object' && thrown !== null && 'code' in thrown ? String(thrown.code) : 'internal';
      if (DISK_CODES.has(code)) activity.set({ saveFailed: errorText(thrown) });
      throw thrown;
    } finally {
      activity.set((before) => ({ saving: before.saving - 1 }));
    }
  };

  let taskNumber = 0;
  const attempt = async <T>(text: string, action: () => Promise<T>): Promise<T | undefined> => {
    taskNumber += 1;
    const key = `local:${taskNumber}`;
    const timer = setTimeout(() => {
      activity.set((before) => ({ tasks: { ...before.tasks, [key]: { text, done: 0, total: 0 } } }));
    }, 400);
    try {
      return await action();
    } catch (thrown) {
      const cancelled =
        typeof thrown === 'object' && thrown !== null && 'code' in thrown && thrown.code === 'cancelled';
      if (!cancelled) messenger.current.error(errorText(thrown));
      return undefined;
    } finally {
      clearTimeout(timer);
      activity.set((before) => ({
        tasks: Object.fromEntries(Object.entries(before.tasks).filter(([name]) => name !== key)),
      }));
    }
  };

  return {
    transport,
    call,
    write,
    queries: new QueryClient({
      defaultOptions: { queries: { retry: false, staleTime: Number.POSITIVE_INFINITY, refetchOnWindowFocus: false } },
    }),
    nav,
    activity,
    shown: createStore<ShownState>({ selection: null, shown: 0, filtered: false }),
    findingView: createFindingView(),
    grid: { current: null },
    messenger,
    attempt,
    chooseOpen: async (kind, title, multiple = false) => {
      // The dialog stays open as long as the user wants, so this is no task with a bar.
      const answer = await call('files.chooseOpen', { kind, title, multiple }).catch((thrown: unknown) => {
        messenger.current.error(errorText(thrown));
        return { files: [] };
      });
      return answer.files.length > 0 ? answer.files : undefined;
    },
    chooseSave: async (kind, title, suggestedName) => {
      const answer = await call('files.chooseSave', { kind, title, suggestedName }).catch((thrown: unknown) => {
        messenger.current.error(errorText(thrown));
        return { file: null };
      });
      return answer.file ?? undefined;
    },
  };
}

export const SessionContext = createContext<Session | null>(null);

export function useSession(): Session {
  const session = useContext(SessionContext);
  if (!session) throw new Error('useSession outside of the app');
  return session;
}
