// Workbooks for tests, written as XML by hand: what Excel, WPS, openpyxl and .NET producers write, and what they never would.
import { makeZip, type ZipPart } from './make-zip.ts';

export interface SheetSource {
  name: string;
  /** What stands inside <sheetData>. */
  data: string;
  /** What stands before and behind <sheetData>. */
  before?: string;
  after?: string;
  state?: string;
  /** The whole part, instead of the pieces above. */
  xml?: string;
}

export interface BookSource {
  sheets: readonly SheetSource[];
  /** Inner XML of each <si>. */
  strings?: readonly string[];
  /** Number formats of the cell styles: style 1 is formats[0]; a number is a built-in id, a text a custom code. */
  formats?: readonly (number | string)[];
  date1904?: boolean;
  /** More parts, or replacements of the ordinary ones by name. */
  parts?: readonly ZipPart[];
}

export const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

/** The parts of an .xlsx in the order Excel writes them. */
export function bookParts(book: BookSource): ZipPart[] {
  const parts: ZipPart[] = [
    { name: '[Content_Types].xml', content: contentTypes(book.sheets.length) },
    { name: '_rels/.rels', content: relations([['rId1', 'officeDocument', 'xl/workbook.xml']]) },
    { name: 'xl/workbook.xml', content: workbookXml(book) },
    {
      name: 'xl/_rels/workbook.xml.rels',
      content: relations([
        ...book.sheets.map((_, i) => [`rId${i + 1}`, 'worksheet', `worksheets/sheet${i + 1}.xml`] as Relation),
        ['rId900', 'styles', 'styles.xml'],
        ['rId901', 'sharedStrings', 'sharedStrings.xml'],
      ]),
    },
    ...book.sheets.map((sheet, i) => ({ name: `xl/worksheets/sheet${i + 1}.xml`, content: sheetXml(sheet) })),
    { name: 'xl/styles.xml', content: stylesXml(book.formats ?? []) },
    { name: 'xl/sharedStrings.xml', content: stringsXml(book.strings ?? []) },
  ];
  const extra = book.parts ?? [];
  return [...parts.filter((part) => !extra.some((other) => other.name === part.name)), ...extra];
}

export function makeBook(book: BookSource): Buffer {
  return makeZip(bookParts(book));
}

/** A book of one sheet named 表. */
export function makeSheet(data: string, rest: Partial<SheetSource> & Omit<BookSource, 'sheets'> = {}): Buffer {
  const { strings, formats, date1904, parts, ...sheet } = rest;
  return makeBook({
    sheets: [{ name: '表', data, ...sheet }],
    ...(strings ? { strings } : {}),
    ...(formats ? { formats } : {}),
    ...(date1904 ? { date1904 } : {}),
    ...(parts ? { parts } : {}),
  });
}

type Relation = [id: string, type: string, target: string];

function relations(list: readonly Relation[]): string {
  const items = list.map(
    ([id, type, target]) => `<Relationship Id="${id}" Type="${RELATIONS}/${type}" Target="${target}"/>`,
  );
  return `${HEAD}<Relationships xmlns="${PACKAGE}/relationships">${items.join('')}</Relationships>`;
}

function contentTypes(sheets: number): string {
  const type = (part: string, kind: string) =>
    `<Override PartName="/xl/${part}" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.${kind}+xml"/>`;
  return (
    `${HEAD}<Types xmlns="${PACKAGE}/content-types"><Default Extension="xml" ContentType="application/xml"/>` +
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>' +
    type('workbook.xml', 'sheet.main') +
    Array.from({ length: sheets }, (_, i) => type(`worksheets/sheet${i + 1}.xml`, 'worksheet')).join('') +
    `${type('styles.xml', 'styles')}${type('sharedStrings.xml', 'sharedStrings')}</Types>`
  );
}

function workbookXml(book: BookSource): string {
  const sheets = book.sheets.map(
    (sheet, i) =>
      `<sheet name="${sheet.name}" sheetId="${i + 1}"${sheet.state ? ` state="${sheet.state}"` : ''} r:id="rId${i + 1}"/>`,
  );
  const properties = `<workbookPr${book.date1904 ? ' date1904="1"' : ''}/>`;
  return `${HEAD}<workbook xmlns="${MAIN}" xmlns:r="${RELATIONS}">${properties}<sheets>${sheets.join('')}</sheets></workbook>`;
}

function sheetXml(sheet: SheetSource): string {
  if (sheet.xml !== undefined) return sheet.xml;
  return `${HEAD}<worksheet xmlns="${MAIN}">${sheet.before ?? ''}<sheetData>${sheet.data}</sheetData>${sheet.after ?? ''}</worksheet>`;
}

export function stylesXml(formats: readonly (number | string)[]): string {
  const custom = formats.flatMap((format, i) =>
    typeof format === 'string' ? [`<numFmt numFmtId="${200 + i}" formatCode="${escapeXml(format)}"/>`] : [],
  );
  const styles = formats.map((format, i) => `<xf numFmtId="${typeof format === 'number' ? format : 200 + i}"/>`);
  return (
    `${HEAD}<styleSheet xmlns="${MAIN}"><numFmts>${custom.join('')}</numFmts>` +
    `<cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs><xf numFmtId="0"/>${styles.join('')}</cellXfs></styleSheet>`
  );
}

function stringsXml(strings: readonly string[]): string {
  return `${HEAD}<sst xmlns="${MAIN}">${strings.map((text) => `<si>${text}</si>`).join('')}</sst>`;
}

export function escapeXml(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;');
}
