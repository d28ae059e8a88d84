// What planners may set in a rule: figures, words, thresholds by year, level, on and off. What is not set has the value that
// the rule itself names.
import { type Records, recordsOf } from '#shared/records/records.ts';
import type { RuleRecord } from '../records/rule-settings.ts';
import type { Finding, FindingLevel } from './finding.ts';

interface SettingHead {
  id: string;
  label: string;
}

export interface NumberSetting extends SettingHead {
  kind: 'number';
  /** 万元, %, 公里 … */
  unit: string;
  initial: number;
  least: number;
  most: number;
}

/** One threshold a year; a year that is not named is not checked. */
export interface ByYearSetting extends SettingHead {
  kind: 'by-year';
  unit: string;
  initial: Readonly<Record<string, number>>;
  least: number;
  most: number;
}

export interface WordsSetting extends SettingHead {
  kind: 'words';
  initial: readonly string[];
}

export interface ChoicesSetting extends SettingHead {
  kind: 'choices';
  options: readonly { value: string; label: string }[];
  initial: readonly string[];
}

export type SettingSpec = NumberSetting | ByYearSetting | WordsSetting | ChoicesSetting;
export type SettingOf<S extends SettingSpec> = S['initial'] extends number
  ? number
  : S['initial'] extends readonly string[]
    ? readonly string[]
    : Readonly<Record<string, number>>;

/** What the rules are asked with. */
export interface RuleSettings {
  isOn(ruleId: string): boolean;
  level(ruleId: string): FindingLevel | undefined;
  /** The value of a setting of a rule: what the workbook says where that is possible, else the initial one. */
  of<S extends SettingSpec>(ruleId: string, spec: S): SettingOf<S>;
}

/** True for a value that fits its setting; another one (of an older version) is not used. */
export function fitsSetting(spec: SettingSpec, value: unknown): boolean {
  const isWithin = (least: number, most: number, number: unknown): boolean =>
    typeof number === 'number' && Number.isFinite(number) && number >= least && number <= most;
  switch (spec.kind) {
    case 'number':
      return isWithin(spec.least, spec.most, value);
    case 'by-year':
      return (
        typeof value === 'object' &&
        value !== null &&
        !Array.isArray(value) &&
        Object.values(value).every((number) => isWithin(spec.least, spec.most, number))
      );
    default:
      return Array.isArray(value) && value.every((word) => typeof word === 'string');
  }
}

function makeSettings(records: ReadonlyMap<string, RuleRecord>): RuleSettings {
  return {
    isOn: (ruleId) => records.get(ruleId)?.isOn ?? true,
    level: (ruleId) => records.get(ruleId)?.level,
    of<S extends SettingSpec>(ruleId: string, spec: S): SettingOf<S> {
      const value = records.get(ruleId)?.values[spec.id];
      return (value !== undefined && fitsSetting(spec, value) ? value : spec.initial) as SettingOf<S>;
    },
  };
}

export const INITIAL_SETTINGS = makeSettings(new Map());
const remembered = new WeakMap<ReadonlyMap<string, RuleRecord>, RuleSettings>();

/** The settings of a workbook; the same object until one of them changes. */
export function ruleSettings(records: Records): RuleSettings {
  const own = recordsOf(records, 'rule-settings');
  if (own.size === 0) return INITIAL_SETTINGS;
  let settings = remembered.get(own);
  if (!settings) {
    settings = makeSettings(own);
    remembered.set(own, settings);
  }
  return settings;
}

/** Findings at the levels that the planner chose; what is 尾差 or information by nature stays so. */
export function withChosenLevels(
  findings: readonly Finding[],
  settings: RuleSettings,
  rules: ReadonlyMap<string, { level: FindingLevel; isFixed?: boolean }>,
): Finding[] {
  return findings.flatMap((finding) => {
    const rule = rules.get(finding.rule);
    if (!rule || rule.isFixed) return [finding];
    if (!settings.isOn(finding.rule)) return [];
    const level = settings.level(finding.rule);
    return level === undefined || finding.level !== rule.level ? [finding] : [{ ...finding, level }];
  });
}
