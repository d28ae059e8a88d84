// PDF files drawn without a browser: text as it was typed, fonts that stand in, outline, and what cannot be drawn.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { getDocumentProxy } from 'unpdf';
import { describe, expect, it } from 'vitest';
import { installedFonts, listFonts } from '#electron/pdf/installed-fonts.ts';
import { makePdf, writePdf } from '#electron/pdf/write-pdf.ts';
import { layOut } from '#shared/print/layout.ts';
import type { PageSetup } from '#shared/print/paper.ts';
import type { PrintDocument } from '#shared/print/print-document.ts';
import { headingRow } from '#shared/print/print-table.ts';
import { readPdf } from '#test/support/pdf.ts';
import { makeTempFolder } from '#test/support/temp-folder.ts';

const folder = makeTempFolder();
const setup: PageSetup = { paper: 'A4', orientation: 'portrait', binding: 'left', pageNumber: 'count' };
const column = { align: 'left', width: 40, oneLine: false } as const;

function document(...cells: string[]): PrintDocument {
  return {
    title: '附表一',
    tableFont: 'song',
    firstNumber: 7,
    sections: [
      {
        setup,
        before: [{ kind: 'text', role: 'title', text: '项目表' }],
        table: {
          columns: [
            { ...column, label: '名称' },
            { ...column, label: '内容' },
          ],
          rows: [
            { cells: ['产业', ''], strong: true, ...headingRow('一 产业', 0) },
            ...cells.map((text) => ({ cells: [text, ''] })),
          ],
          fixedColumns: 1,
          fontPt: 9,
          subtotals: 'none',
          subtotalRow: () => [],
        },
        after: [],
        continued: { title: '项目表', unit: '' },
      },
    ],
  };
}

async function textsOf(name: string, ...cells: string[]): Promise<string[]> {
  const file = join(folder, `${name}.pdf`);
  await writePdf(layOut(document(...cells)), file);
  return (await readPdf(file)).flatMap((page) => page.texts.map(({ text }) => text));
}

describe('text', () => {
  it.each([
    ['characters that have a radical of their own', '一方见长，人民风车门'],
    ['radicals', '⼀⽅⻅⻓'],
    ['both in one document', '一⼀方⽅见⻅'],
    ['outside the basic plane', '𠮷野𬍤'],
    ['figures, signs and Latin', '≥1,234.50万元（GB/T 9704）“引”'],
  ])('is read back as it was typed: %s', async (name, text) => {
    expect(await textsOf(name, text)).toContain(text);
  });

  it('stands in the fonts of the machine, cut to what is drawn', async () => {
    const { bytes } = await makePdf(layOut(document('甲')));
    expect(bytes.length).toBeLessThan(60_000);
    expect(bytes.toString('latin1')).toMatch(/\/FontFile[23] /);
  });
});

it('names the document, its language, its pages and its headings', async () => {
  const { bytes } = await makePdf(layOut(document('甲')));
  const pdf = await getDocumentProxy(new Uint8Array(bytes), { verbosity: 0 });
  const { info } = await pdf.getMetadata();
  expect(info).toMatchObject({ Title: '附表一', Language: 'zh-CN' });
  expect(await pdf.getPageLabels()).toEqual(['7']);
  const outline = await pdf.getOutline();
  expect(outline?.map(({ title, items }) => [title, items.map((item: { title: string }) => item.title)])).toEqual([
    ['项目表', ['一 产业']],
  ]);
});

it('gives the same bytes for the same pages at the same moment', async () => {
  const now = new Date(0);
  const layout = layOut(document('甲', '乙'));
  const [first, second] = [await makePdf(layout, { now }), await makePdf(layout, { now })];
  expect(first.bytes.equals(second.bytes)).toBe(true);
});

it('says what no font of the machine has, and draws the rest', async () => {
  const { notes, bytes } = await makePdf(layOut(document('甲\u{10fffd}')));
  expect(notes).toHaveLength(1);
  expect(notes[0]).toContain('有 1 个字本机的字体里都没有');
  expect(bytes.length).toBeGreaterThan(1000);
});

it('says what to install where there is no Chinese font, and writes nothing', async () => {
  const file = join(folder, 'none.pdf');
  const writing = writePdf(layOut(document('甲')), file, { fonts: listFonts([join(folder, 'no-fonts')]) });
  await expect(writing).rejects.toMatchObject({
    code: 'printer-missing',
    message: expect.stringContaining('本机没有找到可用的中文字体'),
  });
  expect(() => readFileSync(file)).toThrow('ENOENT');
});

it('finds the fonts of a family by any of its names', () => {
  const fonts = installedFonts();
  expect(fonts.covering(0x56fd).length).toBeGreaterThan(0);
  expect(fonts.find('没有这个字体')).toBeNull();
});
