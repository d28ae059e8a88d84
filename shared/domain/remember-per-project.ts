// Results of single projects, kept as long as all that they were computed from are the same objects: after one edit one
// project is computed anew.
import type { Project } from './project.ts';

/** The same function with a memory of one result a project. */
export function rememberPerProject<Inputs extends readonly unknown[], Result>(
  compute: (project: Project, ...inputs: Inputs) => Result,
): (project: Project, ...inputs: Inputs) => Result {
  const known = new WeakMap<Project, { inputs: Inputs; result: Result }>();
  return (project, ...inputs) => {
    const found = known.get(project);
    if (found && areSame(found.inputs, inputs)) return found.result;
    const result = compute(project, ...inputs);
    known.set(project, { inputs, result });
    return result;
  };
}

/** A loop, since it runs for every project after every edit. */
function areSame(a: readonly unknown[], b: readonly unknown[]): boolean {
  for (let index = 0; index < a.length; index += 1) if (a[index] !== b[index]) return false;
  return true;
}
