// Looks after the file that is open: automatic backups, and one look at it from the inside a moment after it was opened.
import {
  type BackupKeeper,
  type BackupTimes,
  keepBackups,
  USUAL_TIMES,
} from '#electron/services/backups/keep-backups.ts';
import { type BackupLimits, USUAL_LIMITS } from '#electron/services/backups/rotate.ts';
import { runInFileThread } from '#electron/services/file-thread.ts';
import type { Session } from '#electron/services/session.ts';
import type { FileHealth } from '#shared/domain/file-health.ts';

export interface CareOptions {
  /** The folder of all automatic backups. */
  store: string;
  times: BackupTimes;
  limits: BackupLimits;
  /** So long after opening the file is looked at; the first screen has it to itself. null: never. */
  checkAfterMs: number | null;
}

export const BACKUP_FOLDER = 'backups';
export const USUAL_CARE = { times: USUAL_TIMES, limits: USUAL_LIMITS, checkAfterMs: 1500 } as const;
export { USUAL_TIMES };

export interface FileCare {
  readonly store: string;
  opened(session: Session): void;
  changed(): void;
  /** Before a step that changes the whole plan; resolves when it may begin, never rejects. */
  before(reason: string, always: boolean): Promise<void>;
  closing(): void;
  health(): FileHealth;
  settled(): Promise<void>;
}

const UNCHECKED: FileHealth['check'] = { state: 'off', problems: [], damage: [], head: '' };

/** `onHealth` is told whenever something new is known. */
export function careForFile(options: CareOptions, onHealth: (health: FileHealth) => void): FileCare {
  const { store, times, limits, checkAfterMs } = options;
  let keeper: BackupKeeper | null = null;
  let check = UNCHECKED;
  let timer: NodeJS.Timeout | null = null;
  /** Backups of workbooks that were closed meanwhile. */
  let leaving: Promise<void> = Promise.resolve();

  const health = (): FileHealth => ({
    check,
    backup: keeper?.state() ?? { at: null, folder: store, failed: null },
  });
  const setCheck = (next: FileHealth['check']): void => {
    check = next;
    onHealth(health());
  };
  const look = async (path: string, isCurrent: () => boolean): Promise<void> => {
    setCheck({ ...UNCHECKED, state: 'running' });
    try {
      const found = await runInFileThread('examine', { path }, { isPassing: true });
      if (isCurrent()) setCheck({ state: found.problems.length === 0 ? 'sound' : 'damaged', ...found });
    } catch (error) {
      if (isCurrent()) setCheck({ ...UNCHECKED, state: 'failed', problems: [(error as Error).message] });
    }
  };

  return {
    store,
    opened(session) {
      const mine = keepBackups(session, { store, times, limits, onState: () => onHealth(health()) });
      keeper = mine;
      check = UNCHECKED;
      if (checkAfterMs === null) return;
      timer = setTimeout(() => void look(session.file.path, () => keeper === mine), checkAfterMs);
      timer.unref();
    },
    changed: () => keeper?.changed(),
    before: async (reason, always) => keeper?.before(reason, always),
    closing() {
      if (timer !== null) clearTimeout(timer);
      timer = null;
      if (keeper === null) return;
      const { close, settled } = keeper;
      close();
      leaving = Promise.all([leaving, settled()]).then(() => undefined);
      keeper = null;
      check = UNCHECKED;
    },
    health,
    settled: async () => {
      await Promise.all([leaving, keeper?.settled()]);
    },
  };
}
