// How the parts of a workbook hang together: relationships, content types, and which part holds which sheet.
import { posix } from 'node:path';
import { damaged } from '#electron/excel/read/read-error.ts';
import type { OfficePackage } from './package.ts';
import { attribute, escapeXml, findElement, prefixOf, tagsOf } from './xml.ts';

export const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
export const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const TYPES = '[Content_Types].xml';

export interface Relation {
  id: string;
  type: string;
  /** Part name from the root of the package; an address outside for external ones. */
  target: string;
}

function relsName(part: string): string {
  return posix.join(posix.dirname(part), '_rels', `${posix.basename(part)}.rels`);
}

/** The relationships of a part ('' for those of the package). */
export function relationsOf(pkg: OfficePackage, part: string): Relation[] {
  const name = part === '' ? '_rels/.rels' : relsName(part);
  if (!pkg.has(name)) return [];
  return [...tagsOf(pkg.text(name))].flatMap((tag) => {
    if (tag.name !== 'Relationship' || tag.kind === 'close') return [];
    const target = attribute(tag.rest, 'Target') ?? '';
    const isExternal = attribute(tag.rest, 'TargetMode') === 'External';
    const resolved = target.startsWith('/') ? target.slice(1) : posix.join(posix.dirname(part), target);
    return [
      {
        id: attribute(tag.rest, 'Id') ?? '',
        type: attribute(tag.rest, 'Type') ?? '',
        target: isExternal ? target : resolved,
      },
    ];
  });
}

/** Adds a relationship to a part and returns its id. */
export function addRelation(pkg: OfficePackage, from: string, type: string, to: string): string {
  const name = relsName(from);
  const used = new Set(relationsOf(pkg, from).map((relation) => relation.id));
  let n = used.size + 1;
  while (used.has(`rId${n}`)) n += 1;
  const entry = `<Relationship Id="rId${n}" Type="${type}" Target="/${escapeXml(to)}"/>`;
  const empty = '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"></Relationships>';
  const xml = pkg.has(name) ? pkg.text(name) : `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n${empty}`;
  pkg.set(name, appendInside(xml, 'Relationships', entry));
  return `rId${n}`;
}

/** Puts a piece of XML at the end of the first element of that name, with the element's prefix where `piece` has none. */
export function appendInside(xml: string, name: string, piece: string): string {
  const element = findElement(xml, name);
  if (!element) throw damaged(`缺少“${name}”`);
  const { tag } = element;
  const prefixed = withPrefix(piece, prefixOf(tag));
  if (tag.kind === 'empty') {
    return `${xml.slice(0, tag.start)}<${tag.qualified}${tag.rest}>${prefixed}</${tag.qualified}>${xml.slice(tag.end)}`;
  }
  const inside = tag.end + element.inner.length;
  return xml.slice(0, inside) + prefixed + xml.slice(inside);
}

/** Gives the elements of our own piece of XML the prefix that the part uses. */
export function withPrefix(piece: string, prefix: string): string {
  return prefix === '' ? piece : piece.replace(/<(\/?)(?=[A-Za-z])/g, `<$1${prefix}`);
}

export function addContentType(pkg: OfficePackage, part: string, type: string): void {
  pkg.set(
    TYPES,
    appendInside(pkg.text(TYPES), 'Types', `<Override PartName="/${escapeXml(part)}" ContentType="${type}"/>`),
  );
}

/** Makes sure that files with this ending have a type. */
export function addDefaultType(pkg: OfficePackage, ending: string, type: string): void {
  const xml = pkg.text(TYPES);
  const known = [...tagsOf(xml)].some(
    (tag) => tag.name === 'Default' && attribute(tag.rest, 'Extension')?.toLowerCase() === ending,
  );
  if (known) return;
  const first = [...tagsOf(xml)].find((tag) => tag.name === 'Default' || tag.name === 'Override');
  const entry = `<Default Extension="${ending}" ContentType="${type}"/>`;
  pkg.set(
    TYPES,
    first
      ? xml.slice(0, first.start) + withPrefix(entry, prefixOf(first)) + xml.slice(first.start)
      : appendInside(xml, 'Types', entry),
  );
}

/** Takes a part away with its content type and the relationship that leads to it. */
export function removePart(pkg: OfficePackage, part: string, from: string): void {
  pkg.remove(part);
  pkg.set(
    TYPES,
    dropTags(pkg.text(TYPES), (rest) => attribute(rest, 'PartName')?.toLowerCase() === `/${part}`.toLowerCase()),
  );
  const ids = new Set(
    relationsOf(pkg, from)
      .filter((relation) => relation.target.toLowerCase() === part.toLowerCase())
      .map((relation) => relation.id),
  );
  const name = relsName(from);
  if (ids.size > 0)
    pkg.set(
      name,
      dropTags(pkg.text(name), (rest) => ids.has(attribute(rest, 'Id') ?? '')),
    );
}

function dropTags(xml: string, matches: (rest: string) => boolean): string {
  const dropped = [...tagsOf(xml)].filter((tag) => tag.kind === 'empty' && matches(tag.rest));
  return dropped.reduceRight((text, tag) => text.slice(0, tag.start) + text.slice(tag.end), xml);
}

/** Changes the content type of a part. */
export function replaceContentType(pkg: OfficePackage, part: string, change: (type: string) => string): void {
  const xml = pkg.text(TYPES);
  for (const tag of tagsOf(xml)) {
    const type = attribute(tag.rest, 'ContentType');
    if (attribute(tag.rest, 'PartName') !== `/${part}` || type === undefined) continue;
    const own = xml.slice(tag.start, tag.end).replace(escapeXml(type), escapeXml(change(type)));
    pkg.set(TYPES, xml.slice(0, tag.start) + own + xml.slice(tag.end));
    return;
  }
}

export interface WorkbookParts {
  workbook: string;
  styles: string;
  sheets: { name: string; part: string }[];
}

/** Finds the workbook, its styles and its sheets in order. */
export function workbookParts(pkg: OfficePackage): WorkbookParts {
  const workbook = relationsOf(pkg, '').find((relation) => relation.type.endsWith('/officeDocument'))?.target;
  if (!workbook) throw damaged('没有工作簿部分');
  const relations = relationsOf(pkg, workbook);
  const byId = new Map(relations.map((relation) => [relation.id, relation.target]));
  const sheets = [...tagsOf(pkg.text(workbook))].flatMap((tag) => {
    if (tag.name !== 'sheet' || tag.kind === 'close') return [];
    // The sheet's own id is `sheetId`; the relationship is the attribute called id in the relationships namespace.
    const part = byId.get(attribute(tag.rest, 'id') ?? '');
    return part ? [{ name: attribute(tag.rest, 'name') ?? '', part }] : [];
  });
  const styles = relations.find((relation) => relation.type.endsWith('/styles'))?.target;
  if (!styles) throw damaged('没有样式部分');
  return { workbook, styles, sheets };
}
