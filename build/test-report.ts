// Counts what a vitest run reports in its JSON file, so that the last line of npm test is true.

/** The parts of vitest's JSON report that are read. */
export interface VitestReport {
  testResults: {
    name: string;
    status: string;
    message?: string;
    assertionResults: { status: string; fullName: string; failureMessages?: string[] }[];
  }[];
}

export interface Counts {
  passed: number;
  failed: number;
  /** Full names of tests that did not run. */
  skipped: string[];
  /** What failed, and what passed only at a second try: name and first line of the error. */
  told: string[];
}

/**
 * Totals of a run. A file that fails before or after its tests counts as one failure, and so does a run that ends
 * badly without naming a test. `report` null: vitest wrote none.
 */
export function countTests(report: VitestReport | null, exitCode: number): Counts {
  const counts: Counts = { passed: 0, failed: 0, skipped: [], told: [] };
  for (const file of report?.testResults ?? []) {
    let failedHere = 0;
    for (const test of file.assertionResults) {
      const [error] = test.failureMessages ?? [];
      if (error !== undefined) {
        const outcome = test.status === 'passed' ? 'passed at the second try' : test.status;
        counts.told.push(`${outcome}: ${test.fullName}: ${error.split('\n')[0]}`);
      }
      if (test.status === 'passed') counts.passed += 1;
      else if (test.status === 'failed') failedHere += 1;
      else counts.skipped.push(test.fullName);
    }
    if (failedHere === 0 && file.status === 'failed') {
      failedHere = 1;
      counts.told.push(`failed: ${file.name}: ${(file.message ?? '').split('\n')[0]}`);
    }
    counts.failed += failedHere;
  }
  if (counts.failed === 0 && (exitCode !== 0 || report === null)) counts.failed = 1;
  return counts;
}

/** The line that ends npm test. */
export function totalLine(stages: readonly Counts[]): string {
  const sum = (pick: (counts: Counts) => number) => stages.reduce((total, counts) => total + pick(counts), 0);
  return `${sum((counts) => counts.passed)} passed, ${sum((counts) => counts.failed)} failed`;
}
