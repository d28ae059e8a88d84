// The page that turns SVG drawings into PNG pictures: loaded by a browser or a hidden window, read when it has loaded.
import { createHash } from 'node:crypto';
import { AppError } from '#shared/values/app-error.ts';

/** Id of the element that holds the pictures, one data address a line. */
export const PICTURES_ID = 'pictures';

const SCRIPT = `addEventListener('load', () => {
  const scale = Number(document.body.dataset.scale);
  const pictures = [...document.images].map((image) => {
    const canvas = document.createElement('canvas');
    canvas.width = Math.round(image.naturalWidth * scale);
    canvas.height = Math.round(image.naturalHeight * scale);
    const pen = canvas.getContext('2d');
    pen.fillStyle = '#fff';
    pen.fillRect(0, 0, canvas.width, canvas.height);
    pen.drawImage(image, 0, 0, canvas.width, canvas.height);
    return canvas.toDataURL('image/png');
  });
  document.getElementById('${PICTURES_ID}').textContent = pictures.join('\\n');
});`;

const POLICY = `default-src 'none'; img-src data:; script-src 'sha256-${createHash('sha256').update(SCRIPT).digest('base64')}'`;

/** The document; drawings are images in it, so nothing inside them can run. `scale` 2 gives twice as many pixels. */
export function picturePage(svgs: readonly string[], scale: number): string {
  const images = svgs.map((svg) => `<img src="data:image/svg+xml;base64,${Buffer.from(svg).toString('base64')}">`);
  return [
    `<!doctype html><html><head><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="${POLICY}"></head>`,
    `<body data-scale="${scale}">${images.join('')}<pre id="${PICTURES_ID}"></pre><script>${SCRIPT}</script></body></html>`,
  ].join('');
}

const PREFIX = 'data:image/png;base64,';

/** The pictures from the text of the pictures element. Throws AppError `internal` where one is missing. */
export function readPictures(text: string, count: number): Buffer[] {
  const lines = text.split('\n').filter((line) => line.startsWith(PREFIX));
  if (lines.length !== count)
    throw new AppError('internal', `图片没有生成：要 ${count} 张，得到 ${lines.length} 张。请重试，或改用 SVG 格式。`);
  return lines.map((line) => Buffer.from(line.slice(PREFIX.length), 'base64'));
}
