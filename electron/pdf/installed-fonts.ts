// The fonts of this machine by their names. Only names are read: files of tens of megabytes stay closed until a font is
// asked for.
import { closeSync, openSync, readSync } from 'node:fs';
import { readCmap } from './cmap.ts';
import type { FontPlace } from './face.ts';
import { fontFiles, fontFolders } from './font-folders.ts';
import { type FontNames, readNames } from './font-names.ts';
import { fontOffsets, type ReadAt, tableBytes, tablesAt } from './sfnt.ts';

export interface InstalledFonts {
  /** The font of that full name, or the usual one of the family; null where there is none. */
  find(name: string): FontPlace | null;
  /** The bold one of the family that a font is the usual one of. */
  findBold(place: FontPlace): FontPlace | null;
  /** Any fonts that can draw a character, those of usual weight first. */
  covering(codePoint: number): FontPlace[];
}

interface Listed {
  place: FontPlace;
  names: FontNames;
}

/** Reads what `use` asks for of a file, which is closed again. */
function withFile<T>(file: string, use: (read: ReadAt) => T): T {
  const handle = openSync(file, 'r');
  try {
    return use((offset, length) => {
      const bytes = Buffer.alloc(length);
      return bytes.subarray(0, readSync(handle, bytes, 0, length, offset));
    });
  } finally {
    closeSync(handle);
  }
}

/** The fonts of a file that can be embedded: variable ones have no outlines of their own for a weight. */
function listFile(file: string): Listed[] {
  try {
    return withFile(file, (read) =>
      fontOffsets(read).flatMap((offset, index): Listed[] => {
        const tables = tablesAt(read, offset);
        if (tables.has('fvar') || !(tables.has('glyf') || tables.has('CFF '))) return [];
        return [{ place: { path: file, index }, names: readNames(tableBytes(read, tables, 'name')) }];
      }),
    );
  } catch {
    // A file that cannot be read is no font for us.
    return [];
  }
}

function draws({ path, index }: FontPlace, codePoint: number): boolean {
  try {
    return withFile(path, (read) => {
      const tables = tablesAt(read, fontOffsets(read)[index] ?? 0);
      return readCmap(tableBytes(read, tables, 'cmap'))(codePoint) !== 0;
    });
  } catch {
    return false;
  }
}

/** Looks through the folders. */
export function listFonts(folders: readonly string[]): InstalledFonts {
  const listed = folders.flatMap(fontFiles).flatMap(listFile);
  const byName = new Map<string, FontPlace>();
  const boldOf = new Map<string, FontPlace>();
  const familiesOf = new Map<FontPlace, string[]>();
  const keep = (names: readonly string[], place: FontPlace, where: Map<string, FontPlace>): void => {
    for (const name of names) if (!where.has(name.toLowerCase())) where.set(name.toLowerCase(), place);
  };
  for (const { place, names } of listed) {
    keep(names.full, place, byName);
    keep(names.boldOf, place, boldOf);
    familiesOf.set(place, names.regularOf);
  }
  // A full name is meant before a family of the same name.
  for (const { place, names } of listed) keep(names.regularOf, place, byName);
  return {
    find: (name) => byName.get(name.toLowerCase()) ?? null,
    findBold: (place) => {
      const bold = familiesOf.get(place)?.flatMap((family) => boldOf.get(family.toLowerCase()) ?? []);
      return bold?.[0] ?? null;
    },
    covering(codePoint) {
      const isUsual = ({ names }: Listed): boolean => names.regularOf.length > 0;
      const found = [...listed.filter(isUsual), ...listed.filter((font) => !isUsual(font))];
      return found.map(({ place }) => place).filter((place) => draws(place, codePoint));
    },
  };
}

let known: InstalledFonts | null = null;

/** Those of this machine, looked up once. */
export function installedFonts(): InstalledFonts {
  known ??= listFonts(fontFolders());
  return known;
}
