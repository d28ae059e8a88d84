// Pages of 512 bytes with the properties of paragraphs and of characters ([MS-DOC] 2.9.175, 2.9.33): which stretch of the
// file has which.
import { damaged } from '#electron/excel/read/read-error.ts';
import type { WordHead } from './fib.ts';

/** A stretch of the file (bytes) and its properties. */
export interface Stretch {
  from: number;
  to: number;
  properties: Buffer;
}

const PAGE = 512;
const NOTHING = Buffer.alloc(0);

/** In the order of the file. The properties of a paragraph begin with the number of its style. */
export function readPages(head: WordHead, kind: 'characterPages' | 'paragraphPages'): Stretch[] {
  const list = head.part(kind);
  const count = Math.floor((list.length - 4) / 8);
  const stretches: Stretch[] = [];
  for (let i = 0; i < count; i++) {
    const start = (list.readUInt32LE((count + 1) * 4 + i * 4) & 0x3fffff) * PAGE;
    if (start + PAGE > head.main.length) throw damaged('文件不完整，可能没有下载完整');
    readPage(head.main.subarray(start, start + PAGE), kind === 'paragraphPages', stretches);
  }
  return stretches.sort((a, b) => a.from - b.from);
}

function readPage(page: Buffer, isParagraphs: boolean, stretches: Stretch[]): void {
  const count = page[PAGE - 1] as number;
  const entry = isParagraphs ? 13 : 1;
  const entries = (count + 1) * 4;
  if (entries + count * entry > PAGE - 1) throw damaged('格式表无法识别');
  for (let i = 0; i < count; i++) {
    const at = (page[entries + i * entry] as number) * 2;
    const properties = at === 0 ? NOTHING : isParagraphs ? paragraphAt(page, at) : charactersAt(page, at);
    stretches.push({ from: page.readUInt32LE(i * 4), to: page.readUInt32LE(i * 4 + 4), properties });
  }
}

function charactersAt(page: Buffer, at: number): Buffer {
  return page.subarray(at + 1, at + 1 + (page[at] as number));
}

/** The size stands in one byte, or after a zero in the next. */
function paragraphAt(page: Buffer, at: number): Buffer {
  const short = page[at] as number;
  if (short > 0) return page.subarray(at + 1, at + 2 * short);
  return page.subarray(at + 2, at + 2 + 2 * (page[at + 1] ?? 0));
}

/** The stretch that holds a byte of the file. */
export function stretchAt(stretches: readonly Stretch[], offset: number): Stretch | undefined {
  let low = 0;
  let high = stretches.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const stretch = stretches[middle] as Stretch;
    if (offset < stretch.from) high = middle - 1;
    else if (offset >= stretch.to) low = middle + 1;
    else return stretch;
  }
  return undefined;
}
