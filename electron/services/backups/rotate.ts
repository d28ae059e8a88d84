// Which of the automatic backups of a workbook are kept: the newest ones, then one a day, then one a week, within a size.

export interface BackupLimits {
  /** So many of the newest are kept, whatever their age. */
  newest: number;
  /** One a day (the last of it) for so many days. */
  days: number;
  /** One a week (the last of it) for so many weeks. */
  weeks: number;
  /** All backups of one workbook; the oldest go first, the newest never goes. */
  bytes: number;
  /** All backups of all workbooks; the newest of each never goes. */
  bytesInAll: number;
}

export const USUAL_LIMITS: BackupLimits = {
  newest: 10,
  days: 14,
  weeks: 8,
  bytes: 1_000_000_000,
  bytesInAll: 4_000_000_000,
};

export interface Aged {
  /** ISO time. */
  at: string;
  bytes: number;
}

const DAY_MS = 24 * 60 * 60 * 1000;

/** Local midnight of a day, so that a day is a day of the office. */
function dayOf(at: string): number {
  const date = new Date(at);
  return new Date(date.getFullYear(), date.getMonth(), date.getDate()).getTime();
}

/** The Monday of a day. */
function weekOf(at: string): number {
  const date = new Date(dayOf(at));
  return new Date(date.getFullYear(), date.getMonth(), date.getDate() - ((date.getDay() + 6) % 7)).getTime();
}

/** The backups of one workbook that are to be deleted. */
export function outdatedBackups<B extends Aged>(backups: readonly B[], now: Date, limits: BackupLimits): B[] {
  const sorted = backups.toSorted((a, b) => (a.at < b.at ? 1 : -1));
  const kept = new Set<B>(sorted.slice(0, Math.max(1, limits.newest)));
  const keepFirstOf = (periodOf: (at: string) => number, length: number): void => {
    const seen = new Set<number>();
    for (const backup of sorted) {
      const period = periodOf(backup.at);
      if (now.getTime() - period >= length || seen.has(period)) continue;
      seen.add(period);
      kept.add(backup);
    }
  };
  keepFirstOf(dayOf, limits.days * DAY_MS);
  keepFirstOf(weekOf, limits.weeks * 7 * DAY_MS);
  let bytes = 0;
  return sorted.filter((backup, index) => {
    if (!kept.has(backup)) return true;
    bytes += backup.bytes;
    return index > 0 && bytes > limits.bytes;
  });
}

/** Of all backups, each list those of one workbook, the oldest that have to go; the newest of each list stays. */
export function surplusBackups<B extends Aged>(lists: readonly (readonly B[])[], limits: BackupLimits): B[] {
  let surplus = lists.flat().reduce((sum, { bytes }) => sum + bytes, 0) - limits.bytesInAll;
  const older = lists.flatMap((list) => list.toSorted((a, b) => (a.at < b.at ? 1 : -1)).slice(1));
  const going: B[] = [];
  for (const backup of older.sort((a, b) => (a.at < b.at ? -1 : 1))) {
    if (surplus <= 0) break;
    surplus -= backup.bytes;
    going.push(backup);
  }
  return going;
}
