// npm run soak [-- FACTOR]: hours of trouble in some minutes, and a table of what came of it for ARCHITECTURE.md. Ends with
// status 1 where anything was lost or went unseen.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { soak } from './soak.ts';

const factor = Number(process.argv[2] ?? '1');
const times = (count: number): number => Math.max(1, Math.round(count * factor));
const folder = mkdtempSync(join(tmpdir(), 'xianjie-soak-'));
try {
  console.log('| ordeal | times | of these | lost or unseen |\n|---|---|---|---|');
  const tallies = await soak(
    folder,
    { kills: times(100), flips: times(1_500), forgeries: times(500), races: times(3_000), sheets: times(300) },
    ({ name, tried, counted, unit, failures }) => {
      console.log(`| ${name} | ${tried} | ${counted} ${unit} | ${failures.length} |`);
      for (const failure of failures.slice(0, 20)) console.error(`  ${failure}`);
    },
  );
  process.exitCode = tallies.every(({ failures }) => failures.length === 0) ? 0 : 1;
} finally {
  rmSync(folder, { recursive: true, force: true });
}
