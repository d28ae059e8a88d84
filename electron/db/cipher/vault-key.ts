// The key of a workbook with a password: made of the password by scrypt, used with AES-256-GCM, both Node's own. There is no
// way around a lost password.
import { createCipheriv, createDecipheriv, createHmac, randomBytes, scryptSync, timingSafeEqual } from 'node:crypto';

/** The head of the file; the key belongs to it. */
export const HEAD_BYTES = 4096;
const MAGIC = Buffer.from('XJVAULT1');
/** scrypt: 2^16, 64 MB for each try. */
const COST_LOG2 = 16;
const BLOCK = 8;
const PARALLEL = 1;
const SALT_AT = 16;
const SALT_BYTES = 16;
const CHECK_AT = SALT_AT + SALT_BYTES;
const MAC_BYTES = 32;
const NONCE_BYTES = 12;
const TAG_BYTES = 16;

export interface VaultKey {
  /** The beginning of each file that it opens: how it was made, and a proof of the password. */
  readonly head: Buffer;
  readonly cipher: Buffer;
  readonly mac: Buffer;
}

/** The content, or the head, is not as it was written. */
export class VaultDamage extends Error {}

/** What stands before the head in a package with a password. */
export const SEALED_PACKAGE = Buffer.from('XJSEAL1\n');

/** The bytes from the head of the key on, whatever kind of file they are of. */
export function fromHead(bytes: Uint8Array): Uint8Array {
  const isPackage = SEALED_PACKAGE.equals(bytes.subarray(0, SEALED_PACKAGE.length));
  return isPackage ? bytes.subarray(SEALED_PACKAGE.length) : bytes;
}

/** Whether bytes begin as a workbook with a password. */
export function isVault(bytes: Uint8Array): boolean {
  return MAGIC.equals(bytes.subarray(0, MAGIC.length));
}

/** A key for a new file. */
export function newVaultKey(password: string): VaultKey {
  const head = Buffer.alloc(CHECK_AT + MAC_BYTES);
  MAGIC.copy(head);
  head.set([COST_LOG2, BLOCK, PARALLEL], MAGIC.length);
  randomBytes(SALT_BYTES).copy(head, SALT_AT);
  const key = derive(password, head);
  macOf(key, head.subarray(0, CHECK_AT)).copy(head, CHECK_AT);
  return key;
}

/** The key of an existing file; null where the password is another one. Throws VaultDamage for a head that is none of ours. */
export function vaultKeyOf(password: string, bytes: Uint8Array): VaultKey | null {
  const head = headOf(bytes);
  const own = [COST_LOG2, BLOCK, PARALLEL];
  if (head.length < CHECK_AT + MAC_BYTES || own.some((value, at) => head[MAGIC.length + at] !== value))
    throw new VaultDamage('文件头被改过或缺了一段');
  const key = derive(password, head);
  const isRight = timingSafeEqual(macOf(key, head.subarray(0, CHECK_AT)), head.subarray(CHECK_AT));
  return isRight ? key : null;
}

/** What of a file says which key it needs. */
export function headOf(bytes: Uint8Array): Buffer {
  return Buffer.from(bytes.subarray(0, CHECK_AT + MAC_BYTES));
}

/** The same word typed on another machine is the same password. */
function derive(password: string, head: Buffer): VaultKey {
  const both = scryptSync(password.normalize('NFC'), head.subarray(SALT_AT, SALT_AT + SALT_BYTES), 64, {
    N: 2 ** COST_LOG2,
    r: BLOCK,
    p: PARALLEL,
    maxmem: 512 * 2 ** 20,
  });
  return { head, cipher: both.subarray(0, 32), mac: both.subarray(32) };
}

/** 32 bytes that only the holder of the key can make. */
export function macOf(key: VaultKey, bytes: Uint8Array): Buffer {
  return createHmac('sha256', key.mac).update(bytes).digest();
}

/** Bytes to nonce, sealed bytes and tag; `context` must be the same when they are opened. */
export function seal(key: VaultKey, plain: Uint8Array, context: Uint8Array): Buffer {
  const nonce = randomBytes(NONCE_BYTES);
  const cipher = createCipheriv('aes-256-gcm', key.cipher, nonce).setAAD(context);
  return Buffer.concat([nonce, cipher.update(plain), cipher.final(), cipher.getAuthTag()]);
}

/** null where a byte was changed, or the context is another one. */
export function unseal(key: VaultKey, sealed: Uint8Array, context: Uint8Array): Buffer | null {
  if (sealed.length < NONCE_BYTES + TAG_BYTES) return null;
  const end = sealed.length - TAG_BYTES;
  const decipher = createDecipheriv('aes-256-gcm', key.cipher, sealed.subarray(0, NONCE_BYTES)).setAAD(context);
  decipher.setAuthTag(sealed.subarray(end));
  try {
    return Buffer.concat([decipher.update(sealed.subarray(NONCE_BYTES, end)), decipher.final()]);
  } catch {
    return null;
  }
}

/** The last bytes of what was sealed: the next block names them, so none can be left out or moved. */
export function tagOf(sealed: Uint8Array): Uint8Array {
  return sealed.subarray(sealed.length - TAG_BYTES);
}
