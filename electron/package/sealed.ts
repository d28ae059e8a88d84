// A package with a password: the same bytes sealed as a workbook's are, behind a mark of their own.
import { basename } from 'node:path';
import { keyOf, makeKey } from '#electron/db/cipher/keyring.ts';
import { fromHead, headOf, SEALED_PACKAGE as MARK, seal, unseal } from '#electron/db/cipher/vault-key.ts';
import { isPackage, PackageFault } from './container.ts';

export function isSealed(bytes: Uint8Array): boolean {
  return MARK.equals(bytes.subarray(0, MARK.length));
}

export function sealPackage(plain: Buffer, password: string): Buffer {
  const key = makeKey(password);
  const head = Buffer.concat([MARK, key.head]);
  return Buffer.concat([head, seal(key, plain, head)]);
}

/** The package inside. Throws PackageFault where a byte was changed; AppError password-needed, which the window asks for. */
export function unsealPackage(path: string, bytes: Buffer): Buffer {
  const inner = fromHead(bytes);
  const head = headOf(inner);
  const key = keyOf(path, inner, '上报包');
  const plain = unseal(key, inner.subarray(head.length), Buffer.concat([MARK, head]));
  if (plain === null || !isPackage(plain))
    throw new PackageFault(`“${basename(path)}”被改动过或不完整，解不开，请对方重新发送`);
  return plain;
}
