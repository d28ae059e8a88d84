// Printing with the installed browser: paper, margin boxes, no scripts; and every way in which it can fail.
import { chmodSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Browser } from '#electron/browser/find.ts';
import { requireBrowser } from '#electron/browser/find.ts';
import { printHtmlToPdf } from '#electron/browser/print.ts';

let folder = '';

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'xianjie-test-print-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** A document of several A3 pages; the margin boxes are the only words outside the table. */
function annex(rows: number, margins: string): string {
  const body = Array.from({ length: rows }, (_, row) => `<tr><td>项目${row}</td><td>${row}.5</td></tr>`).join('');
  return `<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><style>
    @page { size: A3 landscape; margin: 15mm; ${margins} }
    tr { break-inside: avoid } td { border: 1px solid; font-size: 20px }
  </style></head><body><table><tbody>${body}</tbody></table></body></html>`;
}

function pagesOf(pdf: string): string[] {
  return [...readFileSync(pdf, 'latin1').matchAll(/\/MediaBox ?\[([^\]]*)\]/g)].map((match) => match[1] ?? '');
}

async function print(html: string, name = 'out.pdf'): Promise<string> {
  const out = path.join(folder, name);
  await printHtmlToPdf(html, out);
  return out;
}

describe('printHtmlToPdf with the installed browser', () => {
  it('takes the paper from the CSS: A3 landscape on every page', async () => {
    const pages = pagesOf(await print(annex(120, '')));
    expect(pages.length).toBeGreaterThan(2);
    for (const page of pages)
      expect(page.split(' ').map((value) => Math.round(Number(value)))).toEqual([0, 0, 1191, 842]);
  });

  it('prints margin boxes with page counters and no header of its own', async () => {
    const plain = readFileSync(await print(annex(3, ''), 'plain.pdf')).length;
    const counted = annex(
      3,
      '@bottom-center { content: "第 " counter(page) " 页 共 " counter(pages) " 页 壹贰叁肆伍" }',
    );
    // The glyphs of the footer are in the file only when the footer is.
    expect(readFileSync(await print(counted, 'counted.pdf')).length).toBeGreaterThan(plain + 2000);
  });

  it('runs no script of the document', async () => {
    const script = `document.body.innerHTML = '<p style="break-after: page">x</p>'.repeat(6)`;
    const html = annex(1, '').replace('</body>', `<script>${script}</script></body>`);
    expect(pagesOf(await print(html))).toHaveLength(1);
  });

  it('leaves nothing behind but the file', async () => {
    await print(annex(1, ''));
    expect(readdirSync(folder)).toEqual(['out.pdf']);
  });

  it.each([
    ['a folder that is not there', 'no/such/out.pdf', '文件夹不存在'],
    ['a target that is a folder', '.', '这是一个文件夹'],
  ])('says so when it cannot write: %s', async (_name, target, words) => {
    const error = await printHtmlToPdf(annex(1, ''), path.join(folder, target)).catch((reason: unknown) => reason);
    expect(error).toMatchObject({ code: 'cannot-write', message: expect.stringContaining(words) });
  });
});

describe('printHtmlToPdf with a browser that fails', () => {
  function fakeBrowser(script: string): Browser {
    const file = path.join(folder, 'browser.sh');
    writeFileSync(file, `#!/bin/sh\n${script}\n`);
    chmodSync(file, 0o755);
    return { path: file, workFolder: folder };
  }

  it.skipIf(process.platform === 'win32').each([
    ['ends without a file', 'echo broken >&2; exit 1', { code: 'internal', details: { browser: 'broken\n' } }],
    [
      'writes something else',
      `echo no > "$(echo "$*" | sed 's/.*--print-to-pdf=\\([^ ]*\\).*/\\1/')"`,
      { code: 'internal' },
    ],
    ['hangs', 'exec sleep 60', { code: 'internal', message: '打印用的浏览器 1 秒内没有完成，已停止。' }],
  ])('reports it and writes nothing: %s', async (_name, script, expected) => {
    const out = path.join(folder, 'out.pdf');
    const browser = fakeBrowser(script);
    const error = await printHtmlToPdf('<p>x</p>', out, { browser, timeoutMs: 1000 }).catch(
      (reason: unknown) => reason,
    );
    expect(error).toMatchObject(expected);
    expect(existsSync(out)).toBe(false);
    expect(readdirSync(folder)).toEqual(['browser.sh']);
  });

  it('reports a program that is not there', async () => {
    const browser = { path: path.join(folder, 'nothing'), workFolder: null };
    const printing = printHtmlToPdf('<p>x</p>', path.join(folder, 'out.pdf'), { browser });
    await expect(printing).rejects.toMatchObject({ code: 'printer-missing' });
  });

  it('has a browser to test with', () => {
    expect(existsSync(requireBrowser('测试').path)).toBe(true);
  });
});
