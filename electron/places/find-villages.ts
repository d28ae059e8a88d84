// Villages by a part of their name in the whole country, or within what was named before; by pinyin only there.
import { readVillageName } from '#shared/places/village-names.ts';
import { findByPath } from './find-by-path.ts';
import type { Above } from './find-places.ts';
import type { Place } from './place.ts';
import type { PlaceBook } from './place-book.ts';
import { fitOf, type Hit, isPinyin, scan, spellingFit } from './place-fit.ts';

/** Villages that fit, some more than wanted or all there are. */
export function findVillages(book: PlaceBook, word: string, isAbove: Above | null, wanted: number): Hit[] {
  if (isPinyin(word) && isAbove !== null) {
    const fit = (village: Place): number => spellingFit(village, word, book.speller());
    return collect(book, book.offices, isAbove, fit, wanted);
  }
  if (!/^\p{Script=Han}{2}/u.test(word)) return [];
  const hits = named(book, word, isAbove, wanted);
  if (hits.length > 0 || isAbove !== null) return hits;
  // 宝莲寺镇何官屯, 大冶市金湖街道姜桥村: the longest name of a place in front.
  for (let at = word.length - 2; at >= 2; at -= 1) {
    const front = word.slice(0, at);
    const places = new Set(
      [
        ...scan(book.places, (place) => fitOf(place, front)).filter(({ fit }) => fit < 2),
        ...findByPath(book, front),
      ].map(({ place }) => place),
    );
    if (places.size === 0) continue;
    const isIn = (place: Place): boolean => places.has(place) || (place.parent !== null && isIn(place.parent));
    const found = named(book, word.slice(at), isIn, wanted);
    if (found.length > 0) return found;
  }
  return [];
}

function named(book: PlaceBook, word: string, isAbove: Above | null, wanted: number): Hit[] {
  const { bare } = readVillageName(word);
  const fit = ({ name, village }: Place): number => {
    const at = village?.bare.indexOf(bare) ?? -1;
    return at !== 0 ? (at < 0 ? -1 : 3) : name === word ? 0 : village?.bare === bare ? 1 : 2;
  };
  const hasWanted = (office: Place): boolean => isAbove === null || office.children.some(isAbove);
  return collect(book, book.officesWith(bare, hasWanted), isAbove, fit, wanted);
}

/** Goes through office after office until enough is found. */
function collect(
  book: PlaceBook,
  offices: Iterable<Place>,
  isAbove: Above | null,
  fit: (village: Place) => number,
  wanted: number,
): Hit[] {
  const hits: Hit[] = [];
  for (const office of offices) {
    const towns = isAbove === null ? office.children : office.children.filter(isAbove);
    for (const town of towns) hits.push(...scan(book.villagesOf(town), fit));
    if (hits.length >= wanted) break;
  }
  return hits;
}
