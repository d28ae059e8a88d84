// A kept sum of the shape that rules need: a state that each project steps into or out of.
import type { Project } from '../domain/project.ts';
import { makeKeptSums } from './kept-sums.ts';

/** Adds a project (sign 1) to a state or takes it out again (sign -1). */
export type FoldStep<S, K> = (state: S, project: Project, sign: 1 | -1, key: K) => void;

/** Makes a fold over lists of projects; `key` is the object under whose conditions the state holds, see kept-sums.ts. */
export function makeListFold<S, K extends object>(
  empty: () => S,
  step: FoldStep<S, K>,
): (key: K, projects: readonly Project[]) => S {
  const sums = makeKeptSums<Project, S>();
  return (key, projects) =>
    sums(key, '', projects, () => {
      const state = empty();
      return { state, change: (project, sign) => step(state, project, sign, key) };
    });
}
