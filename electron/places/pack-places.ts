// Packs the places of the country into one file: a head with everything down to towns, an index of the letters in village
// names, and for each office with towns a block of its villages, which is read only when it is wanted.
import { brotliCompressSync, constants } from 'node:zlib';
import { readVillageName } from '#shared/places/village-names.ts';

/** A place as the source lists it: its code without zeros behind (11, 1101, 110101, 110101001, 110101001001). */
export interface SourcePlace {
  code: string;
  name: string;
}

export interface PlacesSource {
  /** Package and version, told to whoever asks where a name comes from. */
  source: string;
  /** Provinces, cities, counties, towns and villages in order of their codes, without stand-ins. */
  places: readonly SourcePlace[];
  /** Readings of a letter in a-z, ü as v. */
  readingsOf(letter: string): readonly string[];
  quality?: number;
}

export const MAGIC = 'XJPLACE1';
/** Lengths of codes as the source writes them, from province to village. */
export const CODE_LENGTHS = [2, 4, 6, 9, 12] as const;

/** First line of the head. Behind it comes one line a place: its level 0 to 3, that of the place above it plus one, the
 * digits behind that one's code, a tab, the name. */
export interface PlacesHead {
  source: string;
  /** A letter and its readings, then a comma. */
  readings: string;
  /** Every letter of a village name. */
  letters: string;
  /** Bytes of each block, in order of the places that have towns. */
  blocks: number[];
}

/** Packs it. Throws RangeError for a village without its town or a place out of order. */
export function packPlaces({ source, places, readingsOf, quality = 10 }: PlacesSource): Buffer {
  const squeeze = (data: Buffer): Buffer =>
    brotliCompressSync(data, { params: { [constants.BROTLI_PARAM_QUALITY]: quality } });
  const upper: string[] = [];
  const above: string[] = ['', '', '', ''];
  const blocks: { towns: string[][]; letters: Set<string> }[] = [];
  let holder = '';
  let town = '';
  let last = 0;
  for (const { code, name } of places) {
    const depth = CODE_LENGTHS.indexOf(code.length as (typeof CODE_LENGTHS)[number]);
    if (depth < 0) throw new RangeError(`no code of a place: ${code} ${name}`);
    const isBeneath = (known: string): boolean => known !== '' && code.startsWith(known);
    const up = depth === 4 ? -1 : above.slice(0, depth).findLastIndex(isBeneath);
    const parent = depth === 4 ? town : (above[up] ?? '');
    if (depth > 0 && !isBeneath(parent)) throw new RangeError(`out of order: ${code} ${name}`);
    if (depth === 4) {
      const number = Number(code.slice(9));
      const { bare, kind } = readVillageName(name);
      const block = blocks.at(-1);
      block?.towns.at(-1)?.push(`${number === last + 1 ? '' : number - last}${kind}${bare}`);
      for (const letter of bare) block?.letters.add(letter);
      last = number;
      continue;
    }
    upper.push(`${depth}${up + 1}${code.slice(parent.length)}\t${name}`);
    above.fill('', depth);
    above[depth] = code;
    if (depth === 3) {
      if (parent !== holder) blocks.push({ towns: [], letters: new Set() });
      holder = parent;
      blocks.at(-1)?.towns.push([]);
      [town, last] = [code, 0];
    }
  }
  const packed = blocks.map(({ towns }) => squeeze(Buffer.from(towns.map((names) => names.join('\t')).join('\n'))));
  const letters = [...new Set(blocks.flatMap((block) => [...block.letters]))].sort();
  const used = new Set([...letters, ...upper.join('')].filter((letter) => /\p{Script=Han}/u.test(letter)));
  const head: PlacesHead = {
    source,
    readings: [...used]
      .sort()
      .map((letter) => `${letter}${readingsOf(letter).join(' ')}`)
      .join(','),
    letters: letters.join(''),
    blocks: packed.map(({ length }) => length),
  };
  const headBytes = squeeze(Buffer.from([JSON.stringify(head), ...upper].join('\n')));
  const letterBytes = squeeze(
    letterIndex(
      letters,
      blocks.map((block) => block.letters),
    ),
  );
  const start = Buffer.alloc(16);
  start.write(MAGIC, 'latin1');
  start.writeUInt32LE(headBytes.length, 8);
  start.writeUInt32LE(letterBytes.length, 12);
  return Buffer.concat([start, headBytes, letterBytes, ...packed]);
}

/** For each letter one bit a block: whether a village there has it in its name. */
function letterIndex(letters: readonly string[], blocks: readonly ReadonlySet<string>[]): Buffer {
  const width = Math.ceil(blocks.length / 8);
  const bits = Buffer.alloc(letters.length * width);
  const rows = new Map(letters.map((letter, index) => [letter, index * width]));
  blocks.forEach((block, index) => {
    for (const letter of block) {
      const at = (rows.get(letter) ?? 0) + (index >> 3);
      bits[at] = (bits[at] ?? 0) | (1 << (index & 7));
    }
  });
  return bits;
}
