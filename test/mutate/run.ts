// npm run mutate: breaks a copy of the sources one line at a time and runs the tests that must tell of it. What no test
// tells of is listed; the status is 1 then. Words as arguments pick mutations by their file or fault.
import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { MUTATIONS, type Mutation } from './mutations.ts';

const ROOT = resolve(import.meta.dirname, '../..');
const COPIED = [
  ...['shared', 'electron', 'renderer', 'seeds', 'build', 'test'],
  ...['package.json', 'vitest.config.ts', 'tsconfig.base.json', 'tsconfig.json', 'ARCHITECTURE.md', 'README.md'],
];
const LINKED = ['node_modules', 'dist'];

interface Outcome {
  file: string;
  failed: string[];
  passed: number;
  /** What the runner said, where it gave no answer at all. */
  broken: string;
}

function makeCopy(): string {
  const copy = mkdtempSync(join(tmpdir(), 'xianjie-mutate-'));
  for (const name of COPIED) cpSync(join(ROOT, name), join(copy, name), { recursive: true });
  for (const name of LINKED) symlinkSync(join(ROOT, name), join(copy, name));
  return copy;
}

/** The outcome of each test file. */
function runTests(copy: string, files: readonly string[]): Outcome[] {
  const report = join(copy, 'report.json');
  rmSync(report, { force: true });
  const args = ['run', '-c', 'build/vitest.mutate.config.ts', ...files, '--reporter=json', `--outputFile=${report}`];
  const { stderr } = spawnSync(process.execPath, [join(copy, 'node_modules/vitest/vitest.mjs'), ...args], {
    cwd: copy,
    encoding: 'utf8',
  });
  try {
    const { testResults } = JSON.parse(readFileSync(report, 'utf8')) as {
      testResults: { name: string; message: string; assertionResults: { fullName: string; status: string }[] }[];
    };
    return testResults.map(({ name, message, assertionResults }) => ({
      file: name,
      failed: assertionResults.filter(({ status }) => status === 'failed').map(({ fullName }) => fullName),
      passed: assertionResults.filter(({ status }) => status === 'passed').length,
      broken: assertionResults.length === 0 ? message : '',
    }));
  } catch {
    return files.map((file) => ({ file, failed: [], passed: 0, broken: stderr.slice(-300) }));
  }
}

/** The sentence why a mutation counts as not told of; null where every test that must tell of it does. */
function survives(copy: string, { file, find, replace, killers }: Mutation): string | null {
  const path = join(copy, file);
  const source = readFileSync(path, 'utf8');
  if (source.split(find).length !== 2)
    return `the piece to replace stands ${source.split(find).length - 1} times in it`;
  writeFileSync(
    path,
    source.replace(find, () => replace),
  );
  try {
    const outcomes = runTests(copy, [...new Set(killers.map(([test]) => test))]);
    for (const [test, name] of killers) {
      const outcome = outcomes.find((one) => one.file.endsWith(test));
      if (!outcome) return `${test} did not run`;
      if (outcome.broken !== '') return `${test} could not run: ${outcome.broken.split('\n')[0]}`;
      if (!outcome.failed.some((one) => one.includes(name)))
        return `${test} › ${name} passes${outcome.failed.length > 0 ? `; failed: ${outcome.failed.join(' | ')}` : ''}`;
    }
    return null;
  } finally {
    writeFileSync(path, source);
  }
}

const words = process.argv.slice(2);
const wanted = MUTATIONS.filter(
  ({ file, fault }) => words.length === 0 || words.some((word) => file.includes(word) || fault.includes(word)),
);
const copy = makeCopy();
let survivors = 0;
try {
  const clean = runTests(copy, [...new Set(wanted.flatMap(({ killers }) => killers.map(([test]) => test)))]);
  const wrong = clean.filter(({ failed, broken }) => failed.length > 0 || broken !== '');
  for (const { file, failed, broken } of wrong)
    console.log(`fails without any mutation: ${file} ${failed.join(' | ')}${broken}`);
  if (wrong.length > 0) process.exitCode = 1;
  else {
    for (const mutation of wanted) {
      const why = survives(copy, mutation);
      if (why !== null) survivors += 1;
      console.log(
        `${why === null ? 'told   ' : 'MISSED '} ${mutation.file}: ${mutation.fault}${why === null ? '' : ` (${why})`}`,
      );
    }
    console.log(`${wanted.length - survivors} of ${wanted.length} mutations are told of`);
    if (survivors > 0) process.exitCode = 1;
  }
} finally {
  rmSync(copy, { recursive: true, force: true });
}
