// How a Word document looks: page, fonts and sizes, as official documents are set (GB/T 9704, handbook 5.1) or as a
// plain report. Headings, body text, captions and contents use Word's built-in styles, so that a document that takes
// them over shows them in its own look.
import { AlignmentType, type IFontAttributesProperties, type IStylesOptions, LineRuleType } from 'docx';
import type { DocumentLook } from '#shared/text/document-options.ts';

interface Face {
  font: string;
  /** Points. */
  pt: number;
  bold?: boolean;
}

export interface Look {
  /** In mm. */
  margins: { top: number; right: number; bottom: number; left: number };
  title: Face;
  headings: readonly [Face, Face, Face];
  body: Face;
  /** Exact line height in points, or a multiple of single lines. */
  line: { points: number } | { times: number };
  caption: Face;
  /** Cells and header of tables. */
  table: { cell: string; header: string };
  /** — 1 —, outside on even and odd pages, or a centred number. */
  pageNumbers: 'dashes' | 'centred';
}

export const LOOKS: Readonly<Record<DocumentLook, Look>> = {
  official: {
    margins: { top: 37, right: 26, bottom: 35, left: 28 },
    title: { font: '方正小标宋简体', pt: 22 },
    headings: [
      { font: '黑体', pt: 16 },
      { font: '楷体_GB2312', pt: 16 },
      { font: '仿宋_GB2312', pt: 16, bold: true },
    ],
    body: { font: '仿宋_GB2312', pt: 16 },
    line: { points: 28.9 },
    caption: { font: '黑体', pt: 12 },
    table: { cell: '仿宋_GB2312', header: '黑体' },
    pageNumbers: 'dashes',
  },
  report: {
    margins: { top: 25.4, right: 25.4, bottom: 25.4, left: 28 },
    title: { font: '黑体', pt: 18 },
    headings: [
      { font: '黑体', pt: 15 },
      { font: '黑体', pt: 14 },
      { font: '宋体', pt: 12, bold: true },
    ],
    body: { font: '宋体', pt: 12 },
    line: { times: 1.5 },
    caption: { font: '黑体', pt: 10.5 },
    table: { cell: '宋体', header: '黑体' },
    pageNumbers: 'centred',
  },
};

const TWIPS_PER_PT = 20;

export function mmToTwips(mm: number): number {
  return Math.round((mm / 25.4) * 72 * TWIPS_PER_PT);
}

/** Digits and Latin letters in Times New Roman, as offices print them. */
export function fontOf(name: string): IFontAttributesProperties {
  return { ascii: 'Times New Roman', hAnsi: 'Times New Roman', cs: 'Times New Roman', eastAsia: name };
}

/** Quotation marks and dashes of a Chinese text are as wide as its characters; Word asks for that run by run. */
export const CHINESE: IFontAttributesProperties = { hint: 'eastAsia' };

function run({ font, pt, bold = false }: Face) {
  return { font: fontOf(font), size: pt * 2, bold, italics: false, color: '000000' };
}

/** Ids of the styles that are not headings. */
export const STYLE = {
  body: 'BodyText',
  caption: 'Caption',
  cell: 'TableText',
  unit: 'TableUnit',
  picture: 'Picture',
} as const;

/** All styles of a document. */
export function stylesOf(look: Look): IStylesOptions {
  const spacing =
    'points' in look.line
      ? { line: look.line.points * TWIPS_PER_PT, lineRule: LineRuleType.EXACT, before: 0, after: 0 }
      : { line: look.line.times * 240, lineRule: LineRuleType.AUTO, before: 0, after: 0 };
  const indent = { firstLine: look.body.pt * 2 * TWIPS_PER_PT };
  const [first, second, third] = look.headings;
  const heading = (face: Face) => ({ run: run(face), paragraph: { spacing, indent, keepNext: true } });
  const tight = { before: 0, after: 0 };
  return {
    default: {
      document: {
        run: { font: fontOf(look.body.font), size: look.body.pt * 2, language: { eastAsia: 'zh-CN', value: 'en-US' } },
      },
      title: {
        run: run(look.title),
        paragraph: { alignment: AlignmentType.CENTER, spacing: { before: 0, after: 300 } },
      },
      heading1: heading(first),
      heading2: heading(second),
      heading3: heading(third),
    },
    paragraphStyles: [
      {
        id: STYLE.body,
        name: 'Body Text',
        basedOn: 'Normal',
        quickFormat: true,
        paragraph: { spacing, indent, alignment: AlignmentType.BOTH },
      },
      {
        id: STYLE.caption,
        name: 'caption',
        basedOn: 'Normal',
        quickFormat: true,
        run: run(look.caption),
        paragraph: { alignment: AlignmentType.CENTER, spacing: { before: 120, after: 60 } },
      },
      {
        id: STYLE.cell,
        name: '表格文字',
        basedOn: 'Normal',
        run: { font: fontOf(look.table.cell), size: 21 },
        paragraph: { spacing: tight },
      },
      { id: STYLE.unit, name: '表格单位和附注', basedOn: STYLE.cell, paragraph: { spacing: tight } },
      {
        id: STYLE.picture,
        name: '图',
        basedOn: 'Normal',
        paragraph: { alignment: AlignmentType.CENTER, spacing: { before: 120, after: 0 }, keepNext: true },
      },
    ],
  };
}
