// The 地名库 opened: places down to towns at once, villages of one office when they are wanted, nothing before the first
// question.
import { closeSync, openSync, readSync } from 'node:fs';
import { brotliDecompressSync } from 'node:zlib';
import { AppError } from '#shared/values/app-error.ts';
import { MAGIC, type PlacesHead } from './pack-places.ts';
import type { Place } from './place.ts';
import { makeSpeller, type Speller } from './spell-name.ts';
import { readPlaces, readVillages } from './unpack-places.ts';

export interface PlaceBook {
  /** Where the names come from. */
  source: string;
  provinces: readonly Place[];
  /** Provinces to towns, in order of their codes. */
  places: readonly Place[];
  /** Counties, and cities without counties: whatever has towns right beneath it. */
  offices: readonly Place[];
  /** By national code, a village too. */
  byCode(code: string): Place | undefined;
  villagesOf(town: Place): readonly Place[];
  /** Of the wanted offices those with a village in whose name these letters stand together. */
  officesWith(letters: string, isWanted: (office: Place) => boolean): Iterable<Place>;
  speller(): Speller;
}

/** Offices whose villages are kept: a province's worth. */
const MOST_OFFICES = 200;

/** Opens the file. Throws AppError cannot-read where it is missing or damaged. */
export function openPlaceBook(file: string): PlaceBook {
  try {
    return readBook(file);
  } catch (error) {
    throw new AppError(
      'cannot-read',
      `读不了地名库“${file}”（${(error as Error).message}）。请重新安装程序；从源码运行的，先执行 npm run build。`,
    );
  }
}

function readBook(file: string): PlaceBook {
  const start = readPart(file, 0, 16);
  if (start.toString('latin1', 0, 8) !== MAGIC) throw new Error('不是地名库文件');
  const [headLength, letterLength] = [start.readUInt32LE(8), start.readUInt32LE(12)];
  const text = brotliDecompressSync(readPart(file, 16, headLength)).toString();
  const end = text.indexOf('\n');
  const head = JSON.parse(text.slice(0, end)) as PlacesHead;
  const places = readPlaces(text, end + 1);
  const offices = places.filter(({ children }) => children[0]?.level === 'town');
  const parts = new Map<Place, readonly [offset: number, length: number]>();
  let offset = 16 + headLength + letterLength;
  offices.forEach((office, index) => {
    const length = head.blocks[index] ?? 0;
    parts.set(office, [offset, length]);
    offset += length;
  });
  const blockOf = (office: Place): string => {
    const part = parts.get(office);
    return part === undefined ? '' : brotliDecompressSync(readPart(file, ...part)).toString();
  };
  const villagesIn = keepLast((office: Place) => readVillages(office, blockOf(office)), MOST_OFFICES);
  const villagesOf = (town: Place): readonly Place[] =>
    (town.level === 'town' && town.parent ? villagesIn(town.parent).get(town) : undefined) ?? [];
  const codes = once(() => new Map(places.map((place) => [place.code, place])));
  const bits = once(() => brotliDecompressSync(readPart(file, 16 + headLength, letterLength)));
  return {
    source: head.source,
    provinces: places.filter(({ level }) => level === 'province'),
    places,
    offices,
    byCode(code) {
      if (code.length < 12) return codes().get(code);
      const town = codes().get(code.slice(0, 9));
      return town && villagesOf(town).find((village) => village.code === code);
    },
    villagesOf,
    *officesWith(letters, isWanted) {
      for (const office of haveLetters(bits(), [...head.letters], offices, letters)) {
        if (isWanted(office) && blockOf(office).includes(letters)) yield office;
      }
    },
    speller: once(() => makeSpeller(head.readings)),
  };
}

function once<T>(make: () => T): () => T {
  let made: { value: T } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}

function keepLast<K, T>(make: (key: K) => T, most: number): (key: K) => T {
  const kept = new Map<K, T>();
  return (key) => {
    const value = kept.get(key) ?? make(key);
    if (kept.size >= most) kept.clear();
    kept.set(key, value);
    return value;
  };
}

function readPart(file: string, offset: number, length: number): Buffer {
  const part = Buffer.alloc(length);
  const handle = openSync(file, 'r');
  try {
    if (readSync(handle, part, 0, length, offset) < length) throw new Error('文件不完整');
  } finally {
    closeSync(handle);
  }
  return part;
}

/** Offices that have every one of the letters in the name of some village. */
function haveLetters(bits: Buffer, known: readonly string[], offices: readonly Place[], letters: string): Place[] {
  const width = Math.ceil(offices.length / 8);
  const rows: Buffer[] = [];
  for (const letter of letters) {
    const index = known.indexOf(letter);
    if (index < 0) return [];
    rows.push(bits.subarray(index * width, (index + 1) * width));
  }
  return offices.filter((_, at) => rows.every((row) => ((row[at >> 3] ?? 0) >> (at & 7)) & 1));
}
