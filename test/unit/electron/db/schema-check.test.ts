// The schema of a workbook is held against what the program lays down; what is not ours is told by name.
import BetterSqlite3 from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import { openFile } from '#electron/db/open.ts';
import { schemaProblems } from '#electron/db/schema-check.ts';
import { examineFile } from '#electron/services/verify.ts';
import { makeOlderWorkbook } from '#test/support/older-workbook.ts';
import { makeTempFolder } from '#test/support/temp-folder.ts';
import { makeWorkbook, openSession } from '#test/support/workbook.ts';

const folder = makeTempFolder();

const FOREIGN_TRIGGER = `CREATE TRIGGER helpful AFTER UPDATE ON project
  BEGIN UPDATE allocation SET amount_fen = amount_fen + 1000000 WHERE project_id <> NEW.id; END`;

function changedWorkbook(sql: string): string {
  const path = makeWorkbook(folder, { sample: true });
  const db = new BetterSqlite3(path);
  db.exec(sql);
  db.close();
  return path;
}

describe('schemaProblems', () => {
  it('finds nothing in a new workbook, nor in one that was upgraded', () => {
    for (const path of [makeWorkbook(folder), makeOlderWorkbook(folder, 1), makeOlderWorkbook(folder, 3)]) {
      const file = openFile(path);
      expect(schemaProblems(file.db)).toEqual([]);
      expect(file.readOnly).toBeNull();
      file.close();
    }
  });

  it.each([
    [FOREIGN_TRIGGER, 'helpful', 'extra', '有一个不是本程序建立的触发器“helpful”'],
    ['CREATE VIEW totals AS SELECT sum(amount_fen) FROM allocation', 'totals', 'extra', '视图“totals”'],
    ['CREATE TABLE notes (text)', 'notes', 'extra', '数据表“notes”'],
    ['CREATE INDEX by_note ON project (note)', 'by_note', 'extra', '索引“by_note”'],
    ['ALTER TABLE project ADD COLUMN secret TEXT', 'project', 'changed', '多出列“secret”'],
    ['ALTER TABLE project RENAME COLUMN note TO notes', 'project', 'changed', '多出列“notes”，少了列“note”'],
    ['DROP TRIGGER change_keeps', 'change_keeps', 'missing', '缺少触发器“change_keeps”'],
    ['DROP INDEX change_by_entity', 'change_by_entity', 'missing', '缺少索引“change_by_entity”'],
    [
      'DROP TRIGGER change_keeps; CREATE TRIGGER change_keeps BEFORE UPDATE ON change BEGIN SELECT 1; END',
      'change_keeps',
      'changed',
      '触发器“change_keeps”与本程序建立的不同',
    ],
  ])('tells of %s', (sql, name, fault, words) => {
    const path = changedWorkbook(sql);
    const db = new BetterSqlite3(path, { readonly: true });
    expect(schemaProblems(db)).toContainEqual(
      expect.objectContaining({ name, fault, message: expect.stringContaining(words) }),
    );
    db.close();
    expect(examineFile(path).problems.join('\n')).toContain(words);
  });
});

describe('a workbook with a foreign trigger', () => {
  it('is looked at, not changed: no edit runs the trigger', () => {
    const path = changedWorkbook(FOREIGN_TRIGGER);
    const { session } = openSession(path);
    const [first] = session.planData().projects;
    expect(session.status().readOnly).toContain('触发器“helpful”');
    expect(() => session.change('test', 'x', (tx) => tx.put('project', first?.id ?? '', null))).toThrow('不能修改');
    session.close();
    expect(examineFile(path).damage).toEqual([]);
    // The lock was given back: nobody holds the file.
    const again = openFile(path, { readOnly: true });
    again.close();
  });
});
