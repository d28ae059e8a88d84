// The OLE2 container of .xls, .et and encrypted files: the streams of its root, read with every offset checked.
import { type DirectoryEntry, entriesOfRoot, readDirectory } from './ole-directory.ts';
import { damaged } from './read-error.ts';

/** What lies in the root itself. What embedded objects keep in storages of their own is never handed out. */
export interface OleFile {
  has(name: string): boolean;
  /** The whole stream; damaged when its chain leaves the file or runs in a circle. */
  stream(name: string): Buffer;
  /** Names of the storages: one for each embedded object, one for macros. */
  readonly storages: readonly string[];
}

const END_OF_CHAIN = 0xfffffffe;
const HEADER_FAT_SECTORS = 109;

export function openOle(bytes: Buffer): OleFile {
  if (bytes.length < 512) throw damaged('文件头不完整');
  const sectorShift = bytes.readUInt16LE(30);
  const miniShift = bytes.readUInt16LE(32);
  if ((sectorShift !== 9 && sectorShift !== 12) || miniShift !== 6) throw damaged('文件头无法识别');
  const sectorSize = 1 << sectorShift;
  const sectorCount = Math.ceil((bytes.length - sectorSize) / sectorSize);

  const fat = readFat();
  const root = chain(bytes.readUInt32LE(48));
  const directory = readDirectory(root);
  const rootEntry = directory[0] as DirectoryEntry;
  const miniCutoff = bytes.readUInt32LE(56);
  const entries = entriesOfRoot(directory);
  const streams = new Map<string, DirectoryEntry>();
  for (const entry of entries) {
    const key = entry.name.toLowerCase();
    if (entry.kind === 'stream' && !streams.has(key)) streams.set(key, entry);
  }

  return {
    has: (name) => streams.has(name.toLowerCase()),
    stream(name) {
      const entry = streams.get(name.toLowerCase());
      if (!entry) throw damaged(`缺少“${name}”部分`);
      if (entry.size > bytes.length) throw damaged(`“${name}”登记的大小超过文件本身`);
      const content = entry.size < miniCutoff ? miniStream(entry) : chain(entry.start);
      if (content.length < entry.size) throw damaged('文件不完整，可能没有下载完整');
      return content.subarray(0, entry.size);
    },
    storages: entries.filter((entry) => entry.kind === 'storage').map((entry) => entry.name),
  };

  function sector(index: number): Buffer {
    const start = (index + 1) * sectorSize;
    if (index >= sectorCount || start >= bytes.length) throw damaged('文件不完整，可能没有下载完整');
    return bytes.subarray(start, start + sectorSize);
  }

  function readFat(): Uint32Array {
    const sectors: number[] = [];
    for (let i = 0; i < HEADER_FAT_SECTORS; i++) sectors.push(bytes.readUInt32LE(76 + i * 4));
    let next = bytes.readUInt32LE(68);
    for (let guard = 0; next < END_OF_CHAIN - 3 && guard <= sectorCount; guard++) {
      const difat = sector(next);
      for (let at = 0; at + 8 <= difat.length; at += 4) sectors.push(difat.readUInt32LE(at));
      next = difat.length === sectorSize ? difat.readUInt32LE(sectorSize - 4) : END_OF_CHAIN;
    }
    const used = sectors.filter((index) => index < END_OF_CHAIN - 3);
    if (used.length === 0 || used.length > sectorCount) throw damaged('扇区表无法识别');
    const table = new Uint32Array((used.length * sectorSize) / 4).fill(END_OF_CHAIN);
    used.forEach((index, i) => {
      const content = sector(index);
      for (let at = 0; at + 4 <= content.length; at += 4) table[(i * sectorSize + at) / 4] = content.readUInt32LE(at);
    });
    return table;
  }

  function chain(first: number): Buffer {
    const pieces: Buffer[] = [];
    let inOrder = true;
    for (let index = first; index < END_OF_CHAIN - 3; index = fat[index] ?? END_OF_CHAIN) {
      if (pieces.length > sectorCount) throw damaged('扇区表首尾相接');
      if (index !== first + pieces.length) inOrder = false;
      pieces.push(sector(index));
    }
    // Most programs write a stream in one run: then it need not be copied.
    if (inOrder && pieces.length > 0) {
      const start = (first + 1) * sectorSize;
      return bytes.subarray(start, start + pieces.length * sectorSize);
    }
    return Buffer.concat(pieces);
  }

  function miniStream(entry: DirectoryEntry): Buffer {
    const container = chain(rootEntry.start);
    const miniFat = chain(bytes.readUInt32LE(60));
    const pieces: Buffer[] = [];
    let index = entry.start;
    while (index < END_OF_CHAIN - 3 && pieces.length * 64 < entry.size) {
      if ((index + 1) * 64 > container.length + 63 || index * 4 + 4 > miniFat.length) throw damaged('小扇区表无法识别');
      pieces.push(container.subarray(index * 64, index * 64 + 64));
      index = miniFat.readUInt32LE(index * 4);
    }
    return Buffer.concat(pieces);
  }
}
