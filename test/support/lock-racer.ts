// A process that tries for locks at given moments, to race with others: argv are the moment of the first try, the
// distance of tries in ms, and the workbooks. Prints the indexes of those it got, and lives until its input ends: a lock of
// a process that is gone holds nobody off.
import { acquireLock } from '#electron/db/lock.ts';

const [start = '0', step = '0', ...paths] = process.argv.slice(2);
const won: number[] = [];
paths.forEach((path, index) => {
  const at = Number(start) + index * Number(step);
  while (Date.now() < at) {
    // Both wake at the same millisecond: sleeping would be too coarse.
  }
  if (!('holder' in acquireLock(path))) won.push(index);
});
process.stdout.write(`${JSON.stringify(won)}\n`);
process.stdin.resume();
