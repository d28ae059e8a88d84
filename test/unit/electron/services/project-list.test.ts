// The list of a session after a change is the list that sorting anew would give.
import { expect, it } from 'vitest';
import { projectList } from '#electron/services/project-list.ts';
import type { Project } from '#shared/domain/project.ts';
import { makeProject } from '../../seeds/sample-plan.ts';

const order = new Map<string | null, number>([
  ['first', 0],
  ['second', 1],
]);
const projects = Array.from({ length: 6 }, (_, at) =>
  makeProject(`p${at}`, {}, { position: at, categoryId: at < 3 ? 'first' : 'second' }),
);

it.each<[string, string, Partial<Project> | null]>([
  ['a value', 'p1', { note: '改' }],
  ['the class', 'p1', { categoryId: 'second' }],
  ['no class', 'p4', { categoryId: null }],
  ['the place', 'p0', { position: 2.5 }],
  ['deleted', 'p2', null],
  ['new', 'p9', { position: 0.5, categoryId: 'first' }],
])('%s of %s', (_, id, change) => {
  const images = new Map(projects.map((one) => [one.id, one]));
  const list = projectList();
  const before = list.sorted(images, order);
  const old = images.get(id) ?? makeProject(id);
  if (change === null) images.delete(id);
  else images.set(id, { ...old, ...change });
  list.touch(id);
  const after = list.sorted(images, order);
  expect(after).toEqual(projectList().sorted(images, order));
  expect(after).not.toBe(before);
  expect(list.sorted(images, order)).toBe(after);
});
