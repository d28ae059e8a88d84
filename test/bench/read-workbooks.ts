// How fast and how small reading is, beside what else reads the same files: exceljs, SheetJS, openpyxl, pandas, LibreOffice.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { readWorkbookFile } from '#electron/excel/read/index.ts';
import { makeBenchBook } from '#test/support/make-bench-book.ts';
import { makeBenchTable } from '#test/support/make-bench-table.ts';
import { type Measurement, median, milliseconds, runChild, time } from './measure.ts';
import { peerReaders, type Reader } from './peers.ts';

const ONCE = fileURLToPath(new URL('./read-once.ts', import.meta.url));

function readers(folder: string): Reader[] {
  const own = (name: string): Reader => ({ name, command: (path) => [process.execPath, [ONCE, name, path]] });
  return [own('ours'), own('exceljs'), own('sheetjs'), ...peerReaders(folder)];
}

/** Whole processes, in turn, so that a busy moment of the machine hits all alike. */
async function compare(path: string, label: string, rounds: number, all: Reader[]): Promise<Measurement[]> {
  const runs = new Map<string, { ms: number[]; peak: number }>();
  const missing: string[] = [];
  for (let round = 0; round < rounds; round++) {
    for (const reader of all) {
      const command = reader.command(path);
      if (command === null) {
        if (round === 0) missing.push(reader.name);
        continue;
      }
      const { ms, peakMb } = await runChild(...command);
      const entry = runs.get(reader.name) ?? { ms: [], peak: 0 };
      entry.ms.push(ms);
      entry.peak = Math.max(entry.peak, peakMb);
      runs.set(reader.name, entry);
    }
  }
  const base = median(runs.get('ours')?.ms ?? []);
  const lines = [...runs].map(([name, { ms, peak }]) => ({
    name: `${label}, ${name}, whole process`,
    // LibreOffice is started by a script, whose own memory says nothing.
    value: `${milliseconds(median(ms))}, ${(median(ms) / base).toFixed(1)} x ours${peak > 20 ? `, peak ${Math.round(peak)} MB` : ''}`,
  }));
  return [...lines, ...missing.map((name) => ({ name: `${label}, ${name}`, value: 'skipped, not on this machine' }))];
}

/** The first reading in this process and the median of ten more. */
async function warm(path: string, label: string): Promise<Measurement[]> {
  const first = await time(() => readWorkbookFile(path));
  const later: number[] = [];
  for (let i = 0; i < 10; i++) later.push(await time(() => readWorkbookFile(path)));
  const flat = (Math.max(...later) / median(later)).toFixed(1);
  return [
    { name: `${label}, ours, first in a running program`, value: milliseconds(first) },
    { name: `${label}, ours, warm`, value: `${milliseconds(median(later))}, slowest ${flat} x the median` },
  ];
}

/** A text table near the limit of 100 MB: how much memory beyond what is kept of it. */
async function largeTable(folder: string): Promise<Measurement> {
  const path = join(folder, 'large.csv');
  writeFileSync(path, makeBenchTable(90_000_000));
  const { ms, peakMb, stdout } = await runChild(process.execPath, ['--expose-gc', ONCE, 'ours', path]);
  const { keptMb } = JSON.parse(stdout) as { keptMb: number };
  return {
    name: '90 MB of CSV, 3 million cells, whole process',
    value: `${milliseconds(ms)}, peak ${Math.round(peakMb)} MB, of which ${Math.round(keptMb)} MB are kept`,
  };
}

export async function run(): Promise<Measurement[]> {
  const folder = mkdtempSync(join(tmpdir(), 'xianjie-bench-read-'));
  try {
    const small = join(folder, 'small.xlsx');
    const large = join(folder, 'large.xlsx');
    writeFileSync(small, makeBenchBook(3721));
    writeFileSync(large, makeBenchBook(60_000));
    const all = readers(folder);
    // Compiled code is kept between processes, as it is between starts of the program; all node readers have it alike.
    process.env.NODE_COMPILE_CACHE = join(folder, 'compiled');
    for (const name of ['ours', 'exceljs', 'sheetjs']) await runChild(process.execPath, [ONCE, name, small]);
    return [
      ...(await compare(small, '3,721 x 45', 5, all)),
      ...(await warm(small, '3,721 x 45')),
      ...(await compare(large, '60,000 x 45', 1, all)),
      await largeTable(folder),
    ];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
