// Cell comments (批注) in an existing sheet: the texts in a comments part, their boxes in a VML drawing. Comments that
// are there already stay; one on the same cell is added to.

import { cellText } from '../cell-text.ts';
import type { OfficePackage } from './package.ts';
import {
  addContentType,
  addDefaultType,
  addRelation,
  appendInside,
  MAIN,
  RELATIONS,
  relationsOf,
  withPrefix,
} from './parts.ts';
import { insertInTail, type SheetXml, splitAddress } from './sheet-xml.ts';
import { attribute, childrenOf, elementAt, escapeXml, findElement, prefixOf, tagsOf, type XmlTag } from './xml.ts';

export interface Note {
  /** 'H12' */
  cell: string;
  text: string;
}

const AUTHOR = '衔接规划工作台';
/** What may stand behind <legacyDrawing> in a worksheet. */
const AFTER_LEGACY = [
  'legacyDrawingHF',
  'drawingHF',
  'picture',
  'oleObjects',
  'controls',
  'webPublishItems',
  'tableParts',
  'extLst',
];
const VML_EMPTY =
  '<xml xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:x="urn:schemas-microsoft-com:office:excel">' +
  '<o:shapelayout v:ext="edit"><o:idmap v:ext="edit" data="1"/></o:shapelayout>' +
  '<v:shapetype id="_x0000_t202" coordsize="21600,21600" o:spt="202" path="m,l,21600r21600,l21600,xe">' +
  '<v:stroke joinstyle="miter"/><v:path gradientshapeok="t" o:connecttype="rect"/></v:shapetype></xml>';

/** Adds the notes to the package and, where the sheet had no comments yet, the drawing to `sheet`. */
export function addNotes(pkg: OfficePackage, part: string, sheet: SheetXml, notes: readonly Note[]): void {
  if (notes.length === 0) return;
  const relations = relationsOf(pkg, part);
  const comments = relations.find((relation) => relation.type.endsWith('/comments'))?.target ?? newComments(pkg, part);
  const added = addTexts(pkg, comments, notes);
  const drawingId = attribute(findElement(sheet.tail, 'legacyDrawing')?.tag.rest ?? '', 'id');
  const known = relations.find((relation) => relation.id === drawingId)?.target;
  const drawing = known ?? newDrawing(pkg, part, sheet);
  addBoxes(pkg, drawing, added);
}

function freeName(pkg: OfficePackage, make: (n: number) => string): string {
  let n = 1;
  while (pkg.has(make(n))) n += 1;
  return make(n);
}

function newComments(pkg: OfficePackage, part: string): string {
  const name = freeName(pkg, (n) => `xl/comments${n}.xml`);
  pkg.set(
    name,
    `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<comments xmlns="${MAIN}"><authors></authors><commentList></commentList></comments>`,
  );
  addContentType(pkg, name, 'application/vnd.openxmlformats-officedocument.spreadsheetml.comments+xml');
  addRelation(pkg, part, `${RELATIONS}/comments`, name);
  return name;
}

function newDrawing(pkg: OfficePackage, part: string, sheet: SheetXml): string {
  const name = freeName(pkg, (n) => `xl/drawings/vmlDrawing${n}.vml`);
  pkg.set(name, VML_EMPTY);
  addDefaultType(pkg, 'vml', 'application/vnd.openxmlformats-officedocument.vmlDrawing');
  const id = addRelation(pkg, part, `${RELATIONS}/vmlDrawing`, name);
  // The prefix is bound here: the sheet may not know the relationships namespace, or by another prefix.
  const element = withPrefix(`<legacyDrawing xmlns:xjr="${RELATIONS}" xjr:id="${id}"/>`, sheet.prefix);
  insertInTail(sheet, element, AFTER_LEGACY);
  return name;
}

/** Returns the notes that are new; those on cells that have a comment are put under its text. */
function addTexts(pkg: OfficePackage, part: string, notes: readonly Note[]): Note[] {
  let xml = pkg.text(part);
  const authors = findElement(xml, 'authors');
  const author = authors ? childrenOf(authors.inner).length : 0;
  const prefix = authors ? prefixOf(authors.tag) : '';
  const existing = new Map<string, XmlTag>();
  for (const tag of tagsOf(xml)) {
    if (tag.name === 'comment' && tag.kind === 'open') existing.set(attribute(tag.rest, 'ref') ?? '', tag);
  }
  const runOf = (text: string): string => `<r><t xml:space="preserve">${escapeXml(cellText(text))}</t></r>`;
  const added = notes.filter((note) => !existing.has(note.cell));
  const onExisting = notes.flatMap((note) => {
    const tag = existing.get(note.cell);
    return tag ? [{ tag, run: runOf(`\n${note.text}`) }] : [];
  });
  // From the end, so that positions in front stay right.
  for (const { tag, run } of onExisting.sort((a, b) => b.tag.start - a.tag.start)) {
    const { end } = elementAt(xml, tag);
    xml = xml.slice(0, tag.start) + extendText(xml.slice(tag.start, end), run, prefix) + xml.slice(end);
  }
  const comments = added.map(
    (note) => `<comment ref="${note.cell}" authorId="${author}"><text>${runOf(note.text)}</text></comment>`,
  );
  xml = appendInside(xml, 'authors', `<author>${AUTHOR}</author>`);
  pkg.set(part, appendInside(xml, 'commentList', comments.join('')));
  return added;
}

/** A comment's <text> holds either runs or one bare <t>; a bare one becomes a run first. */
function extendText(comment: string, run: string, prefix: string): string {
  const text = findElement(comment, 'text');
  if (!text) return comment;
  const bare = /^\s*<(?:\w+:)?t[\s>]/.test(text.inner);
  const inner = bare ? `<${prefix}r>${text.inner}</${prefix}r>` : text.inner;
  const start = text.tag.kind === 'empty' ? `<${text.tag.qualified}>` : comment.slice(text.tag.start, text.tag.end);
  return `${comment.slice(0, text.tag.start)}${start}${inner}${withPrefix(run, prefix)}</${text.tag.qualified}>${comment.slice(text.end)}`;
}

function addBoxes(pkg: OfficePackage, part: string, notes: readonly Note[]): void {
  const xml = pkg.text(part);
  const ids = [...xml.matchAll(/_x0000_s(\d+)/g)].map((match) => Number(match[1]));
  let id = Math.max(1024, ...ids);
  const boxes = notes.map((note) => {
    const place = splitAddress(note.cell);
    if (!place) return '';
    id += 1;
    const lines = Math.min(16, 2 + Math.ceil(note.text.length / 18));
    const anchor = [
      place.column,
      12,
      place.row - 1,
      4,
      place.column + 3,
      20,
      place.row - 1 + Math.max(3, lines),
      4,
    ].join(', ');
    return [
      `<v:shape id="_x0000_s${id}" type="#_x0000_t202" style="position:absolute;width:220pt;height:80pt;z-index:1;visibility:hidden" fillcolor="#ffffe1" o:insetmode="auto">`,
      '<v:fill color2="#ffffe1"/><v:shadow on="t" color="black" obscured="t"/><v:path o:connecttype="none"/>',
      '<v:textbox style="mso-direction-alt:auto"><div style="text-align:left"></div></v:textbox>',
      `<x:ClientData ObjectType="Note"><x:MoveWithCells/><x:SizeWithCells/><x:Anchor>${anchor}</x:Anchor>`,
      `<x:AutoFill>False</x:AutoFill><x:Row>${place.row - 1}</x:Row><x:Column>${place.column - 1}</x:Column></x:ClientData></v:shape>`,
    ].join('');
  });
  const end = xml.lastIndexOf('</xml>');
  pkg.set(part, end === -1 ? xml : xml.slice(0, end) + boxes.join('') + xml.slice(end));
}
