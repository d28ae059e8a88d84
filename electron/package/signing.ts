// The key pair of an office (Ed25519 of Node's crypto). The private key lies in the program's own folder on this machine and
// never in a workbook: workbooks are copied, sent and backed up, and with them the key would be given to everybody.
import {
  createHash,
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  type KeyObject,
  sign,
  verify,
} from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Office, officeKey } from '#shared/domain/office.ts';
import { AppError } from '#shared/values/app-error.ts';

const PUBLIC_BYTES = 44;
const SIGNATURE_BYTES = 64;
/** What is signed says what it is: a signature of something else is none of a package. */
const PURPOSE = Buffer.from('xjpkg-manifest-1\n');

function keyFile(folder: string, office: Office): string {
  return join(folder, `${createHash('sha256').update(officeKey(office)).digest('hex').slice(0, 24)}.pem`);
}

/** Whether this machine has the key of an office. */
export function hasKey(folder: string, office: Office): boolean {
  return existsSync(keyFile(folder, office));
}

/** The private key of an office, made at the first use. Throws AppError cannot-read or cannot-write. */
export function openKey(folder: string, office: Office): KeyObject {
  const file = keyFile(folder, office);
  if (existsSync(file)) {
    try {
      return createPrivateKey(readFileSync(file));
    } catch {
      throw new AppError(
        'cannot-read',
        `本机保存的签名密钥读不出来（${file}）。请移走它，重新生成，并告诉收件单位更换公钥。`,
      );
    }
  }
  const { privateKey } = generateKeyPairSync('ed25519');
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    writeFileSync(file, privateKey.export({ type: 'pkcs8', format: 'pem' }), { mode: 0o600, flag: 'wx' });
  } catch (error) {
    throw new AppError('cannot-write', `签名密钥没有保存下来（${(error as Error).message}），没有签名。`);
  }
  return privateKey;
}

/** Public key and signature of a manifest, as they stand in a package. */
export function signManifest(key: KeyObject, manifest: Buffer): Buffer {
  const spki = createPublicKey(key).export({ type: 'spki', format: 'der' });
  return Buffer.concat([spki, sign(null, Buffer.concat([PURPOSE, manifest]), key)]);
}

/** The public key (base64) that signed a manifest; null for no signature, undefined for a wrong one. */
export function signerOf(signature: Buffer, manifest: Buffer): string | null | undefined {
  if (signature.length === 0) return null;
  if (signature.length !== PUBLIC_BYTES + SIGNATURE_BYTES) return undefined;
  const spki = signature.subarray(0, PUBLIC_BYTES);
  try {
    const key = createPublicKey({ key: spki, type: 'spki', format: 'der' });
    if (key.asymmetricKeyType !== 'ed25519') return undefined;
    const isRight = verify(null, Buffer.concat([PURPOSE, manifest]), key, signature.subarray(PUBLIC_BYTES));
    return isRight ? spki.toString('base64') : undefined;
  } catch {
    return undefined;
  }
}

/** A public key in a form that people can compare by telephone. */
export function fingerprint(publicKey: string): string {
  const hex = createHash('sha256').update(Buffer.from(publicKey, 'base64')).digest('hex').slice(0, 16).toUpperCase();
  return (hex.match(/.{4}/g) ?? []).join(' ');
}
