// What the form of a rule's settings holds, and the record it makes: only what differs from the rule's own values is kept.

import type { Rule } from '#shared/checks/rule.ts';
import { fitsSetting, type SettingSpec } from '#shared/checks/rule-settings.ts';
import { isSame } from '#shared/compare/fact.ts';
import type { RuleRecord, SettingValue } from '#shared/records/rule-settings.ts';

export type RuleLevel = NonNullable<RuleRecord['level']>;

export interface RuleDraft {
  isOn: boolean;
  level: RuleLevel;
  values: Record<string, SettingValue>;
}

function initialOf(spec: SettingSpec): SettingValue {
  if (spec.kind === 'number') return spec.initial;
  return spec.kind === 'by-year' ? { ...spec.initial } : [...spec.initial];
}

function ownLevel({ level }: Rule): RuleLevel {
  return level === 'rounding' ? 'info' : level;
}

/** The values that hold now: what the workbook says, else the rule's own. */
export function toDraft(rule: Rule, record: RuleRecord | undefined): RuleDraft {
  const values = (rule.settings ?? []).map((spec): [string, SettingValue] => {
    const value = record?.values[spec.id];
    return [spec.id, value !== undefined && fitsSetting(spec, value) ? value : initialOf(spec)];
  });
  return { isOn: record?.isOn ?? true, level: record?.level ?? ownLevel(rule), values: Object.fromEntries(values) };
}

/** The record to keep; null where all is as the rule itself has it. */
export function toRecord(rule: Rule, { isOn, level, values }: RuleDraft): RuleRecord | null {
  const changed = (rule.settings ?? []).flatMap((spec): [string, SettingValue][] => {
    const value = values[spec.id];
    return value === undefined || isSame(value, initialOf(spec)) ? [] : [[spec.id, value]];
  });
  const hasLevel = !rule.isFixed && level !== ownLevel(rule);
  if (changed.length === 0 && !hasLevel && (isOn || rule.isFixed)) return null;
  return {
    rule: rule.id,
    isOn: isOn || rule.isFixed === true,
    ...(hasLevel ? { level } : {}),
    values: Object.fromEntries(changed),
  };
}

/** A rule's setting in words, for the line that names the usual value. */
export function initialText(spec: SettingSpec): string {
  switch (spec.kind) {
    case 'number':
      return `默认 ${spec.initial} ${spec.unit}`;
    case 'by-year':
      return `默认 ${Object.entries(spec.initial)
        .map(([year, value]) => `${year}年 ${value}${spec.unit}`)
        .join('，')}`;
    case 'choices':
      return `默认 ${spec.options
        .filter(({ value }) => spec.initial.includes(value))
        .map(({ label }) => label)
        .join('、')}`;
    default:
      return spec.initial.length <= 3 ? `默认 ${spec.initial.join('、')}` : `默认 ${spec.initial.length} 条`;
  }
}
