// Inserts rows into one sheet of a package: everything that names rows below them moves along, in all parts.
import { createSharedFormulas, shiftFormula } from '#electron/excel/read/shared-formula.ts';
import type { OfficePackage } from './package.ts';
import { relationsOf, removePart, type WorkbookParts } from './parts.ts';
import { parseSheet, type RowXml, renderSheet, type SheetXml } from './sheet-xml.ts';
import { type Insertion, shiftRanges, shiftReferences, shiftRow } from './shift.ts';
import { attribute, attributesOf, attributeText, escapeXml, findElement, tagsOf, unescapeXml } from './xml.ts';

/** Makes each formula of a sheet a plain one, so that rows can be copied and moved freely. */
export function spreadSharedFormulas(sheet: SheetXml): void {
  const shared = createSharedFormulas();
  for (const { row, cells } of sheet.rows) {
    for (const cell of cells) {
      const element = findElement(cell.inner, 'f');
      if (!element || attribute(element.tag.rest, 't') !== 'shared') continue;
      const own = unescapeXml(element.inner);
      const text = shared.resolve(attribute(element.tag.rest, 'si') ?? '', own, row, cell.column);
      const { qualified, start } = element.tag;
      const plain = text === '' ? '' : `<${qualified}>${escapeXml(text)}</${qualified}>`;
      cell.inner = cell.inner.slice(0, start) + plain + cell.inner.slice(element.end);
    }
  }
}

/** A copy of a row for another place: same look, same formulas relative to it, no values. */
export function copyRow(sheet: SheetXml, source: RowXml, row: number): RowXml {
  const cells = source.cells.map((cell) => {
    const attributes = new Map([...cell.attributes].filter(([name]) => name === 's'));
    const element = findElement(cell.inner, 'f');
    if (!element || element.inner === '') return { column: cell.column, attributes, inner: '' };
    const formula = shiftFormula(unescapeXml(element.inner), row - source.row, 0);
    return { column: cell.column, attributes, inner: `<${sheet.prefix}f>${escapeXml(formula)}</${sheet.prefix}f>` };
  });
  return { row, attributes: new Map(source.attributes), cells };
}

/**
 * Opens room for rows in `sheet` (part and name given) and moves what stands below. The new rows themselves are not
 * made: the caller copies them. Other parts of the package are changed at once, `sheet` in place.
 */
export function openRoom(
  pkg: OfficePackage,
  parts: WorkbookParts,
  target: { name: string; part: string; sheet: SheetXml },
  insertion: Insertion,
): void {
  const { name, part, sheet } = target;
  for (const row of sheet.rows) {
    // A formula inside the rows that are continued speaks of its own row, not of the new ones.
    const isContinued = row.row >= insertion.first && row.row <= insertion.after;
    const own = isContinued ? { ...insertion, grows: false } : insertion;
    row.row = shiftRow(row.row, insertion);
    for (const cell of row.cells) {
      // An array formula names its range in an attribute.
      const inner = cell.inner.includes(' ref=') ? shiftAttributes(cell.inner, own) : cell.inner;
      cell.inner = shiftFormulasIn(inner, ['f'], name, name, own);
    }
  }
  sheet.head = shiftAttributes(sheet.head, insertion);
  sheet.tail = shiftFormulasIn(
    shiftAttributes(sheet.tail, insertion),
    ['formula', 'formula1', 'formula2'],
    name,
    name,
    insertion,
  );
  for (const other of parts.sheets) {
    if (other.part === part) continue;
    const xml = pkg.text(other.part);
    if (!speaksOf(xml, name)) continue;
    const parsed = parseSheet(xml);
    spreadSharedFormulas(parsed);
    for (const { cells } of parsed.rows) {
      for (const cell of cells) cell.inner = shiftFormulasIn(cell.inner, ['f'], other.name, name, insertion);
    }
    pkg.set(other.part, renderSheet(parsed));
  }
  pkg.set(parts.workbook, shiftFormulasIn(pkg.text(parts.workbook), ['definedName'], null, name, insertion));
  for (const relation of relationsOf(pkg, part)) shiftAttached(pkg, relation.type, relation.target, insertion);
}

/** Whether formulas of another sheet may refer to the sheet of this name. */
function speaksOf(xml: string, name: string): boolean {
  const text = unescapeXml(xml);
  return text.includes(`${name}!`) || text.includes(`${name.replaceAll("'", "''")}'!`);
}

/** The calculation order is rebuilt by the program; results that depend on ours are computed when the file is opened. */
export function askForCalculation(pkg: OfficePackage, parts: WorkbookParts): void {
  const chain = relationsOf(pkg, parts.workbook).find((relation) => relation.type.endsWith('/calcChain'));
  if (chain) removePart(pkg, chain.target, parts.workbook);
  const xml = pkg.text(parts.workbook);
  const known = findElement(xml, 'calcPr');
  if (known) {
    const attributes = attributesOf(known.tag.rest);
    attributes.set('fullCalcOnLoad', '1');
    pkg.set(
      parts.workbook,
      `${xml.slice(0, known.tag.start)}<${known.tag.qualified}${attributeText(attributes)}/>${xml.slice(known.end)}`,
    );
    return;
  }
  // Its place is behind the sheets and defined names.
  const before =
    findElement(xml, 'definedNames') ?? findElement(xml, 'externalReferences') ?? findElement(xml, 'sheets');
  if (!before) return;
  const prefix = before.tag.qualified.slice(0, before.tag.qualified.length - before.tag.name.length);
  pkg.set(
    parts.workbook,
    `${xml.slice(0, before.end)}<${prefix}calcPr calcId="0" fullCalcOnLoad="1"/>${xml.slice(before.end)}`,
  );
}

function shiftFormulasIn(
  xml: string,
  names: readonly string[],
  home: string | null,
  sheet: string,
  insertion: Insertion,
): string {
  let out = '';
  let done = 0;
  for (const tag of tagsOf(xml)) {
    if (tag.kind !== 'open' || !names.includes(tag.name)) continue;
    const end = xml.indexOf('<', tag.end);
    if (end < 0) break;
    const shifted = escapeXml(shiftReferences(unescapeXml(xml.slice(tag.end, end)), home, sheet, insertion));
    out += xml.slice(done, tag.end) + shifted;
    done = end;
  }
  return out + xml.slice(done);
}

/** Attributes that hold ranges of the sheet itself, and manual page breaks. */
function shiftAttributes(xml: string, insertion: Insertion): string {
  let out = '';
  let done = 0;
  for (const tag of tagsOf(xml)) {
    if (tag.kind === 'close') continue;
    const attributes = attributesOf(tag.rest);
    let changed = false;
    for (const [name, value] of attributes) {
      const isRange = name === 'ref' || name === 'sqref' || name === 'topLeftCell' || name === 'activeCell';
      const isBreak = name === 'id' && tag.name === 'brk';
      if (!isRange && !isBreak) continue;
      // A merge that ends where rows are added is not a rule about them.
      const own = tag.name === 'mergeCell' || tag.name === 'pane' ? { ...insertion, grows: false } : insertion;
      const next = isBreak ? String(shiftRow(Number(value), insertion)) : shiftRanges(value, own);
      if (next !== value) changed = true;
      attributes.set(name, next);
    }
    if (!changed) continue;
    const end = tag.kind === 'empty' ? '/>' : '>';
    out += `${xml.slice(done, tag.start)}<${tag.qualified}${attributeText(attributes)}${end}`;
    done = tag.end;
  }
  return out + xml.slice(done);
}

/** Comments, their boxes, drawings and tables of the sheet. */
function shiftAttached(pkg: OfficePackage, type: string, part: string, insertion: Insertion): void {
  if (!pkg.has(part)) return;
  if (/\/(?:comments|table|threadedComment)$/.test(type)) {
    pkg.set(part, shiftAttributes(pkg.text(part), insertion));
  } else if (type.endsWith('/drawing')) {
    pkg.set(part, shiftNumbers(pkg.text(part), /(<(?:\w+:)?row>)(\d+)(?=<)/g, insertion));
  } else if (type.endsWith('/vmlDrawing')) {
    const rows = shiftNumbers(pkg.text(part), /(<x:Row>\s*)(\d+)(?=\s*<)/g, insertion);
    pkg.set(
      part,
      rows.replace(/(<x:Anchor>)([^<]*)(?=<)/g, (_, start: string, anchor: string) => {
        const numbers = anchor.split(',').map(Number);
        for (const at of [2, 6]) numbers[at] = shiftRow((numbers[at] ?? 0) + 1, insertion) - 1;
        return start + numbers.join(', ');
      }),
    );
  }
}

/** Row numbers that count from zero. */
function shiftNumbers(xml: string, pattern: RegExp, insertion: Insertion): string {
  return xml.replace(pattern, (_, start: string, row: string) => `${start}${shiftRow(Number(row) + 1, insertion) - 1}`);
}
