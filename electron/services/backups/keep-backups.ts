// When an automatic backup is made: before a step that changes the whole plan, after some minutes of editing, and when a
// changed workbook is closed. It never stops an edit and never fails one; where it cannot be made that is told once.
import { chainHead } from '#electron/db/kernel/chain.ts';
import { runInFileThread } from '../file-thread.ts';
import type { Session } from '../session.ts';
import { type BackupLimits, USUAL_LIMITS } from './rotate.ts';
import { backupFolderOf, readBackupFolder, type StoredBackup } from './store.ts';
import { type BackupOrder, writeBackup } from './write-backup.ts';

export interface BackupTimes {
  /** After so much time of editing; null: never by time. */
  everyMs: number | null;
  /** A backup so young is good enough before an operation that is done often. */
  quietMs: number;
  /** When a changed workbook is closed. */
  onClose: boolean;
}

export const USUAL_TIMES: BackupTimes = { everyMs: 10 * 60_000, quietMs: 60_000, onClose: true };

export interface BackupState {
  at: string | null;
  folder: string;
  failed: string | null;
}

export interface BackupKeeper {
  /** Called after each change. */
  changed(): void;
  /** Resolves when what is there now is safe to be changed; `always` also where a young backup is there. Never rejects. */
  before(reason: string, always: boolean): Promise<void>;
  state(): BackupState;
  /** Ends it. A changed workbook is backed up at once, before it resolves control: the program may end now. */
  close(): void;
  /** Resolves when nothing is being written. */
  settled(): Promise<void>;
}

export interface KeeperOptions {
  store: string;
  times?: BackupTimes;
  limits?: BackupLimits;
  /** The state became another. */
  onState?: (state: BackupState) => void;
  now?: () => Date;
}

/** Keeps the backups of an open workbook. One that cannot be changed, or has no projects, gets none. */
export function keepBackups(session: Session, options: KeeperOptions): BackupKeeper {
  const { store, times = USUAL_TIMES, limits = USUAL_LIMITS, onState, now = () => new Date() } = options;
  const workbook = session.file.path;
  let state: BackupState = { at: null, folder: backupFolderOf(store, workbook), failed: null };
  /** The end of the chain at the newest backup; what ends there needs no other. */
  let savedHead = readBackupFolder(state.folder)[0]?.head ?? '';
  const openedHead = chainHead(session.file.db);
  let savedAtMs = 0;
  let timer: NodeJS.Timeout | null = null;
  let running: Promise<void> = Promise.resolve();

  const set = (part: Partial<BackupState>): void => {
    const next = { ...state, ...part };
    const isNew = next.at !== state.at || next.failed !== state.failed;
    state = next;
    if (isNew) onState?.(state);
  };
  const isNeeded = (): boolean =>
    session.file.readOnly === null && session.status().projectCount > 0 && chainHead(session.file.db) !== savedHead;
  const order = (reason: string): BackupOrder => ({ workbook, store, reason, at: now().toISOString(), limits });
  const done = ({ at, head }: StoredBackup): void => {
    savedHead = head;
    savedAtMs = Date.parse(at);
    set({ at, failed: null });
  };
  const failed = (error: unknown): void => set({ failed: (error as Error).message });

  /** Resolves when the snapshot is taken, or cannot be. */
  const start = (reason: string): Promise<void> =>
    new Promise((resolve) => {
      const work = runInFileThread('backup', order(reason), { onSnapshot: resolve });
      running = work.then(done, failed).finally(resolve);
    });
  const stopTimer = (): void => {
    if (timer !== null) clearTimeout(timer);
    timer = null;
  };

  return {
    changed() {
      if (times.everyMs === null || timer !== null) return;
      timer = setTimeout(() => {
        timer = null;
        void running.then(() => (session.file.db.open && isNeeded() ? start('定时') : undefined)).catch(failed);
      }, times.everyMs);
      timer.unref();
    },
    async before(reason, always) {
      try {
        await running;
        const isYoung = !always && now().getTime() - savedAtMs < times.quietMs;
        if (!isYoung && isNeeded()) await start(reason);
      } catch (error) {
        failed(error);
      }
    },
    state: () => state,
    close() {
      stopTimer();
      try {
        if (times.onClose && chainHead(session.file.db) !== openedHead && isNeeded())
          done(writeBackup(order('关闭时')));
      } catch (error) {
        failed(error);
      }
    },
    settled: () => running,
  };
}
