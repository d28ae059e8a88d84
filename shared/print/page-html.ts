// One laid-out page as markup: a box as large as the sheet with everything in its computed place.
import { escapeHtml } from '../values/escape-html.ts';
import { fontFamily, TITLE_FACE_CSS } from './fonts.ts';
import type { LaidBlock } from './lay-blocks.ts';
import { SPREAD_STYLES, TEXT_STYLES } from './lay-blocks.ts';
import { CONTINUED_PX, type LaidPage, type PrintLayout } from './layout.ts';
import { codePlace, contentBox, mmToPx, type NumberPlace, numberPlace, paperMm, ptToPx } from './paper.ts';
import { tableHtml } from './table-html.ts';
import { shortenText, shrunkPt, textEm } from './text-lines.ts';

const CONTINUED_PT = 9;

/** The page with all its words; needs `layoutCss`. */
function pageHtml(page: LaidPage, last: number, code: string): string {
  const box = contentBox(page.setup, page.number);
  const content = [
    ...page.before.map((block) => blockHtml(block, page)),
    page.isContinued ? continuedHtml(page) : '',
    tableOf(page),
    ...page.after.map((block) => blockHtml(block, page)),
  ].join('');
  const [width, height] = paperMm(page.setup);
  return [
    `<div class="page ${sheetName(page)}" style="width:${width}mm;height:${height}mm">`,
    `<div class="box" style="left:${box.left}px;top:${box.top}px;width:${box.width}px;height:${box.height}px">${content}</div>`,
    numberHtml(page, last),
    codeHtml(page, code),
    '</div>',
  ].join('');
}

function sheetName({ setup }: LaidPage): string {
  return `${setup.paper.toLowerCase()}-${setup.orientation}`;
}

function partMark(page: LaidPage): string {
  const parts = page.section.table?.parts.length ?? 1;
  return parts > 1 ? `（${page.part + 1}/${parts}）` : '';
}

function continuedHtml(page: LaidPage): string {
  const { title, unit } = page.section.source.continued;
  const mark = `${partMark(page)}（续表）`;
  // A title of several lines is cut here: it stands whole on the first page.
  const room = tableWidth(page) / ptToPx(CONTINUED_PT) - textEm(mark + unit) - 1;
  const words = [shortenText(title, room) + mark, unit].map((text) => `<span>${escapeHtml(text)}</span>`).join('');
  return `<div class="spread continued" style="${spanStyle(page)};height:${CONTINUED_PX}px">${words}</div>`;
}

function tableWidth({ section, part }: LaidPage): number {
  return section.table?.parts[part]?.width ?? section.tableWidth;
}

/** Place and width of the table, which lines above and below it share. */
function spanStyle(page: LaidPage): string {
  const width = tableWidth(page);
  return `margin-left:${Math.floor((page.section.width - width) / 2)}px;width:${width}px`;
}

/** On further sheets of one table only its title and line are repeated; what stands below comes on the last one. */
function isShown(block: LaidBlock, page: LaidPage, isAfter: boolean): boolean {
  if (isAfter) return page.part === (page.section.table?.parts.length ?? 1) - 1;
  return page.part === 0 || block.kind === 'spread' || (block.kind === 'text' && block.role !== 'body');
}

function blockHtml(block: LaidBlock, page: LaidPage): string {
  const frame = `padding-top:${block.top}px;height:${block.height}px`;
  if (!isShown(block, page, page.after.includes(block))) return `<div style="${frame}"></div>`;
  if (block.kind === 'figure') {
    return `<figure style="${frame}"><div style="width:${block.width}px">${block.svg}</div><figcaption>${escapeHtml(block.caption)}</figcaption></figure>`;
  }
  if (block.kind === 'spread') {
    const words = block.parts.map((part) => `<span>${escapeHtml(part)}</span>`).join('');
    const size = sizeStyle(SPREAD_STYLES[block.role].sizePt, block.scale);
    return `<div class="spread ${block.role}" style="${spanStyle(page)};${frame}${size}">${words}</div>`;
  }
  const tag = block.role === 'title' ? 'h1' : block.role === 'caption' ? 'h2' : 'p';
  const text = block.role === 'title' && block === lastOfRole(page, 'title') ? block.text + partMark(page) : block.text;
  const place = block.role === 'note' ? `${spanStyle(page)};` : '';
  return `<${tag} class="t ${block.role}" style="${place}${frame}${sizeStyle(TEXT_STYLES[block.role].sizePt, block.scale)}">${escapeHtml(text)}</${tag}>`;
}

function sizeStyle(sizePt: number, scale: number): string {
  return scale === 1 ? '' : `;font-size:${shrunkPt(sizePt, scale)}pt`;
}

function lastOfRole(page: LaidPage, role: string): LaidBlock | undefined {
  return page.before.findLast((block) => block.kind === 'text' && block.role === role);
}

function tableOf(page: LaidPage): string {
  const { table } = page.section;
  const part = table?.parts[page.part];
  if (!table || !part || page.rows.length + page.closing.length === 0) return '';
  return `<div style="${spanStyle(page)}">${tableHtml(table, part, [...page.rows, ...page.subtotals, ...page.closing])}</div>`;
}

function numberHtml(page: LaidPage, last: number): string {
  const place = numberPlace(page.setup, page.number, last);
  if (!place) return '';
  const box = contentBox(page.setup, page.number);
  const height = lineHeight(place.sizePt);
  const text = escapeHtml(place.text);
  if (place.side === 'turned-bottom' || place.side === 'turned-top') {
    // The sheet is turned counter-clockwise to be bound: its left edge becomes the foot of the portrait page.
    const left = box.left - place.distance - Math.floor(height / 2);
    const style = `left:${left}px;top:${box.top}px;width:${height}px;height:${box.height}px;line-height:${height}px`;
    const side = place.side === 'turned-bottom' ? 'left' : 'right';
    return `<div class="number turned ${side}" style="font-size:${place.sizePt}pt;${style}"><span>${text}</span></div>`;
  }
  return footLine(page, `number ${place.side}`, place, text);
}

function codeHtml(page: LaidPage, code: string): string {
  if (code === '') return '';
  const place = codePlace(page.setup, page.number);
  return footLine(page, `code ${place.side}`, place, escapeHtml(code));
}

/** A line below the content, over its whole width. */
function footLine(
  page: LaidPage,
  names: string,
  place: Pick<NumberPlace, 'distance' | 'sizePt'>,
  text: string,
): string {
  const box = contentBox(page.setup, page.number);
  const height = lineHeight(place.sizePt);
  const top = box.top + box.height + place.distance - Math.floor(height / 2);
  const style = `left:${box.left}px;top:${top}px;width:${box.width}px;height:${height}px;font-size:${place.sizePt}pt;line-height:${height}px`;
  return `<div class="${names}" style="${style}">${text}</div>`;
}

function lineHeight(sizePt: number): number {
  return Math.ceil(ptToPx(sizePt) * 1.4);
}

/** The style rules of a layout: for a page alone in the preview as for the whole document. */
export function layoutCss(layout: PrintLayout): string {
  const sheets = new Map(layout.pages.map((page) => [sheetName(page), page.setup]));
  const sheetRules = [...sheets].map(
    ([name, { paper, orientation }]) =>
      `@page ${name} { size: ${paper} ${orientation}; margin: 0; } .${name} { page: ${name}; }`,
  );
  const textRules = Object.entries(TEXT_STYLES).map(
    ([role, style]) =>
      `.${role} { font: ${style.sizePt}pt/${style.linePt}pt ${fontFamily(style.font)}; text-align: ${style.align}; padding-right: ${style.rightEm}em; }`,
  );
  return [
    TITLE_FACE_CSS,
    BASE_CSS,
    `table { font-family: ${fontFamily(layout.document.tableFont)}; }`,
    ...sheetRules,
    ...textRules,
  ].join('\n');
}

const INDENT = mmToPx(0.8);
const BASE_CSS = `
* { box-sizing: border-box; margin: 0; padding: 0; }
html { -webkit-print-color-adjust: exact; print-color-adjust: exact; }
@media screen { html { overflow: hidden; } }
body { color: #000; background: #fff; font-family: ${fontFamily('song')}; }
.page { position: relative; overflow: hidden; background: #fff; break-after: page; text-autospace: no-autospace; text-spacing-trim: space-all; }
.page:last-child { break-after: auto; }
.box, .number, .code { position: absolute; }
.t, h1, h2 { white-space: pre; }
.spread { display: flex; justify-content: space-between; white-space: pre; font-size: ${SPREAD_STYLES.line.sizePt}pt; line-height: ${SPREAD_STYLES.line.height - INDENT}px; }
.continued { font-size: ${CONTINUED_PT}pt; line-height: ${CONTINUED_PX - INDENT}px; }
figure { text-align: center; }
figure > div { margin: 0 auto; }
figure svg { display: block; width: 100%; height: auto; }
figcaption { font: 10.5pt/6mm ${fontFamily('black')}; }
table { border-collapse: separate; border-spacing: 0; table-layout: fixed; border: solid #000; border-width: 1px 0 0 1px; }
th, td { border: solid #000; border-width: 0 1px 1px 0; padding: 0 3px; vertical-align: middle; white-space: pre; overflow: visible; }
th { font-family: ${fontFamily('black')}; font-weight: normal; text-align: center; }
td.n { text-align: right; font-variant-numeric: tabular-nums; }
td.c { text-align: center; }
tr.s td { font-weight: bold; }
.number { font-family: ${fontFamily('song')}; white-space: pre; }
.code { font-family: ${fontFamily('song')}; white-space: pre; font-variant-numeric: tabular-nums; }
.code.right { text-align: right; }
.number.centre { text-align: center; }
.number.right { text-align: right; padding-right: 1em; }
.number.left { padding-left: 1em; }
.number.turned { display: flex; align-items: flex-end; }
.number.turned.right { align-items: flex-start; }
.number.turned span { writing-mode: vertical-rl; padding: 1em 0; }
`;

/**
 * The pages as a self-contained document, all of them for printing, one of them for a frame of the preview. Nothing in
 * it is loaded from anywhere, nothing runs.
 */
export function documentHtml(layout: PrintLayout, pages: readonly LaidPage[] = layout.pages): string {
  const last = layout.document.firstNumber + layout.pages.length - 1;
  return [
    '<!doctype html><html lang="zh-CN"><head><meta charset="utf-8">',
    `<title>${escapeHtml(layout.document.title)}</title><style>${layoutCss(layout)}</style></head><body>`,
    ...pages.map((page) => pageHtml(page, last, layout.document.code ?? '')),
    '</body></html>',
  ].join('\n');
}
