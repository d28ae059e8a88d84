// Moves a finished workbook to its name, under the lock of that name.
import { existsSync, renameSync } from 'node:fs';
import { asidePath, hasHotJournal, journalPath } from '#electron/db/journal.ts';
import { acquireLock } from '#electron/db/lock.ts';
import { putJournalAside } from '#electron/db/medium.ts';
import { lockedElsewhere } from '#electron/db/open.ts';
import { moveIntoPlace } from '#electron/files/move-into-place.ts';

/**
 * Replaces what stands at a name. The lock of that name is held meanwhile, so that no workbook is replaced under somebody's
 * hands; a journal that lies there belongs to what stood there before and must not play into the new file. Throws
 * AppError locked.
 */
export function takePlace(draft: string, path: string): void {
  underLock(path, () => {
    if (hasHotJournal(path)) putJournalAside(path);
    moveIntoPlace(draft, path);
  });
}

/**
 * The same, but what stood there is put aside first, its journal with it under the name that keeps the two together. Gives
 * where it is now; null where there was nothing. A failure puts it back. Throws AppError locked.
 */
export function takePlaceKeeping(draft: string, path: string, word: string): string | null {
  return underLock(path, () => {
    if (!existsSync(path)) {
      if (hasHotJournal(path)) putJournalAside(path);
      moveIntoPlace(draft, path);
      return null;
    }
    const aside = asidePath(path, word, '.xianjie');
    const hasJournal = existsSync(journalPath(path));
    if (hasJournal) renameSync(journalPath(path), journalPath(aside));
    try {
      renameSync(path, aside);
      moveIntoPlace(draft, path);
    } catch (error) {
      if (!existsSync(path)) renameSync(aside, path);
      if (hasJournal) renameSync(journalPath(aside), journalPath(path));
      throw error;
    }
    return aside;
  });
}

function underLock<T>(path: string, work: () => T): T {
  const lock = acquireLock(path);
  if ('holder' in lock) throw lockedElsewhere(path, lock.holder, '不能覆盖它。请换一个文件名，或先在那边关闭它。');
  try {
    return work();
  } finally {
    lock.release();
  }
}
