// Disks that are full: a small disk is mounted, filled up to a few pages, and edited until it has no room. The step is
// refused with the reason, what was acknowledged before is there, and with room again editing goes on.
import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, rmSync, statfsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { openFile } from '#electron/db/open.ts';
import { editProjects } from '#electron/services/project-edit.ts';
import { startSession } from '#electron/services/session.ts';
import { verifyDatabase } from '#electron/services/verify.ts';
import { AppError } from '#shared/values/app-error.ts';
import { wan } from '#shared/values/money.ts';
import { pick, type Tally } from './tally.ts';

const DISK = '8m';
/** So many bytes stay free beside the workbook, at most. */
const MOST_FREE = 300_000;
const MOST_EDITS = 2_000;

/** Mounts a small disk on a folder; null where this machine does not let us. */
function mountSmallDisk(folder: string): (() => void) | null {
  mkdirSync(folder);
  const mounted = spawnSync('mount', ['-t', 'tmpfs', '-o', `size=${DISK}`, 'xianjie-soak', folder]);
  return mounted.status === 0 ? () => void spawnSync('umount', [folder]) : null;
}

/** `source` is a workbook of a few MB at most; it is copied. */
export function soakDisks(source: string, folder: string, times: number): Tally {
  const disk = join(folder, 'small-disk');
  const unmount = mountSmallDisk(disk);
  const failures: string[] = [];
  if (unmount === null) {
    return {
      name: 'full disks (skipped: no small disk can be mounted here)',
      tried: 0,
      counted: 0,
      unit: '',
      failures,
    };
  }
  let edits = 0;
  try {
    for (let time = 0; time < times; time += 1)
      edits += fillOnce(source, disk, (fault) => failures.push(`disk ${time}: ${fault}`));
  } finally {
    unmount();
  }
  return { name: 'disks filled', tried: times, counted: edits, unit: 'acknowledged edits', failures };
}

function fillOnce(source: string, disk: string, fail: (fault: string) => void): number {
  const path = join(disk, 'full.xianjie');
  const filler = join(disk, 'filler');
  copyFileSync(source, path);
  const { bavail, bsize } = statfsSync(disk);
  writeFileSync(filler, Buffer.alloc(Math.max(0, bavail * bsize - pick(MOST_FREE))));
  let session = startSession(openFile(path), () => undefined);
  const id = session.planData().projects[0]?.id ?? '';
  const edit = (step: number): unknown =>
    editProjects(session, { edits: [{ id, column: 'total', text: String(step) }], skipInvalid: false });
  let done = 0;
  const before = session.project(id).amounts.total;
  try {
    for (; done < MOST_EDITS; done += 1) edit(done + 1);
    fail('was never full');
  } catch (error) {
    const isTold = error instanceof AppError && ['disk-full', 'read-only'].includes(error.code);
    if (!isTold) fail(`refused with ${String(error)}`);
  }
  const right = done === 0 ? before : wan(String(done));
  const look = (when: string): void => {
    if (session.project(id).amounts.total !== right) fail(`${when}: the last acknowledged edit is gone`);
    for (const problem of verifyDatabase(session.file.db)) fail(`${when}: ${problem}`);
  };
  look('while it is full');
  session.close();
  rmSync(filler);
  session = startSession(openFile(path), () => undefined);
  look('with room again');
  edit(MOST_EDITS + 1);
  if (session.project(id).amounts.total !== wan(String(MOST_EDITS + 1))) fail('cannot be edited with room again');
  session.close();
  rmSync(path);
  return done;
}
