// The same calls through each door of the app must do the same: directly, over IPC, over the loopback host.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { AppEvent } from '#shared/contract/events.ts';
import type { MethodInput, MethodName, MethodOutput } from '#shared/contract/methods.ts';
import { METHODS } from '#shared/contract/methods.ts';
import type { ReplyError } from '#shared/contract/reply.ts';
import type { Door } from '#test/support/hosts.ts';
import { DOORS } from '#test/support/hosts.ts';

describe.each(DOORS)('the app called %s', (_name, open) => {
  let folder = '';
  let door: Door;
  let events: AppEvent[] = [];

  beforeEach(async () => {
    folder = mkdtempSync(path.join(tmpdir(), 'xianjie-test-door-'));
    mkdirSync(path.join(folder, 'data'));
    door = await open(path.join(folder, 'data'));
    events = [];
    door.transport.subscribe((event) => events.push(event));
  });
  afterEach(async () => {
    await door.close();
    rmSync(folder, { recursive: true, force: true });
  });

  async function call<M extends MethodName>(method: M, input: MethodInput<M>): Promise<MethodOutput<M>> {
    const reply = await door.transport.invoke(method, input);
    if (!reply.ok) throw new Error(`${method}: ${reply.error.message}`);
    return reply.value as MethodOutput<M>;
  }
  async function refusal(method: string, input: unknown): Promise<ReplyError> {
    const reply = await door.transport.invoke(method, input);
    if (reply.ok) throw new Error(`${method} was not refused`);
    return reply.error;
  }
  async function chooseSave(file: string): Promise<string> {
    door.dialogs.push([path.join(folder, file)]);
    const chosen = await call('files.chooseSave', { kind: 'workbook', suggestedName: '甲', title: '新建' });
    return chosen.file?.token ?? '';
  }
  async function create(): Promise<void> {
    await call('workbook.create', { token: await chooseSave('甲.xianjie'), regionCode: '530402' });
  }

  it('tells its state', async () => {
    expect(await call('app.status', {})).toMatchObject({ version: '1.2.3', workbook: null, recent: [] });
  });

  it('takes a missing input as an empty one', async () => {
    expect(await door.transport.invoke('app.status', undefined)).toMatchObject({ ok: true });
  });

  it.each(['no.such', '', 'toString', '__proto__', 'constructor', 'x'.repeat(5000)])(
    'refuses a method that does not exist: %.20s',
    async (method) => {
      expect(await refusal(method, {})).toMatchObject({ code: 'unknown-method' });
    },
  );

  it.each<[MethodName, unknown]>([
    ['projects.edit', {}],
    ['projects.remove', { ids: [] }],
    ['projects.edit', 'text'],
    ['files.chooseOpen', { kind: 'executable', title: '' }],
    ['workbook.create', { token: 'x', regionCode: '530402', firstYear: '2021' }],
    ['history.list', { limit: 1e9 }],
  ])('refuses an input that the contract does not allow: %s %j', async (method, input) => {
    expect(await refusal(method, input)).toMatchObject({ code: 'bad-request', details: expect.any(Array) });
  });

  it('refuses what needs a workbook while none is open', async () => {
    expect(await refusal('projects.list', {})).toEqual({
      code: 'no-workbook',
      message: '还没有打开工作簿。请先新建或打开一个工作簿。',
    });
  });

  it('gives tokens for chosen files, never takes paths', async () => {
    const paths = ['乙.xlsx', '丙.xlsx'].map((name) => path.join(folder, name));
    for (const file of paths) writeFileSync(file, 'x');
    door.dialogs.push(paths);
    const { files } = await call('files.chooseOpen', { kind: 'sheet', multiple: true, title: '导入' });
    expect(files.map(({ name, folder: where }) => [name, where])).toEqual([
      ['乙.xlsx', folder],
      ['丙.xlsx', folder],
    ]);
    expect(files.map((file) => file.token).join()).not.toContain('xlsx');
    expect(await refusal('workbook.open', { token: paths[0] })).toMatchObject({ code: 'bad-token' });
  });

  it('takes a cancelled dialog as no file', async () => {
    door.dialogs.push([], []);
    expect(await call('files.chooseOpen', { kind: 'sheet', title: '导入' })).toEqual({ files: [] });
    expect(await call('files.chooseSave', { kind: 'pdf', suggestedName: '附表', title: '打印' })).toEqual({
      file: null,
    });
  });

  it('uses a token once', async () => {
    const token = await chooseSave('甲.xianjie');
    await call('workbook.create', { token, regionCode: '530402' });
    expect(await refusal('workbook.create', { token, regionCode: '530402' })).toMatchObject({ code: 'bad-token' });
  });

  it('makes a workbook, changes it, takes it back, and tells of each step', async () => {
    await create();
    const { ids } = await call('projects.add', { count: 2 });
    expect(ids).toHaveLength(2);
    const [id = ''] = ids;
    const edits = [{ id, column: 'name', text: '  灌溉沟渠，“三面光” 𠮷\n二期 ' }];
    expect(await call('projects.edit', { edits })).toEqual({ changed: 1, rejected: [], ids: [] });
    expect((await call('projects.get', { ids: [id] })).projects[0]?.name).toMatch(/灌溉沟渠.*𠮷/s);
    expect((await call('history.undo', {})).redo).not.toBeNull();
    expect((await call('projects.get', { ids: [id] })).projects[0]?.name).toBe('');
    await expect.poll(() => events.filter((event) => event.type === 'changed').length).toBe(3);
    expect(events[0]).toMatchObject({ type: 'workbook', status: { fileName: '甲.xianjie', projectCount: 0 } });
    expect(events.at(-1)).toMatchObject({ type: 'changed', status: { projectCount: 2 } });
  });

  it('says which cells it cannot take, with the details whole', async () => {
    await create();
    const { ids } = await call('projects.add', {});
    const [id = ''] = ids;
    const error = await refusal('projects.edit', { edits: [{ id, column: 'total', text: '约三十万' }] });
    expect(error.code).toBe('invalid-input');
    expect(JSON.stringify(error.details)).toContain('约三十万');
  });

  it('carries large inputs and outputs', async () => {
    const base64 = Buffer.alloc(12 * 1024 * 1024, '表').toString('base64');
    const { file } = await call('files.receive', { name: '大表.xlsx', base64 });
    expect(file.name).toBe('大表.xlsx');
    await create();
    for (let round = 0; round < 4; round += 1) await call('projects.add', { count: 500 });
    const { projects } = await call('projects.list', {});
    expect(projects).toHaveLength(2000);
  });

  it('keeps calls apart that are made at once', async () => {
    await create();
    const { ids } = await call('projects.add', { count: 40 });
    const got = await Promise.all(ids.map((id) => call('projects.get', { ids: [id] })));
    expect(got.map((answer) => answer.projects[0]?.id)).toEqual(ids);
  });

  it('stops telling whoever has unsubscribed', async () => {
    const heard: AppEvent[] = [];
    const stop = door.transport.subscribe((event) => heard.push(event));
    stop();
    await create();
    await expect.poll(() => events.length).toBeGreaterThan(0);
    expect(heard).toEqual([]);
  });

  it('answers with JSON values only, from every query', async () => {
    await create();
    await call('projects.add', { count: 3 });
    const queries = Object.entries(METHODS).filter(([, method]) => method.kind === 'query');
    expect(queries.length).toBeGreaterThan(8);
    for (const [method] of queries) {
      const reply = await door.transport.invoke(method, {});
      expect(reply, method).toStrictEqual(JSON.parse(JSON.stringify(reply)));
    }
  });
});
