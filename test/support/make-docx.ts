// Word documents by hand, as Word, WPS and others write them: the body as XML, and whatever parts a test needs.
import { makeZip } from './make-zip.ts';

export interface DocxParts {
  body: string;
  styles?: string;
  numbering?: string;
  footnotes?: string;
  endnotes?: string;
  header?: string;
  comments?: string;
  /** Further parts by name. */
  more?: Record<string, string>;
}

const W = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
const NAMESPACES = [
  `xmlns:w="${W}"`,
  'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"',
  'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"',
  'xmlns:v="urn:schemas-microsoft-com:vml"',
  'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"',
  'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"',
].join(' ');
const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const WORD = 'application/vnd.openxmlformats-officedocument.wordprocessingml';

export function makeDocx(parts: DocxParts): Buffer {
  const files = new Map<string, string>();
  const related: [string, string][] = [];
  const add = (kind: string, root: string, inner: string | undefined) => {
    if (inner === undefined) return;
    files.set(`word/${kind}.xml`, part(root, inner));
    related.push([kind, `${kind}.xml`]);
  };
  files.set('word/document.xml', part('document', `<w:body>${parts.body}<w:sectPr/></w:body>`));
  add('styles', 'styles', parts.styles);
  add('numbering', 'numbering', parts.numbering);
  add('footnotes', 'footnotes', parts.footnotes);
  add('endnotes', 'endnotes', parts.endnotes);
  add('header', 'hdr', parts.header);
  add('comments', 'comments', parts.comments);
  const overrides = ['document.main', ...related.map(([kind]) => kind)].map(
    (kind) => `<Override PartName="/word/${kind.replace('.main', '')}.xml" ContentType="${WORD}.${kind}+xml"/>`,
  );
  return makeZip([
    {
      name: '[Content_Types].xml',
      content: `<?xml version="1.0" encoding="UTF-8"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${overrides.join('')}</Types>`,
    },
    { name: '_rels/.rels', content: relations([['officeDocument', 'word/document.xml']]) },
    { name: 'word/_rels/document.xml.rels', content: relations(related) },
    ...[...files].map(([name, content]) => ({ name, content })),
    ...Object.entries(parts.more ?? {}).map(([name, content]) => ({ name, content })),
  ]);
}

function part(root: string, inner: string): string {
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<w:${root} ${NAMESPACES}>${inner}</w:${root}>`;
}

function relations(targets: readonly [kind: string, target: string][]): string {
  const entries = targets.map(
    ([kind, target], index) => `<Relationship Id="rId${index + 1}" Type="${RELATIONS}/${kind}" Target="${target}"/>`,
  );
  return `<?xml version="1.0" encoding="UTF-8"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${entries.join('')}</Relationships>`;
}

/** A run; its text keeps its blanks. */
export function run(text: string, properties = ''): string {
  const looks = properties === '' ? '' : `<w:rPr>${properties}</w:rPr>`;
  return `<w:r>${looks}<w:t xml:space="preserve">${text}</w:t></w:r>`;
}

/** A paragraph of runs, or of plain words. */
export function paragraph(inner: string, properties = ''): string {
  const looks = properties === '' ? '' : `<w:pPr>${properties}</w:pPr>`;
  return `<w:p>${looks}${inner.startsWith('<') || inner === '' ? inner : run(inner)}</w:p>`;
}

export function styled(style: string, inner: string): string {
  return paragraph(inner, `<w:pStyle w:val="${style}"/>`);
}

/** A table of rows of cells; a cell is its text, or the XML of its properties and content. */
export function table(rows: readonly (readonly string[])[], heads = 0): string {
  const lines = rows.map((cells, index) => {
    const head = index < heads ? '<w:trPr><w:tblHeader/></w:trPr>' : '';
    return `<w:tr>${head}${cells.map((cell) => `<w:tc>${cell.startsWith('<') ? cell : paragraph(cell)}</w:tc>`).join('')}</w:tr>`;
  });
  return `<w:tbl><w:tblPr/><w:tblGrid/>${lines.join('')}</w:tbl>`;
}

/** A complex field with its result. */
export function field(instruction: string, result: string): string {
  return `<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve"> ${instruction} </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>${run(result)}<w:r><w:fldChar w:fldCharType="end"/></w:r>`;
}
