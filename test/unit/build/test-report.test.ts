// The totals at the end of npm test.
import { describe, expect, it } from 'vitest';
import type { VitestReport } from '../../../build/test-report.ts';
import { countTests, totalLine } from '../../../build/test-report.ts';

function report(...files: [status: string, ...tests: string[]][]): VitestReport {
  return {
    testResults: files.map(([status, ...tests], index) => ({
      name: `file ${index}`,
      status,
      assertionResults: tests.map((test, at) => ({ status: test, fullName: `${test} ${at}` })),
    })),
  };
}

describe('countTests', () => {
  it.each<[string, VitestReport | null, number, ReturnType<typeof countTests>]>([
    [
      'all is well',
      report(['passed', 'passed', 'passed'], ['passed', 'passed']),
      0,
      { passed: 3, failed: 0, skipped: [] },
    ],
    ['a test fails', report(['failed', 'passed', 'failed']), 1, { passed: 1, failed: 1, skipped: [] }],
    ['a file cannot be read', report(['failed'], ['passed', 'passed']), 1, { passed: 1, failed: 1, skipped: [] }],
    [
      'something is skipped',
      report(['passed', 'pending', 'todo']),
      0,
      { passed: 0, failed: 0, skipped: ['pending 0', 'todo 1'] },
    ],
    ['the run breaks after its tests', report(['passed', 'passed']), 1, { passed: 1, failed: 1, skipped: [] }],
    ['there is no report', null, 0, { passed: 0, failed: 1, skipped: [] }],
  ])('%s', (_name, given, exitCode, expected) => {
    expect(countTests(given, exitCode)).toEqual(expected);
  });
});

describe('totalLine', () => {
  it('adds the stages up', () => {
    const one = { passed: 1, failed: 0, skipped: ['x'] };
    expect(totalLine([one, { passed: 20, failed: 3, skipped: [] }, one])).toBe('22 passed, 3 failed');
    expect(totalLine([])).toBe('0 passed, 0 failed');
  });
});
