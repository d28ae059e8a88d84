// Faults that nobody caught: what is written down of them, what is said, and how work goes on.
import { EventEmitter } from 'node:events';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { describeFault, openFaultLog } from '#electron/desktop/fault-log.ts';
import { watchFaults } from '#electron/desktop/faults.ts';
import { FakeWindow, fakeElectron, resetFake } from '#test/support/fake-electron.ts';

vi.mock('electron', async () => (await import('#test/support/fake-electron.ts')).fakeElectron);

const { dialog } = fakeElectron;
let folder = '';
let events: EventEmitter;
let window: FakeWindow;
const quit = vi.fn();
const NAMES = ['uncaughtException', 'unhandledRejection'] as const;
const before = new Map(NAMES.map((name) => [name, process.listeners(name as 'uncaughtException')]));
const raise = (name: (typeof NAMES)[number], error: unknown): void => {
  const [own] = process.listeners(name as 'uncaughtException').filter((one) => !before.get(name)?.includes(one));
  (own as (error: unknown) => void)(error);
};
const log = (): string => readFileSync(path.join(folder, 'faults.log'), 'utf8');

beforeEach(() => {
  resetFake();
  quit.mockClear();
  folder = mkdtempSync(path.join(tmpdir(), 'xianjie-test-faults-'));
  events = new EventEmitter();
  window = new FakeWindow({ webPreferences: {} });
  dialog.showMessageBox.mockResolvedValue({ response: 0 });
  const app = { on: events.on.bind(events), quit };
  watchFaults({ app: app as never, log: openFaultLog(folder), currentWindow: () => window as never });
});
afterEach(() => {
  for (const name of NAMES)
    for (const listener of process.listeners(name as 'uncaughtException'))
      if (!before.get(name)?.includes(listener)) process.off(name, listener);
  rmSync(folder, { recursive: true, force: true });
});

describe('a fault that nobody caught', () => {
  it.each(NAMES)('is written down and offers to load the window again: %s', async (name) => {
    raise(name, new TypeError('“某某项目” 1234 万元 /home/someone/甲.xianjie'));
    await expect.poll(() => window.webContents.reload.mock.calls.length).toBe(1);
    expect(dialog.showMessageBox.mock.calls[0]?.[0]).toMatchObject({
      message: expect.stringContaining('程序内部出错'),
      detail: expect.stringContaining('没有丢失'),
      buttons: ['重新载入窗口', '退出'],
    });
    expect(log()).toContain('TypeError at ');
    for (const word of ['某某', '1234', 'someone', folder]) expect(log()).not.toContain(word);
  });

  it('asks once, however many come', async () => {
    for (let i = 0; i < 5; i += 1) raise('uncaughtException', new Error('x'));
    await expect.poll(() => window.webContents.reload.mock.calls.length).toBe(1);
    expect(dialog.showMessageBox).toHaveBeenCalledOnce();
    expect(log().trim().split('\n')).toHaveLength(5);
  });

  it('ends the program where that is chosen', async () => {
    dialog.showMessageBox.mockResolvedValue({ response: 1 });
    raise('uncaughtException', new Error('x'));
    await expect.poll(() => quit.mock.calls.length).toBe(1);
    expect(window.webContents.reload).not.toHaveBeenCalled();
  });
});

describe('a page that is gone', () => {
  it('can be loaded again', async () => {
    events.emit('render-process-gone', {}, window.webContents, { reason: 'crashed', exitCode: 5 });
    await expect.poll(() => window.webContents.reload.mock.calls.length).toBe(1);
    expect(log()).toContain('page gone: crashed 5');
  });

  it.each([
    ['ended as it should', 'clean-exit', true],
    ['is a hidden one', 'crashed', false],
  ])('is not asked about where it %s', (_name, reason, isWindow) => {
    const contents = isWindow ? window.webContents : {};
    events.emit('render-process-gone', {}, contents, { reason, exitCode: 0 });
    expect(dialog.showMessageBox).not.toHaveBeenCalled();
  });

  it('helpers of Chromium are only written down', () => {
    events.emit('child-process-gone', {}, { type: 'GPU', reason: 'crashed', exitCode: 1 });
    expect(log()).toContain('process gone: GPU crashed 1');
    expect(dialog.showMessageBox).not.toHaveBeenCalled();
  });
});

describe('the log', () => {
  it('stays small', () => {
    const small = openFaultLog(folder, 1_000);
    for (let i = 0; i < 200; i += 1) small.write('projects.edit', new Error('x'));
    expect(readdirSync(folder).sort()).toEqual(['faults.log', 'faults.log.1']);
    for (const name of readdirSync(folder)) expect(statSync(path.join(folder, name)).size).toBeLessThan(4_000);
  });

  it('tells its newest lines', () => {
    const log = openFaultLog(folder);
    expect(log.newest()).toEqual([]);
    for (let i = 0; i < 40; i += 1) log.write(`step ${i}`);
    expect(log.newest()).toHaveLength(30);
    expect(log.newest().at(-1)).toMatch(/^\S+ step 39$/);
  });

  it('never fails', () => {
    openFaultLog(folder).write('x');
    const beneathFile = path.join(folder, 'faults.log', 'logs');
    expect(() => openFaultLog(beneathFile).write('x', new Error('y'))).not.toThrow();
  });

  it.each<[unknown, RegExp]>([
    ['秘密', /^string$/],
    [Object.assign(new Error('秘密'), { code: 'SQLITE_FULL' }), /^Error SQLITE_FULL at /],
    [Object.assign(new Error('秘密'), { code: '秘密', name: '秘密', stack: '' }), /^Error$/],
  ])('says of an error what kind it is and where it arose', (error, expected) => {
    expect(describeFault(error)).toMatch(expected);
    expect(describeFault(error)).not.toContain('秘密');
  });
});
