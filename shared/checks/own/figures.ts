// 合计, 占比, 个数 of a group of projects. What one project brings is remembered with the project, so an edit costs one.
import type { Project } from '#shared/domain/project.ts';
import { evaluate, type Figure, holds, type Subject } from './evaluate.ts';
import { addRatio, compareRatio, divideRatio, type Ratio, wholeRatio } from './ratio.ts';
import type { FieldReader } from './read-field.ts';

/** What a project brings to a figure: its value (null: blank), and whether it is one of those that are meant. */
interface Share {
  value: Ratio | null;
  isMeant: boolean;
}

const ZERO = wholeRatio(0);
const ONE = wholeRatio(1);

export interface Figures {
  /** The figure of a group. `all` is the whole list, for the group's part of it. */
  of(figure: Figure, group: readonly Project[], all: readonly Project[]): Ratio | null;
}

/** Figures of one rule; remembers what each project brings as long as the rule stays. */
export function makeFigures(reader: FieldReader): Figures {
  const remembered = new WeakMap<Figure, WeakMap<Project, Share>>();
  const shareOf = (figure: Figure, project: Project, known: WeakMap<Project, Share>): Share => {
    const found = known.get(project);
    if (found) return found;
    const subject: Subject = { reader, project, figureOf: () => null };
    const made: Share = {
      value: figure.kind === 'count' ? ONE : evaluate(figure.of, subject),
      isMeant: figure.where === null || holds(figure.where, subject) === true,
    };
    known.set(project, made);
    return made;
  };
  return {
    of(figure, group, all) {
      const known = remembered.get(figure) ?? new WeakMap<Project, Share>();
      remembered.set(figure, known);
      const sharesOf = (projects: readonly Project[]): Share[] =>
        projects.map((project) => shareOf(figure, project, known));
      const shares = sharesOf(group);
      const meant = shares.filter(({ isMeant }) => isMeant);
      if (figure.kind === 'count') return wholeRatio(meant.length);
      if (figure.kind === 'share') {
        const whole = figure.where === null && group !== all ? sharesOf(all) : shares;
        return divideRatio(sum(meant), sum(whole));
      }
      const values = meant.flatMap(({ value }) => value ?? []);
      if (figure.reduction === 'sum') return sum(meant);
      if (values.length === 0) return null;
      if (figure.reduction === 'average') return divideRatio(sum(meant), wholeRatio(values.length));
      const sign = figure.reduction === 'most' ? 1 : -1;
      return values.reduce((best, value) => (sign * compareRatio(value, best) > 0 ? value : best));
    },
  };
}

function sum(shares: readonly Share[]): Ratio {
  return shares.reduce((total, { value }) => (value === null ? total : addRatio(total, value)), ZERO);
}
