// X04: which projects of two versions are the same ones, and what counts as a change.
import { expect, it } from 'vitest';
import { compareVersions } from '#shared/checks/version-rule.ts';
import { wan, ZERO } from '#shared/values/money.ts';
import { makeProject } from '../../seeds/sample-plan.ts';

const shown = (...versions: Parameters<typeof compareVersions>) =>
  compareVersions(...versions).changes.map(({ kind, project, before }) => `${kind} ${before?.id ?? '-'}→${project.id}`);

const road = makeProject('road', { total: '10', bySource: { fiscal: '4', other: '6' } });
const pipe = makeProject('pipe', { total: '20' });
const school = makeProject('school', { total: '30' });

it('finds projects by id, else by name, place and class; tells additions and changes in order, removals last', () => {
  const renamed = { ...road, name: '改名' };
  const foreign = { ...pipe, id: 'other-workbook' };
  expect(shown([school, pipe, road], [makeProject('new'), renamed, foreign])).toEqual([
    'added -→new',
    'changed road→road',
    'removed school→school',
  ]);
  const elsewhere = { ...pipe, id: 'other-workbook', village: '别村' };
  expect(shown([pipe], [elsewhere])).toEqual(['added -→other-workbook', 'removed pipe→pipe']);
});

it('takes the place in the list, the order of figures and who gave the id for no change', () => {
  const { amounts } = road;
  const same = {
    ...road,
    id: 'x',
    position: 9,
    amounts: { ...amounts, bySource: { other: wan('6'), fiscal: wan('4') } },
  };
  expect(shown([road], [same])).toEqual([]);
  expect(shown([road], [{ ...road, amounts: { ...amounts, byYear: { 2021: ZERO } } }])).toEqual(['changed road→road']);
});

it('two of one name are two projects', () => {
  const twin = { ...road, id: 'twin' };
  const [a, b] = [
    { ...road, id: 'a' },
    { ...road, id: 'b' },
  ];
  expect(shown([road], [a, b])).toEqual(['added -→b']);
  expect(shown([road, twin], [a])).toEqual(['removed twin→twin']);
});

it('counts and adds up both versions', () => {
  const { before, after, changes } = compareVersions([road, pipe], [{ ...road, amounts: school.amounts }]);
  expect([before, after]).toEqual([
    { count: 2, total: 30_000_000 },
    { count: 1, total: 30_000_000 },
  ]);
  expect(changes.map(({ difference }) => difference)).toEqual([20_000_000, -20_000_000]);
});
