// Laid-out pages as a PDF file, drawn without a browser from the same marks as the preview.
import PDFDocument from 'pdfkit';
import { replaceFile } from '#electron/files/replace-file.ts';
import { drawPage } from '#shared/print/draw-page.ts';
import type { PrintLayout } from '#shared/print/layout.ts';
import type { DrawnRule, PageDrawing } from '#shared/print/page-drawing.ts';
import { paperMm, ptToPx } from '#shared/print/paper.ts';
import { type DocumentFonts, makeDocumentFonts } from './document-fonts.ts';
import { drawChart } from './draw-chart.ts';
import { makeTextWriter, round } from './draw-text.ts';
import { embedFont, type PdfObject } from './embed-font.ts';
import { type InstalledFonts, installedFonts } from './installed-fonts.ts';
import { makeOutline } from './outline.ts';
import { startHarfbuzz } from './subset.ts';

const PT_PER_MM = 72 / 25.4;
const PT_PER_PX = 1 / ptToPx(1);

export interface PdfOptions {
  fonts?: InstalledFonts;
  /** The moment that the file names as its own; the same moment gives the same bytes. */
  now?: Date;
}

/**
 * Writes `target` or leaves it as it was. Returns what could not be drawn. Throws AppError `printer-missing` where the
 * machine has no Chinese font, `cannot-write` or `disk-full` where the target cannot be written.
 */
export async function writePdf(layout: PrintLayout, target: string, options: PdfOptions = {}): Promise<string[]> {
  const { bytes, notes } = await makePdf(layout, options);
  await replaceFile(target, bytes);
  return notes;
}

export async function makePdf(
  layout: PrintLayout,
  { fonts: installed = installedFonts(), now = new Date() }: PdfOptions = {},
): Promise<{ bytes: Buffer; notes: string[] }> {
  const fonts = makeDocumentFonts(installed);
  const pdf = new PDFDocument({
    autoFirstPage: false,
    // None of the library's own: each character is drawn in a font of the machine.
    font: '',
    pdfVersion: '1.7',
    lang: 'zh-CN',
    displayTitle: true,
    info: { Title: layout.document.title, Creator: '衔接规划工作台', Producer: 'PDFKit', CreationDate: now },
  });
  const done = collect(pdf);
  const resources = new Map<string, PdfObject>();
  const outline = makeOutline(pdf);
  for (const page of layout.pages) {
    const drawing = drawPage(layout, page);
    drawOn(pdf, drawing, fonts, resources);
    outline.add(drawing.bookmarks);
    // A long list must not keep the window waiting.
    await new Promise((resolve) => setImmediate(resolve));
  }
  // Pages are called by the numbers that stand on them.
  const { _root: root } = pdf as unknown as { _root: { data: Record<string, unknown> } };
  root.data.PageLabels = { Nums: pageLabels(layout) };
  const harfbuzz = startHarfbuzz();
  for (const font of fonts.used()) {
    const resource = resources.get(font.name);
    if (resource) embedFont(pdf as unknown as { ref(data: object): PdfObject }, resource, font, harfbuzz);
  }
  pdf.end();
  return { bytes: await done, notes: notesOn(fonts) };
}

/** Cover and contents are called i, ii …; a blank first part makes no label of its own. */
function pageLabels({ document, pages }: PrintLayout): unknown[] {
  const front = pages.filter(({ section }) => section.source.isFront).length;
  const body = [front, { S: 'D', St: document.firstNumber }];
  return front === 0 ? body : [0, { S: 'r' }, ...body];
}

function collect(pdf: PDFKit.PDFDocument): Promise<Buffer> {
  const chunks: Buffer[] = [];
  return new Promise((resolve, reject) => {
    pdf.on('data', (chunk: Buffer) => chunks.push(chunk));
    pdf.once('end', () => resolve(Buffer.concat(chunks)));
    pdf.once('error', reject);
  });
}

function drawOn(
  pdf: PDFKit.PDFDocument,
  { setup, marks }: PageDrawing,
  fonts: DocumentFonts,
  resources: Map<string, PdfObject>,
): void {
  const [width, height] = paperMm(setup).map((mm) => mm * PT_PER_MM) as [number, number];
  pdf.addPage({ size: [width, height], margin: 0 });
  // The library's pages run downwards already: from here on lengths are px.
  pdf.scale(PT_PER_PX);
  const writer = makeTextWriter(fonts, ({ name }) => {
    const resource = resources.get(name) ?? (pdf.ref({}) as unknown as PdfObject);
    resources.set(name, resource);
    pdf.page.fonts[name] = resource;
  });
  const rules: string[] = [];
  for (const mark of marks) {
    if (mark.kind === 'text') writer.text(mark);
    else if (mark.kind === 'turned') writer.turned(mark);
    else if (mark.kind === 'rule') rules.push(ruleOperators(mark));
    else drawChart(pdf, mark, writer);
  }
  const lines = rules.length === 0 ? [] : ['0 g', ...rules, 'f'];
  pdf.addContent(['q', ...lines, ...writer.operators(), 'Q'].join('\n'));
}

/** One px thick, as a browser draws it. */
function ruleOperators({ way, left, top, length }: DrawnRule): string {
  const [width, height] = way === 'right' ? [length, 1] : [1, length];
  return `${round(left)} ${round(top)} ${round(width)} ${round(height)} re`;
}

const MOST_NAMED = 20;

function notesOn(fonts: DocumentFonts): string[] {
  const missing = fonts.missing();
  if (missing.length === 0) return [];
  const named = missing.slice(0, MOST_NAMED).join('、') + (missing.length > MOST_NAMED ? '……' : '');
  return [`有 ${missing.length} 个字本机的字体里都没有，印成了方框：${named}。请安装含有这些字的字体后重新生成。`];
}
