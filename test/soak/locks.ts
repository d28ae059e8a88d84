// Two programs that open the same workbook at the same moment: one of them gets it, never both, never none.
import { join } from 'node:path';
import { raceLocks } from '#test/support/race-locks.ts';
import type { Tally } from './tally.ts';

/** So many in one run of the racers. */
const AT_ONCE = 500;

export async function soakLocks(folder: string, times: number): Promise<Tally> {
  const failures: string[] = [];
  for (let from = 0; from < times; from += AT_ONCE) {
    const count = Math.min(AT_ONCE, times - from);
    const paths = Array.from({ length: count }, (_, at) => join(folder, `race-${from + at}.xianjie`));
    const wins = (await raceLocks(paths, 2)).flat();
    for (const at of paths.keys()) {
      const won = wins.filter((index) => index === at).length;
      if (won !== 1) failures.push(`race ${from + at} was won ${won} times`);
    }
  }
  return { name: 'races for a lock', tried: times, counted: times, unit: 'won once', failures };
}
