import { describe, expect, it } from 'vitest';
import { openFile } from '#electron/db/open.ts';
import { startSession } from '#electron/services/session.ts';
import { makeTempFolder } from '#test/support/temp-folder.ts';
import { makeWorkbook, openSession } from '#test/support/workbook.ts';

const folder = makeTempFolder();

describe('commit', () => {
  it('writes nothing where the work throws, and nothing where nothing changed', () => {
    const { session, events } = openSession(makeWorkbook(folder, { sample: true }));
    const [project] = session.planData().projects;
    if (!project) throw new Error('no project');
    const { db } = session.file;
    const count = () => db.prepare('SELECT count(*) FROM change_set').pluck().get();
    const before = count();
    expect(() =>
      session.change('test', 'x', (tx) => {
        tx.put('project', project.id, { ...project, name: '改名' });
        throw new Error('stop');
      }),
    ).toThrow('stop');
    expect(session.project(project.id).name).toBe(project.name);
    session.change('test', 'x', (tx) => tx.put('project', project.id, { ...project }));
    session.change('test', 'x', (tx) => {
      tx.put('project', project.id, { ...project, name: '改名' });
      tx.put('project', project.id, project);
    });
    expect(count()).toBe(before);
    expect(events).toEqual([]);
    session.close();
  });

  it('adds under a fresh id, undoes that, and refuses an id that is taken', () => {
    const { session } = openSession(makeWorkbook(folder, { sample: true }));
    const [project] = session.planData().projects;
    if (!project) throw new Error('no project');
    const count = session.planData().projects.length;
    session.change('test', 'x', (tx) => tx.add('project', 'fresh', { ...project, id: 'fresh' }));
    expect(session.kernel.stores.project.read('fresh')).toEqual({ ...project, id: 'fresh' });
    session.undo();
    expect(session.planData().projects).toHaveLength(count);
    const take = () => session.change('test', 'x', (tx) => tx.add('project', project.id, project));
    expect(take).toThrow(/UNIQUE/);
    session.change('test', 'x', (tx) => {
      tx.put('project', project.id, null);
      tx.add('project', project.id, { ...project, name: '改名' });
    });
    session.undo();
    expect(session.project(project.id)).toEqual(project);
    session.close();
  });

  it('keeps the log append-only', () => {
    const { session } = openSession(makeWorkbook(folder, { sample: true }));
    const { db } = session.file;
    for (const sql of [
      'UPDATE change SET after = NULL',
      'DELETE FROM change',
      "UPDATE change_set SET label = ''",
      'DELETE FROM change_set',
    ]) {
      expect(() => db.exec(sql)).toThrow(/append-only/);
    }
    session.close();
  });

  it('refuses a figure past the exact range and keeps the old one', () => {
    const { session } = openSession(makeWorkbook(folder, { sample: true }));
    const [project] = session.planData().projects;
    if (!project) throw new Error('no project');
    const broken = { ...project, amounts: { ...project.amounts, total: (2 ** 52) as never } };
    expect(() => session.change('test', 'x', (tx) => tx.put('project', project.id, broken))).toThrow();
    expect(session.project(project.id)).toBe(project);
    const reopened = startSession(openFile(session.file.path, { readOnly: true }), () => {});
    expect(reopened.project(project.id)).toEqual(project);
    reopened.close();
    session.close();
  });
});
