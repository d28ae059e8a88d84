// What a kind of fact (事项) is: all that the kernel needs to store, log, undo and remember it. A new kind is one file in
// electron/db/kinds/ and one line in its index.
import type { Database } from 'better-sqlite3';
import type { z } from 'zod';
import type { PlanData } from '#shared/records/plan-data.ts';

/** Rows of one kind, each read and written as one plain value (its image). */
export interface Store<Image> {
  read(id: string): Image | null;
  /** null deletes. */
  write(id: string, image: Image | null): void;
  /** Writes one that is not there yet; SQLite refuses a known id. */
  insert(id: string, image: Image): void;
  /** All of them with their ids, in the order of the list. */
  readAll(): [id: string, image: Image][];
  /** The same as JSON, of stores that keep it so: for whoever only compares it. */
  readTexts?(): [id: string, json: string][];
}

/** One value that a change set changed, in the words of the screen. */
export interface ChangedValue {
  /** The project, or what kind of thing it was. */
  project: string;
  column: string;
  before: string;
  after: string;
}

/** A slice as it was, and which images of it changed since. */
export interface SliceBefore<Slice> {
  slice: Slice;
  changed: ReadonlySet<string>;
}

export interface Kind<Image, Slice> {
  /** What the log calls one of it. */
  title: string;
  /**
   * SQL that makes its table and indexes, one step a version of the table. A released step is frozen; further steps
   * change the table. Empty where a migration made it.
   */
  tables: readonly string[];
  open(db: Database): Store<Image>;
  /** What an image must be; held against what comes back from the log. */
  schema: z.ZodType<Image>;
  /**
   * Step n brings an image of version n to version n + 1. Images are logged with the version of their day, so that an
   * old step can be taken back in a program that knows more.
   */
  upgrades: readonly ((image: never) => unknown)[];
  /** Values of one image may be taken back one by one (撤回); otherwise the image is one value. */
  isMergedByValue: boolean;
  /** What memory holds of all of them; called again only after one of them changed. */
  slice(images: ReadonlyMap<string, Image>, before: SliceBefore<Slice> | null): Slice;
  words(before: Image | null, after: Image | null, data: PlanData): ChangedValue[];
}

/** All kinds of a program by the name under which the log knows them. Methods are bivariant: any kind fits. */
export type Kinds = Readonly<Record<string, Kind<unknown, unknown>>>;

export type KindName<K extends Kinds> = keyof K & string;
export type ImageOf<K extends Kinds, Name extends KindName<K>> =
  K[Name] extends Kind<infer Image, infer _> ? Image : never;
export type SliceOf<K extends Kinds, Name extends KindName<K>> =
  K[Name] extends Kind<infer _, infer Slice> ? Slice : never;
export type Stores<K extends Kinds> = { readonly [Name in KindName<K>]: Store<ImageOf<K, Name>> };

/** Declares a kind; only for its types. */
export function kind<Image, Slice>(spec: Kind<Image, Slice>): Kind<Image, Slice> {
  return spec;
}

/** The version under which images of a kind are logged today. */
export function imageVersion({ upgrades }: Pick<Kind<unknown, unknown>, 'upgrades'>): number {
  return upgrades.length + 1;
}

/** A connection with the kinds that it stores. */
export interface Kernel<K extends Kinds = Kinds> {
  db: Database;
  kinds: K;
  stores: Stores<K>;
}

/** Opens the stores of all kinds on a connection. */
export function openKernel<K extends Kinds>(db: Database, kinds: K): Kernel<K> {
  const stores = Object.fromEntries(Object.entries(kinds).map(([name, one]) => [name, one.open(db)]));
  return { db, kinds, stores: stores as unknown as Stores<K> };
}
