// A list that states the sources of the money but no 总投资: the total of each project is put together from them, said
// aloud and open to be refused. Without it every table of the plan would show nothing.
import { addFen } from '../values/money.ts';
import type { ColumnSums } from './column-sums.ts';
import { doubtSum } from './doubt-sum.ts';
import type { ImportQuestion } from './preview.ts';
import type { Report } from './problem-list.ts';
import type { ReadColumn, ReadProject, TableChoices, TableReading } from './reading.ts';

/** Fills in the totals of projects; returns whether it did. Asks, unless it was answered. */
export function sumUpTotals(
  sheet: string,
  columns: readonly ReadColumn[],
  projects: readonly ReadProject[],
  sums: ColumnSums,
  claims: TableReading['claims'],
  choices: TableChoices,
  questions: ImportQuestion[],
  report: Report,
): boolean {
  if (projects.length === 0 || columns.some((column) => column.key === 'total')) return false;
  const part = (['source', 'year'] as const).find((kind) =>
    columns.some((column) => column.key?.startsWith(`${kind}:`) && column.isNumeric),
  );
  if (part === undefined) return false;
  const answer = choices.answers?.['total-sum'];
  if (answer === undefined) {
    const doubt = doubtSum(columns, sums, claims, part);
    const message = `“${sheet}”没有“总投资”一列，暂以${part === 'source' ? '各资金来源' : '各年度投资'}之和作为总投资，请确认。${doubt}`;
    questions.push({
      id: 'total-sum',
      message,
      options: [
        { value: 'sum', label: '以各项之和作为总投资' },
        { value: 'blank', label: '总投资留空' },
      ],
      // What the sheet itself speaks against is proposed to nobody.
      assumed: doubt === '' ? 'sum' : null,
    });
    report({
      level: doubt === '' ? 'warning' : 'error',
      code: 'total-summed',
      cell: '',
      raw: '',
      message,
      proposal: '',
    });
  }
  if (answer === 'blank') return false;
  for (const { amounts } of projects) {
    const parts = Object.values(part === 'source' ? amounts.bySource : amounts.byYear);
    if (parts.length > 0) amounts.total = addFen(...parts);
  }
  return true;
}
