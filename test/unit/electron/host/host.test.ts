// The loopback host from outside: who gets in, what is given out, and how calls, events and dialogs travel.

import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createConnection } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Shell } from '#electron/app/ports.ts';
import type { Host, HostedApp } from '#electron/host/host.ts';
import { startHost } from '#electron/host/host.ts';
import { pagePolicy } from '#electron/web/policy.ts';
import type { AppEvent } from '#shared/contract/events.ts';
import { REFUSED_CODE } from '#shared/contract/host-wire.ts';
import { ask, enter, type Knock, openWire, passOf } from '#test/support/host-client.ts';

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

async function connect() {
  return openWire(host.port, { pass: await enter(host) });
}

describe('the way in', () => {
  it('listens on this machine only, with the key where no browser sends it', () => {
    expect(host.url).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/#key=[\w-]{32}$/);
  });

  it('lets one page in with the key, over the wire and by no cookie', async () => {
    const page = await ask(host.port, {});
    expect(page).toMatchObject({ status: 200 });
    expect(page.headers['set-cookie']).toBeUndefined();
    await connect();
    const other = await openWire(host.port, { pass: passOf(host) });
    expect(await other.closed).toBe(REFUSED_CODE);
  });

  it('lets that page in again, however its first knock ended', async () => {
    const pass = await enter(host);
    const wire = await openWire(host.port, { pass });
    wire.send({ type: 'call', id: 1, method: 'echo', input: {} });
    expect(await wire.next(({ type }) => type === 'reply')).toMatchObject({ id: 1 });
  });

  it.each<[string, Knock]>([
    ['nothing', {}],
    ['a wrong session', { pass: `${'A'.repeat(32)}.${'A'.repeat(43)}` }],
    ['no session', { pass: 'A'.repeat(43) }],
    ['a cookie', { headers: { cookie: 'xianjie=1' } }],
  ])('tells nobody anything who shows %s', async (_name, knock) => {
    await enter(host);
    const wire = await openWire(host.port, knock);
    let heard = 0;
    void wire.next(() => true).then(() => heard++);
    host.app.emit({ type: 'menu', command: 'file.open' });
    expect(await wire.closed).toBe(REFUSED_CODE);
    expect(heard).toBe(0);
  });

  it.each(['localhost', 'evil.example'])('refuses another name for this machine: %s', async (name) => {
    const pass = await enter(host);
    const headers = { host: `${name}:${host.port}` };
    expect(await ask(host.port, { headers })).toMatchObject({ status: 403 });
    await expect(openWire(host.port, { pass, headers })).rejects.toThrow('refused: 403');
  });

  it.each([
    ['another site', 'http://evil.example'],
    ['another port', 'http://127.0.0.1:1'],
    ['a file', 'null'],
    ['nowhere', ''],
  ])('opens the wire for its own page only: not for %s', async (_name, origin) => {
    const pass = await enter(host);
    await expect(openWire(host.port, { pass, origin })).rejects.toThrow('refused: 403');
  });

  it('does not spend the key on a stranger', async () => {
    await expect(openWire(host.port, { pass: passOf(host), origin: 'http://evil.example' })).rejects.toThrow('403');
    const wire = await connect();
    wire.send({ type: 'call', id: 1, method: 'echo', input: {} });
    expect(await wire.next(({ type }) => type === 'reply')).toMatchObject({ id: 1 });
  });
});

describe('files', () => {
  it('gives the page and its files with the policy', async () => {
    const page = await ask(host.port, {});
    expect(page).toMatchObject({ status: 200, body: '<p>工作台</p>' });
    const policy = page.headers['content-security-policy'];
    const nonce = /'nonce-([^']{24})'/.exec(String(policy))?.[1] ?? '';
    expect(policy).toBe(pagePolicy(nonce));
    expect(page.headers['x-content-type-options']).toBe('nosniff');
    expect(await ask(host.port, { path: '/a.js' })).toMatchObject({ status: 200, body: 'let a' });
  });

  it.each(['/../secret.js', '/%2e%2e/secret.js', '/..%2fsecret.js', '//../secret.js', '/none.js', '/wire'])(
    'gives nothing for %s',
    async (address) => {
      const answer = await ask(host.port, { path: address });
      expect(answer.status).toBe(404);
      expect(answer.body).not.toContain('secret');
    },
  );

  it('survives an address that is none', async () => {
    expect(await ask(host.port, { path: 'http://[' })).toMatchObject({ status: 400 });
  });

  it.each(['POST', 'PUT', 'DELETE', 'OPTIONS'])('takes no %s', async (method) => {
    const answer = await ask(host.port, { method, body: 'x' });
    expect(answer).toMatchObject({ status: 405, headers: { connection: 'close' } });
  });
});

describe('connections', () => {
  const listening = async (patience: NonNullable<Parameters<typeof startHost>[0]['patience']>) =>
    startHost({ root: path.join(folder, 'renderer'), startApp: echoApp, patience });
  /** What comes back on a connection on which `sent` is all that is sent. */
  const said = (port: number, sent: string): Promise<string> =>
    new Promise((resolve) => {
      const socket = createConnection(port, '127.0.0.1', () => socket.write(sent));
      let text = '';
      socket.on('data', (chunk) => {
        text += chunk.toString();
      });
      socket.on('error', () => {});
      socket.on('close', () => resolve(text));
    });

  it('that a browser opened ahead are given up without an answer that a request could take for its own', async () => {
    const hasty = { headersTimeout: 50, requestTimeout: 100, connectionsCheckingInterval: 20 };
    const other = await listening(hasty);
    expect(await said(other.port, '')).toBe('');
    expect(await said(other.port, 'GET /a.js HTTP/1.1\r\n')).toBe('');
    await other.close();
  });

  it('that speak no HTTP are told so', async () => {
    expect(await said(host.port, 'no http\r\n\r\n')).toContain('400 Bad Request');
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
    const pass = await enter(host);
    const both = [await openWire(host.port, { pass })];
    both.push(await openWire(host.port, { pass }));
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
    const pass = await enter(host);
    const other = await openWire(host.port, { pass });
    const wire = await openWire(host.port, { pass });
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
