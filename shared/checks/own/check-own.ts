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
import { makeStepBudget, STEP_LIMITS, type StepBudget, type StepLimits, TooManySteps } from './step-budget.ts';
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
  budget: StepBudget;
  /** It was too much to calculate for a list of so many projects: not tried again for one as long. */
  tooMuchFor: number | null;
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
  const budget = makeStepBudget();
  return {
    id,
    rule,
    formula: parsed.formula,
    reader,
    figures: makeFigures(parsed.formula, reader, budget),
    outcomes: new WeakMap(),
    budget,
    tooMuchFor: null,
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
  const subject: Subject = { reader: compiled.reader, project, figureOf, spend: compiled.budget.spend };
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
      spend: compiled.budget.spend,
    };
    return apply(compiled, subject, (columnKey, column) => ({
      table: PROJECT_TABLE,
      ...groupPlace(compiled, group, data),
      column,
      columnKey,
    }));
  });
}

/** The result of a rule within `given` steps (`most` is what one may take at all); null where they do not suffice. */
function run(compiled: Compiled, data: PlanData, most: number, given = most): OwnResult | null {
  const { budget, formula, reader, tooMuchFor } = compiled;
  budget.refill(given);
  if (tooMuchFor !== null && data.projects.length >= tooMuchFor) return null;
  try {
    return runAll(compiled, data);
  } catch (error) {
    if (!(error instanceof TooManySteps)) throw error;
    // What was begun is not whole.
    compiled.figures = makeFigures(formula, reader, budget);
    // Where others used up the steps it is tried again: they are not.
    if (given === most) compiled.tooMuchFor = data.projects.length;
    return null;
  }
}

function runAll(compiled: Compiled, data: PlanData): OwnResult {
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

const TOO_MUCH = '对现有的项目要算的太多，为了不让程序停住没有算完。请写得简单些，例如不要把许多项目的商加在一起。';

/**
 * Findings of all own rules that are switched on, by rule. A formula that cannot be understood says so, and so does a rule
 * that would be too much to calculate.
 */
export function checkOwnRules(data: PlanData, limits: StepLimits = STEP_LIMITS): Finding[] {
  let left = limits.ofRun;
  return compileAll(data).flatMap(([id, rule, compiled]) => {
    if (!rule.on) return [];
    const notDone = (why: string): Finding[] => {
      const place: Place = { table: '自定义审核', row: rule.name, column: '公式' };
      const message = `自定义规则“${rule.name}”没有执行，${why}请在“自定义审核”里改正或停用。`;
      return [{ ...plainFinding(id, 'warning', place, message), ruleTitle: rule.name }];
    };
    if (!('formula' in compiled)) return notDone(`公式看不懂：${compiled.message}`);
    const given = Math.min(limits.ofRule, left);
    const result = run(compiled, data, limits.ofRule, given);
    left -= given - compiled.budget.left();
    return result?.findings ?? notDone(TOO_MUCH);
  });
}

/** Tries a rule that is being written: what is wrong with its formula, or what it finds. */
export function tryOwnRule(
  id: string,
  rule: OwnRule,
  data: PlanData,
  limits: StepLimits = STEP_LIMITS,
): OwnResult | FormulaError {
  const compiled = compile(id, rule, data.plan, data.reference);
  if (!('formula' in compiled)) return compiled;
  return run(compiled, data, limits.ofRule) ?? { from: 0, to: rule.formula.length, message: `这条规则${TOO_MUCH}` };
}
