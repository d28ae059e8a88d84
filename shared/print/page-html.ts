// Drawn pages as markup: every mark is an element in its place. For the preview and for the printer.
import { drawingSvg } from '../charts/drawing.ts';
import { escapeHtml } from '../values/escape-html.ts';
import { drawPage } from './draw-page.ts';
import { fontFamily, TITLE_FACE_CSS } from './fonts.ts';
import type { LaidPage, PrintLayout } from './layout.ts';
import type { DrawnText, DrawnTurned, Mark, PageDrawing, TextLook } from './page-drawing.ts';
import { type PageSetup, paperMm } from './paper.ts';

/** Class names of looks, and the rules that say them. */
interface Looks {
  nameOf(look: TextLook): string;
  rules(): string[];
}

function makeLooks(): Looks {
  const byRule = new Map<string, string>();
  const names = new Map<TextLook, string>();
  const ruleOf = ({ font, sizePt, lineHeight, align, isStrong }: TextLook): string =>
    `font:${isStrong ? 'bold ' : ''}${sizePt}pt/${lineHeight}px ${fontFamily(font)};text-align:${align}`;
  return {
    nameOf(look) {
      let name = names.get(look);
      if (name === undefined) {
        const rule = ruleOf(look);
        name = byRule.get(rule) ?? `t${byRule.size}`;
        byRule.set(rule, name);
        names.set(look, name);
      }
      return name;
    },
    rules: () => [...byRule].map(([rule, name]) => `.${name}{${rule}}`),
  };
}

/** At most three decimals: a browser draws no finer. */
const px = (value: number): string => `${Math.round(value * 1000) / 1000}px`;

function markHtml(mark: Mark, looks: Looks): string {
  switch (mark.kind) {
    case 'text':
      return textHtml(mark, looks);
    case 'turned':
      return turnedHtml(mark, looks);
    case 'rule': {
      const [name, size] = mark.way === 'right' ? ['h', 'width'] : ['v', 'height'];
      return `<i class="${name}" style="left:${px(mark.left)};top:${px(mark.top)};${size}:${px(mark.length)}"></i>`;
    }
    case 'figure': {
      const place = `left:${px(mark.left)};top:${px(mark.top)};width:${px(mark.width)}`;
      return `<figure style="${place}">${drawingSvg(mark.chart, mark.label)}</figure>`;
    }
  }
}

function textHtml({ text, look, left, top, width, heading }: DrawnText, looks: Looks): string {
  const tag = heading === undefined ? 'p' : `h${heading}`;
  const place = `left:${px(left)};top:${px(top)};width:${px(width)}`;
  return `<${tag} class="${looks.nameOf(look)}" style="${place}">${escapeHtml(text)}</${tag}>`;
}

function turnedHtml({ text, look, middle, from }: DrawnTurned, looks: Looks): string {
  const place = `left:${px(middle - Math.floor(look.lineHeight / 2))};width:${px(look.lineHeight)}`;
  const end = 'top' in from ? `top:${px(from.top)}` : `top:0;height:${px(from.bottom)};text-align:right`;
  return `<p class="${looks.nameOf(look)} turned" style="${place};${end}">${escapeHtml(text)}</p>`;
}

function sheetName({ paper, orientation }: PageSetup): string {
  return `${paper.toLowerCase()}-${orientation}`;
}

function pageHtml({ setup, marks }: PageDrawing, looks: Looks): string {
  const [width, height] = paperMm(setup);
  return [
    `<div class="page ${sheetName(setup)}" style="width:${width}mm;height:${height}mm">`,
    ...marks.map((mark) => markHtml(mark, looks)),
    '</div>',
  ].join('\n');
}

function sheetRules(pages: readonly PageDrawing[]): string[] {
  const sheets = new Map(pages.map(({ setup }) => [sheetName(setup), setup]));
  return [...sheets].map(
    ([name, { paper, orientation }]) =>
      `@page ${name} { size: ${paper} ${orientation}; margin: 0; } .${name} { page: ${name}; }`,
  );
}

const BASE_CSS = `
* { box-sizing: border-box; margin: 0; padding: 0; }
@media screen { html { overflow: hidden; } }
body { color: #000; background: #fff; font-family: ${fontFamily('song')}; }
.page { position: relative; overflow: hidden; background: #fff; break-after: page; text-autospace: no-autospace; text-spacing-trim: space-all; font-kerning: none; font-variant-ligatures: none; }
.page:last-child { break-after: auto; }
.page > * { position: absolute; white-space: pre; }
.h { border-top: 1px solid #000; }
.v { border-left: 1px solid #000; }
.turned { writing-mode: vertical-rl; }
svg { display: block; width: 100%; height: auto; }
`;

/**
 * The pages as a self-contained document, all of them for printing, one of them for a frame of the preview. Nothing in
 * it is loaded from anywhere, nothing runs.
 */
export function documentHtml(layout: PrintLayout, pages: readonly LaidPage[] = layout.pages): string {
  const drawings = pages.map((page) => drawPage(layout, page));
  const looks = makeLooks();
  const body = drawings.map((drawing) => pageHtml(drawing, looks));
  const css = [TITLE_FACE_CSS, BASE_CSS, ...sheetRules(drawings), ...looks.rules()].join('\n');
  return [
    '<!doctype html><html lang="zh-CN"><head><meta charset="utf-8">',
    `<title>${escapeHtml(layout.document.title)}</title><style>${css}</style></head><body>`,
    ...body,
    '</body></html>',
  ].join('\n');
}
