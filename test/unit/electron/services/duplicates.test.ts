// 重复项目 in a workbook: merging as one undo step, comparing with another workbook and with a sheet, import previews.
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { compareWithFile, listDuplicates, mergeDuplicates } from '#electron/services/duplicates.ts';
import { exportProjects } from '#electron/services/export.ts';
import { editProjects } from '#electron/services/project-edit.ts';
import { addProjects } from '#electron/services/projects.ts';
import type { Session } from '#electron/services/session.ts';
import { makeTestApp } from '#test/support/app.ts';
import { makeTempFolder } from '#test/support/temp-folder.ts';
import { makeWorkbook, openSession } from '#test/support/workbook.ts';
import { xianjie } from '../cli/run-in-process.ts';

const folder = makeTempFolder();

/** Adds a project with these cells. */
function add(session: Session, cells: Record<string, string>): string {
  const [id = ''] = addProjects(session, { place: { endOf: 'county.infrastructure.village-roads' }, count: 1 });
  const edits = Object.entries(cells).map(([column, text]) => ({ id, column, text }));
  editProjects(session, { edits, skipInvalid: false });
  return id;
}

const place = { town: '大营街街道', village: '甸苴', period: '2023' };

it('two become one as one undo step, with the parts that were chosen', () => {
  const { session } = openSession(makeWorkbook(folder));
  const a = add(session, { ...place, name: '甸苴村2023年道路硬化项目', total: '60' });
  const b = add(session, { ...place, name: '甸苴村道路硬化', total: '61.5', note: '补报' });
  expect(listDuplicates(session).pairs).toMatchObject([{ a, b }]);
  mergeDuplicates(session, { keepId: a, removeId: b, take: ['amounts', 'note'] });
  expect(session.planData().projects).toMatchObject([
    { id: a, name: '甸苴村2023年道路硬化项目', note: '补报', amounts: { total: 61_500_000 } },
  ]);
  expect(session.status().undo?.label).toBe(
    '合并重复项目：保留“甸苴村2023年道路硬化项目”，删除“甸苴村道路硬化”，取其金额（总投资、来源、年度）、备注',
  );
  session.undo();
  expect(session.planData().projects.map(({ amounts }) => amounts.total)).toEqual([60_000_000, 61_500_000]);
  expect(() => mergeDuplicates(session, { keepId: a, removeId: a, take: [] })).toThrow('同一个');
  session.close();
});

it('a list is compared with another workbook and with a sheet', async () => {
  const { session } = openSession(makeWorkbook(folder));
  const a = add(session, { ...place, name: '甸苴村道路硬化', total: '60' });
  const otherPath = makeWorkbook(folder);
  const other = openSession(otherPath).session;
  add(other, { ...place, name: '2023年大营街甸苴村村内道路硬化项目', total: '60' });
  add(other, { ...place, name: '甸苴村蓄水池', total: '7' });
  const sheet = join(folder, '别处.xlsx');
  await exportProjects(other, sheet, { formulas: false, totalPosition: 'first', numbering: 'continuous' });
  other.close();
  for (const path of [otherPath, sheet]) {
    const found = await compareWithFile(session, path);
    expect(found).toMatchObject({
      count: 2,
      pairs: [{ a }],
      projects: [{ name: '2023年大营街甸苴村村内道路硬化项目' }],
    });
  }
  await expect(compareWithFile(session, session.file.path)).rejects.toThrow('正在使用的工作簿');
  session.close();

  for (const file of [otherPath, sheet]) {
    const told = await xianjie('duplicates', session.file.path, file, '--json');
    expect(told.json()).toMatchObject({ pairs: [{ score: 1, left: { id: a }, right: { totalWan: '60' } }] });
  }
  expect((await xianjie('duplicates', session.file.path)).err).toContain('0 对项目疑似重复');

  const app = makeTestApp(folder);
  await app.call('workbook.open', { token: app.openToken(session.file.path) });
  const { previewId, rows } = await app.call('import.inspect', { tokens: [app.openToken(sheet)] });
  // Compared with the list it is the same project under a longer name; taken as new it is one of the pairs.
  expect(rows[0]).toMatchObject({ action: 'update', changes: [{ column: 'name' }] });
  await app.call('import.adjust', { previewId, choices: { mode: 'add' } });
  const { pairs, projects } = await app.call('duplicates.import', { previewId });
  expect(pairs).toMatchObject([{ a }]);
  expect(projects.map(({ name }) => name)).toEqual(['2023年大营街甸苴村村内道路硬化项目']);
  app.app.close();
});
