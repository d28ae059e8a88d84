// Splices turn any list of findings into any other, and are few after an edit.

import { expect, it } from 'vitest';
import type { Finding } from '#shared/checks/finding.ts';
import { applySplices, spliceFindings } from '#shared/checks/finding-splices.ts';
import { fc } from '#test/support/fc.ts';

function finding(key: number, left = '1'): Finding {
  const place = { table: '项目表', row: '甲', column: '总投资' };
  const base = { rule: 'T01', level: 'error', ...place, right: '2', difference: '', suspect: '' } as const;
  return { ...base, key: String(key), left, message: `${key} ${left}` };
}

const list = fc
  .array(fc.tuple(fc.nat(40), fc.constantFrom('1', '2')), { maxLength: 90 })
  .map((entries) => entries.map(([key, left]) => finding(key, left)));

it('any list becomes any other', () => {
  fc.assert(
    fc.property(list, list, (before, after) => {
      expect(applySplices(before, spliceFindings(before, after))).toEqual(after);
    }),
  );
});

it('an edit costs its own findings, not those before, between and behind', () => {
  const before = Array.from({ length: 5000 }, (_, index) => finding(index));
  const after = before.map((one, index) => (index % 2 === 0 ? one : { ...one }));
  after.splice(4000, 1, finding(4000, '7'), finding(9000));
  after.splice(100, 2);
  const splices = spliceFindings(before, after);
  expect(splices.map(({ at, remove, insert }) => [at, remove, insert.length])).toEqual([
    [100, 2, 0],
    [4000, 1, 2],
  ]);
  const made = applySplices(before, splices);
  expect(made).toEqual(after);
  expect(made[3000]).toBe(before[3002]);
});

it('a list that has nothing to do with the other is sent whole', () => {
  const before = Array.from({ length: 300 }, (_, index) => finding(index));
  const after = Array.from({ length: 300 }, (_, index) => finding(1000 + index));
  expect(spliceFindings(before, after)).toEqual([{ at: 0, remove: 300, insert: after }]);
});
