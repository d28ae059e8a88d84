// Writing in one step, sheet names, row heights, formulas over very many headings.
import { existsSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { renderBook } from '#electron/excel/write/book.ts';
import { needsTextFormat, sheetName } from '#electron/excel/write/cell-text.ts';
import { countLines } from '#electron/excel/write/row-height.ts';
import { makeSumFormulas } from '#electron/excel/write/subtotal-formulas.ts';
import { replaceFile, writeError } from '#electron/files/replace-file.ts';
import { emptyRollup } from '#shared/domain/rollup.ts';
import type { AnnexRow } from '#shared/format/annex-rows.ts';
import { makeTempFolder } from '#test/support/temp-folder.ts';
import { makeProject } from './fixture-plan.ts';

const folder = makeTempFolder();

describe('replaceFile', () => {
  it('replaces the content and leaves no other file', async () => {
    const own = join(folder, 'one');
    mkdirSync(own);
    const target = join(own, '表.xlsx');
    writeFileSync(target, 'old');
    await replaceFile(target, Buffer.from('new'));
    expect(readFileSync(target, 'utf8')).toBe('new');
    expect(readdirSync(own)).toEqual(['表.xlsx']);
  });

  it('writes through a link', async () => {
    const real = join(folder, 'real.xlsx');
    const link = join(folder, 'link.xlsx');
    writeFileSync(real, 'old');
    symlinkSync(real, link);
    await replaceFile(link, Buffer.from('new'));
    expect(readFileSync(real, 'utf8')).toBe('new');
  });

  it('refuses a missing folder and a folder as target, in Chinese', async () => {
    await expect(replaceFile(join(folder, 'no', 'a.xlsx'), Buffer.from(''))).rejects.toMatchObject({
      code: 'cannot-write',
      message: expect.stringContaining('文件夹不存在'),
    });
    await expect(replaceFile(folder, Buffer.from(''))).rejects.toMatchObject({
      message: expect.stringContaining('这是一个文件夹'),
    });
  });

  it.each([
    ['EBUSY', 'cannot-write', '正被 Excel、WPS 等程序打开'],
    ['EPERM', 'cannot-write', '请先关闭它再试'],
    ['EACCES', 'cannot-write', '没有写入权限'],
    ['ENOSPC', 'disk-full', '磁盘空间不足'],
    ['EIO', 'cannot-write', 'EIO'],
  ])('explains %s', (code, expected, words) => {
    const error = writeError('/tmp/表.xlsx', Object.assign(new Error(code), { code }));
    expect(error.code).toBe(expected);
    expect(error.message).toContain(words);
    expect(error.message).toContain('表.xlsx');
  });

  it('leaves nothing behind when filling a book fails', async () => {
    await expect(
      renderBook(() => {
        throw new Error('stop');
      }),
    ).rejects.toThrow('stop');
    expect(existsSync(join(folder, 'never.xlsx'))).toBe(false);
  });
});

describe('sheetName', () => {
  it.each([
    ['表4-1', '表4-1'],
    ["a/b\\c?d*e[f]g:h'i", 'abcdefghi'],
    ['', '表'],
    ['History', '表'],
    ['长'.repeat(40), '长'.repeat(31)],
  ])('%s -> %s', (wanted, expected) => expect(sheetName(wanted, new Set())).toBe(expected));

  it('makes names unique without regard to case and within the limit', () => {
    const used = new Set<string>();
    expect(sheetName('Ab', used)).toBe('Ab');
    expect(sheetName('aB', used)).toBe('aB(2)');
    const long = '长'.repeat(31);
    expect(sheetName(long, used)).toBe(long);
    expect(sheetName(long, used)).toBe(`${'长'.repeat(28)}(2)`);
  });
});

describe('needsTextFormat', () => {
  it.each([
    ['=A1', true],
    ['+1', true],
    ['-甲', true],
    ['@x', true],
    ['0012', true],
    ['1-3', true],
    ['甲=乙', false],
    ['2021年', false],
  ])('%s: %s', (text, expected) => expect(needsTextFormat(text)).toBe(expected));
});

describe('countLines', () => {
  it.each([
    ['短', 42, 1],
    ['长'.repeat(30), 42, 2],
    ['一\n二\n三', 42, 3],
    ['', 10, 1],
  ])('%s in %i: %i', (text, width, lines) => expect(countLines(text, width)).toBe(lines));
});

describe('makeSumFormulas', () => {
  it('takes projects of a heading and headings beneath it, and splits calls with too many arguments', () => {
    const heading = (depth: number): AnnexRow => ({
      kind: 'heading',
      categoryId: 'c',
      ordinal: '',
      name: '',
      depth,
      rollup: emptyRollup(),
    });
    const project: AnnexRow = { kind: 'project', number: 1, project: makeProject('p', '') };
    const rows: AnnexRow[] = [
      { kind: 'total', rollup: emptyRollup() },
      heading(0),
      project,
      project,
      heading(1),
      project,
      heading(0),
    ];
    const formulas = makeSumFormulas(rows, 5);
    expect(formulas.sum(0, 'H')).toBe('SUM(H6,H11)');
    expect(formulas.sum(1, 'H')).toBe('SUM(H7:H8,H9)');
    expect(formulas.sum(4, 'H')).toBe('SUM(H10)');
    expect(formulas.sum(6, 'H')).toBeUndefined();
    expect(formulas.count(1)).toBe('COUNT(A7:A10)&"个"');
    const many = makeSumFormulas(
      [{ kind: 'total', rollup: emptyRollup() }, ...Array.from({ length: 300 }, () => heading(0))],
      5,
    );
    expect(many.sum(0, 'H')?.match(/SUM\(/g)).toHaveLength(2);
  });
});
