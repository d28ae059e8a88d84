// Changes told by the backend reach the list: changed, added, deleted and moved projects.
import { describe, expect, it } from 'vitest';
import { patchProjects } from '#renderer/api/live.ts';
import { project } from '../projects/fixture.ts';

const [a, b, c] = [project('a', null, '1'), project('b', null, '2'), project('c', null, '3')];

describe('patchProjects', () => {
  it('replaces changed projects and leaves the others the same objects', () => {
    const changed = { ...b, name: '改名' };
    const patched = patchProjects([a, b, c], ['b'], [changed]);
    expect(patched).toEqual([a, changed, c]);
    expect(patched[0]).toBe(a);
  });
  it('leaves out what is gone', () => expect(patchProjects([a, b, c], ['b'], [])).toEqual([a, c]));
  it('puts new and moved projects at their place', () => {
    const fresh = { ...project('d', null, '4'), position: (a.position + b.position) / 2 };
    const moved = { ...a, position: c.position + 1 };
    expect(patchProjects([a, b, c], ['a', 'd'], [moved, fresh]).map((item) => item.id)).toEqual(['d', 'b', 'c', 'a']);
  });
});
