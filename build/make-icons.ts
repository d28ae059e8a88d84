// Draws the icon files from icon.svg with the installed browser: node build/make-icons.ts. The results are committed.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { chromium } from 'playwright-core';
import { requireBrowser } from '#electron/browser/find.ts';
import { isRoot } from '#electron/browser/flags.ts';

const folder = import.meta.dirname;
const SIZES = [16, 32, 48, 64, 128, 256, 512] as const;

/** A .ico that holds PNG pictures, as Windows has read it since Vista. */
function packIco(pictures: readonly { size: number; png: Buffer }[]): Buffer {
  const header = Buffer.alloc(6 + 16 * pictures.length);
  header.writeUInt16LE(1, 2);
  header.writeUInt16LE(pictures.length, 4);
  let offset = header.length;
  pictures.forEach(({ size, png }, index) => {
    const at = 6 + 16 * index;
    // 256 is written as 0.
    header.writeUInt8(size % 256, at);
    header.writeUInt8(size % 256, at + 1);
    header.writeUInt16LE(1, at + 4);
    header.writeUInt16LE(32, at + 6);
    header.writeUInt32LE(png.length, at + 8);
    header.writeUInt32LE(offset, at + 12);
    offset += png.length;
  });
  return Buffer.concat([header, ...pictures.map((picture) => picture.png)]);
}

const svg = readFileSync(path.join(folder, 'icon.svg'), 'utf8');
const browser = await chromium.launch({
  executablePath: requireBrowser('画图标').path,
  args: isRoot() ? ['--no-sandbox'] : [],
});
const pictures: { size: number; png: Buffer }[] = [];
for (const size of SIZES) {
  const page = await browser.newPage({ viewport: { width: size, height: size } });
  await page.setContent(`<style>body{margin:0}svg{display:block;width:${size}px;height:${size}px}</style>${svg}`);
  pictures.push({ size, png: await page.screenshot({ omitBackground: true }) });
}
await browser.close();
mkdirSync(path.join(folder, 'icons'), { recursive: true });
for (const { size, png } of pictures) writeFileSync(path.join(folder, 'icons', `${size}x${size}.png`), png);
writeFileSync(path.join(folder, 'icon.ico'), packIco(pictures.filter((picture) => picture.size <= 256)));
