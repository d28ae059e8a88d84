// What a workbook with a password looks like on the disk: a head, the whole content in sealed pieces, then one sealed block
// for each later step with the pages that it changed. Each block names the one before it. A mark in the head says how far
// the file holds: a step counts from the moment that it is written. It stands there twice, written one after the other, so
// that one of them is whole whatever happens.
//
//   0           how the key is made, and a proof of it (vault-key.ts)
//   1024, 2048  mark: steps u64, length of the file u64, last tag 16 bytes, proof 32 bytes
//   4096…       blocks: length u32, then nonce, sealed bytes, tag
//
// Sealed in a block: total length of the content u64, then pieces: page number u32, 4096 bytes (the last may be shorter).
import { HEAD_BYTES, headOf, macOf, seal, tagOf, unseal, VaultDamage, type VaultKey } from './vault-key.ts';

const PAGE = 4096;
const PIECE = 4 + PAGE;
/** Pages in a block of the first writing. */
const BLOCK_PAGES = 256;
/** Where in the head the mark stands. */
export const MARK_PLACES = [1024, 2048] as const;
const MARK_BYTES = 8 + 8 + 16;
const MOST_PLAIN = 4 * 2 ** 30;

/** Up to where a file holds. */
export interface VaultMark {
  steps: number;
  length: number;
  tag: Buffer;
}

/** A new file with this content. */
export function sealWhole(key: VaultKey, plain: Uint8Array): { bytes: Buffer; mark: VaultMark } {
  const pages = Math.ceil(plain.length / PAGE);
  const head = Buffer.alloc(HEAD_BYTES);
  key.head.copy(head);
  const parts: Buffer[] = [head];
  let mark = firstMark(key);
  for (let first = 0; first === 0 || first < pages; first += BLOCK_PAGES) {
    const own = Array.from({ length: Math.min(BLOCK_PAGES, pages - first) }, (_, at) => first + at);
    const block = sealPages(key, plain, own, mark);
    parts.push(block.bytes);
    mark = block.mark;
  }
  // A new file has one step: its content.
  mark = { ...mark, steps: 1 };
  const bytes = Buffer.concat(parts);
  for (const place of MARK_PLACES) markBytes(key, mark).copy(bytes, place);
  return { bytes, mark };
}

/** The block of one more step: the pages in which the content now differs; null where none does. */
export function sealStep(
  key: VaultKey,
  before: Uint8Array,
  now: Uint8Array,
  mark: VaultMark,
): { bytes: Buffer; mark: VaultMark } | null {
  const changed: number[] = [];
  for (let page = 0; page * PAGE < now.length; page += 1) {
    const [from, to] = [page * PAGE, (page + 1) * PAGE];
    if (Buffer.compare(before.subarray(from, to), now.subarray(from, to)) !== 0) changed.push(page);
  }
  if (changed.length === 0 && before.length === now.length) return null;
  const block = sealPages(key, now, changed, mark);
  return { ...block, mark: { ...block.mark, steps: mark.steps + 1 } };
}

export interface OpenedVault {
  plain: Buffer;
  mark: VaultMark;
  /** Both marks say the same and nothing else stands in the head; a program that was killed leaves two different ones. */
  isHeadWhole: boolean;
}

/** The content of a file, and how far it holds. Throws VaultDamage where a byte of it was changed. */
export function openWhole(key: VaultKey, bytes: Buffer): OpenedVault {
  const { mark, isHeadWhole } = readMark(key, bytes);
  let plain: Buffer = Buffer.alloc(0);
  let before = firstMark(key);
  while (before.length < mark.length) {
    const start = before.length + 4;
    const end = start <= bytes.length ? start + bytes.readUInt32BE(before.length) : Number.POSITIVE_INFINITY;
    if (end > mark.length || end > bytes.length) throw new VaultDamage('内容缺了一段');
    const sealed = bytes.subarray(start, end);
    const block = unseal(key, sealed, before.tag);
    if (block === null) throw new VaultDamage(`第 ${before.length} 字节起的一段被改过`);
    plain = applyPages(plain, block);
    before = { steps: mark.steps, length: end, tag: Buffer.from(tagOf(sealed)) };
  }
  if (!before.tag.equals(mark.tag)) throw new VaultDamage('最后一步与文件头不符');
  return { plain, mark, isHeadWhole };
}

/** What can be read of a damaged file: the content up to the last block that is as it was written. Throws VaultDamage. */
export function openAsFarAsItGoes(key: VaultKey, bytes: Buffer): Buffer {
  let plain: Buffer = Buffer.alloc(0);
  let before = firstMark(key);
  while (before.length + 4 <= bytes.length) {
    const start = before.length + 4;
    const end = start + bytes.readUInt32BE(before.length);
    const sealed = bytes.subarray(start, end);
    const block = end > bytes.length ? null : unseal(key, sealed, before.tag);
    if (block === null) break;
    plain = applyPages(plain, block);
    before = { steps: 0, length: end, tag: Buffer.from(tagOf(sealed)) };
  }
  if (plain.length === 0) throw new VaultDamage('一段完好的内容也没有');
  return plain;
}

/** The bytes of a mark. */
export function markBytes(key: VaultKey, { steps, length, tag }: VaultMark): Buffer {
  const bytes = Buffer.alloc(MARK_BYTES);
  bytes.writeBigUInt64BE(BigInt(steps), 0);
  bytes.writeBigUInt64BE(BigInt(length), 8);
  tag.copy(bytes, 16);
  return Buffer.concat([bytes, macOf(key, bytes)]);
}

function readMark(key: VaultKey, bytes: Buffer): Pick<OpenedVault, 'mark' | 'isHeadWhole'> {
  const marks = MARK_PLACES.flatMap((at): VaultMark[] => {
    const [own, proof] = [bytes.subarray(at, at + MARK_BYTES), bytes.subarray(at + MARK_BYTES, at + MARK_BYTES + 32)];
    if (own.length < MARK_BYTES || !macOf(key, own).equals(proof)) return [];
    const [steps, length] = [Number(own.readBigUInt64BE(0)), Number(own.readBigUInt64BE(8))];
    return [{ steps, length, tag: Buffer.from(own.subarray(16)) }];
  });
  const last = marks.sort((a, b) => b.steps - a.steps)[0];
  if (!last) throw new VaultDamage('文件头被改过');
  const known = Buffer.alloc(HEAD_BYTES);
  headOf(bytes).copy(known);
  for (const place of MARK_PLACES) markBytes(key, last).copy(known, place);
  return { mark: last, isHeadWhole: known.equals(bytes.subarray(0, HEAD_BYTES)) };
}

/** The first block names the head. */
function firstMark(key: VaultKey): VaultMark {
  return { steps: 0, length: HEAD_BYTES, tag: macOf(key, headOf(key.head)).subarray(0, 16) };
}

function sealPages(key: VaultKey, plain: Uint8Array, pages: readonly number[], before: VaultMark) {
  const block = Buffer.alloc(8 + pages.length * PIECE);
  block.writeBigUInt64BE(BigInt(plain.length));
  pages.forEach((page, index) => {
    const at = 8 + index * PIECE;
    block.writeUInt32BE(page, at);
    block.set(plain.subarray(page * PAGE, (page + 1) * PAGE), at + 4);
  });
  const sealed = seal(key, block, before.tag);
  const bytes = Buffer.alloc(4 + sealed.length);
  bytes.writeUInt32BE(sealed.length);
  sealed.copy(bytes, 4);
  const mark: VaultMark = {
    steps: before.steps,
    length: before.length + bytes.length,
    tag: Buffer.from(tagOf(sealed)),
  };
  return { bytes, mark };
}

/** Writes the pages of a block into the content, which is given back: another one where its length changed. */
function applyPages(before: Buffer, block: Buffer): Buffer {
  const length = Number(block.readBigUInt64BE(0));
  if (length > MOST_PLAIN) throw new VaultDamage('内容的长度不对');
  let plain = before;
  if (length !== before.length) {
    plain = Buffer.alloc(length);
    before.copy(plain);
  }
  for (let at = 8; at < block.length; at += PIECE) {
    const from = block.readUInt32BE(at) * PAGE;
    block.copy(plain, from, at + 4, at + 4 + Math.min(PAGE, length - from));
  }
  return plain;
}
