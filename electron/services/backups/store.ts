// Where automatic backups lie: in the program's own folder, not beside the workbook, so that a stick that is lost or a
// folder that is deleted does not take them along. A folder for each workbook; beside each backup a note of what is in it.
import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { z } from 'zod';
import { draftPath, moveIntoPlace } from '#electron/files/move-into-place.ts';
import { type BackupLimits, outdatedBackups, surplusBackups } from './rotate.ts';

const note = z.object({
  /** The workbook that was backed up. */
  workbook: z.string(),
  /** ISO time. */
  at: z.string(),
  /** Why it was made, in Chinese. */
  reason: z.string(),
  /** The first link of its chain: copies and renamed files of one workbook share it. */
  root: z.string(),
  /** The newest link. */
  head: z.string(),
  /** The newest step of its log. */
  step: z.number(),
  projects: z.number(),
  totalFen: z.number(),
  bytes: z.number(),
  /** Of the file as it was verified. */
  sha256: z.string(),
});

export type BackupNote = z.output<typeof note>;

export interface StoredBackup extends BackupNote {
  path: string;
}

const ENDING = '.xianjie';

function realOf(path: string): string {
  try {
    return realpathSync(path);
  } catch {
    return resolve(path);
  }
}

/** The folder of a workbook's backups: its name, for people who look there, and what tells it from others of that name. */
export function backupFolderOf(store: string, workbook: string): string {
  const real = realOf(workbook);
  const mark = createHash('sha256').update(real).digest('hex').slice(0, 8);
  return join(store, `${basename(real).replace(/\.xianjie$/i, '')}-${mark}`);
}

/** A free name for a backup of a moment: 20260301-093005.xianjie. */
export function freeBackupPath(folder: string, at: Date): string {
  const digits = (value: number): string => String(value).padStart(2, '0');
  const day = `${at.getFullYear()}${digits(at.getMonth() + 1)}${digits(at.getDate())}`;
  const stem = `${day}-${digits(at.getHours())}${digits(at.getMinutes())}${digits(at.getSeconds())}`;
  const taken = new Set(readdirSync(folder));
  for (let number = 1; ; number += 1) {
    const name = `${stem}${number === 1 ? '' : `-${number}`}${ENDING}`;
    if (!taken.has(name)) return join(folder, name);
  }
}

/** Makes the folder and gives it. */
export function makeBackupFolder(store: string, workbook: string): string {
  const folder = backupFolderOf(store, workbook);
  mkdirSync(folder, { recursive: true });
  return folder;
}

function notePath(backup: string): string {
  return `${backup}.json`;
}

/** Puts the note of a verified backup beside it. */
export function writeNote(backup: string, content: BackupNote): void {
  const draft = draftPath(notePath(backup));
  writeFileSync(draft, JSON.stringify(content, null, 2));
  moveIntoPlace(draft, notePath(backup));
}

/** The note beside a backup; null where there is none that can be read. */
export function readNote(backup: string): BackupNote | null {
  try {
    return note.parse(JSON.parse(readFileSync(notePath(backup), 'utf8')));
  } catch {
    return null;
  }
}

/** The noted backups of a folder, the newest first; [] where there is no such folder. */
export function readBackupFolder(folder: string): StoredBackup[] {
  return filesOf(folder)
    .flatMap((path) => {
      const found = readNote(path);
      return found ? [{ ...found, path }] : [];
    })
    .sort((a, b) => (a.at < b.at ? 1 : -1));
}

/** Workbook files of a folder. */
export function filesOf(folder: string): string[] {
  try {
    return readdirSync(folder)
      .filter((name) => name.toLowerCase().endsWith(ENDING) && !name.startsWith('.'))
      .map((name) => join(folder, name));
  } catch {
    return [];
  }
}

/** The folders of all workbooks that have backups. */
export function allBackupFolders(store: string): string[] {
  try {
    return readdirSync(store, { withFileTypes: true })
      .filter((entry) => entry.isDirectory())
      .map((entry) => join(store, entry.name));
  } catch {
    return [];
  }
}

/** Deletes what is no longer kept of a folder's backups, and the oldest of all where there are too many bytes. */
export function rotateBackups(folder: string, now: Date, limits: BackupLimits): void {
  for (const { path } of outdatedBackups(readBackupFolder(folder), now, limits)) removeBackup(path);
  const lists = allBackupFolders(dirname(folder)).map(readBackupFolder);
  for (const { path } of surplusBackups(lists, limits)) removeBackup(path);
}

/** The note goes first: a backup without one is never taken for verified. */
function removeBackup(path: string): void {
  rmSync(notePath(path), { force: true });
  rmSync(path, { force: true });
}
