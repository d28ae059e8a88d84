// The plan's chapters, tables and figures as one Word document (.docx).
import {
  AlignmentType,
  Document,
  type FileChild,
  Footer,
  HeadingLevel,
  ImageRun,
  type ISectionOptions,
  Packer,
  PageBreak,
  PageNumber,
  PageOrientation,
  Paragraph,
  SectionType,
  TableOfContents,
  TextRun,
} from 'docx';
import { replaceFile } from '#electron/files/replace-file.ts';
import type { WordBlock, WordOptions } from './blocks.ts';
import { type Captions, makeCaptions } from './captions.ts';
import { CHINESE, LOOKS, type Look, mmToTwips, STYLE, stylesOf } from './look.ts';
import { fitTable, isComfortable, tableParagraphs } from './table.ts';
import { withWritableTexts } from './writable.ts';

const A4_MM = { short: 210, long: 297 };
const PX_PER_MM = 96 / 25.4;
const CODE_HALF_POINTS = 14;
const HEADINGS = { 1: HeadingLevel.HEADING_1, 2: HeadingLevel.HEADING_2, 3: HeadingLevel.HEADING_3 } as const;

/** Writes the document to `target` or leaves it as it was. Throws AppError `cannot-write` or `disk-full`. */
export async function writeWordDocument(
  target: string,
  blocks: readonly WordBlock[],
  options: WordOptions,
): Promise<void> {
  await replaceFile(target, await wordDocument(blocks, options));
}

/** The bytes of the document. */
export async function wordDocument(given: readonly WordBlock[], wishes: WordOptions): Promise<Buffer> {
  const blocks = withWritableTexts(given);
  const options = withWritableTexts(wishes);
  const look = LOOKS[options.look];
  const captions = makeCaptions(blocks, options);
  const pages: Page[] = [];
  const put = (isWide: boolean, children: readonly FileChild[]): void => {
    const page = pages.at(-1);
    if (page?.isWide === isWide) page.children.push(...children);
    else pages.push({ isWide, children: [...children] });
  };
  if (options.title.length > 0) put(false, options.title.map(titleLine));
  if (options.contents) put(false, contents());
  blocks.forEach((block, index) => {
    // A heading or figure goes on the page of the table behind it, so that the paper is not turned twice.
    const leads = block.kind === 'picture' || block.kind === 'heading';
    const isWide = isWideTable(leads ? blocks.slice(index).find(isBody) : block, look);
    put(isWide, setBlock(block, captions, look, isWide));
  });
  if (pages.length === 0) put(false, [new Paragraph({})]);
  const document = new Document({
    creator: '衔接规划工作台',
    title: options.title.join(''),
    ...(options.code === '' ? {} : { description: options.code }),
    styles: stylesOf(look),
    evenAndOddHeaderAndFooters: look.pageNumbers === 'dashes',
    sections: pages.map((page) => section(page, look, options.code)),
  });
  return Packer.toBuffer(document);
}

/** Pages of one orientation in a row. */
interface Page {
  isWide: boolean;
  children: FileChild[];
}

const isBody = ({ kind }: WordBlock): boolean => kind === 'table' || kind === 'paragraph';

/** Whether the block is a table that an upright page has no room for. */
function isWideTable(block: WordBlock | undefined, look: Look): boolean {
  return block?.kind === 'table' && !isComfortable(fitTable(block.table, textWidth(look, false)));
}

function setBlock(block: WordBlock, captions: Captions, look: Look, isWide: boolean): FileChild[] {
  switch (block.kind) {
    case 'heading':
      return [
        new Paragraph({ heading: HEADINGS[block.level], children: [new TextRun({ text: block.text, font: CHINESE })] }),
      ];
    case 'paragraph':
      return [new Paragraph({ style: STYLE.body, children: block.texts.map(captions.text) })];
    case 'picture':
      return picture(block, captions, look);
    case 'table':
      return tableParagraphs(block, fitTable(block.table, textWidth(look, isWide)), captions, look);
  }
}

function picture(block: Extract<WordBlock, { kind: 'picture' }>, captions: Captions, look: Look): FileChild[] {
  const width = Math.round(textWidth(look, false) * PX_PER_MM);
  const height = Math.round((width * block.height) / block.width);
  const image = new ImageRun({
    type: 'png',
    data: block.png,
    transformation: { width, height },
    altText: { name: block.title, title: block.title, description: block.title },
  });
  return [
    new Paragraph({ style: STYLE.picture, children: [image] }),
    new Paragraph({ style: STYLE.caption, children: captions.caption(block) }),
  ];
}

function titleLine(line: string): Paragraph {
  return new Paragraph({ heading: HeadingLevel.TITLE, children: [new TextRun({ text: line, font: CHINESE })] });
}

function contents(): FileChild[] {
  return [
    new Paragraph({ style: STYLE.caption, children: [new TextRun('目　录')] }),
    new TableOfContents('目录', { hyperlink: true, headingStyleRange: '1-3' }),
    new Paragraph({ children: [new PageBreak()] }),
  ];
}

/** Between the margins, in mm. */
function textWidth({ margins }: Look, isWide: boolean): number {
  return (isWide ? A4_MM.long : A4_MM.short) - margins.left - margins.right;
}

function section({ isWide, children }: Page, look: Look, code: string): ISectionOptions {
  const { top, right, bottom, left } = look.margins;
  const margin = { top: mmToTwips(top), right: mmToTwips(right), bottom: mmToTwips(bottom), left: mmToTwips(left) };
  return {
    properties: {
      type: SectionType.NEXT_PAGE,
      page: {
        size: {
          width: mmToTwips(A4_MM.short),
          height: mmToTwips(A4_MM.long),
          orientation: isWide ? PageOrientation.LANDSCAPE : PageOrientation.PORTRAIT,
        },
        margin: { ...margin, footer: mmToTwips(Math.max(10, bottom - 12)) },
      },
    },
    footers:
      look.pageNumbers === 'centred'
        ? { default: footer(AlignmentType.CENTER, false, code) }
        : { default: footer(AlignmentType.RIGHT, true), even: footer(AlignmentType.LEFT, true) },
    children,
  };
}

/** GB/T 9704: — 1 — in 四号 宋体, one character in from the outer margin, and nothing else; a report has its 校验码 there. */
function footer(alignment: (typeof AlignmentType)[keyof typeof AlignmentType], dashes: boolean, code = ''): Footer {
  const size = dashes ? 28 : 18;
  const children = dashes ? ['— ', PageNumber.CURRENT, ' —'] : [PageNumber.CURRENT];
  const indent = dashes ? { left: 280, right: 280 } : {};
  const number = new Paragraph({ alignment, indent, children: [new TextRun({ font: '宋体', size, children })] });
  if (code === '') return new Footer({ children: [number] });
  const small = new TextRun({ font: '宋体', size: CODE_HALF_POINTS, text: code });
  return new Footer({ children: [number, new Paragraph({ alignment: AlignmentType.RIGHT, children: [small] })] });
}
