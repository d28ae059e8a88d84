// The start of the desktop program: order of the steps, one instance, named workbooks, menu and events, the end.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { EVENT_CHANNEL, INVOKE_CHANNEL } from '#electron/desktop/channels.ts';
import { startDesktop } from '#electron/desktop/start.ts';
import type { AppEvent } from '#shared/contract/events.ts';
import type { Reply } from '#shared/contract/reply.ts';
import { FakeFrame, FakeWindow, fakeElectron, resetFake, state } from '#test/support/fake-electron.ts';

vi.mock('electron', async () => (await import('#test/support/fake-electron.ts')).fakeElectron);

/** The app behind the shell, which is not what is tested here: it writes down what it is asked. */
const workbench = vi.hoisted(() => ({
  deps: null as Record<string, unknown> | null,
  calls: [] as [string, unknown][],
  listener: null as ((event: AppEvent) => void) | null,
  isClosed: false,
}));
vi.mock('#electron/app/create-app.ts', () => ({
  createApp: (deps: Record<string, unknown>) => {
    workbench.deps = deps;
    return {
      dispatch: async (method: string, input: unknown): Promise<Reply> => {
        workbench.calls.push([method, input]);
        return { ok: true, value: [method, input] };
      },
      subscribe: (listener: (event: AppEvent) => void) => {
        workbench.listener = listener;
        return () => {};
      },
      grantFile: (file: string) => ({ token: file, name: '', folder: '' }),
      close: () => {
        workbench.isClosed = true;
      },
    };
  },
}));

let folder = '';
let argv: string[];
/** Those of the test runner: the program's own come behind them and are taken off again. */
const listenerCounts = {
  uncaughtException: process.listenerCount('uncaughtException'),
  unhandledRejection: process.listenerCount('unhandledRejection'),
};

beforeEach(() => {
  resetFake();
  Object.assign(workbench, { deps: null, calls: [], listener: null, isClosed: false });
  folder = mkdtempSync(path.join(tmpdir(), 'xianjie-test-start-'));
  state.paths.appData = folder;
  argv = process.argv;
  process.argv = ['工作台'];
  for (const name of ['甲.xianjie', '乙.xianjie']) writeFileSync(path.join(folder, name), 'x');
});
afterEach(() => {
  process.argv = argv;
  for (const name of ['uncaughtException', 'unhandledRejection'] as const) {
    for (const listener of process.listeners(name as 'uncaughtException').slice(listenerCounts[name]))
      process.off(name, listener);
  }
  rmSync(folder, { recursive: true, force: true });
});

const files = { places: '/places.bin', licences: '/licences.json' };
const start = () => startDesktop({ root: '/root/of/page', preload: '/preload.cjs', ...files });
const window = (): FakeWindow => FakeWindow.all[0] as FakeWindow;
const named = (file: string) => ['workbook.open', { token: path.join(folder, file) }];

describe('startDesktop', () => {
  it('opens the page over app:// in a locked session, with the app behind it', async () => {
    await start();
    expect(window().loaded).toEqual(['app://bundle/index.html']);
    expect(state.schemes).toEqual([
      { scheme: 'app', privileges: { standard: true, secure: true, supportFetchAPI: true } },
      { scheme: 'hidden', privileges: { standard: true, secure: true } },
    ]);
    expect(state.protocols.has('app')).toBe(true);
    expect(fakeElectron.app.enableSandbox).toHaveBeenCalledOnce();
    expect(state.defaultSession.requestHandler).not.toBeNull();
    expect(window().webContents.openHandler?.({ url: 'app://bundle/' })).toEqual({ action: 'deny' });
    expect(workbench.deps).toMatchObject({ version: '9.9.9', dataFolder: path.join(folder, 'xianjie-workbench') });
    expect(workbench.calls).toEqual([]);
    expect(window().show).not.toHaveBeenCalled();
    window().emit('ready-to-show');
    expect(window().show).toHaveBeenCalledOnce();
  });

  it('leaves at once when another instance runs', async () => {
    state.isFirstInstance = false;
    await start();
    expect(fakeElectron.app.quit).toHaveBeenCalledOnce();
    expect(FakeWindow.all).toEqual([]);
    expect(workbench.deps).toBeNull();
  });

  it('opens the workbook of a double-click before the window', async () => {
    process.argv = ['工作台', path.join(folder, '甲.xianjie')];
    await start();
    expect(workbench.calls).toEqual([named('甲.xianjie')]);
  });

  it('opens the workbook of a second start in the window that is there, and brings it forward', async () => {
    await start();
    window().isMin = true;
    state.appEvents.emit('second-instance', {}, ['工作台', '乙.xianjie'], folder);
    expect(workbench.calls).toEqual([named('乙.xianjie')]);
    expect(window().restore).toHaveBeenCalledOnce();
    expect(window().focus).toHaveBeenCalledOnce();
    state.appEvents.emit('second-instance', {}, ['工作台'], folder);
    expect(workbench.calls).toHaveLength(1);
    expect(window().focus).toHaveBeenCalledTimes(2);
  });

  it('opens a workbook that macOS names, before the app is ready and after', async () => {
    const preventDefault = vi.fn();
    const started = start();
    state.appEvents.emit('open-file', { preventDefault }, path.join(folder, '甲.xianjie'));
    await started;
    state.appEvents.emit('open-file', { preventDefault }, path.join(folder, '乙.xianjie'));
    expect(workbench.calls).toEqual([named('甲.xianjie'), named('乙.xianjie')]);
    expect(preventDefault).toHaveBeenCalledTimes(2);
  });

  it('passes calls of its own page on and refuses others', async () => {
    await start();
    const invoke = state.handlers.get(INVOKE_CHANNEL);
    const senderFrame = window().webContents.mainFrame;
    expect(await invoke?.({ senderFrame }, 'projects.list', { a: 1 })).toEqual({
      ok: true,
      value: ['projects.list', { a: 1 }],
    });
    expect(() => invoke?.({ senderFrame: new FakeFrame() }, 'projects.list', {})).toThrow('untrusted');
    expect(workbench.calls).toEqual([['projects.list', { a: 1 }]]);
  });

  it("sends the app's events and menu commands to the page", async () => {
    await start();
    workbench.listener?.({ type: 'workbook', status: null });
    const [file] = state.menu as { submenu: { id?: string; click(): void }[] }[];
    file?.submenu.find((item) => item.id === 'file.open')?.click();
    expect(window().webContents.send.mock.calls).toEqual([
      [EVENT_CHANNEL, { type: 'workbook', status: null }],
      [EVENT_CHANNEL, { type: 'menu', command: 'file.open' }],
    ]);
  });

  it('ends with the window and closes the app', async () => {
    await start();
    window().emit('close');
    window().emit('closed');
    state.appEvents.emit('window-all-closed');
    expect(fakeElectron.app.quit).toHaveBeenCalledOnce();
    state.appEvents.emit('will-quit');
    expect(workbench.isClosed).toBe(true);
    // An event after the end finds no window and does no harm.
    workbench.listener?.({ type: 'workbook', status: null });
  });
});
