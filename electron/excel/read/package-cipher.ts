// An .xlsx enciphered as a whole ([MS-OFFCRYPTO] 2.3.4): two streams in an OLE2 container, one says how, one is the
// package. Only Excel's own default password is tried.
import { createDecipheriv, createHash } from 'node:crypto';
import { DEFAULT_PASSWORD, needsPassword, unknownCipher } from './default-password.ts';
import type { ReadBudget } from './limits.ts';
import type { OleFile } from './ole.ts';
import { assertInTime, damaged } from './read-error.ts';
import { createXmlScanner } from './xml-scanner.ts';
import type { XmlTag } from './xml-tag.ts';

const SEGMENT = 4096;
const PASSWORD = Buffer.from(DEFAULT_PASSWORD, 'utf16le');
/** [MS-OFFCRYPTO] 2.3.4.13: what is hashed in for each purpose. */
const VERIFIER_INPUT = Buffer.from('fea7d2763b4b9e79', 'hex');
const VERIFIER_VALUE = Buffer.from('d7aa0f6d3061344e', 'hex');
const KEY_VALUE = Buffer.from('146e0be7abacd0d6', 'hex');

/** The package in clear. Throws ReadError 'encrypted' where the default password does not fit. */
export function decipherPackage(ole: OleFile, budget: ReadBudget): Buffer {
  if (!ole.has('EncryptionInfo')) throw unknownCipher('单位的权限管理（IRM）');
  const info = ole.stream('EncryptionInfo');
  const stored = ole.stream('EncryptedPackage');
  if (info.length < 8 || stored.length < 8) throw unknownCipher('加密信息不完整');
  const [major, minor] = [info.readUInt16LE(0), info.readUInt16LE(2)];
  const size = Number(stored.readBigUInt64LE(0));
  // Written in whole blocks of the cipher; the rest of the stream is filler.
  const content = stored.subarray(8, 8 + Math.floor((stored.length - 8) / 16) * 16);
  if (size > content.length) throw damaged('文件不完整，可能没有下载完整');
  let clear: Buffer;
  if (major === 4 && minor === 4) clear = decipherAgile(info.subarray(8), content, budget);
  else if (minor === 2 && major >= 2 && major <= 4) clear = decipherStandard(info.subarray(8), content, budget);
  else throw unknownCipher(`方式 ${major}.${minor}`);
  return clear.subarray(0, size);
}

/** What an element of the description says of a cipher; both elements have the same attributes. */
interface CipherWords {
  salt: Buffer;
  hash: string;
  blockSize: number;
  cipher: string;
}

/** 2.3.4.10 to 2.3.4.15: described in XML; the package's key is itself enciphered with one made of the password. */
function decipherAgile(xml: Buffer, content: Buffer, budget: ReadBudget): Buffer {
  const { data, owner } = readDescription(xml);
  const base = spinHash(owner.hash, owner.salt, owner.spins, budget);
  const open = (purpose: Buffer, text: Buffer) =>
    decipher(
      owner,
      toLength(digest(owner.hash, base, purpose), owner.keyBytes),
      toLength(owner.salt, owner.blockSize),
      text,
    );
  const input = open(VERIFIER_INPUT, owner.verifierInput);
  const value = open(VERIFIER_VALUE, owner.verifierValue);
  const expected = digest(owner.hash, input.subarray(0, owner.saltSize));
  if (!value.subarray(0, expected.length).equals(expected)) throw needsPassword();
  const key = open(KEY_VALUE, owner.keyValue).subarray(0, owner.keyBytes);
  const pieces: Buffer[] = [];
  for (let at = 0; at < content.length; at += SEGMENT) {
    assertInTime(budget);
    const start = toLength(digest(data.hash, data.salt, u32(at / SEGMENT)), data.blockSize);
    pieces.push(decipher(data, key, start, content.subarray(at, at + SEGMENT)));
  }
  return Buffer.concat(pieces);
}

function readDescription(xml: Buffer) {
  let data: CipherWords | undefined;
  let owner: ReturnType<typeof ownerWords> | undefined;
  const scanner = createXmlScanner({
    open(name, tag) {
      if (name === 'keyData') data = cipherWords(tag);
      else if (name === 'encryptedKey' && tag.attribute('spinCount') !== undefined) owner = ownerWords(tag);
    },
    close() {},
  });
  scanner.push(xml);
  scanner.end();
  if (!data || !owner) throw unknownCipher('加密信息不完整');
  return { data, owner };
}

function cipherWords(tag: XmlTag): CipherWords {
  const bits = tag.attribute('keyBits') ?? '';
  const hash = (tag.attribute('hashAlgorithm') ?? '').replace('-', '').toLowerCase();
  const chaining = tag.attribute('cipherChaining');
  const isKnown = tag.attribute('cipherAlgorithm') === 'AES' && /^(128|192|256)$/.test(bits);
  if (!isKnown || chaining !== 'ChainingModeCBC' || !/^sha(1|256|384|512)$/.test(hash))
    throw unknownCipher(`${tag.attribute('cipherAlgorithm')} ${bits} ${chaining} ${hash}`);
  return { salt: bytesOf(tag, 'saltValue'), hash, blockSize: 16, cipher: `aes-${bits}-cbc` };
}

function ownerWords(tag: XmlTag) {
  const words = cipherWords(tag);
  return {
    ...words,
    spins: Number(tag.attribute('spinCount')),
    saltSize: words.salt.length,
    keyBytes: Number(tag.attribute('keyBits')) / 8,
    verifierInput: bytesOf(tag, 'encryptedVerifierHashInput'),
    verifierValue: bytesOf(tag, 'encryptedVerifierHashValue'),
    keyValue: bytesOf(tag, 'encryptedKeyValue'),
  };
}

/** Base64 in an attribute. */
function bytesOf(tag: XmlTag, name: string): Buffer {
  return Buffer.from(tag.attribute(name) ?? '', 'base64');
}

/** 2.3.4.5 to 2.3.4.9: AES in ECB, 50,000 rounds of SHA-1; sizes and salts in binary. */
function decipherStandard(info: Buffer, content: Buffer, budget: ReadBudget): Buffer {
  const headerSize = info.length < 4 ? 0 : info.readUInt32LE(0);
  const verifier = info.subarray(4 + headerSize);
  if (headerSize < 32 || verifier.length < 72) throw unknownCipher('加密信息不完整');
  const bits = info.readUInt32LE(4 + 16);
  if (![128, 192, 256].includes(bits)) throw unknownCipher(`AES ${bits}`);
  const words = { cipher: `aes-${bits}-ecb` };
  const last = digest('sha1', spinHash('sha1', verifier.subarray(4, 20), 50_000, budget), u32(0));
  const half = (fill: number) => {
    const mixed = Buffer.alloc(64, fill);
    for (const [i, byte] of last.entries()) mixed[i] = byte ^ fill;
    return digest('sha1', mixed);
  };
  const key = Buffer.concat([half(0x36), half(0x5c)]).subarray(0, bits / 8);
  const input = decipher(words, key, null, verifier.subarray(20, 36));
  const value = decipher(words, key, null, verifier.subarray(40, 72));
  if (!digest('sha1', input).equals(value.subarray(0, 20))) throw needsPassword();
  return decipher(words, key, null, content);
}

function spinHash(algorithm: string, salt: Buffer, spins: number, budget: ReadBudget): Buffer {
  let hash = digest(algorithm, salt, PASSWORD);
  const counted = Buffer.alloc(4 + hash.length);
  for (let i = 0; i < spins; i++) {
    if ((i & 0xfff) === 0) assertInTime(budget);
    counted.writeUInt32LE(i, 0);
    hash.copy(counted, 4);
    hash = digest(algorithm, counted);
  }
  return hash;
}

function decipher({ cipher }: Pick<CipherWords, 'cipher'>, key: Buffer, start: Buffer | null, text: Buffer): Buffer {
  if (text.length === 0 || text.length % 16 !== 0) throw unknownCipher('加密信息不完整');
  const machine = createDecipheriv(cipher, key, start).setAutoPadding(false);
  return Buffer.concat([machine.update(text), machine.final()]);
}

/** Cut, or filled up with 0x36. */
function toLength(bytes: Buffer, length: number): Buffer {
  const fitted = Buffer.alloc(length, 0x36);
  bytes.copy(fitted, 0, 0, length);
  return fitted;
}

function digest(algorithm: string, ...parts: Buffer[]): Buffer {
  const hash = createHash(algorithm);
  for (const part of parts) hash.update(part);
  return hash.digest();
}

function u32(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value);
  return bytes;
}
