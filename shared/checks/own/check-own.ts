// Runs the own rules of a plan. What a rule finds in one project is remembered with the project as long as the rule
// stays as it is, so an edit costs one project.
import type { PlanData } from '#shared/domain/plan-data.ts';
import type { Project } from '#shared/domain/project.ts';
import type { PlanInfo, ReferenceData } from '#shared/domain/reference.ts';
import { recordsOf } from '#shared/records/records.ts';
import type { Finding } from '../finding.ts';
import { type Place, PROJECT_TABLE, plainFinding, projectPlace } from '../wording.ts';
import { failingPart, holds, roundedPart, type Subject } from './evaluate.ts';
import { type Figures, makeFigures } from './figures.ts';
import { brokenFinding, firstField } from './finding-words.ts';
import type { OwnRule } from './own-rule.ts';
import { parseFormula } from './parse-formula.ts';
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
    figures: makeFigures(reader),
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

function projectOutcome(
  compiled: Compiled,
  project: Project,
  all: readonly Project[],
  memory: Map<object, unknown>,
): Outcome {
  const known = compiled.formula.usesFigures ? undefined : compiled.outcomes.get(project);
  if (known) return known;
  const subject: Subject = {
    reader: compiled.reader,
    project,
    figureOf: (figure) => {
      if (!memory.has(figure)) memory.set(figure, compiled.figures.of(figure, all, all));
      return memory.get(figure) as ReturnType<Figures['of']>;
    },
  };
  const outcome = apply(compiled, subject, (key, column) => projectPlace(project, column, key));
  compiled.outcomes.set(project, outcome);
  return outcome;
}

interface Group {
  label: string;
  projects: readonly Project[];
  categoryId?: string;
}

function groupsOf({ formula, reader }: Compiled, { projects, reference, plan }: PlanData): Group[] {
  const { scope } = formula;
  if (scope.kind !== 'group') return [{ label: '全部项目', projects }];
  const groups = Map.groupBy(projects, (project) => reader.text(project, scope.by));
  return [...groups].map(([text, members]) => {
    const name = text.split('›').at(-1) as string;
    const category =
      scope.by.columnKey === 'categoryId' &&
      reference.categories.find(
        (item) =>
          item.scheme === plan.scheme && item.name === name && (scope.by.key !== 'topCategory' || item.parent === null),
      );
    const label = text === '' ? `未填${scope.by.label}` : scope.by.key === 'startYear' ? `${text}年` : name;
    return { label, projects: members, ...(category ? { categoryId: category.id } : {}) };
  });
}

function run(compiled: Compiled, data: PlanData): OwnResult {
  const { projects } = data;
  const { scope } = compiled.formula;
  const memory = new Map<object, unknown>();
  const outcomes =
    scope.kind === 'project'
      ? projects.map((project) => projectOutcome(compiled, project, projects, memory))
      : groupsOf(compiled, data).map((group) => {
          const subject: Subject = {
            reader: compiled.reader,
            project: null,
            figureOf: (figure) => compiled.figures.of(figure, group.projects, projects),
          };
          return apply(compiled, subject, (columnKey, column) => ({
            table: PROJECT_TABLE,
            row: group.label,
            column,
            columnKey,
            ...(group.categoryId === undefined ? {} : { categoryId: group.categoryId }),
          }));
        });
  const count = (state: Outcome['state']): number => outcomes.filter((outcome) => outcome.state === state).length;
  return {
    checked: count('kept') + count('broken'),
    broken: count('broken'),
    skipped: count('skipped'),
    counted: scope.kind === 'group' ? scope.by.label : scope.kind === 'plan' ? '合计' : '项目',
    findings: outcomes.flatMap(({ finding }) => finding ?? []),
  };
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
    return [plainFinding(id, 'warning', place, message)];
  });
}

/** Tries a rule that is being written: what is wrong with its formula, or what it finds. */
export function tryOwnRule(id: string, rule: OwnRule, data: PlanData): OwnResult | FormulaError {
  const compiled = compile(id, rule, data.plan, data.reference);
  return 'formula' in compiled ? run(compiled, data) : compiled;
}
