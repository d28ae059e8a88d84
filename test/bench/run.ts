// npm run bench: every measurement in one run, so that figures can be compared with each other. Names as arguments
// pick some: npm run bench -- edit. Against another checkout: npm run bench -- against ../before
import type { Measurement } from './measure.ts';

const BENCHES: Record<string, () => Promise<{ run(): Promise<Measurement[]> }>> = {
  start: () => import('./start.ts'),
  places: () => import('./places.ts'),
  edit: () => import('./edit.ts'),
  records: () => import('./records.ts'),
  frame: () => import('./frame.ts'),
  checks: () => import('./checks.ts'),
  tables: () => import('./tables.ts'),
  findings: () => import('./findings.ts'),
  files: () => import('./files.ts'),
  verify: () => import('./verify.ts'),
  read: () => import('./read-workbooks.ts'),
  import: () => import('./import.ts'),
  city: () => import('./city.ts'),
  execution: () => import('./execution.ts'),
  assets: () => import('./assets.ts'),
  package: () => import('./package.ts'),
  linear: () => import('./linear.ts'),
  layout: () => import('./layout.ts'),
  print: () => import('./print.ts'),
  duplicates: () => import('./duplicates.ts'),
  'own-rules': () => import('./own-rules.ts'),
  document: () => import('./document.ts'),
  publish: () => import('./publish.ts'),
  proof: () => import('./proof.ts'),
  grids: () => import('./grids.ts'),
};

const [first, ...rest] = process.argv.slice(2);
if (first === 'against') {
  const { run } = await import('./against.ts');
  for (const { name, value } of await run(rest)) console.log(`  ${name}: ${value}`);
  process.exit();
}
const wanted = process.argv.slice(2);
const unknown = wanted.find((name) => !(name in BENCHES));
if (unknown !== undefined) {
  console.error(`no measurement named ${unknown}; there are: ${Object.keys(BENCHES).join(', ')}`);
  process.exit(2);
}
for (const [name, load] of Object.entries(BENCHES)) {
  if (wanted.length > 0 && !wanted.includes(name)) continue;
  console.log(`\n${name}`);
  const { run } = await load();
  for (const { name: what, value } of await run()) console.log(`  ${what}: ${value}`);
}
