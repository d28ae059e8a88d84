// The files of this machine as the in-page dialog shows them: lists of folders, and what a typed name means.
import { existsSync, readdirSync, statSync } from 'node:fs';
import { homedir } from 'node:os';
import path from 'node:path';
import { isOfKind, withExtension } from '#shared/contract/file-kinds.ts';
import type { FilesRequest, FolderEntry, FolderListing, NameResult } from '#shared/contract/host-wire.ts';
import type { FileKind } from '#shared/contract/methods.ts';
import type { Reply } from '#shared/contract/reply.ts';
import { listPlaces } from './places.ts';

/** Folders in which something was chosen, the latest first. */
export interface FolderMemory {
  recent(): string[];
  remember(folder: string): void;
}

const MAX_RECENT = 8;
const MAX_ENTRIES = 2000;

/** `load` and `save` keep the list between runs; without them it lives as long as the host. */
export function createFolderMemory(initial: readonly string[] = [], save?: (folders: string[]) => void): FolderMemory {
  let folders = initial.slice(0, MAX_RECENT);
  return {
    recent: () => folders.filter(isFolder),
    remember(folder) {
      folders = [folder, ...folders.filter((other) => other !== folder)].slice(0, MAX_RECENT);
      save?.(folders);
    },
  };
}

/** Answers one question of the dialog; a folder that cannot be read is an error in words. */
export function answerFiles(request: FilesRequest, memory: FolderMemory): Reply<FolderListing | NameResult> {
  try {
    const value = request.action === 'list' ? list(request.folder, request.kind, memory) : resolveNames(request);
    return { ok: true, value };
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code;
    const why = code === 'ENOENT' ? '它不存在' : code === 'ENOTDIR' ? '它不是文件夹' : '没有权限，或设备不可用';
    return { ok: false, error: { code: 'cannot-read', message: `打不开文件夹 ${request.folder ?? ''}：${why}。` } };
  }
}

function list(wanted: string | null, kind: FileKind | null, memory: FolderMemory): FolderListing {
  const recent = memory.recent();
  const places = listPlaces();
  const folder = path.resolve(wanted ?? recent[0] ?? places[0]?.path ?? homedir());
  const entries = readdirSync(folder, { withFileTypes: true })
    .filter((entry) => !entry.name.startsWith('.'))
    .map((entry) => describeEntry(folder, entry.name))
    .filter((entry) => entry !== null)
    .filter((entry) => entry.isFolder || kind === null || isOfKind(entry.name, kind))
    .sort(byFolderThenName);
  const parent = path.dirname(folder);
  return {
    folder,
    parent: parent === folder ? null : parent,
    entries: entries.slice(0, MAX_ENTRIES),
    hidden: Math.max(0, entries.length - MAX_ENTRIES),
    places,
    recent,
  };
}

/** null: a broken link or a file that vanished meanwhile, or no plain file (device, socket). */
function describeEntry(folder: string, name: string): FolderEntry | null {
  const stat = statSync(path.join(folder, name), { throwIfNoEntry: false });
  if (stat === undefined || !(stat.isFile() || stat.isDirectory())) return null;
  const isDirectory = stat.isDirectory();
  return { name, isFolder: isDirectory, size: isDirectory ? null : stat.size, modified: stat.mtime.toISOString() };
}

const collator = new Intl.Collator('zh-CN', { numeric: true });

function byFolderThenName(a: FolderEntry, b: FolderEntry): number {
  return Number(b.isFolder) - Number(a.isFolder) || collator.compare(a.name, b.name);
}

function resolveNames(request: Extract<FilesRequest, { action: 'resolve' }>): NameResult {
  const { folder, kind, mode, names } = request;
  const paths = names.map((name) => path.resolve(folder, name.trim()));
  const only = paths.length === 1 ? paths[0] : undefined;
  if (only !== undefined && isFolder(only)) return { type: 'folder', folder: only };
  if (mode === 'open') {
    const missing = paths.find((file) => !isFile(file));
    if (missing !== undefined) return { type: 'problem', message: `没有这个文件：${missing}` };
    return { type: 'files', paths, existing: paths };
  }
  if (only === undefined) return { type: 'problem', message: '只能保存为一个文件。' };
  const file = withExtension(only, kind);
  // Workbooks travel between machines on sticks: a name that Windows cannot hold would be lost there.
  const bad = /[<>:"|?*]/.exec(path.basename(file));
  if (bad !== null) return { type: 'problem', message: `文件名不能含有 ${bad[0]} 。` };
  if (!isFolder(path.dirname(file))) return { type: 'problem', message: `没有这个文件夹：${path.dirname(file)}` };
  if (isFolder(file)) return { type: 'problem', message: `已有同名的文件夹：${file}` };
  return { type: 'files', paths: [file], existing: existsSync(file) ? [file] : [] };
}

function isFolder(folder: string): boolean {
  return statSync(folder, { throwIfNoEntry: false })?.isDirectory() ?? false;
}

function isFile(file: string): boolean {
  return statSync(file, { throwIfNoEntry: false })?.isFile() ?? false;
}
