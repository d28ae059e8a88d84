// The pages of a PDF from the library: texts of all, lines of those that may hold a table.
import { getDocumentProxy, getResolvedPDFJS } from 'unpdf';
import type { ReadBudget } from '#electron/excel/read/limits.ts';
import { assertInTime, damaged, ReadError, tooLarge } from '#electron/excel/read/read-error.ts';
import { createCmapSource } from './chinese-cmaps.ts';
import { rulingsOf } from './page-rulings.ts';
import type { PageShapes } from './page-shapes.ts';
import { matrixOf, type PdfItem, piecesOf, uprightView } from './page-texts.ts';
import { linesOf } from './text-lines.ts';

export interface ReadPages {
  pages: PageShapes[];
  /** Encodings of fonts that nothing is known of: their texts are missing. */
  unknownEncodings: string[];
}

const MOST_PAGES = 3_000;

/** Throws ReadError where the file has a password or is none that can be read. */
export async function readPages(bytes: Buffer, budget: ReadBudget): Promise<ReadPages> {
  const cmaps = createCmapSource();
  // The library takes the bytes over.
  const document = await open(Uint8Array.from(bytes), cmaps.factory);
  try {
    if (document.numPages > MOST_PAGES) throw tooLarge(`PDF 超过 ${MOST_PAGES} 页`);
    const pages: PageShapes[] = [];
    for (let number = 1; number <= document.numPages; number++) {
      assertInTime(budget);
      pages.push(await readPage(document, number));
    }
    return { pages, unknownEncodings: [...cmaps.missing] };
  } finally {
    await document.loadingTask.destroy();
  }
}

type PdfDocument = Awaited<ReturnType<typeof getDocumentProxy>>;

async function open(data: Uint8Array, cmaps: object): Promise<PdfDocument> {
  try {
    return await getDocumentProxy(data, {
      verbosity: 0,
      useSystemFonts: false,
      useWorkerFetch: false,
      cMapPacked: false,
      BinaryDataFactory: cmaps,
    });
  } catch (error) {
    if (error instanceof Error && error.name === 'PasswordException')
      throw new ReadError('encrypted', '这份 PDF 设了打开密码，无法读取。');
    throw damaged('PDF 的结构无法识别');
  }
}

async function readPage(document: PdfDocument, number: number): Promise<PageShapes> {
  const page = await document.getPage(number);
  const { OPS } = await getResolvedPDFJS();
  const { width, height, transform } = page.getViewport({ scale: 1 });
  const content = await page.getTextContent();
  const items = content.items.flatMap((item): PdfItem[] => ('str' in item ? [item] : []));
  const { matrix, ...size } = uprightView(items, { matrix: matrixOf(transform), width, height });
  const pieces = piecesOf(items, matrix);
  let rulings: PageShapes['rulings'] = { across: [], down: [] };
  // Lines are worth their time only where texts stand beside each other.
  if (linesOf(pieces).filter(({ segments }) => segments.length > 1).length >= 2) {
    const list = await page.getOperatorList();
    rulings = rulingsOf(list.fnArray, list.argsArray, OPS, matrix);
  }
  page.cleanup();
  return { number, ...size, pieces, rulings };
}
