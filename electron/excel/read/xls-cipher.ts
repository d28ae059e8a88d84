// .xls streams with a FILEPASS record: all that follows is enciphered ([MS-XLS] 2.2.10), record by record. Only Excel's
// own default password is tried.
import { createHash } from 'node:crypto';
import { BIFF, recordAt } from './biff-records.ts';
import { DEFAULT_PASSWORD, needsPassword, unknownCipher } from './default-password.ts';
import { rc4Stream } from './rc4.ts';

/** Turns the bytes from `start` to before `end`, which hold one record's data, into clear ones in place. */
type Decipher = (bytes: Buffer, start: number, end: number) => void;

/** What the default password gives by [MS-OFFCRYPTO] 2.3.7.1 and 2.3.7.2: key, verifier and the array for the data. */
const XOR_KEY = 0xb359;
const XOR_VERIFIER = 0x9a0a;
const XOR_ARRAY = Buffer.from('876b9ae21ee305621e699660986e9404', 'hex');

/** BOF of all versions, FILEPASS, INTERFACEHDR, RRDHEAD, USREXCL, FILELOCK, RRDINFO: always in clear. */
const CLEAR = new Set<number>([
  0x0009,
  0x0209,
  0x0409,
  BIFF.bof,
  BIFF.filePass,
  0x00e1,
  0x0138,
  0x0194,
  0x0195,
  0x0196,
]);
/** The place of a sheet in the stream, at the beginning of its BOUNDSHEET, stays readable. */
const CLEAR_OF_BOUND_SHEET = 4;
/** TEMPLATE, which says nothing to those who read on, takes the place of FILEPASS. */
const NO_RECORD = 0x0060;
const RC4_BLOCK = 1024;

/** The stream in clear: itself where it is. Throws ReadError 'encrypted' where the default password does not fit. */
export function decipherXls(stream: Buffer): Buffer {
  const at = findFilePass(stream);
  if (at < 0) return stream;
  const pass = recordAt(stream, at);
  if (!pass) throw unknownCipher('加密信息不完整');
  const decipher = createDecipher(pass.data);
  const clear = Buffer.from(stream);
  clear.writeUInt16LE(NO_RECORD, at);
  for (let next = pass.next; next + 4 <= stream.length; ) {
    const type = stream.readUInt16LE(next);
    const start = next + 4;
    next = start + stream.readUInt16LE(next + 2);
    // A record that runs over the end is left to the reader, which says so.
    if (next > stream.length) break;
    if (CLEAR.has(type)) continue;
    decipher(clear, start, next);
    if (type === BIFF.boundSheet) stream.copy(clear, start, start, Math.min(next, start + CLEAR_OF_BOUND_SHEET));
  }
  return clear;
}

/** Where FILEPASS stands among the book's first records; -1 where there is none. */
function findFilePass(stream: Buffer): number {
  let at = 0;
  for (let record = recordAt(stream, 0); record && record.type !== BIFF.eof; record = recordAt(stream, at)) {
    if (record.type === BIFF.filePass) return at;
    at = record.next;
  }
  return -1;
}

function createDecipher(pass: Buffer): Decipher {
  // Before Excel 97 there was only one way, and no word saying so.
  if (pass.length === 4) return xorDecipher(pass);
  if (pass.length < 6) throw unknownCipher('加密信息不完整');
  if (pass.readUInt16LE(0) === 0) return xorDecipher(pass.subarray(2));
  const [major, minor] = [pass.readUInt16LE(2), pass.readUInt16LE(4)];
  if (major === 1 && minor === 1) return rc4Decipher(pass.subarray(6));
  if (major >= 2 && major <= 4 && minor === 2) return cryptoApiDecipher(pass.subarray(6));
  throw unknownCipher(`方式 ${major}.${minor}`);
}

/** [MS-OFFCRYPTO] 2.3.7.3: where the array begins depends on the end of the record's data. */
function xorDecipher(pass: Buffer): Decipher {
  if (pass.readUInt16LE(0) !== XOR_KEY || pass.readUInt16LE(2) !== XOR_VERIFIER) throw needsPassword();
  return (bytes, start, end) => {
    for (let at = start; at < end; at++) {
      const mixed = (bytes[at] as number) ^ (XOR_ARRAY[(at + end - start) & 15] as number);
      bytes[at] = (mixed << 3) | (mixed >> 5);
    }
  };
}

/** [MS-OFFCRYPTO] 2.3.6: salt, verifier and its MD5. */
function rc4Decipher(pass: Buffer): Decipher {
  if (pass.length < 48) throw unknownCipher('加密信息不完整');
  const salt = pass.subarray(0, 16);
  const short = md5(Buffer.from(DEFAULT_PASSWORD, 'utf16le')).subarray(0, 5);
  const base = md5(...Array.from({ length: 16 }, () => [short, salt]).flat()).subarray(0, 5);
  const keyOf = (block: number) => md5(base, u32(block));
  assertVerifier(keyOf(0), pass.subarray(16, 32), pass.subarray(32, 48), md5);
  return rc4Blocks(keyOf);
}

/** [MS-OFFCRYPTO] 2.3.5: a header that names key size and program, then salt, verifier and its SHA-1. */
function cryptoApiDecipher(pass: Buffer): Decipher {
  const headerSize = pass.length < 8 ? 0 : pass.readUInt32LE(4);
  const verifier = pass.subarray(8 + headerSize);
  if (headerSize < 32 || verifier.length < 60) throw unknownCipher('加密信息不完整');
  const keyBytes = (pass.readUInt32LE(8 + 16) || 40) / 8;
  if (![5, 7, 8, 16].includes(keyBytes)) throw unknownCipher('密钥长度不支持');
  const base = sha1(verifier.subarray(4, 20), Buffer.from(DEFAULT_PASSWORD, 'utf16le'));
  // A key of 40 bits is filled up to 128 with zeros.
  const keyOf = (block: number) =>
    Buffer.concat([sha1(base, u32(block)).subarray(0, keyBytes), Buffer.alloc(keyBytes === 5 ? 11 : 0)]);
  assertVerifier(keyOf(0), verifier.subarray(20, 36), verifier.subarray(40, 60), sha1);
  return rc4Blocks(keyOf);
}

function assertVerifier(key: Buffer, verifier: Buffer, hash: Buffer, digest: (...parts: Buffer[]) => Buffer): void {
  const clear = Buffer.concat([verifier, hash]);
  mix(clear, 0, rc4Stream(key, clear.length));
  if (!digest(clear.subarray(0, 16)).equals(clear.subarray(16))) throw needsPassword();
}

/** The key changes with every 1,024 bytes of the stream; headers of records are in clear, but counted. */
function rc4Blocks(keyOf: (block: number) => Buffer): Decipher {
  let block = -1;
  let keys: Uint8Array = Buffer.alloc(0);
  return (bytes, start, end) => {
    for (let at = start; at < end; at = (block + 1) * RC4_BLOCK) {
      if (Math.floor(at / RC4_BLOCK) !== block) {
        block = Math.floor(at / RC4_BLOCK);
        keys = rc4Stream(keyOf(block), RC4_BLOCK);
      }
      const last = Math.min(end, (block + 1) * RC4_BLOCK);
      mix(bytes.subarray(at, last), at % RC4_BLOCK, keys);
    }
  };
}

function mix(bytes: Buffer, from: number, keys: Uint8Array): void {
  for (let i = 0; i < bytes.length; i++) bytes[i] = (bytes[i] as number) ^ (keys[from + i] as number);
}

function md5(...parts: Buffer[]): Buffer {
  return digestOf('md5', parts);
}

function sha1(...parts: Buffer[]): Buffer {
  return digestOf('sha1', parts);
}

function digestOf(algorithm: string, parts: readonly Buffer[]): Buffer {
  const hash = createHash(algorithm);
  for (const part of parts) hash.update(part);
  return hash.digest();
}

function u32(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value);
  return bytes;
}
