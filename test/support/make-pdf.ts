// PDFs by hand: texts at their places in one font that maps its codes to themselves, lines, and pictures.

export interface PdfPageContent {
  /** Points from the left and from the lower edge to the baseline. */
  texts?: readonly { x: number; y: number; text: string; size?: number }[];
  /** Thin lines from point to point. */
  lines?: readonly (readonly [x1: number, y1: number, x2: number, y2: number])[];
  /** A grey picture over the whole page. */
  isScan?: boolean;
}

export interface PdfWishes {
  /** Entries of the trailer: '/Encrypt 9 0 R'. */
  trailer?: string;
  /** The encoding of the font; codes of another one than Identity-H are made by `encode`. */
  encoding?: string;
  encode?: (text: string) => string;
}

const PICTURE = '<</Type/XObject/Subtype/Image/Width 1/Height 1/ColorSpace/DeviceGray/BitsPerComponent 8/Length 1>>';
const IDENTITY =
  '/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapType 2 def 1 begincodespacerange <0000> <FFFF> endcodespacerange 1 beginbfrange <0000> <FFFF> <0000> endbfrange endcmap end end';

/** A4 pages, upright. */
export function makePdf(pages: readonly PdfPageContent[], wishes: PdfWishes = {}): Buffer {
  const encoding = wishes.encoding ?? 'Identity-H';
  const encode = wishes.encode ?? ((text: string) => Buffer.from(text, 'utf16le').swap16().toString('hex'));
  const toUnicode = encoding === 'Identity-H' ? '/ToUnicode 6 0 R' : '';
  const objects: string[] = [
    '<</Type/Catalog/Pages 2 0 R>>',
    `<</Type/Pages/Count ${pages.length}/Kids[${pages.map((_, i) => `${8 + i * 2} 0 R`).join(' ')}]>>`,
    `<</Type/Font/Subtype/Type0/BaseFont/SimSun/Encoding/${encoding}/DescendantFonts[4 0 R]${toUnicode}>>`,
    '<</Type/Font/Subtype/CIDFontType2/BaseFont/SimSun/CIDSystemInfo<</Registry(Adobe)/Ordering(GB1)/Supplement 2>>/DW 1000/W[1 126 500 814 908 500]/FontDescriptor 5 0 R>>',
    '<</Type/FontDescriptor/FontName/SimSun/Flags 4/FontBBox[0 -200 1000 900]/ItalicAngle 0/Ascent 900/Descent -200/CapHeight 800/StemV 80>>',
    stream(IDENTITY),
    `${PICTURE}\nstream\n\x80\nendstream`,
  ];
  for (const [i, page] of pages.entries()) {
    const content = [
      page.isScan ? 'q 595 0 0 842 0 0 cm /P Do Q' : '',
      ...(page.lines ?? []).map(([x1, y1, x2, y2]) => `0.5 w ${x1} ${y1} m ${x2} ${y2} l S`),
      ...(page.texts ?? []).map(({ x, y, text, size = 12 }) => `BT /F ${size} Tf ${x} ${y} Td <${encode(text)}> Tj ET`),
    ].join('\n');
    objects.push(
      `<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Resources<</Font<</F 3 0 R>>/XObject<</P 7 0 R>>>>/Contents ${9 + i * 2} 0 R>>`,
      stream(content),
    );
  }
  let file = '%PDF-1.4\n';
  const places = objects.map((object, i) => {
    const place = file.length;
    file += `${i + 1} 0 obj\n${object}\nendobj\n`;
    return `${String(place).padStart(10, '0')} 00000 n \n`;
  });
  const start = file.length;
  file += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${places.join('')}`;
  file += `trailer\n<</Size ${objects.length + 1}/Root 1 0 R${wishes.trailer ?? ''}>>\nstartxref\n${start}\n%%EOF\n`;
  return Buffer.from(file, 'latin1');
}

function stream(content: string): string {
  return `<</Length ${content.length}>>\nstream\n${content}\nendstream`;
}

/** Texts and lines of a ruled table: columns and rows by their edges, `cells` row by row; '' where nothing stands. */
export function ruledTable(
  xs: readonly number[],
  ys: readonly number[],
  cells: readonly (readonly string[])[],
): Required<Pick<PdfPageContent, 'texts' | 'lines'>> {
  const [left, right, top, bottom] = [xs[0] ?? 0, xs.at(-1) ?? 0, ys[0] ?? 0, ys.at(-1) ?? 0];
  return {
    lines: [...ys.map((y) => [left, y, right, y] as const), ...xs.map((x) => [x, top, x, bottom] as const)],
    texts: cells.flatMap((row, r) =>
      row.flatMap((text, c) => (text === '' ? [] : [{ x: (xs[c] ?? 0) + 4, y: (ys[r] ?? 0) - 14, text, size: 10 }])),
    ),
  };
}
