// Hours of editing in one session: memory stays flat but for the line that each step has in the list of what can be undone.
import { execFile } from 'node:child_process';
import { copyFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { Tally } from './tally.ts';

const EDITOR = join(import.meta.dirname, '../support/edit-hours.ts');
/** Bytes that one edit may leave behind, and what a heap is off by from one look to the next. */
const MOST_PER_EDIT = 1_000;
const NOISE = 4_000_000;

/** `source` is a workbook with projects; it is copied. */
export async function soakHours(source: string, folder: string, edits: number): Promise<Tally> {
  const path = join(folder, 'hours.xianjie');
  copyFileSync(source, path);
  const { stdout } = await promisify(execFile)(process.execPath, ['--expose-gc', EDITOR, path, String(edits)]);
  const samples = JSON.parse(stdout) as number[];
  // What is made once is made in the first tenth.
  const [first = 0, last = 0] = [samples[0], samples.at(-1)];
  const grown = Math.round((last - first) / 1000);
  const failures = last - first > NOISE + edits * MOST_PER_EDIT ? [`memory grew by ${grown} kB`] : [];
  return { name: 'edits in one session', tried: edits, counted: grown, unit: 'kB more memory at the end', failures };
}
