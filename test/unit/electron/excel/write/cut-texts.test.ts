// Texts longer than a cell of Excel holds: every writer cuts them at the same place and says which cell, and how much.
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readWorkbookBytes, readWorkbookFile } from '#electron/excel/read/index.ts';
import { writeAnnex } from '#electron/excel/write/annex.ts';
import { renderBook } from '#electron/excel/write/book.ts';
import { fillBytes } from '#electron/excel/write/fill-template.ts';
import { writeNotice } from '#electron/excel/write/notice.ts';
import { cutNotes, putText } from '#electron/excel/write/put-text.ts';
import { writeTables } from '#electron/excel/write/tables.ts';
import { makeNotice } from '#shared/notice/notice.ts';
import { jobFrom } from '#shared/print/print-job.ts';
import { columnNumber } from '#shared/sheet/sheet.ts';
import { computeTables } from '#shared/tables/compute.ts';
import { CELL_TEXT_LIMIT } from '#shared/values/cell-limit.ts';
import { makeTempFolder } from '#test/support/temp-folder.ts';
import { cellTexts, makePlan, makeProject } from './fixture-plan.ts';

const folder = makeTempFolder();
const LONG = '路'.repeat(CELL_TEXT_LIMIT + 100);
/** The mark at the end of a cut text takes room of its own. */
const CUT =
  /^工作表“(.+)”第 (\d+) 行 ([A-Z]+) 列的文字有 32867 字，超过 Excel 一格的上限 32767 字，末尾 (\d+) 字没有写入。/;

/** `address` as in `cellTexts`: column and row. */
function placeOf(note: string | undefined): { sheet: string; address: string; lost: number } {
  const [, sheet = '', row = '', letters = '', lost = ''] = CUT.exec(note ?? '') ?? [];
  return { sheet, address: `${columnNumber(letters)}:${row}`, lost: Number(lost) };
}

async function textAt(file: string, { sheet, address }: { sheet: string; address: string }): Promise<string> {
  const data = (await readWorkbookFile(file)).sheets.find(({ name }) => name === sheet);
  return (data && cellTexts(data).get(address)) ?? '';
}

describe('a text too long for its cell', () => {
  const plan = makePlan([makeProject('p1', '甲', { content: LONG }), makeProject('p2', '乙')]);

  it('is told by the 项目表 with its cell and by how much', async () => {
    const file = join(folder, 'annex.xlsx');
    const options = { formulas: true, totalPosition: 'first', numbering: 'continuous', extraColumns: 'used' } as const;
    const notes = await writeAnnex(file, plan, { ...options, code: '' });
    expect(notes).toHaveLength(1);
    const place = placeOf(notes[0]);
    const text = await textAt(file, place);
    expect(place.lost).toBeGreaterThan(100);
    expect(text.match(/路/g)).toHaveLength(LONG.length - place.lost);
    expect(text).toMatch(/路…（超出单元格上限，以下略）$/);
  });

  it('is told by a notice, a template of an office and a table', async () => {
    const notice = await writeNotice(join(folder, 'notice.xlsx'), makeNotice(plan, jobFrom('notice'), '2025-03-01'));
    expect(placeOf(notice[0]).sheet).toBe('项目公示');
    const { bytes } = await renderBook((book) => {
      const sheet = book.addSheet({
        ...{ name: '表样', widths: [9, 9, 9], frozen: { columns: 0, rows: 0 }, titleRows: null },
        paper: { size: 'A4', orientation: 'portrait' },
      });
      sheet.addRow(['序号', '项目名称', '建设内容', '总投资（万元）']).commit();
      sheet.commit();
    });
    const { notes } = fillBytes(bytes, await readWorkbookBytes(bytes, '表样.xlsx'), plan);
    expect(notes.map((note) => placeOf(note).address)).toContain('3:2');
    const [table] = computeTables(plan);
    if (!table) throw new Error('no table');
    const [told] = await writeTables(join(folder, 'tables.xlsx'), [{ ...table, notes: [LONG.slice(3), '短'] }]);
    expect(told).toContain('列的文字有');
  });

  it('is told once a cell, the first ones by name', async () => {
    const { notes } = await renderBook((book) => {
      const sheet = book.addSheet({
        ...{ name: '表', widths: [9], frozen: { columns: 0, rows: 0 }, titleRows: null },
        paper: { size: 'A4', orientation: 'portrait' },
      });
      for (let row = 1; row <= 23; row += 1) putText(sheet.getRow(row).getCell(1), LONG);
      sheet.commit();
    });
    expect(notes).toHaveLength(21);
    expect(placeOf(notes[19])).toMatchObject({ sheet: '表', address: '1:20' });
    expect(notes[20]).toBe('另有 3 格的文字也超过上限，末尾没有写入。');
    expect(cutNotes([])).toEqual([]);
  });
});

describe('a name that no sheet may have', () => {
  it('is told with the name that was written; a usable one is not spoken of', async () => {
    const own = '各乡镇（街道）按类别和资金来源分列的投资及项目个数汇总（第一册）';
    const { notes } = await renderBook((book) => {
      for (const name of ['表4-1', own, '资金/年度', '表4-1']) {
        const sheet = book.addSheet({
          ...{ name, widths: [9], frozen: { columns: 0, rows: 0 }, titleRows: null },
          paper: { size: 'A4', orientation: 'portrait' },
        });
        sheet.commit();
      }
    });
    expect(notes.map((note) => /写成了“(.*)”/.exec(note)?.[1])).toEqual([own.slice(0, 31), '资金年度', '表4-1(2)']);
    expect(notes[0]).toContain(`工作表“${own}”`);
  });
});
