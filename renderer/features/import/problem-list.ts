// The problems of a preview in the order in which a planner deals with them.
import type { ImportProblem, ProblemLevel } from '#shared/import/preview.ts';

export const LEVELS: readonly ProblemLevel[] = ['error', 'warning', 'info'];

/** Errors are not read; warnings are read with a remark; info only says what was done. */
export const LEVEL_NAMES: Readonly<Record<ProblemLevel, string>> = { error: '错误', warning: '提示', info: '说明' };

export function countLevels(problems: readonly ImportProblem[]): Record<ProblemLevel, number> {
  const counts: Record<ProblemLevel, number> = { error: 0, warning: 0, info: 0 };
  for (const problem of problems) counts[problem.level] += 1;
  return counts;
}

/** Errors first; inside a level in the order in which they stand in the sheets. */
export function sortProblems(problems: readonly ImportProblem[], level: ProblemLevel | null): ImportProblem[] {
  const rank = (problem: ImportProblem): number => LEVELS.indexOf(problem.level);
  return problems.filter((problem) => level === null || problem.level === level).toSorted((a, b) => rank(a) - rank(b));
}
