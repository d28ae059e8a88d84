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
  it.each<[string, VitestReport | null, number, Omit<ReturnType<typeof countTests>, 'told'>]>([
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
    expect(countTests(given, exitCode)).toMatchObject(expected);
  });
});

describe('what is told of a run', () => {
  it('names what failed, and what needed a second try, with the first line of the error', () => {
    const given: VitestReport = {
      testResults: [
        {
          name: 'a.test.ts',
          status: 'failed',
          assertionResults: [
            { status: 'failed', fullName: '甲', failureMessages: ['Error: 1 is not 2\n  at line 3'] },
            { status: 'passed', fullName: '乙', failureMessages: ['Error: late\n  at line 4'] },
            { status: 'passed', fullName: '丙', failureMessages: [] },
          ],
        },
        { name: 'b.test.ts', status: 'failed', message: 'cannot be read\nmore', assertionResults: [] },
      ],
    };
    expect(countTests(given, 1)).toEqual({
      passed: 2,
      failed: 2,
      skipped: [],
      told: [
        'failed: 甲: Error: 1 is not 2',
        'passed at the second try: 乙: Error: late',
        'failed: b.test.ts: cannot be read',
      ],
    });
  });
});

describe('totalLine', () => {
  it('adds the stages up', () => {
    const one = { passed: 1, failed: 0, skipped: ['x'], told: [] };
    expect(totalLine([one, { passed: 20, failed: 3, skipped: [], told: [] }, one])).toBe('22 passed, 3 failed');
    expect(totalLine([])).toBe('0 passed, 0 failed');
  });
});
