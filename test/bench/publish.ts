// Publishing a county's and a province's list into a PostgreSQL of the measurement's own, as ratios to listing the same
// workbook as JSON: both read the whole of it.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findPostgres, startPostgres } from '#test/support/postgres.ts';
import { makeLargeWorkbook } from './large-workbook.ts';
import { type Measurement, median, milliseconds, runChild } from './measure.ts';

const XIANJIE = join(import.meta.dirname, '../../build/xianjie.mjs');
const SIZES: readonly [projects: number, rounds: number][] = [
  [3721, 3],
  [60_000, 1],
];

export async function run(): Promise<Measurement[]> {
  const bin = findPostgres();
  if (bin === null) return [{ name: 'publishing into PostgreSQL', value: 'skipped, not on this machine' }];
  const folder = mkdtempSync(join(tmpdir(), 'xianjie-bench-publish-'));
  const server = await startPostgres(bin);
  try {
    const measured: Measurement[] = [];
    for (const [projects, rounds] of SIZES) {
      const { path, session } = makeLargeWorkbook(folder, projects);
      session.close();
      const command = (...args: string[]) => runChild(process.execPath, [XIANJIE, ...args]);
      const list: number[] = [];
      const first: number[] = [];
      const again: number[] = [];
      for (let round = 0; round < rounds; round += 1) {
        const listed = await command('list', path, '--json');
        list.push(listed.ms);
        const to = ['--to', server.url, '--schema', `s${projects}_${round}`];
        first.push((await command('publish', path, ...to)).ms);
        again.push((await command('publish', path, ...to)).ms);
      }
      const base = median(list);
      const ratio = (times: readonly number[]): string =>
        `${milliseconds(median(times))}, ${(median(times) / base).toFixed(2)} of list --json (${milliseconds(base)})`;
      measured.push(
        { name: `publishing ${projects} projects into an empty database`, value: ratio(first) },
        { name: `publishing ${projects} projects once more, unchanged`, value: ratio(again) },
      );
    }
    return measured;
  } finally {
    await server.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}
