// All ordeals one after the other, each so many times.
import { copyFileSync } from 'node:fs';
import { join } from 'node:path';
import { editProjects } from '#electron/services/project-edit.ts';
import { makeWorkbook, openSession } from '#test/support/workbook.ts';
import { soakArchives } from './archives.ts';
import { soakDisks } from './disks.ts';
import { soakFlips } from './flips.ts';
import { soakForgeries } from './forgeries.ts';
import { soakHours } from './hours.ts';
import { soakKills } from './kills.ts';
import { soakLocks } from './locks.ts';
import { soakSheets } from './sheets.ts';
import { soakSockets } from './sockets.ts';
import type { Tally } from './tally.ts';

export interface SoakAmounts {
  kills: number;
  flips: number;
  forgeries: number;
  races: number;
  sheets: number;
  archives: number;
  disks: number;
  sockets: number;
  /** Edits in one session. */
  hours: number;
}

/** The sample with a few steps of editing; copies after each step, the newest last. */
function makeSteps(folder: string): string[] {
  const path = makeWorkbook(folder, { sample: true });
  const { session } = openSession(path);
  const id = session.planData().projects[0]?.id ?? '';
  const copies = ['11', '22', '33', '44'].map((text, at) => {
    editProjects(session, { edits: [{ id, column: 'total', text }], skipInvalid: false });
    const copy = join(folder, `step-${at}.xianjie`);
    copyFileSync(path, copy);
    return copy;
  });
  session.close();
  return copies;
}

/** Each ordeal so many times; those that are not named are left out. `told` hears of each. Everything lies in the folder. */
export async function soak(
  folder: string,
  amounts: Partial<SoakAmounts>,
  told: (tally: Tally) => void = () => undefined,
): Promise<Tally[]> {
  const steps = makeSteps(folder);
  const newest = steps.at(-1) as string;
  const ordeals: Record<keyof SoakAmounts, (times: number) => Tally | Promise<Tally>> = {
    kills: (times) => soakKills(newest, folder, times),
    flips: (times) => soakFlips(newest, times),
    forgeries: (times) => soakForgeries(steps, times),
    races: (times) => soakLocks(folder, times),
    sheets: (times) => soakSheets(folder, times),
    archives: (times) => soakArchives(newest, folder, times),
    disks: (times) => soakDisks(newest, folder, times),
    sockets: (times) => soakSockets(folder, times),
    hours: (times) => soakHours(newest, folder, times),
  };
  const tallies: Tally[] = [];
  for (const [name, run] of Object.entries(ordeals)) {
    const times = amounts[name as keyof SoakAmounts];
    if (times === undefined) continue;
    const tally = await run(times);
    told(tally);
    tallies.push(tally);
  }
  return tallies;
}
