// Looking up places: by any part of a name, by names from above (湖北大冶, 红塔区 甸苴), by pinyin and by code.
import { compactText, foldText } from '#shared/values/fold-text.ts';
import { findByPath } from './find-by-path.ts';
import { findVillages } from './find-villages.ts';
import type { Place } from './place.ts';
import type { PlaceBook } from './place-book.ts';
import { fitOf, fitOfOtherKind, type Hit, isPinyin, named, scan, spellingFit } from './place-fit.ts';

export interface FoundPlaces {
  /** The best first: how the name fits, then the higher office, then by code. */
  places: Place[];
  /** There are further ones. */
  hasMore: boolean;
}

/** Whether a place is what was named before, or lies in it. */
export type Above = (place: Place) => boolean;

const LEVEL_ORDER = { province: 0, city: 1, county: 2, town: 3, village: 4 } as const;
const SEPARATORS = /[\s/\\,，、·>›|-]+/;

/**
 * The best matches of what was typed; the provinces for nothing typed. Villages are looked for where nothing above them
 * fits, or within what is named before (红塔区 甸苴).
 */
export function findPlaces(book: PlaceBook, text: string, limit: number): FoundPlaces {
  const words = foldText(text)
    .toLowerCase()
    .split(SEPARATORS)
    .map(compactText)
    .filter((word) => word !== '');
  const last = words.pop();
  if (last === undefined) return { places: [...book.provinces], hasMore: false };
  const isAbove = words.length > 0 ? namedAbove(book, words) : null;
  let hits = byWord(book, last).filter(({ place }) => isAbove === null || (place.parent && isAbove(place.parent)));
  if (hits.length === 0 && isAbove === null) hits = findByPath(book, last);
  // By pinyin every village within would have to be read: only where nothing above them fits.
  if (hits.length === 0 || (isAbove !== null && !isPinyin(last) && hits.length <= limit)) {
    hits = [...hits, ...findVillages(book, last, isAbove, limit + 1 - hits.length)];
  }
  hits.sort(
    (a, b) =>
      a.fit - b.fit ||
      LEVEL_ORDER[a.place.level] - LEVEL_ORDER[b.place.level] ||
      (a.place.code < b.place.code ? -1 : 1),
  );
  return { places: hits.slice(0, limit).map(({ place }) => place), hasMore: hits.length > limit };
}

/** Places down to counties nearest to a code that is none: those that share the most of it from the front, the nearest
 * number first. */
export function nearestPlaces(book: PlaceBook, code: string, limit: number): Place[] {
  for (let length = Math.min(code.length, 6); length >= 2; length -= 1) {
    const start = code.slice(0, length);
    const near = book.places.filter((place) => place.code.length === 6 && place.code.startsWith(start));
    const away = (place: Place): number => Math.abs(Number(place.code) - Number(code.slice(0, 6).padEnd(6, '0')));
    if (near.length > 0) return near.sort((a, b) => away(a) - away(b)).slice(0, limit);
  }
  return [];
}

function byWord(book: PlaceBook, word: string): Hit[] {
  if (/^\d{2,12}$/.test(word)) return byCode(book, word);
  if (isPinyin(word)) return scan(book.places, (place) => spellingFit(place, word, book.speller()));
  const hits = scan(book.places, (place) => fitOf(place, word));
  return hits.length > 0 ? hits : byOtherKind(book, word);
}

/** 峨山县, 大营街镇: names with another word for their kind than the official one. */
function byOtherKind(book: PlaceBook, word: string): Hit[] {
  const fit = fitOfOtherKind(word);
  return fit === null ? [] : scan(book.places, fit);
}

/** By the beginning of a code. */
function byCode(book: PlaceBook, digits: string): Hit[] {
  if (digits.length > 9) {
    const town = book.byCode(digits.slice(0, 9));
    const villages = town === undefined ? [] : book.villagesOf(town);
    return villages.filter(({ code }) => code.startsWith(digits)).map((place) => ({ place, fit: 0 }));
  }
  return scan(book.places, ({ code }) => (code === digits ? 0 : code.startsWith(digits) ? 2 : -1));
}

/** Every word names a place or one above it. */
function namedAbove(book: PlaceBook, words: readonly string[]): Above {
  const checks = words.map((word): Above => {
    const isNamed = named(word, book.speller);
    const those = new Set(book.places.filter(isNamed));
    const lies = (place: Place): boolean => those.has(place) || (place.parent !== null && lies(place.parent));
    return lies;
  });
  return (place) => checks.every((lies) => lies(place));
}
