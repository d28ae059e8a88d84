// Settings of rules: what they change, and what they cannot.
import { describe, expect, it } from 'vitest';
import { runChecks } from '#shared/checks/run-checks.ts';
import type { Project } from '#shared/domain/project.ts';
import type { RuleRecord } from '#shared/records/rule-settings.ts';
import { makeProject, planWith } from '../../seeds/sample-plan.ts';

function check(records: readonly Partial<RuleRecord>[], ...projects: Project[]): string[] {
  const kept = records.map((record): [string, RuleRecord] => [
    record.rule ?? '',
    { rule: '', isOn: true, values: {}, ...record },
  ]);
  const data = { ...planWith(projects), records: kept.length > 0 ? { 'rule-settings': new Map(kept) } : {} };
  return runChecks(data).map(({ rule, level, left }) => `${rule} ${level} ${left}`);
}

const split = (total: string, parts: string) => ({ total, bySource: { other: parts }, byYear: { '2021': total } });

describe.each<[string, Project[], Partial<RuleRecord>, string[], string[]]>([
  [
    'a tolerance beyond rounding',
    [makeProject('a', split('100', '99.5'))],
    { rule: 'T01', values: { tolerance: 1 } },
    ['T01 error 100'],
    ['T01 rounding 100'],
  ],
  [
    'more decimals make rounding finer',
    [makeProject('a', split('100', '99.995'))],
    { rule: 'T09', values: { decimals: 4 } },
    ['T01 rounding 100', 'T09 warning 100'],
    ['T01 error 100'],
  ],
  [
    'another level',
    [makeProject('a', { total: '0' })],
    { rule: 'T10', level: 'error' },
    ['T10 warning 0'],
    ['T10 error 0'],
  ],
  ['switched off', [makeProject('a', { total: '0' })], { rule: 'T10', isOn: false }, ['T10 warning 0'], []],
  [
    'a rule that cannot be switched off',
    [makeProject('a', split('100', '90'))],
    { rule: 'T01', isOn: false, level: 'info' },
    ['T01 error 100'],
    ['T01 error 100'],
  ],
  [
    'more required fields',
    [makeProject('a', split('1', '1'))],
    { rule: 'T14', values: { fields: ['unit'] } },
    [],
    ['T14 error '],
  ],
  [
    'words of one’s own',
    [makeProject('a', split('1', '1'), { name: '甲村凉亭' })],
    { rule: 'T18', values: { words: ['凉亭→廊亭'] } },
    [],
    ['T18 warning 凉亭'],
  ],
  [
    'a value that does not fit is not used',
    [makeProject('a', split('3', '3'))],
    { rule: 'P13', values: { least: -5 } },
    [],
    [],
  ],
])('%s', (_, projects, record, before, after) => {
  it('changes what is found', () => {
    expect(check([], ...projects)).toEqual(before);
    expect(check([record], ...projects)).toEqual(after);
  });
});

it('the findings of one list follow its settings, there and back', () => {
  const data = planWith([makeProject('a', { total: '0' })]);
  const off: RuleRecord = { rule: 'T10', isOn: false, values: {} };
  const needed: RuleRecord = { rule: 'T14', isOn: true, values: { fields: ['unit'] } };
  const changed = (record: RuleRecord) => ({ ...data, records: { 'rule-settings': new Map([[record.rule, record]]) } });
  const rulesOf = (plan: typeof data) => runChecks(plan).map(({ rule }) => rule);
  expect(rulesOf(data)).toEqual(['T10']);
  expect(rulesOf(changed(needed))).toEqual(['T10', 'T14']);
  expect(rulesOf(changed(off))).toEqual([]);
  expect(rulesOf(data)).toEqual(['T10']);
});
