// The comments of a Word document: those that are there stay, new ones are put behind them.
import type { OfficePackage } from '#electron/excel/write/patch/package.ts';
import { addContentType, addRelation, relationsOf } from '#electron/excel/write/patch/parts.ts';
import {
  attribute,
  attributesOf,
  escapeXml,
  findElement,
  prefixOf,
  tagsOf,
  type XmlTag,
} from '#electron/excel/write/patch/xml.ts';

/** How a part writes the names of WordprocessingML. */
export interface Naming {
  /** Of its elements: 'w:', or '' where that is the default namespace. */
  prefix: string;
  /** Of our own elements and all attributes: those always need one. */
  own: string;
  /** Says what `own` means where the part does not. */
  declare: string;
  namespace: string;
}

const TRANSITIONAL = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
const COMMENTS_TYPE = 'application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml';
const AUTHOR = '衔接规划工作台';
const INITIALS = '衔';

export function namingOf(root: XmlTag): Naming {
  const prefix = prefixOf(root);
  const key = prefix === '' ? 'xmlns' : `xmlns:${prefix.slice(0, -1)}`;
  const namespace = attributesOf(root.rest).get(key) ?? TRANSITIONAL;
  return prefix === ''
    ? { prefix, own: 'w:', declare: ` xmlns:w="${namespace}"`, namespace }
    : { prefix, own: prefix, declare: '', namespace };
}

export interface CommentsPart {
  /** Ids from here on are free. */
  firstFreeId: number;
  /** Puts comments behind those that are there; `lines` are paragraphs. */
  add(comments: readonly { id: number; lines: readonly string[] }[], at: Date): void;
}

/** The comments of the main part; the part is made when the first is added. `root` is the root of the main part. */
export function openComments(pkg: OfficePackage, main: string, root: XmlTag): CommentsPart {
  const known = relationsOf(pkg, main).find((relation) => relation.type.endsWith('/comments'))?.target;
  const part = known !== undefined && pkg.has(known) ? known : null;
  const ids = part === null ? [] : [...tagsOf(pkg.text(part))].flatMap(idOf);
  return {
    firstFreeId: Math.max(-1, ...ids) + 1,
    add(comments, at) {
      const name = part ?? newPart(pkg, main, namingOf(root).namespace);
      const xml = pkg.text(name);
      const list = findElement(xml, 'comments');
      if (!list) return;
      const naming = namingOf(list.tag);
      const inner = comments.map((comment) => commentXml(comment, at, naming)).join('');
      const { tag } = list;
      const end = tag.end + list.inner.length;
      pkg.set(
        name,
        tag.kind === 'empty'
          ? `${xml.slice(0, tag.start)}<${tag.qualified}${tag.rest}>${inner}</${tag.qualified}>${xml.slice(tag.end)}`
          : xml.slice(0, end) + inner + xml.slice(end),
      );
    },
  };
}

function idOf(tag: XmlTag): number[] {
  if (tag.name !== 'comment' || tag.kind === 'close') return [];
  const id = Number(attribute(tag.rest, 'id'));
  return Number.isInteger(id) ? [id] : [];
}

function commentXml({ id, lines }: { id: number; lines: readonly string[] }, at: Date, naming: Naming): string {
  const { own: w, declare } = naming;
  const date = `${at.toISOString().slice(0, 19)}Z`;
  const looks = `<${w}pPr><${w}ind ${w}left="0" ${w}firstLineChars="0" ${w}firstLine="0"/><${w}jc ${w}val="left"/></${w}pPr>`;
  const paragraphs = lines.map(
    (line) => `<${w}p>${looks}<${w}r><${w}t xml:space="preserve">${escapeXml(line)}</${w}t></${w}r></${w}p>`,
  );
  return `<${w}comment${declare} ${w}id="${id}" ${w}author="${AUTHOR}" ${w}date="${date}" ${w}initials="${INITIALS}">${paragraphs.join('')}</${w}comment>`;
}

/** In the namespaces of the document: a strict one (ISO 29500) has others. */
function newPart(pkg: OfficePackage, main: string, namespace: string): string {
  const folder = main.slice(0, main.lastIndexOf('/') + 1);
  let name = `${folder}comments.xml`;
  for (let n = 1; pkg.has(name); n++) name = `${folder}comments${n}.xml`;
  const relations = namespace.includes('purl.oclc.org')
    ? 'http://purl.oclc.org/ooxml/officeDocument/relationships'
    : 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
  pkg.set(
    name,
    `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<w:comments xmlns:w="${namespace}"></w:comments>`,
  );
  addContentType(pkg, name, COMMENTS_TYPE);
  addRelation(pkg, main, `${relations}/comments`, name);
  return name;
}
