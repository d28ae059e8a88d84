// 合计, 占比, 个数 of groups of projects. What one project brings is remembered with the project, and the sums are kept
// from one run to the next, so an edit costs one project.
import type { Project } from '#shared/domain/project.ts';
import { makeListFold } from '#shared/sums/list-fold.ts';
import { evaluate, type Figure, holds, type Subject } from './evaluate.ts';
import { compareRatio, divideRatio, type Ratio, wholeRatio } from './ratio.ts';
import { makeRatioSum, type RatioSum } from './ratio-sum.ts';
import type { FieldReader } from './read-field.ts';
import type { StepBudget } from './step-budget.ts';
import type { Condition, Expression, OwnFormula } from './syntax.ts';

/** What a project brings to a figure: its value (null: blank), and whether it is one of those that are meant. */
interface Share {
  value: Ratio | null;
  isMeant: boolean;
}

/** What the projects of a group bring to a figure together. */
interface Sums {
  /** Of those that are meant: how many, how many with a value, and what these add up to. */
  meant: number;
  filled: number;
  sum: RatioSum;
  /** What all of the group add up to; of a share only. */
  whole: RatioSum;
}

interface GroupState {
  size: number;
  sums: Map<Figure, Sums>;
}

const ZERO = wholeRatio(0);
const ONE = wholeRatio(1);
/** Beside the groups stands the whole list; no text of a project reads so. */
const ALL = '\u0000';

/** All figures that a formula speaks of. */
function figuresIn(part: Condition | Expression): Figure[] {
  switch (part.kind) {
    case 'reduce':
    case 'share':
    case 'count':
      return [part];
    case 'compare':
    case 'operation':
    case 'both':
      return [...figuresIn(part.left), ...figuresIn(part.right)];
    case 'negate':
    case 'not':
      return figuresIn(part.of);
    default:
      return [];
  }
}

export interface Figures {
  /** The texts of the groups by which the rule goes, in their order; one for a rule over the whole list. */
  groups(projects: readonly Project[]): string[];
  /** The figure of a group, or of the whole list (null), in the list of the last call of `groups`. */
  of(figure: Figure, group: string | null): Ratio | null;
}

/** The figures of one rule, kept as long as the rule stays. */
export function makeFigures(formula: OwnFormula, reader: FieldReader, budget: StepBudget): Figures {
  const { scope } = formula;
  const figures = [...(formula.when ? figuresIn(formula.when) : []), ...figuresIn(formula.then)];
  const remembered = new Map(figures.map((figure) => [figure, new WeakMap<Project, Share>()]));
  const groupOf = (project: Project): string => (scope.kind === 'group' ? reader.text(project, scope.by) : ALL);

  const shareOf = (figure: Figure, project: Project): Share => {
    const known = remembered.get(figure);
    const found = known?.get(project);
    if (found) return found;
    const subject: Subject = { reader, project, figureOf: () => null, spend: budget.spend };
    const made: Share = {
      value: figure.kind === 'count' ? ONE : evaluate(figure.of, subject),
      isMeant: figure.where === null || holds(figure.where, subject) === true,
    };
    known?.set(project, made);
    return made;
  };
  const addTo = (state: GroupState, project: Project, sign: 1 | -1): void => {
    state.size += sign;
    for (const figure of figures) {
      const { value, isMeant } = shareOf(figure, project);
      const sums = state.sums.get(figure) ?? {
        meant: 0,
        filled: 0,
        sum: makeRatioSum(budget),
        whole: makeRatioSum(budget),
      };
      state.sums.set(figure, sums);
      if (isMeant) sums.meant += sign;
      if (isMeant && value !== null) {
        sums.filled += sign;
        sums.sum.add(value, sign);
      }
      if (figure.kind === 'share' && value !== null) sums.whole.add(value, sign);
    }
  };
  const fold = makeListFold<Map<string, GroupState>, typeof formula>(
    () => new Map([[ALL, { size: 0, sums: new Map() }]]),
    (states, project, sign) => {
      for (const key of new Set([ALL, groupOf(project)])) {
        const state = states.get(key) ?? { size: 0, sums: new Map() };
        states.set(key, state);
        addTo(state, project, sign);
        if (state.size === 0 && key !== ALL) states.delete(key);
      }
    },
  );
  let states = new Map<string, GroupState>();
  let list: readonly Project[] = [];

  /** The largest or smallest values of the list, by group; looked for anew in each run. */
  const extremes = new Map<Figure, Map<string, Ratio>>();
  const extremesOf = (figure: Extract<Figure, { kind: 'reduce' }>): Map<string, Ratio> => {
    const known = extremes.get(figure);
    if (known) return known;
    const sign = figure.reduction === 'most' ? 1 : -1;
    const best = new Map<string, Ratio>();
    budget.spend(list.length);
    for (const project of list) {
      const { value, isMeant } = shareOf(figure, project);
      if (!isMeant || value === null) continue;
      for (const key of new Set([ALL, groupOf(project)])) {
        const before = best.get(key);
        if (before === undefined || sign * compareRatio(value, before) > 0) best.set(key, value);
      }
    }
    extremes.set(figure, best);
    return best;
  };

  return {
    groups(projects) {
      list = projects;
      extremes.clear();
      states = fold(formula, projects);
      const keys = [...states.keys()].filter((key) => key !== ALL);
      return scope.kind === 'group' ? keys.sort((a, b) => a.localeCompare(b, 'zh')) : [ALL];
    },
    of(figure, group) {
      const sums = states.get(group ?? ALL)?.sums.get(figure);
      if (figure.kind === 'count') return wholeRatio(sums?.meant ?? 0);
      if (figure.kind === 'share') {
        const isPartOfAll = figure.where === null && group !== null && group !== ALL;
        const whole = isPartOfAll ? states.get(ALL)?.sums.get(figure)?.whole : sums?.whole;
        return divideRatio(sums?.sum.value() ?? ZERO, whole?.value() ?? ZERO);
      }
      if (figure.reduction === 'sum') return sums?.sum.value() ?? ZERO;
      if (figure.reduction === 'average')
        return sums && sums.filled > 0 ? divideRatio(sums.sum.value(), wholeRatio(sums.filled)) : null;
      return extremesOf(figure).get(group ?? ALL) ?? null;
    },
  };
}
