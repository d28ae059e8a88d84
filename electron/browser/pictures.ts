// Turns SVG drawings into PNG pictures with a headless browser, all in one run.
import { PICTURES_ID, picturePage, readPictures } from '#electron/web/picture-page.ts';
import { requireBrowser } from './find.ts';
import { runBrowser } from './run-browser.ts';

const PICTURES = new RegExp(`<pre id="${PICTURES_ID}">([^<]*)</pre>`);

/** One PNG a drawing; `scale` 2 gives twice as many pixels as the drawing says. Throws AppError `printer-missing`. */
export async function svgToPng(svgs: readonly string[], scale: number): Promise<Buffer[]> {
  if (svgs.length === 0) return [];
  const browser = requireBrowser('生成 PNG 图片');
  return runBrowser(
    browser,
    picturePage(svgs, scale),
    () => ['--dump-dom'],
    ({ stdout }) => readPictures(PICTURES.exec(stdout)?.[1] ?? '', svgs.length),
  );
}
