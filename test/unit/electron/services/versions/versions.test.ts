// Versions kept in the workbook: unchanged by what comes later, deleted only with a reason, gone back to as one step.
import { describe, expect, it } from 'vitest';
import { verifyDatabase } from '#electron/services/verify.ts';
import { compareVersions } from '#electron/services/versions/sides.ts';
import { listVersions, removeVersion, restoreVersion, saveVersion } from '#electron/services/versions/versions.ts';
import { makeTempFolder } from '#test/support/temp-folder.ts';
import { makeWorkbook, openSession } from '#test/support/workbook.ts';

const folder = makeTempFolder();
const open = (path = makeWorkbook(folder, { sample: true })) => {
  const { session } = openSession(path);
  const first = () => {
    const [project] = session.planData().projects;
    if (!project) throw new Error('no project');
    return project;
  };
  const edit = (name: string) =>
    session.change('test', '改名', (tx) => tx.put('project', first().id, { ...first(), name }));
  const drop = () => session.change('test', '删除', (tx) => tx.put('project', first().id, null));
  return { path, session, first, edit, drop };
};
const version = (name: string, kind: '印发稿' | '备份' = '备份') => ({
  ...{ name, kind, documentNumber: '红政发〔2022〕1号', approver: '', note: '' },
});

describe('a kept version', () => {
  it('stays as it was, also after the file was closed', async () => {
    const { path, session, first, edit, drop } = open();
    const before = first();
    saveVersion(session, version('2021年印发稿', '印发稿'));
    edit('改了名');
    drop();
    session.close();
    const again = open(path).session;
    expect(listVersions(again)).toMatchObject([
      { name: '2021年印发稿', kind: '印发稿', documentNumber: '红政发〔2022〕1号', projectCount: 514 },
    ]);
    const { rows, unchanged } = await compareVersions(again, { version: '2021年印发稿' }, { now: true });
    expect(rows.map(({ types, before: [old] }) => [types, old?.name])).toEqual([[['取消'], before.name]]);
    expect(unchanged).toBe(513);
    expect(verifyDatabase(again.file.db)).toEqual([]);
    again.close();
  });

  it('is there for good when it was printed: 撤销 takes back what was done before it', () => {
    const { session, first, edit } = open();
    const { name } = first();
    edit('改了名');
    saveVersion(session, version('送审稿'));
    saveVersion(session, version('印发的', '印发稿'));
    session.undo();
    expect(listVersions(session).map((one) => one.name)).toEqual(['印发的']);
    session.undo();
    expect(first().name).toBe(name);
    session.redo();
    expect(first().name).toBe('改了名');
    expect(listVersions(session).map((one) => one.name)).toEqual(['印发的']);
    expect(verifyDatabase(session.file.db)).toEqual([]);
    session.close();
  });

  it('is gone back to as one step, which can be taken back; the log keeps both', () => {
    const { session, first, edit, drop } = open();
    const { id, name } = first();
    saveVersion(session, version('甲'));
    edit('改了名');
    drop();
    session.change('test', '加', (tx) => tx.add('project', 'new', { ...first(), id: 'new', name: '后来的' }));
    expect(restoreVersion(session, '甲')).toEqual({ added: 1, removed: 1, changed: 0, notes: [] });
    expect(session.project(id).name).toBe(name);
    expect(session.planData().projects).toHaveLength(514);
    expect(session.status().undo?.label).toBe('恢复到版本“甲”：加回 1，去掉 1，改回 0 个项目');
    session.undo();
    expect(session.project('new').name).toBe('后来的');
    expect(restoreVersion(session, '甲', [id])).toMatchObject({ added: 1, removed: 0 });
    expect(session.project('new').name).toBe('后来的');
    const count = session.status().undo?.id;
    session.undo();
    restoreVersion(session, '甲');
    restoreVersion(session, '甲');
    expect(session.status().undo?.id).not.toBe(count);
    session.close();
  });

  it('comes back without a class that is gone, and says so', () => {
    const { session, first } = open();
    const { id, categoryId } = first();
    saveVersion(session, version('甲'));
    session.change('test', '改类别', (tx) => {
      for (const project of session.planData().projects)
        if (project.categoryId === categoryId) tx.put('project', project.id, { ...project, categoryId: null });
      tx.put('category', categoryId ?? '', null);
    });
    const { notes } = restoreVersion(session, '甲');
    expect(notes.join('')).toMatch(/个项目原来的类别已不在规划里，列为未分类/);
    expect(session.project(id).categoryId).toBeNull();
    session.close();
  });

  it('is deleted with a reason only, what was printed never; names mean one thing', () => {
    const { session } = open();
    const kept = saveVersion(session, version('甲'));
    const printed = saveVersion(session, version('乙', '印发稿'));
    expect(() => removeVersion(session, kept.id, ' ')).toThrow('删除版本“甲”要写明理由。');
    expect(() => removeVersion(session, printed.id, '写错')).toThrow('“乙”是印发稿，不能删除。');
    expect(() => saveVersion(session, version(' 甲 '))).toThrow('已有版本“甲”（备份，');
    for (const name of ['', 'now', '现在']) expect(() => saveVersion(session, version(name))).toThrow();
    removeVersion(session, kept.id, '写错');
    expect(listVersions(session).map(({ name }) => name)).toEqual(['乙']);
    session.undo();
    expect(listVersions(session).map(({ name }) => name)).toEqual(['甲', '乙']);
    session.close();
  });
});
