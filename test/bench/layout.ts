// What the 项目表 computes when somebody filters, sorts or folds, at 5,000 and 60,000 projects; drawing not counted.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { keepProjects } from '#renderer/features/projects/filters/match.ts';
import { sortProjects } from '#renderer/features/projects/filters/sorting.ts';
import { makeSubjects } from '#renderer/features/projects/filters/subjects.ts';
import { listValues, searchValues } from '#renderer/features/projects/filters/value-list.ts';
import { foldToLevel } from '#renderer/features/projects/layout/outline.ts';
import { buildRows } from '#renderer/features/projects/rows.ts';
import { makeTotaller } from '#renderer/features/projects/totals.ts';
import { categoryTree } from '#shared/domain/categories.ts';
import { formatUnit } from '#shared/values/money.ts';
import { makeLargeWorkbook } from './large-workbook.ts';
import { type Measurement, median, milliseconds, time } from './measure.ts';

const RUNS = 7;

export async function run(): Promise<Measurement[]> {
  const folder = mkdtempSync(join(tmpdir(), 'xianjie-bench-'));
  try {
    const results: Measurement[] = [];
    for (const count of [5000, 60_000]) {
      const { session } = makeLargeWorkbook(folder, count);
      for (const [name, work] of works(session.planData())) {
        const times: number[] = [];
        for (let round = 0; round < RUNS; round += 1) times.push(await time(async () => work()));
        results.push({ name: `${name}, ${count} projects`, value: milliseconds(median(times)) });
      }
      session.close();
    }
    return results;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function works({ plan, reference, projects }: ReturnType<ReturnType<typeof makeLargeWorkbook>['session']['planData']>) {
  const subjects = makeSubjects({ plan, reference, amountText: (fen) => formatUnit(fen, '万元') });
  const [name, town] = [subjects.get('name'), subjects.get('town')];
  if (!name || !town) throw new Error('no columns');
  const tree = categoryTree(reference, plan.scheme);
  const total = makeTotaller(tree, reference);
  const all = total(projects);
  const names = listValues(name, projects);
  const towns = listValues(town, projects).map(({ value }) => value);
  const filters = { town: { kind: 'values', values: towns.slice(0, 2) } } as const;
  const fold = (level: number) => {
    const collapsed = new Set(foldToLevel(tree, level));
    buildRows({ tree, all, shown: all, collapsed, showEmpty: false, sorted: null }, null);
  };
  return [
    ['drop-down with all names', () => listValues(name, projects)],
    ['search in the names', () => searchValues(names, '双龙')],
    [
      'filter by town with subtotals',
      () => total(keepProjects(projects, { filters, search: '', only: null }, subjects)),
    ],
    [
      'sort by name, then 总投资',
      () =>
        sortProjects(
          projects,
          [
            { key: 'name', direction: 'asc' },
            { key: 'total', direction: 'desc' },
          ],
          subjects,
        ),
    ],
    ['fold all', () => fold(1)],
    ['unfold all', () => fold(3)],
  ] as const;
}
