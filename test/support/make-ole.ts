// OLE2 containers by hand: streams in the root, streams of embedded objects in storages, and broken directories.

export interface OleStream {
  name: string;
  content: Buffer;
}

/** A storage with the streams inside it. */
export interface OleStorage {
  name: string;
  streams: readonly (OleStream | OleStorage)[];
}

interface Entry {
  name: string;
  type: number;
  content: Buffer | null;
  right: number;
  child: number;
  start: number;
}

const SECTOR = 512;
/** Streams from this size on need no sectors of their own kind. */
const CUTOFF = 4096;
const END = 0xfffffffe;
const NONE = 0xffffffff;

/** A container with one stream in its root. */
export function makeOle(streamName: string, content: Buffer = Buffer.alloc(0)): Buffer {
  return makeOleTree([{ name: streamName, content }]);
}

/** A container of streams and storages; siblings hang on each other to the right, in the order given. */
export function makeOleTree(root: readonly (OleStream | OleStorage)[]): Buffer {
  const entries: Entry[] = [entryOf('Root Entry', 5, null)];
  addAll(entries, 0, root);
  const body: Buffer[] = [];
  const links: number[] = [];
  const place = (content: Buffer): number => {
    const count = Math.ceil(content.length / SECTOR);
    const start = links.length;
    for (let i = 1; i < count; i++) links.push(start + i);
    links.push(END);
    body.push(content, Buffer.alloc(count * SECTOR - content.length));
    return start;
  };
  for (const entry of entries) {
    if (!entry.content) continue;
    if (entry.content.length < CUTOFF)
      entry.content = Buffer.concat([entry.content, Buffer.alloc(CUTOFF - entry.content.length)]);
    entry.start = place(entry.content);
  }
  const directoryStart = place(Buffer.concat(entries.map(entryBytes)));
  let tables = 1;
  while (tables * 128 < links.length + tables) tables++;
  const tableStart = links.length;
  for (let i = 0; i < tables; i++) links.push(0xfffffffd);
  const table = Buffer.alloc(tables * SECTOR, 0xff);
  for (const [i, link] of links.entries()) table.writeUInt32LE(link, i * 4);
  return Buffer.concat([header(directoryStart, tableStart, tables), ...body, table]);
}

function addAll(entries: Entry[], parent: number, items: readonly (OleStream | OleStorage)[]): void {
  let last = -1;
  for (const item of items) {
    const at = entries.length;
    const entry = 'content' in item ? entryOf(item.name, 2, item.content) : entryOf(item.name, 1, null);
    entries.push(entry);
    if (last < 0) (entries[parent] as Entry).child = at;
    else (entries[last] as Entry).right = at;
    last = at;
    if ('streams' in item) addAll(entries, at, item.streams);
  }
}

function entryOf(name: string, type: number, content: Buffer | null): Entry {
  return { name, type, content, right: NONE, child: NONE, start: END };
}

function entryBytes({ name, type, content, right, child, start }: Entry): Buffer {
  const bytes = Buffer.alloc(128);
  bytes.write(name, 0, 'utf16le');
  bytes.writeUInt16LE(name.length * 2 + 2, 64);
  bytes[66] = type;
  bytes.writeUInt32LE(NONE, 68);
  bytes.writeUInt32LE(right, 72);
  bytes.writeUInt32LE(child, 76);
  bytes.writeUInt32LE(start, 116);
  bytes.writeUInt32LE(content?.length ?? 0, 120);
  return bytes;
}

function header(directoryStart: number, tableStart: number, tables: number): Buffer {
  const bytes = Buffer.alloc(SECTOR);
  Buffer.from('d0cf11e0a1b11ae1', 'hex').copy(bytes);
  bytes.writeUInt16LE(0x3e, 24);
  bytes.writeUInt16LE(3, 26);
  bytes.writeUInt16LE(0xfffe, 28);
  bytes.writeUInt16LE(9, 30);
  bytes.writeUInt16LE(6, 32);
  bytes.writeUInt32LE(tables, 44);
  bytes.writeUInt32LE(directoryStart, 48);
  bytes.writeUInt32LE(CUTOFF, 56);
  bytes.writeUInt32LE(END, 60);
  bytes.writeUInt32LE(END, 68);
  bytes.fill(0xff, 76);
  for (let i = 0; i < tables; i++) bytes.writeUInt32LE(tableStart + i, 76 + i * 4);
  return bytes;
}
