// Turns SVG drawings into PNG pictures in a hidden window.
import type { WebContents } from 'electron';
import { PICTURES_ID, picturePage, readPictures } from '#electron/web/picture-page.ts';
import { withHiddenPage } from './hidden-page.ts';

/** One PNG a drawing; `scale` 2 gives twice as many pixels as the drawing says. */
export async function svgToPng(svgs: readonly string[], scale: number): Promise<Buffer[]> {
  if (svgs.length === 0) return [];
  const read = async (contents: WebContents): Promise<Buffer[]> => {
    const text: unknown = await contents.executeJavaScript(`document.getElementById('${PICTURES_ID}').textContent`);
    return readPictures(String(text), svgs.length);
  };
  return withHiddenPage(picturePage(svgs, scale), read, { runsScripts: true });
}
