// All ordeals one after the other, each so many times.
import { copyFileSync } from 'node:fs';
import { join } from 'node:path';
import { editProjects } from '#electron/services/project-edit.ts';
import { makeWorkbook, openSession } from '#test/support/workbook.ts';
import { soakFlips } from './flips.ts';
import { soakForgeries } from './forgeries.ts';
import { soakKills } from './kills.ts';
import { soakLocks } from './locks.ts';
import { soakSheets } from './sheets.ts';
import type { Tally } from './tally.ts';

export interface SoakAmounts {
  kills: number;
  flips: number;
  forgeries: number;
  races: number;
  sheets: number;
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

/** `told` hears of each ordeal when it is done. Everything lies in the folder. */
export async function soak(folder: string, amounts: SoakAmounts, told: (tally: Tally) => void = () => undefined) {
  const steps = makeSteps(folder);
  const newest = steps.at(-1) as string;
  const ordeals: (() => Tally | Promise<Tally>)[] = [
    () => soakKills(newest, folder, amounts.kills),
    () => soakFlips(newest, amounts.flips),
    () => soakForgeries(steps, amounts.forgeries),
    () => soakLocks(folder, amounts.races),
    () => soakSheets(folder, amounts.sheets),
  ];
  const tallies: Tally[] = [];
  for (const ordeal of ordeals) {
    const tally = await ordeal();
    told(tally);
    tallies.push(tally);
  }
  return tallies;
}
