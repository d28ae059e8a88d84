// Changes told by the backend reach the list: changed, added, deleted and moved projects.
import { QueryClient } from '@tanstack/react-query';
import { describe, expect, it } from 'vitest';
import { followEvents, patchProjects } from '#renderer/api/live.ts';
import { KEYS } from '#renderer/api/queries.ts';
import type { Session } from '#renderer/session.ts';
import type { AppEvent } from '#shared/contract/events.ts';
import type { Project } from '#shared/domain/project.ts';
import { planWith } from '../../seeds/sample-plan.ts';
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

describe('events', () => {
  const edited = (note: string): Project => ({ ...a, note });
  const changed = (projects: Project[] | null): AppEvent => ({
    type: 'changed',
    changed: { project: ['a'] },
    projects,
    status: { fileName: '', notes: [] } as unknown as Extract<AppEvent, { type: 'changed' }>['status'],
  });

  function follow(get: () => Promise<{ projects: Project[] }>) {
    const queries = new QueryClient();
    const { reference, plan } = planWith([]);
    queries.setQueryData(KEYS.reference, { reference, plan });
    queries.setQueryData(KEYS.projects, { projects: [a, b] });
    let listener: (event: AppEvent) => void = () => undefined;
    const told: string[] = [];
    const session = {
      queries,
      call: get,
      messenger: { current: { error: (text: string) => told.push(text) } },
      transport: {
        subscribe(next: typeof listener) {
          listener = next;
          return () => undefined;
        },
      },
    };
    followEvents(session as unknown as Session, () => undefined);
    const shown = () => queries.getQueryData<{ projects: Project[] }>(KEYS.projects)?.projects[0]?.note;
    return { emit: (event: AppEvent) => listener(event), shown, told, queries };
  }

  const rest = () => new Promise((resolve) => setTimeout(resolve, 20));

  it('are applied in their order, also where an earlier one has to ask for its projects', async () => {
    const asked = Promise.withResolvers<{ projects: Project[] }>();
    const { emit, shown } = follow(() => asked.promise);
    emit(changed(null));
    emit(changed([edited('second')]));
    await rest();
    asked.resolve({ projects: [edited('first')] });
    await rest();
    expect(shown()).toBe('second');
  });

  it('one that fails asks for everything again, and the next one is applied', async () => {
    const { emit, shown, told, queries } = follow(() => Promise.reject(new Error('no')));
    emit(changed(null));
    emit(changed([edited('next')]));
    await rest();
    expect(shown()).toBe('next');
    expect(told).toEqual([]);
    expect(queries.getQueryState(KEYS.reference)?.isInvalidated).toBe(true);
  });
});
