// Changes told by the backend reach the list: changed, added, deleted and moved projects.
import { describe, expect, it } from 'vitest';
import { patchProjects } from '#renderer/api/live.ts';
import { project } from '../projects/fixture.ts';

const order = new Map<string | null, number>([
  ['first', 0],
  ['second', 1],
]);
const [a, b, c] = [project('a', 'first', '1'), project('b', 'second', '2'), project('c', null, '3')];

describe('patchProjects', () => {
  it('replaces changed projects and leaves the others the same objects', () => {
    const changed = { ...b, name: '改名' };
    const patched = patchProjects([a, b, c], ['b'], [changed], order);
    expect(patched).toEqual([a, changed, c]);
    expect(patched[0]).toBe(a);
  });
  it('leaves out what is gone', () => expect(patchProjects([a, b, c], ['b'], [], order)).toEqual([a, c]));
  it('puts new and moved projects at their place within their class', () => {
    const fresh = { ...project('d', 'second', '4'), position: b.position - 1 };
    const moved = { ...a, position: c.position + 1 };
    const ids = patchProjects([a, b, c], ['a', 'd'], [moved, fresh], order).map((item) => item.id);
    expect(ids).toEqual(['a', 'd', 'b', 'c']);
  });
  it('keeps the order of classes where positions speak against it', () => {
    const early = { ...c, position: a.position - 10 };
    expect(patchProjects([a, b, c], ['c'], [early], order).map((item) => item.id)).toEqual(['a', 'b', 'c']);
    const moved = { ...a, categoryId: 'second', position: b.position + 1 };
    expect(patchProjects([a, b, c], ['a'], [moved], order).map((item) => item.id)).toEqual(['b', 'a', 'c']);
  });
});
