// Kills in the middle of 归档: every fact is as it was, the log is whole or archived, never half, and it can be done again.
import { spawn } from 'node:child_process';
import { copyFileSync, mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { archivedThrough } from '#electron/db/kernel/archive.ts';
import { openFile } from '#electron/db/open.ts';
import { examineArchives } from '#electron/services/archive/open-archive.ts';
import { editProjects } from '#electron/services/project-edit.ts';
import { startSession } from '#electron/services/session.ts';
import { verifyDatabase } from '#electron/services/verify.ts';
import { pick, type Tally } from './tally.ts';

const WRITER = join(import.meta.dirname, '../support/archive-writer.ts');
const EDITS = 150;
/** A kill comes so many ms after the beginning; a sound run takes about as long. */
const MOST_MS = 4_000;

function archiveAndKill(path: string): Promise<void> {
  const child = spawn(process.execPath, [WRITER, path], { stdio: ['ignore', 'pipe', 'inherit'] });
  child.stdout.once('data', () => setTimeout(() => child.kill('SIGKILL'), pick(MOST_MS)));
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', () => resolve());
  });
}

/** `source` is a workbook with projects; it is copied. */
export async function soakArchives(source: string, folder: string, times: number): Promise<Tally> {
  const edited = join(folder, 'long-log.xianjie');
  copyFileSync(source, edited);
  const writer = startSession(openFile(edited), () => undefined);
  const id = writer.planData().projects[0]?.id ?? '';
  for (let step = 1; step <= EDITS; step += 1) {
    editProjects(writer, { edits: [{ id, column: 'total', text: String(step) }], skipInvalid: false });
  }
  const right = JSON.stringify(writer.planData());
  writer.close();
  const failures: string[] = [];
  let archived = 0;
  for (let time = 0; time < times; time += 1) {
    const place = join(folder, `archive-${time}`);
    const path = join(place, 'long-log.xianjie');
    mkdirSync(place);
    copyFileSync(edited, path);
    await archiveAndKill(path);
    const session = startSession(openFile(path, { takeOver: true }), () => undefined);
    const { db } = session.file;
    if (JSON.stringify(session.planData()) !== right) failures.push(`archive ${time}: facts differ`);
    for (const problem of [...verifyDatabase(db), ...examineArchives(db, place).problems]) {
      failures.push(`archive ${time}: ${problem}`);
    }
    if (archivedThrough(db) > 0) archived += 1;
    if (session.status().undo === null) failures.push(`archive ${time}: nothing can be taken back`);
    session.close();
    rmSync(place, { recursive: true, force: true });
  }
  return {
    name: 'kills during an archive',
    tried: times,
    counted: archived,
    unit: 'archived, the others as before',
    failures,
  };
}
