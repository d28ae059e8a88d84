// Adding, copying, moving and arranging rows of the list: each one undo step, in the place that was meant.
import { describe, expect, it } from 'vitest';
import { addProjects, arrangeProjects, duplicateProjects, moveProjects } from '#electron/services/projects.ts';
import type { Session } from '#electron/services/session.ts';
import { makeTempFolder } from '#test/support/temp-folder.ts';
import { makeWorkbook, openSession } from '#test/support/workbook.ts';

const folder = makeTempFolder();

/** A session on the sample, with the projects of its first two leaf categories. */
function open() {
  const { session } = openSession(makeWorkbook(folder, { sample: true }));
  const { projects } = session.planData();
  const first = projects[0]?.categoryId ?? null;
  const second = projects.find(({ categoryId }) => categoryId !== first)?.categoryId ?? null;
  return { session, first, second, idsOf: (category: string | null) => idsOf(session, category) };
}

function idsOf(session: Session, category: string | null): string[] {
  return session
    .planData()
    .projects.filter(({ categoryId }) => categoryId === category)
    .map(({ id }) => id);
}

const label = (session: Session) => session.status().undo?.label;

describe('addProjects', () => {
  it('puts empty projects before and behind one, in its category', () => {
    const { session, first, idsOf } = open();
    const [a = '', b = ''] = idsOf(first);
    const above = addProjects(session, { place: { beforeId: b }, count: 2 });
    expect(idsOf(first).slice(0, 4)).toEqual([a, ...above, b]);
    const top = addProjects(session, { place: { beforeId: a }, count: 1 });
    expect(idsOf(first)[0]).toBe(top[0]);
    const loose = addProjects(session, { place: { endOf: null }, count: 1 });
    expect(session.planData().projects.at(-1)?.id).toBe(loose[0]);
    expect(label(session)).toBe('新增 1 个项目');
    session.close();
  });

  it('finds room at one place for ever, and takes each step back', () => {
    const { session, first, idsOf } = open();
    const before = session.planData().projects;
    const [a = ''] = idsOf(first);
    const added: string[] = [];
    for (let n = 0; n < 80; n += 1) added.unshift(...addProjects(session, { place: { afterId: a }, count: 1 }));
    expect(idsOf(first).slice(0, 81)).toEqual([a, ...added]);
    const siblings = session.planData().projects.filter(({ categoryId }) => categoryId === first);
    expect(new Set(siblings.map(({ position }) => position)).size).toBe(siblings.length);
    for (let n = 0; n < 80; n += 1) session.undo();
    expect(session.planData().projects).toEqual(before);
    session.close();
  });

  it('knows neither a gone project nor a strange category', () => {
    const { session } = open();
    expect(() => addProjects(session, { place: { afterId: 'x' }, count: 1 })).toThrow(/已不在表中/);
    expect(() => addProjects(session, { place: { endOf: 'x' }, count: 1 })).toThrow(/没有这个规划类别/);
    session.close();
  });
});

it('copies stand behind the last of their category, with a name of their own and no number', () => {
  const { session, first, second, idsOf } = open();
  const [a = '', b = '', c = ''] = idsOf(first);
  const [x = ''] = idsOf(second);
  const copies = duplicateProjects(session, [a, b, x]);
  expect(idsOf(first).slice(0, 5)).toEqual([a, b, copies[0], copies[1], c]);
  expect(idsOf(second).slice(0, 2)).toEqual([x, copies[2]]);
  const [copy, original] = [session.project(copies[1] ?? ''), session.project(b)];
  expect(copy).toEqual({
    ...original,
    id: copy.id,
    position: copy.position,
    name: `${original.name}（副本）`,
    code: null,
  });
  expect(label(session)).toBe('复制 3 个项目');
  session.undo();
  expect(idsOf(first).slice(0, 3)).toEqual([a, b, c]);
  session.close();
});

describe('moveProjects', () => {
  it('moves beside another project, which may stand in another category', () => {
    const { session, first, second, idsOf } = open();
    const [a = '', b = '', c = ''] = idsOf(first);
    const [x = '', y = ''] = idsOf(second);
    moveProjects(session, { ids: [c], place: { beforeId: a } });
    expect(idsOf(first).slice(0, 3)).toEqual([c, a, b]);
    expect(label(session)).toBe(`移动“${session.project(c).name}”`);
    moveProjects(session, { ids: [a, b], place: { afterId: x } });
    expect(idsOf(second).slice(0, 4)).toEqual([x, a, b, y]);
    expect(label(session)).toMatch(/^移动 2 个项目到“（二）/);
    session.undo();
    session.undo();
    expect(idsOf(first).slice(0, 3)).toEqual([a, b, c]);
    session.close();
  });

  it('moves all projects of a category to the end of another, in their order', () => {
    const { session, first, second, idsOf } = open();
    const [all, others] = [idsOf(first), idsOf(second)];
    expect(moveProjects(session, { ids: all, place: { endOf: second } })).toBe(all.length);
    expect(idsOf(second)).toEqual([...others, ...all]);
    expect(idsOf(first)).toEqual([]);
    session.undo();
    expect(idsOf(first)).toEqual(all);
    session.close();
  });

  it('leaves a project that is meant to stand beside itself', () => {
    const { session, first, idsOf } = open();
    const [a = '', b = ''] = idsOf(first);
    expect(moveProjects(session, { ids: [a, b], place: { afterId: b } })).toBe(0);
    expect(session.status().undo).toBeNull();
    session.close();
  });
});

it('an order that was sorted becomes that of the plan, within each category and in the places of those named', () => {
  const { session, first, second, idsOf } = open();
  const [a = '', b = '', c = '', ...rest] = idsOf(first);
  const others = idsOf(second);
  expect(arrangeProjects(session, [c, others[1] ?? '', a, others[0] ?? ''])).toBe(4);
  expect(idsOf(first)).toEqual([c, b, a, ...rest]);
  expect(idsOf(second).slice(0, 2)).toEqual([others[1], others[0]]);
  expect(label(session)).toBe('重排 4 个项目的次序');
  session.undo();
  expect(arrangeProjects(session, [a, b])).toBe(0);
  session.close();
});
