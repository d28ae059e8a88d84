// 属实说明 beside the findings, and the verdict of 定稿前检查.
import { expect, it } from 'vitest';
import { explain, isOpen, withExplanations } from '#shared/checks/explanation.ts';
import type { Finding } from '#shared/checks/finding.ts';
import { verdictOf } from '#shared/checks/verdict.ts';
import { verdictText } from '#shared/format/finding-rows.ts';
import { groupRecords } from '#shared/records/records.ts';

function finding(key: string, level: Finding['level'], left = '10', right = '20'): Finding {
  const place = { table: '项目表', row: key, column: '总投资' };
  return { key, rule: 'T13', level, ...place, left, right, difference: '-10', suspect: '', message: key };
}

function explained(...entries: [finding: Finding, text: string][]) {
  return groupRecords(entries.map(([one, text]) => ({ kind: 'explanation', id: one.key, value: explain(one, text) })));
}

it('an explanation holds for the figures it was written about and for no others', () => {
  const before = finding('a', 'warning');
  const records = explained([before, '资金文件尚未下达']);
  const [same] = withExplanations([before], records);
  expect(same?.explanation).toEqual({ state: 'valid', text: '资金文件尚未下达', left: '10', right: '20' });
  expect(same && isOpen(same)).toBe(false);
  const [moved] = withExplanations([finding('a', 'warning', '11')], records);
  expect(moved?.explanation).toMatchObject({ state: 'void', text: '资金文件尚未下达', left: '10' });
  expect(moved && isOpen(moved)).toBe(true);
  // The same figures again: what was said holds again.
  expect(withExplanations([finding('a', 'warning')], records)[0]?.explanation?.state).toBe('valid');
});

it('a finding of level 强制 cannot be explained away', () => {
  const error = finding('a', 'error');
  const [found] = withExplanations([error], explained([error, '情况属实']));
  expect(found).toBe(error);
  expect(verdictOf([error], 1).isReady).toBe(false);
});

it('results stay the same objects as long as nothing about them changed', () => {
  const findings = [finding('a', 'warning'), finding('b', 'warning')];
  const records = explained([findings[0] as Finding, '属实']);
  const first = withExplanations(findings, records);
  const second = withExplanations(findings, records);
  expect(second[0]).toBe(first[0]);
  expect(second[1]).toBe(findings[1]);
});

it('可以上报 only where nothing is 强制 and each 提示 is explained', () => {
  const warnings = [finding('a', 'warning'), finding('b', 'warning')];
  const rest = [finding('c', 'rounding'), finding('d', 'info')];
  const say = (findings: readonly Finding[]): string => verdictText(verdictOf(findings, 1));
  expect(say([])).toBe('可以上报');
  expect(say(rest)).toBe('可以上报');
  expect(say([...warnings, ...rest])).toBe('不能上报（提示 2 项未说明）');
  const records = explained([warnings[0] as Finding, '属实'], [warnings[1] as Finding, '属实']);
  expect(say(withExplanations(warnings, records))).toBe('可以上报（提示 2 项已说明）');
  const moved = [finding('a', 'warning', '1'), finding('b', 'warning'), finding('e', 'error')];
  const verdict = verdictOf(withExplanations(moved, records), 1);
  expect(verdict).toEqual({
    isEmpty: false,
    isReady: false,
    open: { error: 1, warning: 1, rounding: 0, info: 0 },
    explained: 1,
    voided: 1,
  });
  expect(verdictText(verdictOf([], 0))).toBe('不能上报（还没有项目）');
  expect(verdictText(verdict)).toBe('不能上报（强制 1 项未处理，提示 1 项未说明，其中 1 项说明已失效）');
});
