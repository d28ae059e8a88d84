// Saving what can be saved: single values from the log, whole workbooks from what is left of their pages, and a list of
// what was lost. The damaged file is never written.
import { randomUUID } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import BetterSqlite3 from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import { chainHead } from '#electron/db/kernel/chain.ts';
import { editProjects } from '#electron/services/project-edit.ts';
import { salvageWorkbook } from '#electron/services/restore/salvage.ts';
import { examineFile } from '#electron/services/verify.ts';
import { tamper } from '#test/support/tamper.ts';
import { makeTempFolder } from '#test/support/temp-folder.ts';
import { makeWorkbook, openSession } from '#test/support/workbook.ts';

const folder = makeTempFolder();
const newPath = (): string => join(folder, `${randomUUID()}.xianjie`);

/** The sample with one edit; the id and name of the project that was edited. */
function editedWorkbook(): { path: string; id: string; name: string } {
  const path = makeWorkbook(folder, { sample: true });
  const { session } = openSession(path);
  const project = session.planData().projects[0];
  const id = project?.id ?? '';
  editProjects(session, { edits: [{ id, column: 'total', text: '77' }], skipInvalid: false });
  session.close();
  return { path, id, name: project?.name ?? '' };
}

function salvage(path: string) {
  const before = readFileSync(path);
  const target = newPath();
  const report = salvageWorkbook({ source: path, target, author: '测试员' });
  expect(readFileSync(path).equals(before)).toBe(true);
  expect(examineFile(target).problems).toEqual([]);
  const { session } = openSession(target);
  const projects = session.planData().projects;
  session.close();
  return { report, target, projects };
}

describe('a value that was changed past the program', () => {
  it('is put right in a copy, with both values told; the log and its chain stay', () => {
    const { path, id, name } = editedWorkbook();
    const head = headOf(path);
    tamper(path, `UPDATE allocation SET amount_fen = 99000000 WHERE project_id = '${id}' AND year = 0 AND source = ''`);
    const { report, target, projects } = salvage(path);
    expect(report).toMatchObject({ way: 'mended', projects: 514, notes: [] });
    expect(report.items).toEqual([
      expect.objectContaining({ name, column: '总投资', found: '99', taken: '77', outcome: 'restored' }),
    ]);
    expect(projects.find((project) => project.id === id)?.amounts.total).toBe(77_000_000);
    expect(headOf(target)).toBe(head);
  });

  it('a project that is gone comes back, a foreign one goes, a foreign trigger too', () => {
    const { path, id, name } = editedWorkbook();
    tamper(
      path,
      `DELETE FROM allocation WHERE project_id = '${id}'; DELETE FROM project WHERE id = '${id}';
       INSERT INTO project (id, position, name, region_code) VALUES ('x', 1, '多出来的', '530402');
       UPDATE category SET name = '改名' WHERE id = (SELECT id FROM category ORDER BY position LIMIT 1)`,
    );
    const db = new BetterSqlite3(path);
    db.exec('CREATE TRIGGER helpful AFTER UPDATE ON project BEGIN DELETE FROM allocation; END');
    db.close();
    const { report, projects } = salvage(path);
    expect(report.way).toBe('mended');
    expect(report.items.map(({ name: one, outcome }) => [one, outcome])).toEqual(
      expect.arrayContaining([
        [name, 'restored'],
        ['多出来的', 'dropped'],
      ]),
    );
    expect(report.notes.join()).toContain('触发器“helpful”');
    expect(projects).toHaveLength(514);
    expect(projects.find((project) => project.id === id)?.amounts.total).toBe(77_000_000);
  });
});

describe('a log that was changed', () => {
  it('is not believed: the value of the file stays, and both are told', () => {
    const { path, id, name } = editedWorkbook();
    tamper(path, `UPDATE change SET after = replace(after, ':77000000', ':99000000') WHERE change_set = 2`);
    const { report, projects } = salvage(path);
    expect(report.way).toBe('rebuilt');
    expect(report.items).toEqual([
      expect.objectContaining({ name, column: '总投资', found: '77', logged: '99', taken: '77', outcome: 'kept' }),
    ]);
    expect(projects.find((project) => project.id === id)?.amounts.total).toBe(77_000_000);
    expect(projects).toHaveLength(514);
  });
});

describe('pages that are damaged', () => {
  it.each<[string, string]>([
    ['projects', 'project'],
    ['amounts', 'allocation'],
    ['the frame', 'category'],
    ['places', 'region'],
  ])('those of %s: everything comes back from the log', (_, table) => {
    const { path, id } = editedWorkbook();
    const expected = listOf(path);
    wreck(path, pagesOf(path, table));
    const { report, projects } = salvage(path);
    expect(report.way).toBe('rebuilt');
    expect(projects).toEqual(expected);
    expect(projects.find((project) => project.id === id)?.amounts.total).toBe(77_000_000);
    expect(report.items.every(({ outcome }) => outcome === 'restored')).toBe(true);
    expect(report.notes.join()).toContain('操作记录从这一步重新开始');
  });

  it('those of the log: everything comes from the tables', () => {
    const { path } = editedWorkbook();
    const expected = listOf(path);
    wreck(path, pagesOf(path, 'change'));
    const { report, projects } = salvage(path);
    expect(report.way).toBe('rebuilt');
    expect(projects).toEqual(expected);
  });

  it('the first page: the tables are found all the same', () => {
    const { path } = editedWorkbook();
    const expected = listOf(path);
    wreck(path, [1]);
    expect(salvage(path).projects).toEqual(expected);
  });

  it('some of the log and some of the projects: what is in neither is told as lost', () => {
    const { path, id, name } = editedWorkbook();
    const expected = listOf(path);
    // Each page of amounts, and half of the pages of the log.
    wreck(path, [...pagesOf(path, 'allocation'), ...pagesOf(path, 'change').filter((_, index) => index % 2 === 1)]);
    const { report, projects } = salvage(path);
    const lost = report.items.filter(({ kind, outcome }) => kind === '项目' && outcome === 'lost').length;
    expect(projects.length + lost).toBe(514);
    expect(projects.length).toBeGreaterThan(0);
    expect(lost).toBeGreaterThan(0);
    const right = new Map(expected.map((project) => [project.id, project]));
    const older = projects.filter((project) => project.amounts.total !== right.get(project.id)?.amounts.total);
    // The page of its edit may be among the wrecked ones: then it is as it was before, and told.
    expect(older.map((project) => project.id).filter((one) => one !== id)).toEqual([]);
    if (older.length > 0) expect(report.items.map((item) => item.name)).toContain(name);
    for (const project of projects)
      if (project.id !== id) expect(project.amounts).toEqual(right.get(project.id)?.amounts);
  });
});

describe('what cannot be saved', () => {
  it('says so, and leaves no file', () => {
    const path = newPath();
    writeFileSync(path, Buffer.alloc(64 * 1024, 7));
    expect(() => salvageWorkbook({ source: path, target: join(folder, 'none.xianjie') })).toThrow(
      /读不出来|没有可以恢复/,
    );
    expect(() => readFileSync(join(folder, 'none.xianjie'))).toThrow();
  });

  it('is not written over the damaged file', () => {
    const { path } = editedWorkbook();
    expect(() => salvageWorkbook({ source: path, target: path })).toThrow('不能写回损坏的文件');
  });
});

function headOf(path: string): string {
  const db = new BetterSqlite3(path, { readonly: true });
  const head = chainHead(db);
  db.close();
  return head;
}

function listOf(path: string) {
  const { session } = openSession(path);
  const { projects } = session.planData();
  session.close();
  return projects;
}

/** The leaf pages of a table, by walking its tree: page numbers from 1. */
function pagesOf(path: string, table: string): number[] {
  const db = new BetterSqlite3(path, { readonly: true });
  const root =
    db.prepare<[string], number>('SELECT rootpage FROM sqlite_schema WHERE name = ?').pluck().get(table) ?? 0;
  db.close();
  const bytes = readFileSync(path);
  const leaves: number[] = [];
  const walk = (page: number): void => {
    const start = (page - 1) * 4096;
    const type = bytes[start] ?? 0;
    if (type !== 2 && type !== 5) {
      leaves.push(page);
      return;
    }
    const cells = bytes.readUInt16BE(start + 3);
    for (let cell = 0; cell < cells; cell += 1) {
      walk(bytes.readUInt32BE(start + bytes.readUInt16BE(start + 12 + cell * 2)));
    }
    walk(bytes.readUInt32BE(start + 8));
  };
  walk(root);
  return leaves;
}

function wreck(path: string, pages: readonly number[]): void {
  const bytes = readFileSync(path);
  for (const page of pages) bytes.fill(0xa5, (page - 1) * 4096, page * 4096);
  writeFileSync(path, bytes);
}
