// npm test: types, lint, build, unit and integration tests, end-to-end tests in a real Chromium. Goes on after a failed
// stage; the last line is always `N passed, N failed`.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { buildAll } from './build.ts';
import { project } from './stamp.ts';
import { ensureBrowser } from './test-browser.ts';
import type { Counts, VitestReport } from './test-report.ts';
import { countTests, totalLine } from './test-report.ts';

const results = path.join(project, 'test-results');
const PASSED: Counts = { passed: 1, failed: 0, skipped: [], told: [] };
const FAILED: Counts = { passed: 0, failed: 1, skipped: [], told: [] };

/** The program of a package, run with this Node: a shim in .bin might find another one. */
function run(packageName: string, args: string[]): number {
  const folder = path.join(project, 'node_modules', packageName);
  const manifest = JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8')) as {
    bin: string | Record<string, string>;
  };
  const program = typeof manifest.bin === 'string' ? manifest.bin : Object.values(manifest.bin)[0];
  const script = path.join(folder, program ?? '');
  return spawnSync(process.execPath, [script, ...args], { cwd: project, stdio: 'inherit' }).status ?? 1;
}

function runVitest(name: string, args: string[]): Counts {
  const file = path.join(results, `${name}.json`);
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${file}`];
  const exitCode = run('vitest', ['run', ...args, ...reporters]);
  const report = existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as VitestReport) : null;
  return countTests(report, exitCode);
}

async function build(): Promise<Counts> {
  try {
    await buildAll();
    return PASSED;
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    return FAILED;
  }
}

function runEndToEnd(missing: string | null): Counts {
  if (missing === null) return runVitest('e2e', ['--config', 'build/vitest.e2e.config.ts']);
  console.error(missing);
  return FAILED;
}

const asOne = (exitCode: number): Counts => (exitCode === 0 ? PASSED : FAILED);

async function main(): Promise<void> {
  rmSync(results, { recursive: true, force: true });
  mkdirSync(results, { recursive: true });
  const missing = ensureBrowser();
  const stages: [name: string, work: () => Counts | Promise<Counts>][] = [
    ['types', () => asOne(run('typescript', ['-b']))],
    ['lint', () => asOne(run('@biomejs/biome', ['ci', '--colors=off', '.']))],
    ['build', build],
    ['unit and integration', () => runVitest('unit', [])],
    ['end to end', () => runEndToEnd(missing)],
  ];
  const done: { name: string; counts: Counts; seconds: string }[] = [];
  for (const [name, work] of stages) {
    console.log(`\n== ${name}`);
    const started = performance.now();
    const counts = await work();
    done.push({ name, counts, seconds: ((performance.now() - started) / 1000).toFixed(1) });
  }
  console.log('');
  for (const { name, counts, seconds } of done) {
    console.log(`${name}: ${counts.passed} passed, ${counts.failed} failed (${seconds} s)`);
  }
  // Once more at the end: whoever sees only the last lines of a log sees what failed.
  for (const line of done.flatMap(({ counts }) => counts.told)) console.log(line);
  for (const test of done.flatMap(({ counts }) => counts.skipped)) console.log(`skipped: ${test}`);
  console.log('Not run here: the window in a real Electron (its code is tested with a stand-in); the installers for');
  console.log('Windows and macOS (packing is tried for Linux, around a stand-in for Electron).');
  console.log(totalLine(done.map(({ counts }) => counts)));
  process.exitCode = done.some(({ counts }) => counts.failed > 0) ? 1 : 0;
}

await main();
