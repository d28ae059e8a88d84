// The opening of a workbook that a start of the program names.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { openNamedWorkbook } from '#electron/desktop/open-workbook.ts';
import { findOpenedFile } from '#electron/desktop/opened-file.ts';
import type { Reply } from '#shared/contract/reply.ts';
import { fakeElectron, resetFake } from '#test/support/fake-electron.ts';

vi.mock('electron', async () => (await import('#test/support/fake-electron.ts')).fakeElectron);

const { dialog } = fakeElectron;
let folder = '';

beforeEach(() => {
  resetFake();
  folder = mkdtempSync(path.join(tmpdir(), 'xianjie-test-desktop-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe('findOpenedFile', () => {
  it.each<[string, string[], string | null]>([
    ['a double-click', ['工作台', '甲.xianjie'], '甲.xianjie'],
    ['development, with the project folder first', ['electron', '.', '甲.xianjie'], '甲.xianjie'],
    ['switches of Chromium', ['工作台', '--no-sandbox', '甲.xianjie', '--x=乙.xianjie'], '甲.xianjie'],
    ['capital letters', ['工作台', '乙.XIANJIE'], '乙.XIANJIE'],
    ['no file', ['工作台'], null],
    ['another kind', ['工作台', '丙.xlsx'], null],
    ['a file that is not there', ['工作台', '丁.xianjie'], null],
    ['the program itself', ['甲.xianjie'], null],
  ])('%s', (_name, argv, expected) => {
    for (const name of ['甲.xianjie', '乙.XIANJIE', '丙.xlsx']) writeFileSync(path.join(folder, name), 'x');
    expect(findOpenedFile(argv, folder)).toBe(expected === null ? null : path.join(folder, expected));
  });
});

describe('openNamedWorkbook', () => {
  function app(...replies: Reply[]) {
    const calls: unknown[] = [];
    return {
      calls,
      grantFile: (file: string) => ({ token: `token of ${file}`, name: '', folder: '' }),
      offerRestore: (file: string) => void calls.push(['restore', file]),
      dispatch: async (method: string, input: unknown): Promise<Reply> => {
        calls.push([method, input]);
        return replies.shift() ?? { ok: true, value: null };
      },
    };
  }
  const token = 'token of /甲.xianjie';

  it('opens it', async () => {
    const opening = app();
    await openNamedWorkbook(opening, '/甲.xianjie');
    expect(opening.calls).toEqual([['workbook.open', { token }]]);
    expect(dialog.showMessageBox).not.toHaveBeenCalled();
  });

  it.each([
    [
      0,
      [
        ['workbook.open', { token }],
        ['workbook.open', { token, readOnly: true }],
      ],
    ],
    [1, [['workbook.open', { token }]]],
  ])('offers to look at it where that makes sense: answer %i', async (response, calls) => {
    const opening = app({ ok: false, error: { code: 'locked', message: '正被打开' } });
    dialog.showMessageBox.mockResolvedValue({ response });
    await openNamedWorkbook(opening, '/甲.xianjie');
    expect(opening.calls).toEqual(calls);
    expect(dialog.showMessageBox.mock.calls[0]?.[0]).toMatchObject({ buttons: ['以只读方式打开', '取消'] });
  });

  it('only tells where there is nothing to look at', async () => {
    const opening = app({ ok: false, error: { code: 'not-found', message: '文件不在了' } });
    dialog.showMessageBox.mockResolvedValue({ response: 0 });
    await openNamedWorkbook(opening, '/甲.xianjie');
    expect(opening.calls).toHaveLength(1);
    expect(dialog.showMessageBox.mock.calls[0]?.[0]).toMatchObject({ message: '文件不在了', buttons: ['知道了'] });
  });

  it.each([
    ['damaged', 0, ['恢复…', '以只读方式打开', '取消'], ['restore', '/甲.xianjie']],
    ['damaged', 1, ['恢复…', '以只读方式打开', '取消'], ['workbook.open', { token, readOnly: true }]],
    ['damaged', 2, ['恢复…', '以只读方式打开', '取消'], undefined],
    ['not-a-workbook', 0, ['恢复…', '取消'], ['restore', '/甲.xianjie']],
    ['not-a-workbook', 1, ['恢复…', '取消'], undefined],
  ] as const)('leads to 恢复 for a broken file: %s, answer %i', async (code, response, buttons, call) => {
    const opening = app({ ok: false, error: { code, message: '打不开' } });
    dialog.showMessageBox.mockResolvedValue({ response });
    await openNamedWorkbook(opening, '/甲.xianjie');
    expect(opening.calls[1]).toEqual(call);
    expect(dialog.showMessageBox.mock.calls[0]?.[0]).toMatchObject({ buttons });
  });
});
