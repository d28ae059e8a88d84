// A disk that is full in the middle of a step of a workbook with a password: the step is refused, what was saved is there.
import { expect, it, vi } from 'vitest';
import { setPassword } from '#electron/services/set-password.ts';
import { makeTempFolder } from '#test/support/temp-folder.ts';
import { makeWorkbook, openSession } from '#test/support/workbook.ts';

const disk = vi.hoisted(() => ({ isFull: false }));
vi.mock('node:fs', async (load) => {
  const fs = await load<typeof import('node:fs')>();
  const writeSync = (...args: Parameters<typeof fs.writeSync>): number => {
    if (disk.isFull) throw Object.assign(new Error('no space left on device'), { code: 'ENOSPC' });
    return fs.writeSync(...args);
  };
  return { ...fs, writeSync };
});

it('refuses the step, is only looked at from then on, and opens as it was last saved', () => {
  const path = makeWorkbook(makeTempFolder(), { sample: true });
  setPassword(path, 'a long password');
  const { session, events } = openSession(path);
  const [project] = session.planData().projects;
  if (!project) throw new Error('no project');
  const rename = (name: string) =>
    session.change('test', '改名', (tx) => tx.put('project', project.id, { ...project, name }));
  rename('已经保存');
  disk.isFull = true;
  expect(() => rename('没有地方')).toThrow('磁盘已满，这一步没有保存，之前保存的都在。');
  disk.isFull = false;
  expect(session.project(project.id).name).toBe('已经保存');
  expect(session.status().readOnly).toContain('上一步没有写进文件');
  expect(events.at(-1)).toMatchObject({ type: 'changed', status: { readOnly: session.status().readOnly } });
  expect(() => rename('再来')).toThrow('不能修改');
  session.close();
  const again = openSession(path).session;
  expect(again.project(project.id).name).toBe('已经保存');
  again.close();
});
