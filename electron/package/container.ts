// The file of a package (.xjpkg): a mark, the SHA-256 of all that follows, the manifest, a place for a signature, the parts,
// each packed. One way to write it and one to read it: whatever differs by a byte is no package of ours.
//
//   8 bytes mark · 32 hash of the rest · u32 + manifest (JSON) · u32 + signature · for each part u32 + deflated JSON
import { createHash } from 'node:crypto';
import { deflateRawSync, inflateRawSync } from 'node:zlib';
import {
  type Manifest,
  MOST_PART_BYTES,
  manifestSchema,
  PACKAGE_FORMAT,
  PART_NAMES,
  type PartName,
} from '#shared/package/manifest.ts';

const MARK = Buffer.from('XJPKG01\n');
const HASH_BYTES = 32;
const MOST_MANIFEST = 16 * 2 ** 20;
const MOST_SIGNATURE = 1024;
export const MOST_PACKAGE_BYTES = 256 * 2 ** 20;

/** Why bytes are no package that can be taken in, in Chinese. */
export class PackageFault extends Error {}

export type Parts = Partial<Record<PartName, readonly unknown[]>>;

export interface OpenedPackage {
  manifest: Manifest;
  /** The manifest as it stands in the file: what a signature signs. */
  manifestBytes: Buffer;
  signature: Buffer;
  parts: Parts;
  /** Hex SHA-256 of the whole file. */
  hash: string;
}

/** What of the manifest the container itself adds. */
export type ManifestHead = Omit<Manifest, 'parts' | 'format'>;

const sha256 = (bytes: Uint8Array): Buffer => createHash('sha256').update(bytes).digest();

/** Names a package: hex SHA-256 of the whole file. */
export function hashOf(bytes: Uint8Array): string {
  return sha256(bytes).toString('hex');
}

/** Whether bytes begin as a package does. */
export function isPackage(bytes: Uint8Array): boolean {
  return MARK.equals(bytes.subarray(0, MARK.length));
}

/** `sign` gives the signature of the manifest; [] for none. */
export function writeContainer(
  head: ManifestHead,
  parts: Parts,
  sign: (manifestBytes: Buffer) => Buffer = () => Buffer.alloc(0),
): Buffer {
  const packed = PART_NAMES.flatMap((name) => {
    const list = parts[name];
    if (!list) return [];
    const json = Buffer.from(JSON.stringify(list));
    const entry = { name, count: list.length, bytes: json.length, hash: sha256(json).toString('hex') };
    return [{ entry, deflated: deflateRawSync(json, { level: 6 }) }];
  });
  const manifest = { format: PACKAGE_FORMAT, ...head, parts: packed.map(({ entry }) => entry) };
  const manifestBytes = Buffer.from(JSON.stringify(manifest));
  const rest = Buffer.concat([
    ...sized(manifestBytes),
    ...sized(sign(manifestBytes)),
    ...packed.flatMap(({ deflated }) => sized(deflated)),
  ]);
  return Buffer.concat([MARK, sha256(rest), rest]);
}

function sized(bytes: Buffer): Buffer[] {
  const size = Buffer.alloc(4);
  size.writeUInt32BE(bytes.length);
  return [size, bytes];
}

/** Reads a package whole. Throws PackageFault for anything that was not written just so. */
export function readContainer(bytes: Buffer): OpenedPackage {
  if (!isPackage(bytes)) throw new PackageFault('不是本程序的上报包（.xjpkg），或者文件头已损坏');
  if (bytes.length > MOST_PACKAGE_BYTES) throw new PackageFault('文件太大，不是正常的上报包');
  const at = MARK.length + HASH_BYTES;
  if (bytes.length < at) throw new PackageFault('文件不完整，后面缺了一段');
  const rest = bytes.subarray(at);
  if (!sha256(rest).equals(bytes.subarray(MARK.length, at)))
    throw new PackageFault('文件不完整或被改动过（校验值不符），请对方重新发送');
  const take = makeTaker(rest);
  const manifestBytes = take.next(MOST_MANIFEST);
  const manifest = readManifest(manifestBytes);
  const signature = take.next(MOST_SIGNATURE);
  const parts: Parts = {};
  let last = -1;
  for (const { name, count, bytes: size, hash } of manifest.parts) {
    const place = PART_NAMES.indexOf(name);
    if (place <= last) throw new PackageFault(`清单里“${name}”的次序不对`);
    last = place;
    const json = inflate(take.next(MOST_PACKAGE_BYTES), size, name);
    if (sha256(json).toString('hex') !== hash) throw new PackageFault(`“${name}”与清单的校验值不符`);
    const list: unknown = JSON.parse(json.toString('utf8'));
    if (!Array.isArray(list) || list.length !== count) throw new PackageFault(`“${name}”的条数与清单不符`);
    parts[name] = list;
  }
  if (!take.isAtEnd()) throw new PackageFault('文件末尾有多余的内容');
  return { manifest, manifestBytes, signature, parts, hash: hashOf(bytes) };
}

function makeTaker(bytes: Buffer): { next(most: number): Buffer; isAtEnd(): boolean } {
  let at = 0;
  return {
    next(most) {
      if (at + 4 > bytes.length) throw new PackageFault('文件不完整，后面缺了一段');
      const size = bytes.readUInt32BE(at);
      if (size > most || at + 4 + size > bytes.length) throw new PackageFault('文件里一段的长度不对');
      at += 4 + size;
      return bytes.subarray(at - size, at);
    },
    isAtEnd: () => at === bytes.length,
  };
}

/** Never more than the manifest said: a small file cannot fill the memory. */
function inflate(deflated: Buffer, size: number, name: PartName): Buffer {
  if (size > MOST_PART_BYTES) throw new PackageFault(`“${name}”太大`);
  try {
    const json = inflateRawSync(deflated, { maxOutputLength: Math.max(size, 1) });
    if (json.length === size) return json;
  } catch {
    // Told below.
  }
  throw new PackageFault(`“${name}”解不开，或大小与清单不符`);
}

function readManifest(bytes: Buffer): Manifest {
  let value: unknown;
  try {
    value = JSON.parse(bytes.toString('utf8'));
  } catch {
    throw new PackageFault('清单读不出来');
  }
  const format = (value as { format?: unknown } | null)?.format;
  if (typeof format === 'number' && format > PACKAGE_FORMAT)
    throw new PackageFault(`这个包由更新的程序做成（格式 ${format}，本程序支持到 ${PACKAGE_FORMAT}），请先升级本程序`);
  const read = manifestSchema.safeParse(value);
  if (!read.success) throw new PackageFault(`清单不合规定：${issueText(read.error.issues)}`);
  // One text for one meaning: doubled keys, odd blanks and other spellings of the same are none of ours.
  if (JSON.stringify(value) !== bytes.toString('utf8')) throw new PackageFault('清单的写法不是本程序的写法');
  return read.data;
}

export function issueText(issues: readonly { path: readonly PropertyKey[]; message: string }[]): string {
  return issues
    .slice(0, 3)
    .map(({ path, message }) => `${path.map(String).join('.')} ${message}`)
    .join('；');
}
