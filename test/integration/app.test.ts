// The door and the handlers behind it, as the window uses them.
import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { makeTestApp } from '#test/support/app.ts';
import { makeTempFolder } from '#test/support/temp-folder.ts';

const folder = makeTempFolder();

describe('the door', () => {
  it('refuses unknown methods and wrong input with a sentence, and never throws', async () => {
    const { app } = makeTestApp(folder);
    expect(await app.dispatch('nothing.here', {})).toMatchObject({ ok: false, error: { code: 'unknown-method' } });
    expect(await app.dispatch('constructor', {})).toMatchObject({ ok: false, error: { code: 'unknown-method' } });
    expect(await app.dispatch('projects.get', { ids: 'x' })).toMatchObject({
      ok: false,
      error: { code: 'bad-request', details: [{ path: 'ids' }] },
    });
    expect(await app.dispatch('projects.list', {})).toMatchObject({ ok: false, error: { code: 'no-workbook' } });
    app.close();
  });

  it('lets no path in: a token is needed, and used once', async () => {
    const test = makeTestApp(folder);
    expect(await test.refuse('workbook.open', { token: '/etc/passwd' })).toMatchObject({ code: 'bad-token' });
    const token = test.saveToken('once.xianjie');
    await test.call('workbook.create', { token, regionCode: '530402' });
    await test.call('workbook.close', {});
    expect(await test.refuse('workbook.open', { token })).toMatchObject({ code: 'bad-token' });
    test.app.close();
  });
});

describe('workbooks', () => {
  it('makes, closes and reopens one, and remembers it', async () => {
    const test = makeTestApp(folder);
    test.answers.save = join(folder, '新规划');
    const { file } = await test.call('files.chooseSave', { kind: 'workbook', suggestedName: '红塔区', title: '新建' });
    expect(file?.name).toBe('新规划.xianjie');
    const status = await test.call('workbook.create', { token: file?.token ?? '', regionCode: '530402' });
    expect(status).toMatchObject({
      fileName: '新规划.xianjie',
      projectCount: 0,
      readOnly: null,
      plan: { firstYear: 2021, lastYear: 2025 },
    });
    const { plan, reference } = await test.call('reference.get', {});
    expect(plan.title).toContain('红塔区');
    expect(reference.categories.map((c) => c.name)).toEqual(
      expect.arrayContaining(['文化帮扶', '生态护林员', '住房安全巩固']),
    );
    await test.call('workbook.close', {});
    const { recent } = await test.call('app.status', {});
    expect(recent[0]).toMatchObject({ name: '新规划.xianjie', missing: false });
    const again = await test.call('files.recent', { id: recent[0]?.id ?? '' });
    expect(await test.call('workbook.open', { token: again.file.token })).toMatchObject({ fileName: '新规划.xianjie' });
    expect(test.events.filter((event) => event.type === 'workbook')).toHaveLength(3);
    test.app.close();
  });

  it.each([
    ['an unknown region', { regionCode: '110199' }, /没有行政区划代码/],
    ['years upside down', { regionCode: '530402', firstYear: 2025, lastYear: 2021 }, /结束年应不早于开始年/],
  ])('refuses %s and leaves no file', async (_, spec, message) => {
    const test = makeTestApp(folder);
    const error = await test.refuse('workbook.create', { token: test.saveToken('refused.xianjie'), ...spec });
    expect(error).toMatchObject({ code: 'invalid-input', message: expect.stringMatching(message) });
    expect(existsSync(join(folder, 'refused.xianjie'))).toBe(false);
    test.app.close();
  });

  it('keeps the open workbook when another cannot be opened', async () => {
    const test = makeTestApp(folder);
    await test.call('workbook.createSample', { token: test.saveToken('kept.xianjie') });
    const bad = join(folder, 'bad.xianjie');
    writeFileSync(bad, 'no workbook');
    expect(await test.refuse('workbook.open', { token: test.openToken(bad) })).toMatchObject({
      code: 'not-a-workbook',
    });
    expect((await test.call('projects.list', {})).projects).toHaveLength(514);
    expect(
      await test.refuse('workbook.create', { token: test.saveToken('kept.xianjie'), regionCode: '530402' }),
    ).toMatchObject({ code: 'invalid-input' });
    test.app.close();
  });

  it('backs up to a verified copy, but not onto itself', async () => {
    const test = makeTestApp(folder);
    await test.call('workbook.createSample', { token: test.saveToken('original.xianjie') });
    await test.call('workbook.backup', { token: test.saveToken('backup.xianjie') });
    await test.call('files.reveal', {});
    expect(test.revealed).toEqual([join(folder, 'backup.xianjie')]);
    expect(await test.refuse('workbook.backup', { token: test.saveToken('original.xianjie') })).toMatchObject({
      code: 'invalid-input',
    });
    expect(await test.call('workbook.verify', {})).toMatchObject({ ok: true, problems: [], damage: [] });
    await test.call('workbook.open', { token: test.openToken(join(folder, 'backup.xianjie')) });
    expect((await test.call('projects.list', {})).projects).toHaveLength(514);
    test.app.close();
  });
});

describe('另存为', () => {
  it('goes on in the copy, with its history, and leaves what was open as it was and free for others', async () => {
    const test = makeTestApp(folder);
    await test.call('workbook.createSample', { token: test.saveToken('here.xianjie') });
    const id = (await test.call('projects.list', {})).projects[0]?.id ?? '';
    const rename = (text: string) => test.call('projects.edit', { edits: [{ id, column: 'name', text }] });
    const nameNow = async () => (await test.call('projects.get', { ids: [id] })).projects[0]?.name;
    await rename('甲');
    const old = readFileSync(join(folder, 'here.xianjie'));
    const status = await test.call('workbook.saveAs', { token: test.saveToken('there.xianjie') });
    expect(status).toMatchObject({ fileName: 'there.xianjie', readOnly: null, projectCount: 514 });
    await rename('乙');
    await test.call('history.undo', {});
    expect(await nameNow()).toBe('甲');
    await test.call('history.undo', {});
    expect(await nameNow()).not.toBe('甲');
    expect(readFileSync(join(folder, 'here.xianjie')).equals(old)).toBe(true);
    expect((await test.call('app.status', {})).recent[0]).toMatchObject({ name: 'there.xianjie' });
    const other = makeTestApp(folder);
    const opened = await other.call('workbook.open', { token: other.openToken(join(folder, 'here.xianjie')) });
    expect(opened.readOnly).toBeNull();
    // It is open there now: neither a copy nor the workbook itself may go over it.
    expect(await test.refuse('workbook.saveAs', { token: test.saveToken('here.xianjie') })).toMatchObject({
      code: 'locked',
    });
    expect(await test.refuse('workbook.saveAs', { token: test.saveToken('there.xianjie') })).toMatchObject({
      code: 'invalid-input',
    });
    expect((await test.call('app.status', {})).workbook?.fileName).toBe('there.xianjie');
    test.app.close();
    other.app.close();
  });

  it('keeps the password, and makes a workbook that was only read writable', async () => {
    const test = makeTestApp(folder);
    await test.call('workbook.create', { token: test.saveToken('locked.xianjie'), regionCode: '530402' });
    await test.call('workbook.setPassword', { password: '一把很长的钥匙 12' });
    await test.call('workbook.saveAs', { token: test.saveToken('locked2.xianjie') });
    expect(readFileSync(join(folder, 'locked2.xianjie')).subarray(0, 15).toString('latin1')).not.toBe(
      'SQLite format 3',
    );
    await test.call('workbook.close', {});
    const own = await test.call('workbook.open', {
      token: test.openToken(join(folder, 'here.xianjie')),
      readOnly: true,
    });
    expect(own.readOnly).not.toBeNull();
    const copy = await test.call('workbook.saveAs', { token: test.saveToken('mine.xianjie') });
    expect(copy.readOnly).toBeNull();
    test.app.close();
  });
});

describe('an edit', () => {
  it('may be arithmetic, worked out exactly in the unit that is shown', async () => {
    const test = makeTestApp(folder);
    await test.call('workbook.createSample', { token: test.saveToken('sum.xianjie') });
    const id = (await test.call('projects.list', {})).projects[0]?.id ?? '';
    const type = (column: string, text: string) =>
      test.call('projects.edit', { unit: '万元', edits: [{ id, column, text }] });
    await type('total', '=35.41+10');
    await type('households', '=12*3');
    const [project] = (await test.call('projects.get', { ids: [id] })).projects;
    expect(project).toMatchObject({ households: 36, amounts: { total: 45_410_000 } });
    expect(await test.refuse('projects.edit', { edits: [{ id, column: 'total', text: '=A1+3' }] })).toMatchObject({
      code: 'invalid-input',
    });
    test.app.close();
  });

  it('is in the file before the reply, and subtotals, tables and findings follow', async () => {
    const test = makeTestApp(folder);
    await test.call('workbook.createSample', { token: test.saveToken('edit.xianjie') });
    const path = join(folder, 'edit.xianjie');
    const { projects } = await test.call('projects.list', {});
    const [project] = projects;
    if (!project) throw new Error('no project');
    expect((await test.call('checks.run', {})).counts).toMatchObject({ error: 0, warning: 1 });
    const before = await test.call('summary.get', {});
    const { mtimeMs } = statSync(path);
    const old = readFileSync(path);
    await test.call('projects.edit', { edits: [{ id: project.id, column: 'total', text: '9999.99' }] });
    expect(readFileSync(path).equals(old)).toBe(false);
    expect(statSync(path).mtimeMs).toBeGreaterThanOrEqual(mtimeMs);
    const after = await test.call('summary.get', {});
    expect(after.total.total - before.total.total).toBe(9999_990_000 - (project.amounts.total ?? 0));
    const { tables } = await test.call('tables.get', { ids: ['表5-1'] });
    expect(JSON.stringify(tables)).toContain(String(after.total.total));
    const { findings } = await test.call('checks.run', {});
    expect(
      findings
        .filter((f) => f.projectId === project.id && f.level === 'error')
        .map((f) => f.rule)
        .sort(),
    ).toEqual(['T01', 'T02']);
    await test.call('history.undo', {});
    expect(await test.call('summary.get', {})).toEqual(before);
    expect((await test.call('checks.run', {})).counts.error).toBe(0);
    test.app.close();
  });

  it('of the matrix keeps margins and total in step, but does not touch figures that disagreed before', async () => {
    const test = makeTestApp(folder);
    await test.call('workbook.createSample', { token: test.saveToken('matrix.xianjie') });
    const { ids } = await test.call('projects.add', { place: { endOf: null } });
    const id = ids[0] ?? '';
    await test.call('projects.setMatrix', {
      id,
      cells: [
        { year: 2022, source: 'fiscal', text: '10' },
        { year: 2023, source: 'sector', text: '5.5' },
      ],
    });
    const get = async () => (await test.call('projects.get', { ids: [id] })).projects[0]?.amounts;
    expect(await get()).toEqual({
      total: 15_500_000,
      bySource: { fiscal: 10_000_000, sector: 5_500_000 },
      byYear: { 2022: 10_000_000, 2023: 5_500_000 },
      cells: { '2022|fiscal': 10_000_000, '2023|sector': 5_500_000 },
    });
    await test.call('projects.edit', { edits: [{ id, column: 'total', text: '20' }] });
    await test.call('projects.setMatrix', { id, cells: [{ year: 2022, source: 'fiscal', text: '11' }] });
    expect(await get()).toMatchObject({
      total: 20_000_000,
      bySource: { fiscal: 10_000_000 },
      cells: { '2022|fiscal': 11_000_000 },
    });
    test.app.close();
  });
});

it('a paste that runs over the end of the table is one undo step, or nothing at all', async () => {
  const test = makeTestApp(folder);
  await test.call('workbook.createSample', { token: test.saveToken('paste.xianjie') });
  const { projects } = await test.call('projects.list', {});
  const last = projects.at(-1);
  if (!last) throw new Error('no project');
  const added = (total: string) => ({
    afterId: last.id,
    lines: [
      [
        { column: 'name', text: '甲' },
        { column: 'total', text: '12' },
      ],
      [
        { column: 'name', text: '乙' },
        { column: 'total', text: total },
      ],
    ],
  });
  const edits = [{ id: last.id, column: 'note', text: '末行' }];
  expect(await test.refuse('projects.edit', { edits, added: added('约3') })).toMatchObject({ code: 'invalid-input' });
  expect((await test.call('projects.list', {})).projects).toEqual(projects);
  const { ids } = await test.call('projects.edit', { edits, added: added('3') });
  const after = (await test.call('projects.list', {})).projects;
  expect(after.slice(-3).map(({ id, name, categoryId }) => [id, name, categoryId])).toEqual([
    [last.id, last.name, last.categoryId],
    [ids[0], '甲', last.categoryId],
    [ids[1], '乙', last.categoryId],
  ]);
  expect(test.events.at(-1)).toMatchObject({
    type: 'changed',
    projects: [{ name: '甲' }, { name: '乙' }, { note: '末行' }],
  });
  await test.call('history.undo', {});
  expect((await test.call('projects.list', {})).projects).toEqual(projects);
  test.app.close();
});

describe('files dropped on the window', () => {
  it('are taken in under a harmless name', async () => {
    const test = makeTestApp(folder);
    const { file } = await test.call('files.receive', {
      name: '..\\..\\a/b.xlsx',
      base64: Buffer.from('x').toString('base64'),
    });
    expect(file.name).toBe('__.._a_b.xlsx');
    expect(file.folder.startsWith(folder)).toBe(false);
    test.app.close();
    expect(existsSync(file.folder)).toBe(false);
  });
});
