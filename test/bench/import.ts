// The whole import of 3,721 rows x 45 columns — read, matched, committed, from start to end of the command — beside
// programs that only read; and of 60,000 rows, with its peak memory.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { makeBenchBook } from '#test/support/make-bench-book.ts';
import { type Measurement, median, milliseconds, runChild } from './measure.ts';
import { peerReaders } from './peers.ts';

const XIANJIE = join(import.meta.dirname, '../../build/xianjie.mjs');
const ROUNDS = 5;
const LARGE_ROWS = 60_000;

export async function run(): Promise<Measurement[]> {
  const folder = mkdtempSync(join(tmpdir(), 'xianjie-bench-import-'));
  try {
    const sheet = join(folder, 'sheet.xlsx');
    writeFileSync(sheet, makeBenchBook(3721));
    const peers = peerReaders(folder);
    const own: ImportRun[] = [];
    const theirs = new Map<string, number[]>();
    for (let round = 0; round <= ROUNDS; round += 1) {
      const run = await importOnce(join(folder, `${round}.xianjie`), sheet);
      // The first round fills caches for all alike and is not counted.
      if (round > 0) own.push(run);
      for (const peer of peers) {
        const command = peer.command(sheet);
        if (command === null) continue;
        const { ms: peerMs } = await runChild(...command);
        if (round > 0) theirs.set(peer.name, [...(theirs.get(peer.name) ?? []), peerMs]);
      }
    }
    const longSheet = join(folder, 'long.xlsx');
    writeFileSync(longSheet, makeBenchBook(LARGE_ROWS));
    const long = await importOnce(join(folder, 'long.xianjie'), longSheet);
    const base = median(own.map(({ ms }) => ms));
    return [
      {
        name: '3,721 x 45 read, matched and committed',
        value: `${milliseconds(base)}, peak ${Math.round(Math.max(...own.map(({ peakMb }) => peakMb)))} MB (${own[0]?.outcome})`,
      },
      {
        name: `${LARGE_ROWS.toLocaleString('en')} x 45 read, matched and committed`,
        value: `${milliseconds(long.ms)}, peak ${Math.round(long.peakMb)} MB (${long.outcome})`,
      },
      ...peers.map(({ name }) => {
        const times = theirs.get(name);
        const value = times
          ? `${milliseconds(median(times))}, ${(median(times) / base).toFixed(1)} x ours`
          : 'skipped, not on this machine';
        return { name: `${name}, reading only`, value };
      }),
    ];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

interface ImportRun {
  ms: number;
  peakMb: number;
  outcome: string;
}

/** Imports a sheet into a new workbook with the command as it is called by hand; only the import is measured. */
async function importOnce(workbook: string, sheet: string): Promise<ImportRun> {
  await runChild(process.execPath, [XIANJIE, 'new', workbook, '--region', '530402']);
  const { ms, peakMb, stdout } = await runChild(
    process.execPath,
    [XIANJIE, 'import', workbook, sheet, '--json'],
    [0, 1],
  );
  const report = JSON.parse(stdout) as { projects: number; totalWan: string };
  return { ms, peakMb, outcome: `${report.projects} projects, ${report.totalWan} 万元` };
}
