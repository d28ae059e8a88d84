// What travels over the one WebSocket between the loopback host and its page: calls, events, and the file dialog.
import { z } from 'zod';
import type { AppEvent } from './events.ts';
import type { FileKind } from './methods.ts';
import { FILE_KINDS } from './methods.ts';
import type { Reply } from './reply.ts';

/** The host asks the page for files, as Electron would ask the system's dialog. */
export interface FileAsk {
  mode: 'open' | 'save';
  title: string;
  kind: FileKind;
  multiple: boolean;
  /** Save only; '' otherwise. */
  suggestedName: string;
}

export interface FolderEntry {
  name: string;
  isFolder: boolean;
  /** Bytes; null for folders. */
  size: number | null;
  /** ISO time of the last change. */
  modified: string;
}

/** One folder as the dialog shows it. */
export interface FolderListing {
  folder: string;
  /** null at the top. */
  parent: string | null;
  entries: FolderEntry[];
  /** Entries that were left out because the folder holds too many. */
  hidden: number;
  /** Home, desktop, documents, drives and sticks of this machine. */
  places: { label: string; path: string }[];
  /** Folders in which something was opened or saved, the latest first. */
  recent: string[];
}

/** What the typed or chosen names mean on the host's machine. */
export type NameResult =
  | { type: 'folder'; folder: string }
  /** `existing`: those of the paths that are there already (save asks before it overwrites). */
  | { type: 'files'; paths: string[]; existing: string[] }
  | { type: 'problem'; message: string };

const PATH = z.string().max(4096);

const filesRequest = z.discriminatedUnion('action', [
  /** folder null: where the last dialog was. kind null: files of every kind. */
  z.object({ action: z.literal('list'), folder: PATH.nullable(), kind: z.enum(FILE_KINDS).nullable() }),
  z.object({
    action: z.literal('resolve'),
    mode: z.enum(['open', 'save']),
    folder: PATH,
    names: z.array(PATH).min(1).max(1000),
    kind: z.enum(FILE_KINDS),
  }),
]);

export type FilesRequest = z.infer<typeof filesRequest>;

/** A message of the page; the host checks each with this schema. */
export const pageMessage = z.discriminatedUnion('type', [
  z.object({ type: z.literal('call'), id: z.number().int(), method: z.string(), input: z.unknown().optional() }),
  z.object({ type: z.literal('files'), id: z.number().int(), request: filesRequest }),
  /** Answers an `ask`; no paths: cancelled. */
  z.object({ type: z.literal('answer'), id: z.number().int(), paths: z.array(PATH).max(1000) }),
]);

export type PageMessage = z.infer<typeof pageMessage>;

export type HostMessage =
  | { type: 'reply'; id: number; reply: Reply }
  | { type: 'event'; event: AppEvent }
  | { type: 'ask'; id: number; ask: FileAsk };

/** Where the WebSocket is, below the host's address. */
export const WIRE_PATH = '/wire';

/** The protocol of the WebSocket; behind it a page names its pass: key and session, `KEY.SESSION`. */
export const WIRE_PROTOCOL = 'xianjie';

/** How the host closes the line of a page whose key is spent or wrong: trying again would not help. */
export const REFUSED_CODE = 4403;

/** The largest message: a sheet dropped on the window travels as base64 text inside one call. */
export const WIRE_LIMIT = 96 * 1024 * 1024;
