// The keys of the workbooks whose passwords were given since the program started. They are kept in memory only; threads are
// handed a copy.
import { closeSync, openSync, readSync } from 'node:fs';
import { basename } from 'node:path';
import { AppError } from '#shared/values/app-error.ts';
import {
  fromHead,
  HEAD_BYTES,
  headOf,
  isVault,
  newVaultKey,
  VaultDamage,
  type VaultKey,
  vaultKeyOf,
} from './vault-key.ts';

const keys = new Map<string, VaultKey>();
/** Passwords that may open files that are not known yet: those given on the command line. */
const passwords = new Set<string>();

/** Whether a file is a workbook with a password. Throws the error of the disk. */
export function isVaultFile(path: string): boolean {
  return isVault(readHead(path));
}

/** Takes a password in; false where it does not open the file. */
export function unlock(path: string, password: string): boolean {
  const key = tryPassword(path, password, fromHead(readHead(path)));
  if (key !== null) keep(key);
  return key !== null;
}

/** Takes in a password for whatever file it opens. */
export function addPassword(password: string): void {
  passwords.add(password);
}

/** A key for a file that gets this password now. */
export function makeKey(password: string): VaultKey {
  const key = newVaultKey(password);
  keep(key);
  return key;
}

/** The key of a file with a password; `what` it is called. Throws AppError password-needed where none is known. */
export function keyOf(path: string, bytes: Uint8Array = readHead(path), what = '工作簿'): VaultKey {
  const found = keys.get(idOf(headOf(bytes)));
  if (found) return found;
  for (const password of passwords) {
    const key = tryPassword(path, password, bytes);
    if (key === null) continue;
    keep(key);
    return key;
  }
  const why = passwords.size > 0 ? '设有密码，给出的密码打不开它（文件头损坏时也会这样）' : '设有密码';
  throw new AppError('password-needed', `${what}“${basename(path)}”${why}，请输入密码。`, { path });
}

/** When the program ends its work. */
export function forgetKeys(): void {
  keys.clear();
  passwords.clear();
}

/** What a thread gets of it. */
export interface KeyringCopy {
  keys: readonly VaultKey[];
  passwords: readonly string[];
}

export function copyKeyring(): KeyringCopy {
  return { keys: [...keys.values()], passwords: [...passwords] };
}

/** The same in the thread: what was buffers arrives as plain bytes. */
export function takeKeyring(copy: KeyringCopy): void {
  for (const { head, cipher, mac } of copy.keys)
    keep({ head: Buffer.from(head), cipher: Buffer.from(cipher), mac: Buffer.from(mac) });
  for (const password of copy.passwords) passwords.add(password);
}

/** Throws AppError damaged for a head that no password fits. */
function tryPassword(path: string, password: string, bytes: Uint8Array): VaultKey | null {
  try {
    return vaultKeyOf(password, bytes);
  } catch (error) {
    if (!(error instanceof VaultDamage)) throw error;
    throw damagedVault(path, error);
  }
}

/** The refusal of a damaged file with a password. */
export function damagedVault(path: string, { message }: VaultDamage): AppError {
  return new AppError(
    'damaged',
    `工作簿“${basename(path)}”已损坏，无法打开（${message}）。文件没有改动；请用“恢复”找最近的备份，或把能读的内容整理到副本。`,
    { choices: ['restore'] },
  );
}

function keep(key: VaultKey): void {
  keys.set(idOf(key.head), key);
}

function idOf(head: Buffer): string {
  return head.toString('base64');
}

function readHead(path: string): Buffer {
  const descriptor = openSync(path, 'r');
  try {
    const head = Buffer.alloc(HEAD_BYTES);
    return head.subarray(0, readSync(descriptor, head, 0, HEAD_BYTES, 0));
  } finally {
    closeSync(descriptor);
  }
}
