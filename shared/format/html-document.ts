// A self-contained page for printing: nothing in it is loaded from anywhere, paper and page numbers come from its CSS.

export interface PageSetup {
  paper: 'A3' | 'A4';
  orientation: 'portrait' | 'landscape';
}

/** Paper sizes in mm, portrait. */
const SIZES = { A3: [297, 420], A4: [210, 297] } as const;
/** Left is wider: annexes are bound there (handbook 5.1). */
export const MARGIN_MM = { top: 16, right: 12, bottom: 15, left: 18 };

/** Half a border on each side lies outside the table and would be cut off at the margin. */
const LINE_MM = 0.6;

/** Width in mm between the margins that a table may take. */
export function printableWidth(setup: PageSetup): number {
  const [short, long] = SIZES[setup.paper];
  return (setup.orientation === 'landscape' ? long : short) - MARGIN_MM.left - MARGIN_MM.right - LINE_MM;
}

/** Text for element content and quoted attributes. */
export function escapeHtml(text: string): string {
  return (
    text
      .replace(/&/g, '&amp;')
      .replace(/</g, '&lt;')
      .replace(/>/g, '&gt;')
      .replace(/"/g, '&quot;')
      .replace(/'/g, '&#39;')
      // biome-ignore lint/suspicious/noControlCharactersInRegex: they have no place in a document
      .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f]/g, '')
  );
}

/** A CSS string; every character that could end it or the style element is written as an escape. */
function cssString(text: string): string {
  return `"${text.replace(/["\\<>&\n\r\f]|\p{Cc}/gu, (character) => `\\${character.codePointAt(0)?.toString(16)} `)}"`;
}

/** Handbook 5.1: where the offices' fonts are missing, the nearest of the system, Noto last. */
const SONG = '"宋体", SimSun, "Songti SC", "方正书宋_GBK", "Noto Serif CJK SC", serif';
const HEI = '"黑体", SimHei, "方正黑体_GBK", "Noto Sans CJK SC", "Noto Serif CJK SC", sans-serif';
/** 小标宋 is a bold face of its own, so its stand-in has to be a bold one. */
const TITLE_FACE = [
  '方正小标宋简体',
  'FZXiaoBiaoSong-B05S',
  '方正小标宋_GBK',
  '华文中宋',
  'STZhongsong',
  'Noto Serif CJK SC Bold',
  'NotoSerifCJKsc-Bold',
]
  .map((name) => `local("${name}")`)
  .join(', ');

const BASE_CSS = `
@font-face { font-family: xianjie-title; src: ${TITLE_FACE}; }
* { box-sizing: border-box; }
html { -webkit-print-color-adjust: exact; print-color-adjust: exact; }
body { margin: 0; color: #000; background: #fff; font-family: ${SONG}; }
h1 { margin: 0 0 3mm; font: normal 22pt/1.3 xianjie-title, ${SONG}; text-align: center; }
h2 { margin: 0 0 2mm; font: normal 14pt/1.3 ${HEI}; text-align: center; break-after: avoid; }
.line { display: flex; justify-content: space-between; margin: 0 auto 1mm; font-size: 10.5pt; break-after: avoid; }
.signatures { display: flex; justify-content: space-between; margin: 5mm auto 0; font-size: 10.5pt; break-inside: avoid; }
.notes { margin: 1.5mm auto 0; font-size: 9pt; break-inside: avoid; }
.part { break-before: page; }
table { border-collapse: collapse; table-layout: fixed; margin: 0 auto; }
thead { display: table-header-group; break-inside: avoid; }
tr { break-inside: avoid; }
tr.keep { break-after: avoid; }
th, td { border: 0.5pt solid #000; padding: 0.7mm 0.8mm; line-height: 1.25; vertical-align: middle;
  overflow-wrap: anywhere; word-break: normal; white-space: pre-line; }
th { font-family: ${HEI}; font-weight: normal; text-align: center; }
td.n { text-align: right; font-variant-numeric: tabular-nums; }
td.c { text-align: center; }
tr.strong td { font-weight: bold; }
figure { margin: 4mm auto 0; break-inside: avoid; text-align: center; }
figcaption { font: 10.5pt ${HEI}; margin-top: 1mm; }
@media screen { body { padding: 8mm; } .part { margin-top: 12mm; } }
`;

/** Page rules: paper, 第 × 页 共 × 页, and from the second page on the title (续) and the unit over the table. */
function pageCss(setup: PageSetup, running: { title: string; unit: string }): string {
  const { top, right, bottom, left } = MARGIN_MM;
  const box = `font: 9pt ${SONG};`;
  const none = '{ content: none; }';
  return `
@page { size: ${setup.paper} ${setup.orientation}; margin: ${top}mm ${right}mm ${bottom}mm ${left}mm;
  @bottom-center { content: "第 " counter(page) " 页　共 " counter(pages) " 页"; ${box} }
  @top-left { content: ${cssString(running.title === '' ? '' : `${running.title}（续）`)}; ${box} vertical-align: bottom; padding-bottom: 1mm; }
  @top-right { content: ${cssString(running.unit)}; ${box} vertical-align: bottom; padding-bottom: 1mm; } }
@page :first { @top-left ${none} @top-right ${none} }
`;
}

/** The whole document. `body` must be escaped already. */
export function htmlDocument(options: {
  title: string;
  setup: PageSetup;
  running: { title: string; unit: string };
  body: string;
}): string {
  return [
    '<!doctype html><html lang="zh-CN"><head><meta charset="utf-8">',
    `<title>${escapeHtml(options.title)}</title>`,
    `<style>${BASE_CSS}${pageCss(options.setup, options.running)}</style></head>`,
    `<body>${options.body}</body></html>`,
  ].join('');
}
