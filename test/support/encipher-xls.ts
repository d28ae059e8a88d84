// Enciphers the records of an .xls as Excel does for protected files: XOR of the oldest versions, RC4 of the newest.
import { createHash } from 'node:crypto';
import { rc4Stream } from '#electron/excel/read/rc4.ts';
import { record, u32 } from './make-xls.ts';

type Change = (stream: Buffer, start: number, end: number) => void;

const CLEAR = [0x0809, 0x002f];
const BOUND_SHEET = 0x0085;

/**
 * `makeStream` makes the stream around a FILEPASS record, which is put behind the first BOF; places of sheets move with
 * its length.
 */
export function encipherXls(makeStream: (pass: Buffer) => Buffer, pass: Buffer, change: Change): Buffer {
  const clear = makeStream(pass);
  const stream = Buffer.from(clear);
  let isBehind = false;
  for (let at = 0; at + 4 <= stream.length; ) {
    const type = clear.readUInt16LE(at);
    const start = at + 4;
    at = start + clear.readUInt16LE(at + 2);
    if (isBehind && !CLEAR.includes(type)) change(stream, start, at);
    if (type === BOUND_SHEET) clear.copy(stream, start, start, start + 4);
    if (type === 0x002f) isBehind = true;
  }
  return stream;
}

/** FILEPASS of the default password, as all programs write it: key b359, verifier 9a0a. */
export const XOR_PASS = record(0x002f, 0, 0xb359, 0x9a0a);
export const XOR_PASS_95 = record(0x002f, 0xb359, 0x9a0a);
const XOR_ARRAY = Buffer.from('876b9ae21ee305621e699660986e9404', 'hex');

export function xorRecords(stream: Buffer, start: number, end: number): void {
  for (let at = start; at < end; at++) {
    const byte = stream[at] as number;
    stream[at] = ((byte << 5) | (byte >> 3)) ^ (XOR_ARRAY[(at + end - start) % 16] as number);
  }
}

/** RC4 by the CryptoAPI with a key of `bits`: the FILEPASS record and what changes the records behind it. */
export function cryptoApi(password: string, bits: number): { pass: Buffer; change: Change } {
  const salt = Buffer.from('000102030405060708090a0b0c0d0e0f', 'hex');
  const base = sha1(salt, Buffer.from(password, 'utf16le'));
  const keyOf = (block: number) => {
    const key = sha1(base, u32(block)).subarray(0, bits / 8);
    return bits === 40 ? Buffer.concat([key, Buffer.alloc(11)]) : key;
  };
  const verifier = Buffer.from('a mere 16 bytes!');
  const proof = Buffer.concat([verifier, sha1(verifier)]);
  const keys = rc4Stream(keyOf(0), proof.length);
  for (const [i, byte] of proof.entries()) proof[i] = byte ^ (keys[i] as number);
  const header = Buffer.concat([4, 0, 0x6801, 0x8004, bits, 1, 0, 0].map(u32).concat(Buffer.from('CSP\0', 'utf16le')));
  const words = [u32(4), u32(header.length), header, u32(16), salt, proof.subarray(0, 16), u32(20), proof.subarray(16)];
  return {
    pass: record(0x002f, 1, 3, 2, ...words),
    change(stream, start, end) {
      for (let at = start; at < end; at++) {
        const block = Math.floor(at / 1024);
        stream[at] = (stream[at] as number) ^ (rc4Stream(keyOf(block), 1024)[at % 1024] as number);
      }
    },
  };
}

function sha1(...parts: Buffer[]): Buffer {
  return createHash('sha1').update(Buffer.concat(parts)).digest();
}
