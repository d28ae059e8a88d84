// The form of a rule's settings: what it shows, and what it keeps.
import { expect, it } from 'vitest';
import { initialText, toDraft, toRecord } from '#renderer/features/rules/rule-draft.ts';
import type { Rule } from '#shared/checks/rule.ts';
import { fitsSetting } from '#shared/checks/rule-settings.ts';
import { RULE_BY_ID, RULES } from '#shared/checks/rules.ts';

function rule(id: string): Rule {
  const found = RULE_BY_ID.get(id);
  if (!found) throw new Error(id);
  return found;
}

it.each(RULES.map((one) => [one.id, one] as const))('%s keeps nothing while all is as usual', (_, one) => {
  expect(toRecord(one, toDraft(one, undefined))).toBeNull();
  for (const spec of one.settings ?? []) {
    expect([spec.id, fitsSetting(spec, spec.initial), initialText(spec).startsWith('默认 ')]).toEqual([
      spec.id,
      true,
      true,
    ]);
  }
});

it('keeps only what differs', () => {
  const draft = toDraft(rule('P13'), undefined);
  const record = toRecord(rule('P13'), { ...draft, values: { ...draft.values, least: 30 } });
  expect(record).toEqual({ rule: 'P13', isOn: true, values: { least: 30 } });
  expect(toDraft(rule('P13'), record ?? undefined).values).toEqual({ least: 30, most: 20, mostClass: 50 });
  expect(
    toRecord(rule('P04'), { isOn: true, level: 'info', values: { share: { '2025': 60, '2024': 60, '2023': 60 } } }),
  ).toEqual({
    rule: 'P04',
    isOn: true,
    level: 'info',
    values: {},
  });
});

it('does not switch off what must be checked, and shows usual values for such that do not fit', () => {
  const fixed = toDraft(rule('T01'), undefined);
  expect(toRecord(rule('T01'), { ...fixed, isOn: false, level: 'info' })).toBeNull();
  expect(toDraft(rule('P13'), { rule: 'P13', isOn: true, values: { most: 900 } }).values.most).toBe(20);
});
