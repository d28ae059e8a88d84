// The whole import of 3,721 rows x 45 columns — read, matched, committed, as one process — beside programs that only read.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { makeBenchBook } from '#test/support/make-bench-book.ts';
import { type Measurement, median, milliseconds, runChild } from './measure.ts';
import { peerReaders } from './peers.ts';

const XIANJIE = join(import.meta.dirname, '../../build/xianjie.mjs');
const ROUNDS = 5;

export async function run(): Promise<Measurement[]> {
  const folder = mkdtempSync(join(tmpdir(), 'xianjie-bench-import-'));
  try {
    const sheet = join(folder, 'sheet.xlsx');
    writeFileSync(sheet, makeBenchBook(3721));
    const peers = peerReaders(folder);
    const own: number[] = [];
    let peak = 0;
    const theirs = new Map<string, number[]>();
    let outcome = '';
    for (let round = 0; round <= ROUNDS; round += 1) {
      const workbook = join(folder, `${round}.xianjie`);
      await runChild(process.execPath, [XIANJIE, 'new', workbook, '--region', '530402']);
      const { ms, peakMb, stdout } = await runChild(
        process.execPath,
        [XIANJIE, 'import', workbook, sheet, '--json'],
        [0, 1],
      );
      const report = JSON.parse(stdout) as { projects: number; totalWan: string };
      outcome = `${report.projects} projects, ${report.totalWan} 万元`;
      // The first round fills caches for all alike and is not counted.
      if (round > 0) own.push(ms);
      peak = Math.max(peak, peakMb);
      for (const peer of peers) {
        const command = peer.command(sheet);
        if (command === null) continue;
        const { ms: peerMs } = await runChild(...command);
        if (round > 0) theirs.set(peer.name, [...(theirs.get(peer.name) ?? []), peerMs]);
      }
    }
    const base = median(own);
    return [
      {
        name: '3,721 x 45 read, matched and committed',
        value: `${milliseconds(base)}, peak ${Math.round(peak)} MB (${outcome})`,
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
