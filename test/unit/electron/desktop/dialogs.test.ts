// Native dialogs, the file manager, and printing in a hidden window.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { BrowserWindow } from 'electron';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createDesktopShell } from '#electron/desktop/dialogs.ts';
import { svgToPng } from '#electron/desktop/pictures.ts';
import { printHtml } from '#electron/desktop/print.ts';
import { PRINT_POLICY } from '#electron/web/policy.ts';
import { FakeWindow, fakeElectron, resetFake, state } from '#test/support/fake-electron.ts';

vi.mock('electron', async () => (await import('#test/support/fake-electron.ts')).fakeElectron);

const { dialog, shell } = fakeElectron;
let folder = '';

beforeEach(() => {
  resetFake();
  folder = mkdtempSync(path.join(tmpdir(), 'xianjie-test-desktop-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const window = {} as BrowserWindow;
const desktop = createDesktopShell(() => window);

describe('the open dialog', () => {
  it('offers the kind and all files, and belongs to the window', async () => {
    dialog.showOpenDialog.mockResolvedValue({ canceled: false, filePaths: ['/a.xlsx', '/b.xlsx'] });
    expect(await desktop.openFiles({ title: '导入', kind: 'sheet', multiple: true })).toEqual(['/a.xlsx', '/b.xlsx']);
    const [owner, options] = dialog.showOpenDialog.mock.calls[0] ?? [];
    expect(owner).toBe(window);
    expect(options).toEqual({
      title: '导入',
      filters: [
        { name: '电子表格', extensions: ['xlsx', 'xlsm', 'xls', 'et', 'csv', 'tsv', 'ods'] },
        { name: '所有文件', extensions: ['*'] },
      ],
      properties: ['openFile', 'multiSelections'],
    });
  });

  it('gives nothing when cancelled', async () => {
    dialog.showOpenDialog.mockResolvedValue({ canceled: true, filePaths: ['/a.xlsx'] });
    expect(await desktop.openFiles({ title: '打开', kind: 'workbook', multiple: false })).toEqual([]);
  });

  it('works without a window', async () => {
    dialog.showOpenDialog.mockResolvedValue({ canceled: false, filePaths: ['/a.xianjie'] });
    const alone = createDesktopShell(() => null);
    expect(await alone.openFiles({ title: '打开', kind: 'workbook', multiple: false })).toEqual(['/a.xianjie']);
    expect(dialog.showOpenDialog.mock.calls[0]).toHaveLength(1);
  });
});

describe('the save dialog', () => {
  const save = () => desktop.saveFile({ title: '保存', kind: 'xlsx', suggestedName: '附表' });

  it('suggests the name with its ending and gives the chosen path', async () => {
    dialog.showSaveDialog.mockResolvedValue({ canceled: false, filePath: '/x/附表.xlsx' });
    expect(await save()).toBe('/x/附表.xlsx');
    expect(dialog.showSaveDialog.mock.calls[0]?.[1]).toMatchObject({
      defaultPath: '附表.xlsx',
      filters: [{ name: 'Excel 工作簿', extensions: ['xlsx'] }],
      properties: ['createDirectory', 'showOverwriteConfirmation'],
    });
    expect(dialog.showMessageBox).not.toHaveBeenCalled();
  });

  it('gives null when cancelled', async () => {
    dialog.showSaveDialog.mockResolvedValue({ canceled: true, filePath: '' });
    expect(await save()).toBeNull();
  });

  it.each([
    ['替换', 0, true],
    ['取消', 1, false],
  ])('asks itself where it added the ending and that file exists: %s', async (_name, response, isTaken) => {
    writeFileSync(path.join(folder, '附表.xlsx'), 'x');
    dialog.showSaveDialog.mockResolvedValue({ canceled: false, filePath: path.join(folder, '附表') });
    dialog.showMessageBox.mockResolvedValue({ response });
    expect(await save()).toBe(isTaken ? path.join(folder, '附表.xlsx') : null);
    expect(dialog.showMessageBox.mock.calls[0]?.[1]).toMatchObject({ message: '已有文件“附表.xlsx”，要替换它吗？' });
  });
});

describe('the file manager', () => {
  it('shows the file', async () => {
    await desktop.revealFile('/x/附表.xlsx');
    expect(shell.showItemInFolder.mock.calls).toEqual([['/x/附表.xlsx']]);
  });
});

describe('the print dialog', () => {
  const A3 = { paper: 'A3', orientation: 'landscape' } as const;
  it('begins with the paper of the print, and being cancelled is no error', async () => {
    state.printAnswer = [false, 'Print job canceled'];
    let shown = '';
    state.onHiddenPage = (html) => {
      shown = html;
    };
    await printHtml('<p>附表</p>', A3);
    expect(shown).toContain(PRINT_POLICY);
    expect(shown).toContain('<p>附表</p>');
    expect(FakeWindow.all[0]?.options.webPreferences).toMatchObject({ sandbox: true, javascript: false });
    const [options] = FakeWindow.all[0]?.webContents.print.mock.calls[0] ?? [];
    expect(options).toMatchObject({ pageSize: 'A3', landscape: true, margins: { marginType: 'none' } });
    expect(FakeWindow.all[0]?.isGone).toBe(true);
  });

  it('says so where the printer failed', async () => {
    state.printAnswer = [false, 'Invalid printer settings'];
    await expect(printHtml('<p>', A3)).rejects.toMatchObject({
      code: 'printer-missing',
      message: expect.stringContaining('Invalid printer settings'),
    });
  });
});

describe('pictures', () => {
  it('reads them from a hidden page that may run nothing but its own script', async () => {
    let shown = '';
    state.onHiddenPage = (html) => {
      shown = html;
    };
    state.scriptAnswer = `data:image/png;base64,${Buffer.from('picture').toString('base64')}`;
    expect(await svgToPng(['<svg/>'], 2)).toEqual([Buffer.from('picture')]);
    expect(shown).toContain("script-src 'sha256-");
    expect(FakeWindow.all[0]?.options.webPreferences).toMatchObject({ javascript: true, sandbox: true });
    expect(shown).toContain(Buffer.from('<svg/>').toString('base64'));
    expect(FakeWindow.all[0]?.isGone).toBe(true);
    await expect(svgToPng(['<svg/>', '<svg/>'], 2)).rejects.toThrow('要 2 张，得到 1 张');
    expect(await svgToPng([], 2)).toEqual([]);
  });
});
