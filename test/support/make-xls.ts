// .xls files record by record: what no writing library offers (old versions, hidden things, shared formulas, broken parts).
import { makeOle } from './make-ole.ts';

/** One record: its type and its fields; a number is two bytes, a text its Latin-1 bytes, a buffer itself. */
export function record(type: number, ...fields: (number | string | Buffer)[]): Buffer {
  const data = Buffer.concat(fields.map(bytesOf));
  return Buffer.concat([bytesOf(type), bytesOf(data.length), data]);
}

function bytesOf(field: number | string | Buffer): Buffer {
  if (typeof field === 'string') return Buffer.from(field, 'latin1');
  if (typeof field !== 'number') return field;
  const bytes = Buffer.alloc(2);
  bytes.writeUInt16LE(field);
  return bytes;
}

export function u32(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value);
  return bytes;
}

export function double(value: number): Buffer {
  const bytes = Buffer.alloc(8);
  bytes.writeDoubleLE(value);
  return bytes;
}

/** A BIFF8 text: count of characters (16 bits), width flag, UTF-16. */
export function wide(text: string): Buffer {
  return Buffer.concat([bytesOf(text.length), Buffer.from([1]), Buffer.from(text, 'utf16le')]);
}

export interface XlsSheetSource {
  name: string;
  records: Buffer[];
  /** 0 visible, 1 hidden, 2 very hidden. */
  state?: number;
}

/** A whole BIFF8 file. `globals` come before the list of sheets. */
export function makeXls(sheets: readonly XlsSheetSource[], globals: readonly Buffer[] = []): Buffer {
  return makeOle('Workbook', makeXlsStream(sheets, globals));
}

/** The records of such a file without the container. */
export function makeXlsStream(sheets: readonly XlsSheetSource[], globals: readonly Buffer[] = []): Buffer {
  const bof = (type: number) => record(0x0809, 0x0600, type, 0, 0, u32(0), u32(6));
  const entries = (positions: number[]) =>
    sheets.map((sheet, i) =>
      record(
        0x0085,
        u32(positions[i] ?? 0),
        Buffer.from([sheet.state ?? 0, 0, sheet.name.length, 1]),
        Buffer.from(sheet.name, 'utf16le'),
      ),
    );
  const bodies = sheets.map((sheet) => Buffer.concat([bof(0x0010), ...sheet.records, record(0x000a)]));
  const head = (positions: number[]) => Buffer.concat([bof(0x0005), ...globals, ...entries(positions), record(0x000a)]);
  let at = head([]).length;
  const positions = bodies.map((body) => {
    at += body.length;
    return at - body.length;
  });
  return Buffer.concat([head(positions), ...bodies]);
}

/** A file of Excel 95 with one sheet S, texts in the code page of its bytes. */
export function makeExcel95(records: readonly Buffer[]): Buffer {
  return makeOle('Book', makeExcel95Stream(records));
}

export function makeExcel95Stream(records: readonly Buffer[], globals: readonly Buffer[] = []): Buffer {
  const head = (at: number) =>
    Buffer.concat([
      record(0x0809, 0x0500, 0x0005, 0, 0),
      ...globals,
      record(0x0042, 936),
      record(0x0085, u32(at), 0, Buffer.from([1]), 'S'),
      record(0x000a),
    ]);
  const body = Buffer.concat([record(0x0809, 0x0500, 0x0010, 0, 0), ...records, record(0x000a)]);
  return Buffer.concat([head(head(0).length), body]);
}
