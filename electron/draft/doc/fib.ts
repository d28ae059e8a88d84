// The head of a Word 97–2003 document ([MS-DOC] 2.5): how long its parts are, and where in the table stream each list lies.
import type { OleFile } from '#electron/excel/read/ole.ts';
import { damaged, ReadError } from '#electron/excel/read/read-error.ts';
import { DraftRefusal } from '../draft-error.ts';

/** Places of the lists in FibRgFcLcb97. */
const PARTS = {
  styles: 1,
  noteMarks: 2,
  noteTexts: 3,
  characterPages: 12,
  paragraphPages: 13,
  pieces: 33,
  shapes: 40,
  endnoteMarks: 46,
  endnoteTexts: 47,
  boxTexts: 56,
  lists: 73,
  listUses: 74,
} as const;

export type DocPart = keyof typeof PARTS;

export interface WordHead {
  /** The stream with the text, and the one with the lists. */
  main: Buffer;
  table: Buffer;
  /** The stream with what is too large for a page of properties. */
  data: Buffer;
  /** Characters of the text, the notes, what stands between, comments, endnotes and text boxes, in this order. */
  lengths: {
    text: number;
    notes: number;
    heads: number;
    macros: number;
    comments: number;
    endnotes: number;
    boxes: number;
  };
  /** A list of the table stream; empty where the document has none. */
  part(name: DocPart): Buffer;
  /** Everything of the table stream behind the list: the levels of lists lie there. */
  behind(name: DocPart): Buffer;
}

const WORD_97 = 0xa5ec;
const OLDEST = 193;

/** Throws ReadError damaged and encrypted, DraftRefusal for documents of Word 95 and older. */
export function readHead(ole: OleFile): WordHead {
  const main = ole.stream('WordDocument');
  if (main.length < 512) throw damaged('正文部分不完整');
  const version = main.readUInt16LE(2);
  if (main.readUInt16LE(0) !== WORD_97 || version < OLDEST)
    throw new DraftRefusal(
      'unsupported-file',
      '这是 Word 95 或更早的文档，没有读取。',
      '请用 Word 或 WPS 打开，另存为 .docx 后再选。',
    );
  const flags = main.readUInt16LE(10);
  if ((flags & 0x0100) !== 0) throw new ReadError('encrypted', '文稿设了打开密码，无法读取。');
  const table = ole.stream((flags & 0x0200) !== 0 ? '1Table' : '0Table');
  const count = main.readUInt16LE(0x98);
  const locate = (name: DocPart): [from: number, size: number] => {
    const at = 0x9a + PARTS[name] * 8;
    if (PARTS[name] >= count || at + 8 > main.length) return [0, 0];
    const [from, size] = [main.readUInt32LE(at), main.readUInt32LE(at + 4)];
    if (from + size > table.length) throw damaged('登记的位置超出文件');
    return [from, size];
  };
  const length = (at: number): number => {
    const value = main.readInt32LE(at);
    if (value < 0 || value > main.length) throw damaged('登记的字数超出文件');
    return value;
  };
  return {
    main,
    table,
    data: ole.has('Data') ? ole.stream('Data') : Buffer.alloc(0),
    lengths: {
      text: length(0x4c),
      notes: length(0x50),
      heads: length(0x54),
      macros: length(0x58),
      comments: length(0x5c),
      endnotes: length(0x60),
      boxes: length(0x64),
    },
    part(name) {
      const [from, size] = locate(name);
      return table.subarray(from, from + size);
    },
    behind(name) {
      const [from, size] = locate(name);
      return size === 0 ? Buffer.alloc(0) : table.subarray(from + size);
    },
  };
}
