// Nine counties' spreadsheets, 3,721 rows of 45 columns in all: read, matched and taken in, checked, 表2 and 表3 computed — the commands as
// they are called by hand, whole processes — beside programs that only read and group the same files.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { countyFile, countyProjects, NINE_COUNTIES } from '#test/support/nine-counties.ts';
import { type Measurement, median, milliseconds, runChild } from './measure.ts';

const XIANJIE = join(import.meta.dirname, '../../build/xianjie.mjs');
const ROUNDS = 3;
const ROWS = 3721;

/** What an analyst writes to group the files: every sheet read, rows with a number under 总投资 added up by class. */
const PANDAS = `import sys, pandas
frames = []
for path in sys.argv[1:]:
    frame = pandas.read_excel(path, header=2, engine='openpyxl')
    frame['county'] = path
    frames.append(frame)
whole = pandas.concat(frames)
whole['总投资'] = pandas.to_numeric(whole['总投资'], errors='coerce')
print(whole.groupby('county')['总投资'].agg(['count', 'sum']))
print(whole.pivot_table(index='建设年限', columns='county', values='总投资', aggfunc='sum'))`;

export async function run(): Promise<Measurement[]> {
  const folder = mkdtempSync(join(tmpdir(), 'xianjie-bench-city-'));
  try {
    const files = NINE_COUNTIES.map((county, index) => {
      const count = Math.floor(ROWS / 9) + (index < ROWS % 9 ? 1 : 0);
      const { name, bytes } = countyFile(county, countyProjects(county, 1, count), '2025-10-20', true);
      const file = join(folder, name);
      writeFileSync(file, bytes);
      return file;
    });
    const peers = peersOf(folder, files);
    const own: number[] = [];
    let outcome = '';
    const theirs = new Map<string, number[]>();
    for (let round = 0; round <= ROUNDS; round += 1) {
      const result = await ours(join(folder, `${round}.xianjie`), files);
      outcome = result.outcome;
      // The first round fills caches for all alike and is not counted.
      if (round > 0) own.push(result.ms);
      for (const { name, command } of peers) {
        if (command === null) continue;
        const { ms } = await runChild(...command);
        if (round > 0) theirs.set(name, [...(theirs.get(name) ?? []), ms]);
      }
    }
    const base = median(own);
    return [
      { name: 'nine counties to 表2 and 表3 with checks', value: `${milliseconds(base)} (${outcome})` },
      ...peers.map(({ name }) => {
        const times = theirs.get(name);
        const value = times
          ? `${milliseconds(median(times))}, ours ${(base / median(times)).toFixed(2)} of it`
          : 'skipped, not on this machine';
        return { name, value };
      }),
    ];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function ours(book: string, files: readonly string[]): Promise<{ ms: number; outcome: string }> {
  const call = (...args: string[]) => runChild(process.execPath, [XIANJIE, ...args], [0, 1]);
  await call('new', book, '--region', '530400', '--period', '2021-2025');
  const taken = await call('import', book, ...files, '--json');
  const checked = await call('check', book);
  const tables = await call('tables', book, '--table', '表2', '--table', '表3');
  const report = JSON.parse(taken.stdout) as { listProjects: number; listTotalWan: string };
  return {
    ms: taken.ms + checked.ms + tables.ms,
    outcome: `${report.listProjects} projects, ${report.listTotalWan} 万元; import ${milliseconds(taken.ms)}, check ${milliseconds(checked.ms)}, tables ${milliseconds(tables.ms)}`,
  };
}

interface Peer {
  name: string;
  /** null where the program is not on this machine. */
  command: [string, string[]] | null;
}

function peersOf(folder: string, files: readonly string[]): Peer[] {
  const has = (program: string, ...args: string[]): boolean => spawnSync(program, args).status === 0;
  const python = ['/usr/bin/python3', 'python3'].find((program) => has(program, '-c', 'import pandas, openpyxl'));
  const office = ['soffice', 'libreoffice'].find((program) => has(program, '--version'));
  const profile = `-env:UserInstallation=file://${join(folder, 'profile')}`;
  return [
    { name: 'pandas with openpyxl, reading and grouping', command: python ? [python, ['-c', PANDAS, ...files]] : null },
    {
      name: 'LibreOffice, reading only',
      command: office ? [office, [profile, '--headless', '--convert-to', 'csv', '--outdir', folder, ...files]] : null,
    },
  ];
}
