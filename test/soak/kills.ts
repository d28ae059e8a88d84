// Kills in the middle of editing: every step that was acknowledged is there afterwards, and the file is sound.
import { spawn } from 'node:child_process';
import { copyFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { openFile } from '#electron/db/open.ts';
import { startSession } from '#electron/services/session.ts';
import { verifyDatabase } from '#electron/services/verify.ts';
import { wan } from '#shared/values/money.ts';
import { pick, type Tally } from './tally.ts';

const WRITER = join(import.meta.dirname, '../support/edit-writer.ts');
/** A kill comes so many acknowledged steps, and then so many ms, after the start. */
const MOST_STEPS = 40;
const MOST_MS = 12;

/** Edits the copy of a workbook until it is killed; the last figure acknowledged for each project. */
function editAndKill(path: string): Promise<Map<string, number>> {
  const child = spawn(process.execPath, [WRITER, path], { stdio: ['ignore', 'pipe', 'inherit'] });
  const least = 1 + pick(MOST_STEPS);
  let said = '';
  let isEnding = false;
  child.stdout.on('data', (chunk: Buffer) => {
    said += chunk.toString();
    if (isEnding || said.split('\n').length <= least) return;
    isEnding = true;
    setTimeout(() => child.kill('SIGKILL'), pick(MOST_MS));
  });
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', () => {
      const whole = said.slice(0, said.lastIndexOf('\n') + 1);
      const lines = whole.split('\n').filter((line) => line !== '');
      resolve(
        new Map(
          lines.map((line) => {
            const [id = '', step = ''] = line.split(' ');
            return [id, Number(step)] as const;
          }),
        ),
      );
    });
  });
}

/** `source` is a workbook with projects; it is copied. */
export async function soakKills(source: string, folder: string, times: number): Promise<Tally> {
  const failures: string[] = [];
  let edits = 0;
  for (let time = 0; time < times; time += 1) {
    const path = join(folder, `kill-${time}.xianjie`);
    copyFileSync(source, path);
    const acknowledged = await editAndKill(path);
    const newest = Math.max(0, ...acknowledged.values());
    edits += newest;
    const file = openFile(path);
    const session = startSession(file, () => undefined);
    for (const [id, step] of acknowledged) {
      const { total } = session.project(id).amounts;
      // A step more may be there than was said: it was killed between the two.
      const isThere = total === wan(String(step)) || total === wan(String(newest + 1));
      if (!isThere) failures.push(`kill ${time}: project ${id} holds ${total} 分, not ${step} 万元`);
    }
    for (const problem of verifyDatabase(file.db)) failures.push(`kill ${time}: ${problem}`);
    session.close();
    // Ten thousand of them would fill the disk.
    rmSync(path);
  }
  return { name: 'kills during edits', tried: times, counted: edits, unit: 'acknowledged edits', failures };
}
