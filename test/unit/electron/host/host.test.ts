// The loopback host from outside: who gets in, what is given out, and how calls, events and dialogs travel.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Shell } from '#electron/app/ports.ts';
import type { Host, HostedApp } from '#electron/host/host.ts';
import { startHost } from '#electron/host/host.ts';
import { PAGE_POLICY } from '#electron/web/policy.ts';
import type { AppEvent } from '#shared/contract/events.ts';
import { ask, enter, openWire } from '#test/support/host-client.ts';

/** An app that answers with what it got; its `files.*` methods use the host's dialogs. */
interface EchoApp extends HostedApp {
  emit(event: AppEvent): void;
  isClosed: boolean;
}

function echoApp(shell: Shell): EchoApp {
  const listeners = new Set<(event: AppEvent) => void>();
  return {
    isClosed: false,
    async dispatch(method, input) {
      if (method === 'broken') throw new Error('broken');
      if (method === 'open') {
        return { ok: true, value: await shell.openFiles({ title: '打开', kind: 'sheet', multiple: true }) };
      }
      if (method === 'save') {
        return { ok: true, value: await shell.saveFile({ title: '保存', kind: 'pdf', suggestedName: '附表' }) };
      }
      return { ok: true, value: { method, input } };
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    emit: (event) => {
      for (const listener of listeners) listener(event);
    },
    close() {
      this.isClosed = true;
    },
  };
}

let folder = '';
let host: Host<EchoApp>;
let isStopped = false;

beforeEach(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'xianjie-test-host-'));
  mkdirSync(path.join(folder, 'renderer'));
  writeFileSync(path.join(folder, 'renderer/host.html'), '<p>工作台</p>');
  writeFileSync(path.join(folder, 'renderer/a.js'), 'let a');
  writeFileSync(path.join(folder, 'secret.js'), 'secret');
  host = await startHost({ root: path.join(folder, 'renderer'), startApp: echoApp });
  isStopped = false;
});
afterEach(async () => {
  if (!isStopped) await host.close();
  rmSync(folder, { recursive: true, force: true });
});

const own = (): string => `127.0.0.1:${host.port}`;
const origin = (): string => `http://${own()}`;
async function connect() {
  return openWire(host.port, { cookie: await enter(host), origin: origin() });
}

describe('the way in', () => {
  it('listens on this machine only', () => {
    expect(host.url).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/\?key=[\w-]{32}$/);
  });

  it('gives a cookie for the key, once, that scripts and other sites cannot use', async () => {
    const { pathname, search } = new URL(host.url);
    const first = await ask(host.port, { path: pathname + search });
    expect(first).toMatchObject({ status: 303, headers: { location: '/' } });
    expect(first.headers['set-cookie']?.[0]).toMatch(
      new RegExp(`^xianjie-${host.port}=[\\w-]{43}; HttpOnly; SameSite=Strict; Path=/$`),
    );
    expect(await ask(host.port, { path: pathname + search })).toMatchObject({ status: 403 });
    expect(await ask(host.port, { path: '/?key=wrong' })).toMatchObject({ status: 403 });
  });

  it('shows the page again to whoever has the cookie and loads the address a second time', async () => {
    const cookie = await enter(host);
    const { search } = new URL(host.url);
    expect(await ask(host.port, { path: `/${search}`, headers: { cookie } })).toMatchObject({ status: 303 });
  });

  it.each([
    ['no cookie', () => ({})],
    ['a wrong cookie', () => ({ cookie: `xianjie-${host.port}=${'A'.repeat(43)}` })],
  ])('gives nothing without a session: %s', async (_name, headers) => {
    await enter(host);
    expect(await ask(host.port, { path: '/a.js', headers: headers() })).toMatchObject({ status: 403 });
    await expect(openWire(host.port, { ...headers(), origin: origin() })).rejects.toThrow('refused: 403');
  });

  it.each(['localhost', 'evil.example'])('refuses another name for this machine: %s', async (name) => {
    const cookie = await enter(host);
    const headers = { cookie, host: `${name}:${host.port}` };
    expect(await ask(host.port, { headers })).toMatchObject({ status: 403 });
    await expect(openWire(host.port, { ...headers, origin: origin() })).rejects.toThrow('refused: 403');
  });

  it.each([
    ['another site', 'http://evil.example'],
    ['another port', 'http://127.0.0.1:1'],
    ['a file', 'null'],
  ])('opens the wire for its own page only: not for %s', async (_name, other) => {
    const cookie = await enter(host);
    await expect(openWire(host.port, { cookie, origin: other })).rejects.toThrow('refused: 403');
    await expect(openWire(host.port, { cookie })).rejects.toThrow('refused: 403');
  });
});

describe('files', () => {
  it('gives the page and its files with the policy', async () => {
    const cookie = await enter(host);
    const page = await ask(host.port, { headers: { cookie } });
    expect(page).toMatchObject({ status: 200, body: '<p>工作台</p>' });
    expect(page.headers['content-security-policy']).toBe(PAGE_POLICY);
    expect(page.headers['x-content-type-options']).toBe('nosniff');
    expect(await ask(host.port, { path: '/a.js', headers: { cookie } })).toMatchObject({ status: 200, body: 'let a' });
  });

  it.each(['/../secret.js', '/%2e%2e/secret.js', '/..%2fsecret.js', '//../secret.js', '/none.js', '/wire'])(
    'gives nothing for %s',
    async (address) => {
      const cookie = await enter(host);
      const answer = await ask(host.port, { path: address, headers: { cookie } });
      expect(answer.status).toBe(404);
      expect(answer.body).not.toContain('secret');
    },
  );

  it('survives an address that is none', async () => {
    const cookie = await enter(host);
    expect(await ask(host.port, { path: 'http://[', headers: { cookie } })).toMatchObject({ status: 400 });
  });

  it.each(['POST', 'PUT', 'DELETE', 'OPTIONS'])('takes no %s', async (method) => {
    const cookie = await enter(host);
    const answer = await ask(host.port, { method, headers: { cookie }, body: 'x' });
    expect(answer).toMatchObject({ status: 405, headers: { connection: 'close' } });
  });
});

describe('the wire', () => {
  it('carries calls and replies by number, in any order', async () => {
    const wire = await connect();
    wire.send({ type: 'call', id: 1, method: 'open', input: {} });
    wire.send({ type: 'call', id: 2, method: 'echo', input: { 名: '甲' } });
    expect(await wire.next((message) => message.type === 'reply')).toEqual({
      type: 'reply',
      id: 2,
      reply: { ok: true, value: { method: 'echo', input: { 名: '甲' } } },
    });
  });

  it('answers when the app breaks', async () => {
    const wire = await connect();
    wire.send({ type: 'call', id: 7, method: 'broken', input: null });
    const reply = await wire.next((message) => message.type === 'reply');
    expect(reply).toMatchObject({ id: 7, reply: { ok: false, error: { code: 'internal' } } });
  });

  it.each(['no json', '{}', '[]', '{"type":"call"}', '{"type":"call","id":"1","method":"a"}', '{"type":"other"}'])(
    'hangs up on %s',
    async (text) => {
      const wire = await connect();
      wire.send(text);
      expect(await wire.closed).toBe(1008);
    },
  );

  it('sends events to every page', async () => {
    const cookie = await enter(host);
    const both = [await openWire(host.port, { cookie, origin: origin() })];
    both.push(await openWire(host.port, { cookie, origin: origin() }));
    host.app.emit({ type: 'menu', command: 'file.open' });
    for (const wire of both) {
      const event = await wire.next((message) => message.type === 'event');
      expect(event).toEqual({ type: 'event', event: { type: 'menu', command: 'file.open' } });
    }
  });

  it('closes pages and app', async () => {
    const wire = await connect();
    isStopped = true;
    await host.close();
    await wire.closed;
    expect(host.app.isClosed).toBe(true);
    await expect(ask(host.port, {})).rejects.toThrow('ECONNREFUSED');
  });
});

describe('dialogs', () => {
  it('ask the page that made the call, and give its answer to the app', async () => {
    const cookie = await enter(host);
    const other = await openWire(host.port, { cookie, origin: origin() });
    const wire = await openWire(host.port, { cookie, origin: origin() });
    wire.send({ type: 'call', id: 1, method: 'open', input: {} });
    const asked = await wire.next((message) => message.type === 'ask');
    expect(asked).toMatchObject({
      ask: { mode: 'open', title: '打开', kind: 'sheet', multiple: true, suggestedName: '' },
    });
    if (asked.type !== 'ask') throw new Error('not an ask');
    // Another page's answer is not taken.
    other.send({ type: 'answer', id: asked.id, paths: ['/wrong'] });
    wire.send({ type: 'answer', id: asked.id, paths: ['/a/甲.xlsx', '/a/乙.xlsx'] });
    const reply = await wire.next((message) => message.type === 'reply');
    expect(reply).toMatchObject({ id: 1, reply: { value: ['/a/甲.xlsx', '/a/乙.xlsx'] } });
  });

  it.each([
    [[], null],
    [['/a/附表.pdf'], '/a/附表.pdf'],
  ])('save: %j', async (paths, value) => {
    const wire = await connect();
    wire.send({ type: 'call', id: 1, method: 'save', input: {} });
    const asked = await wire.next((message) => message.type === 'ask');
    if (asked.type !== 'ask') throw new Error('not an ask');
    expect(asked.ask).toEqual({ mode: 'save', title: '保存', kind: 'pdf', multiple: false, suggestedName: '附表' });
    wire.send({ type: 'answer', id: asked.id, paths });
    expect(await wire.next((message) => message.type === 'reply')).toMatchObject({ reply: { ok: true, value } });
  });

  it('are cancelled when the page goes away or nobody is there', async () => {
    const wire = await connect();
    const answers: unknown[] = [];
    const { dispatch } = host.app;
    host.app.dispatch = async (method, input) => {
      const reply = await dispatch(method, input);
      answers.push(reply);
      return reply;
    };
    wire.send({ type: 'call', id: 1, method: 'open', input: {} });
    await wire.next((message) => message.type === 'ask');
    wire.close();
    await expect.poll(() => answers).toEqual([{ ok: true, value: [] }]);
    expect(await dispatch('open', {})).toEqual({ ok: true, value: [] });
  });

  it('show folders of this machine', async () => {
    const wire = await connect();
    wire.send({ type: 'files', id: 5, request: { action: 'list', folder, kind: null } });
    const reply = await wire.next((message) => message.type === 'reply');
    expect(reply).toMatchObject({
      id: 5,
      reply: { ok: true, value: { entries: [{ name: 'renderer', isFolder: true }, { name: 'secret.js' }] } },
    });
  });
});
