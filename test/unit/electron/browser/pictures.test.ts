// PNG pictures from the installed browser: their size in pixels, their order, and what is drawn in them.
import { inflateSync } from 'node:zlib';
import { expect, it } from 'vitest';
import { svgToPng } from '#electron/browser/pictures.ts';

function square(width: number, height: number, colour: string): string {
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"><rect width="${width}" height="${height / 2}" fill="${colour}"/></svg>`;
}

/** Width, height and the first pixel of a PNG that Chromium wrote. */
function describePng(png: Buffer) {
  const data: Buffer[] = [];
  for (let at = 8; at < png.length; at += 12 + png.readUInt32BE(at)) {
    if (png.toString('latin1', at + 4, at + 8) === 'IDAT')
      data.push(png.subarray(at + 8, at + 8 + png.readUInt32BE(at)));
  }
  const pixels = inflateSync(Buffer.concat(data));
  return { width: png.readUInt32BE(16), height: png.readUInt32BE(20), first: [...pixels.subarray(1, 4)] };
}

it('draws each SVG at the wanted scale', async () => {
  const pictures = await svgToPng([square(40, 30, '#ff0000'), square(10, 20, '#0000ff')], 3);
  expect(pictures.map(describePng)).toEqual([
    { width: 120, height: 90, first: [255, 0, 0] },
    { width: 30, height: 60, first: [0, 0, 255] },
  ]);
});

it('needs no browser for nothing', async () => {
  expect(await svgToPng([], 2)).toEqual([]);
});
