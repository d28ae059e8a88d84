// A workbook with a password on the disk: its content is only ever whole in memory. Each step goes to the end of the file;
// when the steps have grown past the content, the file is written anew beside its place.
import { closeSync, fsyncSync, ftruncateSync, openSync, readFileSync, rmSync, writeFileSync, writeSync } from 'node:fs';
import { draftPath, moveIntoPlace } from '#electron/files/move-into-place.ts';
import { damagedVault, keyOf } from './keyring.ts';
import {
  MARK_PLACES,
  markBytes,
  type OpenedVault,
  openAsFarAsItGoes,
  openWhole,
  sealStep,
  sealWhole,
  type VaultMark,
} from './vault-image.ts';
import { VaultDamage, type VaultKey } from './vault-key.ts';

/** Steps may take as much room as the content, but at least this much. */
const LEAST_STEPS = 4 * 2 ** 20;

export interface VaultFile {
  /** The content as it was opened. */
  readonly plain: Buffer;
  readonly isHeadWhole: boolean;
  /** Puts on the disk in what the content differs now. Throws the error of the disk; what was there before still holds. */
  save(now: Buffer): void;
  close(): void;
}

/** The content of a workbook with a password. Errors (AppError): password-needed, damaged. */
export function readVault(path: string, bytes: Buffer = readFileSync(path)): OpenedVault {
  const key = keyOf(path, bytes);
  try {
    return openWhole(key, bytes);
  } catch (error) {
    if (!(error instanceof VaultDamage)) throw error;
    throw damagedVault(path, error);
  }
}

/** Opens one for writing; the caller has its lock. Errors as of readVault. */
export function openVault(path: string): VaultFile {
  const { plain, mark: found, isHeadWhole } = readVault(path);
  const key = keyOf(path);
  let descriptor = openSync(path, 'r+');
  let known: Buffer = plain;
  let mark = found;
  /** About as long the file was when it was last written as a whole. */
  let atFirst = plain.length;
  // What a killed program left behind the mark never counted.
  ftruncateSync(descriptor, mark.length);

  return {
    plain,
    isHeadWhole,
    save(now) {
      const step = sealStep(key, known, now, mark);
      if (step === null) return;
      writeAt(descriptor, step.bytes, mark.length);
      writeMark(descriptor, key, step.mark);
      known = now;
      mark = step.mark;
      if (mark.length - atFirst > Math.max(now.length, LEAST_STEPS)) writeAnew();
    },
    close: () => closeSync(descriptor),
  };

  /** Only after it was read back; a failure changes nothing, the file with its steps is whole. */
  function writeAnew(): void {
    atFirst = mark.length;
    const draft = draftPath(path);
    const whole = sealWhole(key, known);
    try {
      writeFileSync(draft, whole.bytes);
      if (!openWhole(key, readFileSync(draft)).plain.equals(known)) throw new Error('it reads otherwise than written');
    } catch {
      rmSync(draft, { force: true });
      return;
    }
    // Some systems replace no file that is open.
    closeSync(descriptor);
    try {
      moveIntoPlace(draft, path);
      mark = whole.mark;
      atFirst = mark.length;
    } catch {
      rmSync(draft, { force: true });
    } finally {
      descriptor = openSync(path, 'r+');
    }
  }
}

function writeMark(descriptor: number, key: VaultKey, mark: VaultMark): void {
  for (const place of MARK_PLACES) writeAt(descriptor, markBytes(key, mark), place);
}

function writeAt(descriptor: number, bytes: Buffer, position: number): void {
  for (let done = 0; done < bytes.length; )
    done += writeSync(descriptor, bytes, done, bytes.length - done, position + done);
  fsyncSync(descriptor);
}

/** What can be read of a damaged one, up to its last whole step. Errors as of readVault. */
export function salvageVault(path: string): Buffer {
  const bytes = readFileSync(path);
  try {
    return openAsFarAsItGoes(keyOf(path, bytes), bytes);
  } catch (error) {
    if (!(error instanceof VaultDamage)) throw error;
    throw damagedVault(path, error);
  }
}
