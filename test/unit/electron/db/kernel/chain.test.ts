// The hash chain: whatever is changed in the log, in provenance or in a fact past the program is told.
import BetterSqlite3, { type Database } from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import { chainHead, checkChain } from '#electron/db/kernel/chain.ts';
import { editProjects } from '#electron/services/project-edit.ts';
import { verifyDatabase } from '#electron/services/verify.ts';
import { tamperWith } from '#test/support/tamper.ts';
import { makeTempFolder } from '#test/support/temp-folder.ts';
import { makeWorkbook, openSession } from '#test/support/workbook.ts';

const folder = makeTempFolder();

/** A workbook with a few edits, open past the program. */
function tamperable(): Database {
  const path = makeWorkbook(folder, { sample: true });
  const { session } = openSession(path);
  const id = session.planData().projects[0]?.id ?? '';
  for (const text of ['1', '2', '3'])
    editProjects(session, { edits: [{ id, column: 'total', text }], skipInvalid: false });
  session.close();
  return new BetterSqlite3(path);
}

describe('checkChain', () => {
  it('finds nothing in a workbook as the program wrote it', () => {
    const db = tamperable();
    expect(checkChain(db)).toBeNull();
    expect(verifyDatabase(db)).toEqual([]);
    expect(chainHead(db)).toMatch(/^[0-9a-f]{64}$/);
    db.close();
  });

  it.each([
    ['a label', "UPDATE change_set SET label = '别的' WHERE id = 2", 2],
    ['who did it', "UPDATE change_set SET author = '别人' WHERE id = 3", 3],
    ['when', "UPDATE change_set SET at = '2020-01-01T00:00:00.000Z' WHERE id = 2", 2],
    ['an image', "UPDATE change SET after = replace(after, ':2000000', ':9000000') WHERE change_set = 3", 3],
    ['an image of the frame', "UPDATE change SET after = replace(after, '2025', '2026') WHERE change_set = 1", 1],
    ['a change taken out', 'DELETE FROM change WHERE change_set = 2', 2],
    ['a change put in', "INSERT INTO change VALUES (2, 9, 'project', 'x', NULL, '{}', 1)", 2],
    ['a step taken out', 'DELETE FROM change_set WHERE id = 3', null],
    ['the last step taken out', 'DELETE FROM change WHERE change_set = 4; DELETE FROM change_set WHERE id = 4', null],
    ['a link', `UPDATE link SET hash = '${'0'.repeat(64)}' WHERE change_set = 4`, 4],
  ])('tells of %s that was changed', (_, sql, changeSet) => {
    const db = tamperable();
    tamperWith(db, sql);
    expect(checkChain(db)).toMatchObject({ changeSet });
    db.close();
  });
});

describe('verify', () => {
  it('tells project, column and both values of a figure that was changed past the log', () => {
    const db = tamperable();
    const [project] = db.prepare('SELECT id, name FROM project ORDER BY rowid LIMIT 1').all() as {
      id: string;
      name: string;
    }[];
    tamperWith(
      db,
      `UPDATE allocation SET amount_fen = 99000000 WHERE project_id = '${project?.id}' AND year = 0 AND source = ''`,
    );
    expect(verifyDatabase(db)).toEqual([
      `项目“${project?.name}”的总投资与操作记录不符：现在是“99”，操作记录最后写的是“3”`,
    ]);
    db.close();
  });

  it('tells of a project that is gone, one that nobody added, and a frame that was changed', () => {
    const db = tamperable();
    tamperWith(
      db,
      `DELETE FROM allocation WHERE project_id IN (SELECT id FROM project ORDER BY rowid LIMIT 1);
       DELETE FROM project WHERE rowid IN (SELECT rowid FROM project ORDER BY rowid LIMIT 1);
       INSERT INTO project (id, position, name, region_code) VALUES ('x', 1, '多出来的', '530402');
       UPDATE category SET name = '改名' WHERE id = (SELECT id FROM category ORDER BY position LIMIT 1)`,
    );
    const problems = verifyDatabase(db).join('\n');
    expect(problems).toMatch(/不见了，操作记录里它还在/);
    expect(problems).toMatch(/项目“多出来的”不是由本程序写入的/);
    expect(problems).toMatch(/规划类别.*名称与操作记录不符：现在是“改名”/);
    db.close();
  });
});
