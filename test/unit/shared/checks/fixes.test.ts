// 自动修正: what is certain is offered, what could be meant in two ways is not.
import { describe, expect, it } from 'vitest';
import { applyFixes, findFixes, fixesFor } from '#shared/checks/fixes.ts';
import { runChecks } from '#shared/checks/run-checks.ts';
import { tidyText } from '#shared/checks/tidy-text.ts';
import type { Project } from '#shared/domain/project.ts';
import { makeProject, planWith } from '../../seeds/sample-plan.ts';

const ONE_YEAR = { startAt: '2021', endAt: '2021' };
const TOILETS = { ...ONE_YEAR, subsidyStandard: '每座补助4000元', content: '户厕198座' };

function offered(...projects: Project[]): string[] {
  return findFixes(planWith(projects)).map(({ kind, columnKey, before, after }) =>
    [kind, columnKey, before, after].join(' '),
  );
}

describe.each<[string, Project, string[]]>([
  [
    'a blank total, sources and years agree',
    makeProject('a', { bySource: { fiscal: '60', other: '40' }, byYear: { '2021': '70', '2022': '30' } }),
    ['fill-total total  100'],
  ],
  [
    'a blank total, sources and years differ',
    makeProject('a', { bySource: { fiscal: '60' }, byYear: { '2021': '70' } }),
    [],
  ],
  [
    'a total that is not unit price times quantity, as the sources are',
    makeProject('a', { total: '97.2', bySource: { fiscal: '79.2' }, byYear: { '2021': '97.2' } }, TOILETS),
    ['unit-price total 97.2 79.2'],
  ],
  [
    'a total that is not unit price times quantity, nor are the sources',
    makeProject('a', { total: '97.2', bySource: { fiscal: '97.2' }, byYear: { '2021': '97.2' } }, TOILETS),
    [],
  ],
  ['a blank total, sources only: they may be half filled in', makeProject('a', { bySource: { fiscal: '60' } }), []],
  [
    'a blank total, a matrix',
    makeProject('a', { cells: { '2021|fiscal': '5', '2022|other': '7' } }),
    ['fill-total total  12'],
  ],
  [
    'blank and zero margins that the matrix determines',
    makeProject('a', {
      total: '12',
      bySource: { fiscal: '5', other: '0' },
      byYear: { '2021': '5' },
      cells: { '2021|fiscal': '5', '2022|other': '7' },
    }),
    ['fill-margin source:other 0 7', 'fill-margin year:2022  7'],
  ],
  [
    'a blank margin that would not add up to the total',
    makeProject('a', {
      total: '11',
      bySource: { fiscal: '5' },
      byYear: { '2021': '11' },
      cells: { '2021|other': '7' },
    }),
    [],
  ],
  [
    'margins that disagree are nobody’s to choose between',
    makeProject('a', { total: '5', bySource: { fiscal: '5' }, byYear: { '2021': '5' }, cells: { '2021|fiscal': '6' } }),
    [],
  ],
  [
    'one year, no year filled in',
    makeProject('a', { total: '5', bySource: { fiscal: '5' } }, ONE_YEAR),
    ['fill-year year:2021  5'],
  ],
  [
    'several years',
    makeProject('a', { total: '5', bySource: { fiscal: '5' } }, { startAt: '2021', endAt: '2022' }),
    [],
  ],
  ['a year outside the plan', makeProject('a', { total: '5' }, { startAt: '2019', endAt: '2019' }), []],
  [
    'stray characters in names',
    makeProject('a', { total: '5', byYear: { '2021': '5' } }, { name: ' 甲村　 ２０２１年道路\u200b', unit: '水利局' }),
    ['tidy-text name  甲村　 ２０２１年道路\u200b 甲村 2021年道路'],
  ],
])('%s', (_, project, expected) => {
  it('is offered or left alone', () => expect(offered(project)).toEqual(expected));
});

it('tidies without touching what is meant', () => {
  expect(tidyText('（一期）ＡＢＣ－３')).toBe('（一期）ABC－3');
  expect(tidyText('甲村  乙村')).toBe('甲村 乙村');
  expect(tidyText('\ufeff甲\t乙\n丙 ')).toBe('甲 乙 丙');
  expect(tidyText('甲村')).toBe('甲村');
});

it('makes the chosen repairs only, all of a project at once, and settles the findings', () => {
  const project = makeProject(
    'a',
    {
      total: '12',
      bySource: { fiscal: '5' },
      byYear: { '2021': '5' },
      cells: { '2021|fiscal': '5', '2022|other': '7' },
    },
    { name: ' 甲' },
  );
  const other = makeProject('b', { total: '5', bySource: { fiscal: '5' } }, { ...ONE_YEAR, name: '乙' });
  const data = planWith([project, other]);
  const fixes = findFixes(data);
  expect(fixes).toHaveLength(4);
  const finding = runChecks(data).find(({ rule, columnKey }) => rule === 'T02' && columnKey === 'total');
  expect(finding && fixesFor(fixes, finding).map(({ columnKey }) => columnKey)).toEqual(['source:other', 'year:2022']);

  const ids = fixes.filter(({ projectId }) => projectId === 'a').map(({ id }) => id);
  const { projects, made } = applyFixes(data, [...ids, 'fill-total|gone|total']);
  expect(made).toBe(3);
  expect(projects.map(({ id, name }) => [id, name])).toEqual([['a', '甲']]);
  const after = planWith([projects[0] as Project, other]);
  expect(runChecks(after).filter(({ projectId }) => projectId === 'a')).toEqual([]);
  expect(findFixes(after).map(({ projectId }) => projectId)).toEqual(['b']);
});
