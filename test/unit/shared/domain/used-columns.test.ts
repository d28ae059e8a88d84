// Columns of funds that are shown always, where they are filled, or never: an amount is never hidden.
import { expect, it } from 'vitest';
import { annexColumns } from '#shared/domain/fields.ts';
import type { SourceShown } from '#shared/domain/reference.ts';
import { usedKeys } from '#shared/domain/used-columns.ts';
import { makeProject, planWith } from '#test/unit/seeds/sample-plan.ts';

const shownWith = (shown: SourceShown, money: Parameters<typeof makeProject>[1]): boolean => {
  const { plan, reference: base } = planWith([]);
  const fundSources = base.fundSources.map((one) => (one.id === 'integrated' ? { ...one, shown } : one));
  const used = usedKeys([makeProject('a', money)], { fundSources });
  const keys = annexColumns(plan, { fundSources, ownColumns: [] }, used).map(({ key }) => key);
  expect(keys).toContain('source:fiscal');
  return keys.includes('source:integrated');
};

it.each([
  ['always', {}, true],
  ['filled', {}, false],
  ['filled', { bySource: { integrated: '0' } }, true],
  ['hidden', { bySource: { integrated: '0' } }, false],
  ['hidden', { bySource: { integrated: '1' } }, true],
  ['hidden', { cells: { '2021|integrated': '1' } }, true],
  ['hidden', { bySource: { fiscal: '1' } }, false],
] as const)('%s with %o', (shown, money, isThere) => {
  expect(shownWith(shown, money)).toBe(isThere);
});

it('money of a finer source shows the column over it', () => {
  const { reference } = planWith([]);
  const fundSources = reference.fundSources.map((one) =>
    one.id === 'fiscal' ? { ...one, shown: 'hidden' as const } : one,
  );
  expect([...usedKeys([makeProject('a', { bySource: { 'fiscal.central': '3' } })], { fundSources })]).toEqual([
    'source:fiscal',
  ]);
});
