// npm run soak [-- FACTOR [ORDEAL...]]: hours of trouble in some minutes, and a table of what came of it for
// ARCHITECTURE.md. Ends with status 1 where anything was lost or went unseen.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type SoakAmounts, soak } from './soak.ts';

/** What a run of a quarter of an hour does. */
const USUAL: SoakAmounts = {
  kills: 100,
  flips: 1_500,
  forgeries: 500,
  races: 3_000,
  sheets: 300,
  archives: 100,
  disks: 100,
  sockets: 1_000,
  hours: 2_000,
};

const [factor = '1', ...names] = process.argv.slice(2);
const unknown = names.find((name) => !(name in USUAL));
if (unknown !== undefined || !(Number(factor) > 0)) {
  console.error(`npm run soak -- FACTOR [ORDEAL...]; ordeals: ${Object.keys(USUAL).join(', ')}`);
  process.exit(2);
}
const amounts = Object.fromEntries(
  Object.entries(USUAL)
    .filter(([name]) => names.length === 0 || names.includes(name))
    .map(([name, count]) => [name, Math.max(1, Math.round(count * Number(factor)))]),
);
const folder = mkdtempSync(join(tmpdir(), 'xianjie-soak-'));
try {
  console.log('| ordeal | times | of these | lost or unseen |\n|---|---|---|---|');
  const tallies = await soak(folder, amounts, ({ name, tried, counted, unit, failures }) => {
    console.log(`| ${name} | ${tried} | ${counted} ${unit} | ${failures.length} |`);
    for (const failure of failures.slice(0, 20)) console.error(`  ${failure}`);
  });
  process.exitCode = tallies.every(({ failures }) => failures.length === 0) ? 0 : 1;
} finally {
  rmSync(folder, { recursive: true, force: true });
}
