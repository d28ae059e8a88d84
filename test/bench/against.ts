// npm run bench -- against CHECKOUT [NAME...]: reading, matching, importing and laying out here and in another checkout of
// the project, in turn, as ratios of the medians. Processor time says more than time on a busy machine.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { makeBenchBook } from '#test/support/make-bench-book.ts';
import { type Measurement, median, runChild } from './measure.ts';
import type { SideTime } from './side-work.ts';

const HERE = resolve(import.meta.dirname, '../..');
const WORK = fileURLToPath(new URL('./side-work.ts', import.meta.url));
const COUNT = new URL('./count-cpu.ts', import.meta.url).href;
const ROUNDS = 7;
const IMPORTS: [name: string, rows: number, rounds: number][] = [
  ['importing 3,721 rows by command', 3721, ROUNDS],
  ['importing 60,000 rows by command', 60_000, 3],
];

type Times = Map<string, SideTime[]>;

export async function run(args: readonly string[]): Promise<Measurement[]> {
  const [other, ...names] = args;
  if (other === undefined) throw new Error('against what? npm run bench -- against CHECKOUT');
  const folder = mkdtempSync(join(tmpdir(), 'xianjie-bench-against-'));
  const sides: [root: string, times: Times][] = [
    [resolve(other), new Map()],
    [HERE, new Map()],
  ];
  const isWanted = (name: string) => names.length === 0 || names.some((wanted) => name.includes(wanted));
  try {
    for (let round = 0; round < ROUNDS; round += 1) {
      for (const [root, times] of sides) {
        const { stdout } = await runChild(process.execPath, [WORK, root, ...names]);
        for (const [name, one] of Object.entries(JSON.parse(stdout) as Record<string, SideTime>)) add(times, name, one);
      }
    }
    for (const [name, rows, rounds] of IMPORTS.filter(([one]) => isWanted(one))) {
      const sheet = join(folder, `${rows}.xlsx`);
      writeFileSync(sheet, makeBenchBook(rows));
      for (let round = 0; round < rounds; round += 1)
        for (const [root, times] of sides) add(times, name, await importOnce(root, folder, sheet));
    }
    const [before, now] = sides.map(([, times]) => times) as [Times, Times];
    return [...now.keys()].map((name) => ({ name, value: ratios(before.get(name) ?? [], now.get(name) ?? []) }));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function add(times: Times, name: string, one: SideTime): void {
  times.set(name, [...(times.get(name) ?? []), one]);
}

/** The import alone, into a new workbook. */
async function importOnce(root: string, folder: string, sheet: string): Promise<SideTime> {
  const command = join(root, 'build/xianjie.mjs');
  const workbook = join(mkdtempSync(join(folder, 'import-')), 'list.xianjie');
  const cpuFile = join(folder, 'cpu');
  await runChild(process.execPath, [command, 'new', workbook, '--region', '530402']);
  writeFileSync(cpuFile, '');
  process.env.XIANJIE_BENCH_CPU = cpuFile;
  process.env.NODE_OPTIONS = `--import=${COUNT}`;
  try {
    const { ms } = await runChild(process.execPath, [command, 'import', workbook, sheet, '--json'], [0, 1]);
    const cpuMs = readFileSync(cpuFile, 'utf8')
      .trim()
      .split('\n')
      .reduce((sum, line) => sum + Number(line), 0);
    return { ms, cpuMs };
  } finally {
    delete process.env.NODE_OPTIONS;
  }
}

function ratios(before: readonly SideTime[], now: readonly SideTime[]): string {
  const part = (key: keyof SideTime) => {
    const [was, is] = [median(before.map((one) => one[key])), median(now.map((one) => one[key]))];
    return `${(is / was).toFixed(2)} x (${Math.round(was)} → ${Math.round(is)} ms)`;
  };
  return `processor ${part('cpuMs')}, time ${part('ms')}`;
}
