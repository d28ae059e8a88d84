// Names from above in one word: 湖北大冶, 大冶市金湖街道, each whole or cut short, some left out.
import type { Place } from './place.ts';
import type { PlaceBook } from './place-book.ts';
import { bareName, fitOfOtherKind, type Hit } from './place-fit.ts';

/** Places down to towns that end such a word, with something above them in front. */
export function findByPath(book: PlaceBook, word: string): Hit[] {
  // Every way to cut the last name off, by its first letter: most places are out at a glance.
  const cuts = new Map<string, { front: string; last: string; otherKind: ReturnType<typeof fitOfOtherKind> }[]>();
  for (let at = 2; at < word.length; at += 1) {
    const last = word.slice(at);
    const first = last.slice(0, 1);
    cuts.set(first, [...(cuts.get(first) ?? []), { front: word.slice(0, at), last, otherKind: fitOfOtherKind(last) }]);
  }
  const hits: Hit[] = [];
  for (const place of book.places) {
    for (const { front, last, otherKind } of cuts.get(place.name.slice(0, 1)) ?? []) {
      const fit = place.name.startsWith(last) ? (place.name === last ? 0 : 2) : (otherKind?.(place) ?? -1);
      if (fit >= 0 && place.parent !== null && goesBy(place.parent, front)) hits.push({ place, fit });
    }
  }
  return hits;
}

/** Whether a text is made of names from a place upwards, the nearest last, whole or cut short; some may be left out. */
function goesBy(place: Place, text: string): boolean {
  if (text === '') return true;
  for (let at = Math.max(0, text.length - place.name.length); at < text.length - 1; at += 1) {
    const end = text.slice(at);
    const isNamed =
      place.name.startsWith(end) || (end.startsWith(bareName(place)) && fitOfOtherKind(end)?.(place) === 1);
    if (isNamed && (at === 0 || (place.parent !== null && goesBy(place.parent, text.slice(0, at))))) return true;
  }
  return place.parent !== null && goesBy(place.parent, text);
}
