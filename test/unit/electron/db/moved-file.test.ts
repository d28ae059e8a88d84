import { copyFileSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { backupWorkbook } from '#electron/services/workbook-files.ts';
import { blankProject } from '#shared/domain/project.ts';
import { makeTempFolder } from '#test/support/temp-folder.ts';
import { makeWorkbook, openSession } from '#test/support/workbook.ts';

const folder = makeTempFolder();

/** What an edit says after something happened to the file of the open workbook, and whether the rest goes on in a copy. */
async function editAfter(happens: (path: string) => void): Promise<string> {
  const path = makeWorkbook(folder);
  const { session, events } = openSession(path);
  const put = (id: string) => () =>
    session.change('test', id, (tx) =>
      tx.put('project', id, blankProject({ id, position: 1, categoryId: null, regionCode: '530402' })),
    );
  put('before')();
  happens(path);
  expect(put('lost')).toThrow(expect.objectContaining({ code: 'file-missing' }));
  const { readOnly } = session.status();
  expect(events.at(-1)).toMatchObject({ type: 'changed', status: { readOnly } });
  expect(session.planData().projects.map(({ id }) => id)).toEqual(['before']);
  const copy = join(folder, `另存-${basename(path)}`);
  await backupWorkbook(session.file, copy);
  session.close();
  const again = openSession(copy).session;
  expect(again.planData().projects.map(({ id }) => id)).toEqual(['before']);
  again.close();
  return readOnly ?? '';
}

describe('the file of an open workbook', () => {
  it('is called by its new name where it was renamed', async () => {
    const words = await editAfter((path) => renameSync(path, join(dirname(path), '改过名.xianjie')));
    expect(words).toContain('已被改名为“改过名.xianjie”');
  });

  it('is called missing where it was moved away or deleted', async () => {
    expect(await editAfter((path) => rmSync(path))).toContain('移走或删除');
    const other = join(folder, '别处');
    mkdirSync(other);
    expect(await editAfter((path) => renameSync(path, join(other, 'x.xianjie')))).toContain('移走或删除');
  });

  it('is called another one where it was replaced', async () => {
    const words = await editAfter((path) => {
      const fresh = makeWorkbook(folder);
      renameSync(path, `${path}.old`);
      copyFileSync(fresh, path);
    });
    expect(words).toContain('换成别的文件');
  });
});
