// Reads .xlsx and .xlsm: follows the relationships from the package to its sheets and streams each part once.
import { posix } from 'node:path';
import { type CellSink, embeddedNote } from './cell-sink.ts';
import type { ReadBudget } from './limits.ts';
import { damaged, notAWorkbook, ReadError } from './read-error.ts';
import { createSheetHandler, type SheetHandler } from './xlsx-sheet.ts';
import { createStringsHandler, type SharedStrings } from './xlsx-strings.ts';
import { type CellStyles, createStylesHandler, NO_STYLES } from './xlsx-styles.ts';
import { createXmlScanner, type XmlHandler } from './xml-scanner.ts';
import type { ZipArchive } from './zip.ts';

interface Relation {
  id: string;
  /** Last word of the type: 'worksheet', 'sharedStrings', ... the same in strict and transitional files. */
  type: string;
  target: string;
}

interface SheetEntry {
  name: string;
  hidden: boolean;
  relation: string;
}

/** Reads all sheets of an opened package into the sink. */
export async function readXlsx(zip: ZipArchive, sink: CellSink, budget: ReadBudget): Promise<void> {
  const bookPart = await findWorkbookPart(zip);
  if (bookPart.endsWith('.bin')) {
    throw new ReadError('cannot-read', '这是二进制工作簿（.xlsb）。请在 Excel 或 WPS 中另存为 .xlsx 后再导入。');
  }
  const relations = await readRelations(zip, bookPart);
  const { sheets, epoch1904, asksForCalculation } = await readBook(zip, bookPart);
  if (asksForCalculation) sink.askForCalculation();
  const objects = zip.names.filter((name) => /^xl\/embeddings\//i.test(name)).length;
  if (objects > 0) sink.note(embeddedNote(objects));
  if (zip.names.some((name) => /vbaProject\.bin$/i.test(name))) sink.note('文件带有宏，宏没有运行，也不导入。');

  const part = (type: string) => relations.find((relation) => relation.type === type)?.target;
  const stringsPart = part('sharedStrings');
  const stylesPart = part('styles');
  const targets = sheets.map((sheet) => relations.find((relation) => relation.id === sheet.relation));
  const meter = createMeter(zip, sink, [stringsPart, ...targets.map((target) => target?.target)]);

  let styles: CellStyles = NO_STYLES;
  if (stylesPart !== undefined && zip.has(stylesPart)) {
    const handler = createStylesHandler();
    await scanPart(zip, stylesPart, handler);
    styles = handler.finish();
  }
  let strings: SharedStrings = { ids: new Int32Array(0), count: 0 };
  if (stringsPart !== undefined && zip.has(stringsPart)) {
    const handler = createStringsHandler(sink, budget);
    await scanPart(zip, stringsPart, handler, meter);
    strings = handler.finish();
  }
  for (const [i, sheet] of sheets.entries()) {
    const target = targets[i];
    if (!target) throw damaged(`缺少表“${sheet.name}”的内容`);
    if (target.type !== 'worksheet') {
      sink.note(`“${sheet.name}”不是表格（图表或宏表），没有读取。`);
      continue;
    }
    sink.beginSheet(sheet.name, sheet.hidden);
    const handler: SheetHandler = createSheetHandler(sheet.name, { sink, budget, strings, styles, epoch1904 });
    await scanPart(zip, target.target, handler, meter);
    handler.finish();
  }
}

/** 'xl/workbook.xml' by the package's own relationships; some producers put it elsewhere. */
async function findWorkbookPart(zip: ZipArchive): Promise<string> {
  const main = (await readRelations(zip, '')).find((relation) => relation.type === 'officeDocument')?.target;
  for (const candidate of [main, 'xl/workbook.xml', 'xl/workbook.bin']) {
    if (candidate !== undefined && zip.has(candidate)) return candidate;
  }
  throw damaged('缺少工作簿目录 xl/workbook.xml');
}

async function readRelations(zip: ZipArchive, part: string): Promise<Relation[]> {
  const folder = posix.dirname(part);
  const relsPart = posix.join(folder, '_rels', `${posix.basename(part)}.rels`);
  const relations: Relation[] = [];
  if (!zip.has(relsPart)) return relations;
  await scanPart(zip, relsPart, {
    open(name, tag) {
      if (name !== 'Relationship' || tag.word('TargetMode') === 'External') return;
      const target = (tag.word('Target') ?? '').replaceAll('\\', '/');
      relations.push({
        id: tag.word('Id') ?? '',
        type: (tag.word('Type') ?? '').split('/').at(-1) ?? '',
        target: posix.normalize(target.startsWith('/') ? target.slice(1) : posix.join(folder, target)),
      });
    },
    close() {},
  });
  return relations;
}

interface Book {
  sheets: SheetEntry[];
  epoch1904: boolean;
  /** fullCalcOnLoad, or saved before the calculation was done. */
  asksForCalculation: boolean;
}

async function readBook(zip: ZipArchive, part: string): Promise<Book> {
  const sheets: SheetEntry[] = [];
  let epoch1904 = false;
  let asksForCalculation = false;
  await scanPart(zip, part, {
    open(name, tag, scanner) {
      if (scanner.depth === 1 && name !== 'workbook') throw notAWorkbook();
      if (name === 'workbookPr') epoch1904 = isTrue(tag.word('date1904'));
      if (name === 'calcPr')
        asksForCalculation = isTrue(tag.word('fullCalcOnLoad')) || /^(0|false)$/.test(tag.word('calcCompleted') ?? '');
      if (name !== 'sheet') return;
      const state = tag.word('state') ?? 'visible';
      sheets.push({ name: tag.attribute('name') ?? '', hidden: state !== 'visible', relation: tag.word('id') ?? '' });
    },
    close() {},
  });
  return { sheets, epoch1904, asksForCalculation };
}

export function isTrue(value: string | undefined): boolean {
  return value === '1' || value === 'true' || value === 'on';
}

async function scanPart(
  zip: ZipArchive,
  part: string,
  handler: XmlHandler,
  meter?: (bytes: number) => void,
): Promise<void> {
  const scanner = createXmlScanner(handler, zip.budget);
  for await (const piece of zip.pieces(part)) {
    scanner.push(piece);
    meter?.(piece.length);
  }
  scanner.end();
}

function createMeter(zip: ZipArchive, sink: CellSink, parts: (string | undefined)[]): (bytes: number) => void {
  const total = parts.reduce((sum, part) => sum + (part !== undefined && zip.has(part) ? zip.size(part) : 0), 0);
  let done = 0;
  return (bytes) => {
    done += bytes;
    sink.progress(done, total);
  };
}
