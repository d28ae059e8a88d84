// 检查文件 over 3,721 projects with an import and a thousand edits behind them: as the window calls it, in the thread that
// looks at a file after it was opened, and as a command; its parts beside it.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import BetterSqlite3 from 'better-sqlite3';
import { checkChain } from '#electron/db/kernel/chain.ts';
import { openKernel } from '#electron/db/kernel/kind.ts';
import { compareWithLog } from '#electron/db/kernel/verify.ts';
import { KINDS } from '#electron/db/kinds/index.ts';
import { runInFileThread } from '#electron/services/file-thread.ts';
import { examineDatabase } from '#electron/services/verify.ts';
import { makeTestApp } from '#test/support/app.ts';
import { makeLargeWorkbook } from './large-workbook.ts';
import { type Measurement, median, milliseconds, runChild, time } from './measure.ts';

const CLI = join(import.meta.dirname, '../../build/xianjie.mjs');
const PROJECTS = 3721;
const EDITS = 1000;
const RUNS = 9;

/** The quickest of some runs as well: a busy machine only ever adds. */
async function spanOf(work: () => unknown): Promise<string> {
  const values: number[] = [];
  for (let index = 0; index < RUNS; index += 1) values.push(await time(work));
  return span(values);
}

function span(values: readonly number[]): string {
  return `${milliseconds(median(values))}, at best ${milliseconds(Math.min(...values))}`;
}

/** A workbook that was imported, so that it has provenance, and edited since. */
async function makeEdited(folder: string): Promise<string> {
  const large = makeLargeWorkbook(folder, PROJECTS);
  large.session.close();
  const sheet = join(folder, 'list.xlsx');
  const path = join(folder, 'edited.xianjie');
  await runChild(process.execPath, [CLI, 'export', large.path, sheet]);
  await runChild(process.execPath, [CLI, 'new', path, '--region', '530402']);
  await runChild(process.execPath, [CLI, 'import', path, sheet]);
  const test = makeTestApp(folder);
  await test.call('workbook.open', { token: test.openToken(path) });
  const { projects } = await test.call('projects.list', {});
  for (let index = 0; index < EDITS; index += 1) {
    const id = projects[(index * 37) % projects.length]?.id ?? '';
    await test.call('projects.edit', { edits: [{ id, column: 'total', text: `${index + 1}.5` }] });
  }
  test.app.close();
  return path;
}

export async function run(): Promise<Measurement[]> {
  const folder = mkdtempSync(join(tmpdir(), 'xianjie-bench-'));
  try {
    const path = await makeEdited(folder);
    const command = async (...args: string[]): Promise<number> => (await runChild(process.execPath, [CLI, ...args])).ms;
    const commands: number[] = [];
    for (let index = 0; index < RUNS; index += 1) {
      commands.push((await command('verify', path)) - (await command('--help')));
    }
    const db = new BetterSqlite3(path, { readonly: true });
    const first = await time(() => examineDatabase(db));
    const results: Measurement[] = [
      { name: `verify ${PROJECTS} projects, ${EDITS} edits, the first time`, value: milliseconds(first) },
      { name: 'again', value: await spanOf(() => examineDatabase(db)) },
      { name: '  pages and indexes', value: await spanOf(() => db.pragma('integrity_check(20)')) },
      { name: '  hash chain', value: await spanOf(() => checkChain(db)) },
      { name: '  facts against the log', value: await spanOf(() => compareWithLog(openKernel(db, KINDS))) },
      {
        name: 'in the thread of a window, thread included',
        value: await spanOf(() => runInFileThread('examine', { path })),
      },
      { name: 'the command, opening included, start of the program not', value: span(commands) },
    ];
    db.close();
    return results;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
