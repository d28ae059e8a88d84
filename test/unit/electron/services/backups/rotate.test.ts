// Generations of backups: the newest, one a day, one a week, within a size.
import { describe, expect, it } from 'vitest';
import { type Aged, outdatedBackups, surplusBackups, USUAL_LIMITS } from '#electron/services/backups/rotate.ts';

const NOW = new Date(2026, 2, 20, 18, 0, 0);
const LIMITS = { ...USUAL_LIMITS, newest: 3, days: 4, weeks: 3 };

function at(daysAgo: number, hour: number, bytes = 1): Aged {
  return { at: new Date(2026, 2, 20 - daysAgo, hour).toISOString(), bytes };
}

function kept(backups: Aged[], limits = LIMITS): Aged[] {
  const outdated = outdatedBackups(backups, NOW, limits);
  return backups.filter((backup) => !outdated.includes(backup));
}

describe('outdatedBackups', () => {
  it('keeps the newest whatever their age', () => {
    const old = [at(300, 9), at(301, 9), at(302, 9), at(303, 9)];
    expect(kept(old)).toEqual(old.slice(0, 3));
  });

  it('keeps the last of each day, then the last of each week, and no more', () => {
    const today = [at(0, 17), at(0, 16), at(0, 15), at(0, 14)];
    const days = [at(1, 17), at(1, 9), at(3, 12), at(3, 8)];
    // 2026-03-20 is a Friday: its week began on the 16th, the one before on the 9th, the next on the 2nd.
    const weeks = [at(5, 10), at(8, 10), at(12, 10), at(40, 10)];
    expect(kept([...today, ...days, ...weeks])).toEqual([...today.slice(0, 3), days[0], days[2], weeks[0], weeks[2]]);
  });

  it('lets the oldest go where they are too large together, never the newest', () => {
    const large = [at(0, 17, 60), at(0, 16, 60), at(1, 9, 60)];
    expect(kept(large, { ...LIMITS, bytes: 130 })).toEqual(large.slice(0, 2));
    expect(kept(large, { ...LIMITS, bytes: 10 })).toEqual(large.slice(0, 1));
  });

  it('keeps all of a young workbook', () => {
    expect(outdatedBackups([at(0, 17), at(0, 16)], NOW, LIMITS)).toEqual([]);
  });
});

describe('surplusBackups', () => {
  it('takes the oldest of all workbooks, and leaves each its newest', () => {
    const a = [at(0, 9, 50), at(9, 9, 50)];
    const b = [at(20, 9, 50), at(21, 9, 50)];
    expect(surplusBackups([a, b], { ...LIMITS, bytesInAll: 150 })).toEqual([b[1]]);
    expect(surplusBackups([a, b], { ...LIMITS, bytesInAll: 1 })).toEqual([b[1], a[1]]);
    expect(surplusBackups([a, b], { ...LIMITS, bytesInAll: 200 })).toEqual([]);
  });
});
