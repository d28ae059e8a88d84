// Gathers the problems of one table. A sheet full of the same fault is told cell by cell only up to a limit, so that
// it neither hides other faults nor fills the memory; the rest are counted.
import type { ImportProblem, ProblemLevel } from './preview.ts';

export type Report = (problem: Omit<ImportProblem, 'sheet'>) => void;

/** Per code. */
const MOST: Record<ProblemLevel, number> = { error: 5000, warning: 1000, info: 300 };

export function problemList(sheet: string): { report: Report; finish(): ImportProblem[] } {
  const problems: ImportProblem[] = [];
  const counts = new Map<string, number>();
  let more = 0;
  return {
    report(problem) {
      const count = (counts.get(problem.code) ?? 0) + 1;
      counts.set(problem.code, count);
      if (count <= MOST[problem.level]) problems.push({ ...problem, sheet });
      else more += 1;
    },
    finish() {
      if (more > 0) {
        const message = `“${sheet}”还有 ${more} 处同样的问题没有逐条列出，请先改正前面的再重新读取。`;
        problems.push({ level: 'warning', code: 'more-problems', sheet, cell: '', raw: '', message, proposal: '' });
      }
      return problems;
    },
  };
}
