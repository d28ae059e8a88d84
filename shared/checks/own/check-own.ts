// Runs the own rules of a plan. What a rule finds in one project is remembered with the project as long as the rule
// stays as it is, so an edit costs one project.

import type { Project } from '#shared/domain/project.ts';
import type { PlanInfo, ReferenceData } from '#shared/domain/reference.ts';
import type { PlanData } from '#shared/records/plan-data.ts';
import { recordsOf } from '#shared/records/records.ts';
import type { OwnRule } from '../../records/own-rule.ts';
import type { Finding } from '../finding.ts';
import { type Place, PROJECT_TABLE, plainFinding, projectPlace } from '../wording.ts';
import { failingPart, holds, roundedPart, type Subject } from './evaluate.ts';
import { type Figures, makeFigures } from './figures.ts';
import { brokenFinding, firstField } from './finding-words.ts';
import { parseFormula } from './parse-formula.ts';
import type { Ratio } from './ratio.ts';
import { type FieldReader, makeFieldReader } from './read-field.ts';
import type { FormulaError, OwnFormula } from './syntax.ts';

/** What a rule says of one project or group: nothing to say (it does not apply, or a value is blank), or a finding. */
interface Outcome {
  state: 'kept' | 'skipped' | 'broken';
  finding: Finding | null;
}

interface Compiled {
  id: string;
  rule: OwnRule;
  formula: OwnFormula;
  reader: FieldReader;
  figures: Figures;
  outcomes: WeakMap<Project, Outcome>;
}

export interface OwnResult {
  /** Projects or groups that the rule could be applied to, and those of them that break it. */
  checked: number;
  broken: number;
  /** Those it does not apply to, or that lack a value. */
  skipped: number;
  /** What one of them is: 项目, 乡镇. */
  counted: string;
  findings: Finding[];
}

function compile(id: string, rule: OwnRule, plan: PlanInfo, reference: ReferenceData): Compiled | FormulaError {
  const parsed = parseFormula(rule.formula, plan, reference);
  if ('error' in parsed) return parsed.error;
  const reader = makeFieldReader(reference);
  return {
    id,
    rule,
    formula: parsed.formula,
    reader,
    figures: makeFigures(parsed.formula, reader),
    outcomes: new WeakMap(),
  };
}

function apply(
  { id, rule, formula }: Compiled,
  subject: Subject,
  place: (columnKey: string, column: string) => Place,
): Outcome {
  const { when, then } = formula;
  if (when && holds(when, subject) !== true) return { state: 'skipped', finding: null };
  const truth = holds(then, subject);
  if (truth === null) return { state: 'skipped', finding: null };
  const rounded = truth ? roundedPart(then, subject) : undefined;
  if (truth && !rounded) return { state: 'kept', finding: null };
  const part = rounded ?? failingPart(then, subject);
  const field = firstField(part);
  const broken = { id, rule, part, when, isRounding: rounded !== undefined };
  return {
    state: rounded ? 'kept' : 'broken',
    finding: brokenFinding({ ...broken, place: place(field?.columnKey ?? 'name', field?.label ?? '') }, subject),
  };
}

/** What a rule says of one project; remembered unless it hangs on the others too. */
function projectOutcome(compiled: Compiled, project: Project, figureOf: Subject['figureOf']): Outcome {
  const known = compiled.formula.usesFigures ? undefined : compiled.outcomes.get(project);
  if (known) return known;
  const subject: Subject = { reader: compiled.reader, project, figureOf };
  const outcome = apply(compiled, subject, (key, column) => projectPlace(project, column, key));
  if (!compiled.formula.usesFigures) compiled.outcomes.set(project, outcome);
  return outcome;
}

function projectOutcomes(compiled: Compiled, projects: readonly Project[]): Outcome[] {
  if (compiled.formula.usesFigures) compiled.figures.groups(projects);
  const known = new Map<object, Ratio | null>();
  const figureOf: Subject['figureOf'] = (figure) => {
    if (!known.has(figure)) known.set(figure, compiled.figures.of(figure, null));
    return known.get(figure) ?? null;
  };
  return projects.map((project) => projectOutcome(compiled, project, figureOf));
}

/** The name of a group as findings call it, and the class that it is. */
function groupPlace(
  { formula }: Compiled,
  text: string,
  { reference, plan }: PlanData,
): Omit<Place, 'table' | 'column'> {
  const { scope } = formula;
  if (scope.kind !== 'group') return { row: '全部项目' };
  if (text === '') return { row: `未填${scope.by.label}` };
  if (scope.by.key === 'startYear') return { row: `${text}年` };
  const name = text.split('›').at(-1) as string;
  if (scope.by.columnKey !== 'categoryId') return { row: name };
  const category = reference.categories.find(
    (item) =>
      item.scheme === plan.scheme && item.name === name && (scope.by.key !== 'topCategory' || item.parent === null),
  );
  return { row: name, ...(category ? { categoryId: category.id } : {}) };
}

function groupOutcomes(compiled: Compiled, data: PlanData): Outcome[] {
  return compiled.figures.groups(data.projects).map((group) => {
    const subject: Subject = {
      reader: compiled.reader,
      project: null,
      figureOf: (figure) => compiled.figures.of(figure, group),
    };
    return apply(compiled, subject, (columnKey, column) => ({
      table: PROJECT_TABLE,
      ...groupPlace(compiled, group, data),
      column,
      columnKey,
    }));
  });
}

function run(compiled: Compiled, data: PlanData): OwnResult {
  const { scope } = compiled.formula;
  const outcomes = scope.kind === 'project' ? projectOutcomes(compiled, data.projects) : groupOutcomes(compiled, data);
  const counted = scope.kind === 'group' ? scope.by.label : scope.kind === 'plan' ? '合计' : '项目';
  const result: OwnResult = { checked: 0, broken: 0, skipped: 0, counted, findings: [] };
  for (const { state, finding } of outcomes) {
    if (state === 'skipped') result.skipped += 1;
    else result.checked += 1;
    if (state === 'broken') result.broken += 1;
    if (finding) result.findings.push(finding);
  }
  return result;
}

type Known = Map<string, Compiled | FormulaError>;
const remembered = new WeakMap<ReferenceData, { plan: PlanInfo; known: Known }>();

/** The compiled rules of a plan; a rule that did not change keeps what it remembers. */
function compileAll({ plan, reference, records }: PlanData): [id: string, rule: OwnRule, Compiled | FormulaError][] {
  const memory = remembered.get(reference);
  const known: Known = memory?.plan === plan ? memory.known : new Map();
  const kept: Known = new Map();
  const all = [...recordsOf(records, 'own-rule')].map(([id, rule]): [string, OwnRule, Compiled | FormulaError] => {
    const key = `${id} ${JSON.stringify(rule)}`;
    const compiled = known.get(key) ?? compile(id, rule, plan, reference);
    kept.set(key, compiled);
    return [id, rule, compiled];
  });
  remembered.set(reference, { plan, known: kept });
  return all.sort(([a], [b]) => a.localeCompare(b, 'en', { numeric: true }));
}

/** Findings of all own rules that are switched on, by rule. A formula that cannot be understood says so. */
export function checkOwnRules(data: PlanData): Finding[] {
  return compileAll(data).flatMap(([id, rule, compiled]) => {
    if (!rule.on) return [];
    if ('formula' in compiled) return run(compiled, data).findings;
    const place: Place = { table: '自定义审核', row: rule.name, column: '公式' };
    const message = `自定义规则“${rule.name}”没有执行，公式看不懂：${compiled.message}请在“自定义审核”里改正或停用。`;
    return [{ ...plainFinding(id, 'warning', place, message), ruleTitle: rule.name }];
  });
}

/** Tries a rule that is being written: what is wrong with its formula, or what it finds. */
export function tryOwnRule(id: string, rule: OwnRule, data: PlanData): OwnResult | FormulaError {
  const compiled = compile(id, rule, data.plan, data.reference);
  return 'formula' in compiled ? run(compiled, data) : compiled;
}
