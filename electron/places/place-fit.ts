// How well the name of a place fits what was typed: 0 the name itself … the larger, the less; -1 not at all.
import { bannerWords, bareUpper } from '#shared/places/place-aliases.ts';
import { bareTown } from '#shared/places/place-words.ts';
import type { Place } from './place.ts';
import { type Speller, spellFrom, spellName } from './spell-name.ts';

export interface Hit {
  place: Place;
  fit: number;
}

/** The places that fit at all. */
export function scan(places: readonly Place[], fitOf: (place: Place) => number): Hit[] {
  const hits: Hit[] = [];
  for (const place of places) {
    const fit = fitOf(place);
    if (fit >= 0) hits.push({ place, fit });
  }
  return hits;
}

export function isPinyin(word: string): boolean {
  return /^[a-z]{2,}$/.test(word);
}

/** The name without the word for its kind. */
export function bareName({ name, level, village }: Place): string {
  return level === 'village' ? (village?.bare ?? name) : level === 'town' ? bareTown(name) : bareUpper(name);
}

/** The name, the name without its kind, its start, any part. */
export function fitOf(place: Place, word: string): number {
  const at = place.name.indexOf(word);
  if (at < 0) return word.endsWith('旗') && bannerWords(place.name).includes(word) ? 1 : -1;
  if (place.name.length === word.length) return 0;
  return at > 0 ? 3 : bareName(place) === word ? 1 : 2;
}

/** By pinyin: the whole name by syllables, by initials, its start, a later part. */
export function spellingFit(place: Place, word: string, speller: Speller): number {
  const spelling = spellName(place.name, word, speller);
  if (spelling === undefined) return -1;
  const { start, end, isFull } = spelling;
  if (start > 0) return 4;
  const isWhole = end === place.name.length || end === bareName(place).length;
  return (isWhole ? 0 : 2) + (isFull ? 0 : 1);
}

/** Names with another word for their kind than the official one: 峨山县, 大营街镇. null where a word has no such kind. */
export function fitOfOtherKind(word: string): ((place: Place) => number) | null {
  const [town, upper] = [bareTown(word), bareUpper(word)];
  if (town === word && upper === word) return null;
  return (place) => {
    const bare = place.level === 'town' ? town : upper;
    return bare !== word && place.name.startsWith(bare) && bareName(place) === bare ? 1 : -1;
  };
}

/** Whether a word names a place: its start, by another kind, or by pinyin. */
export function named(word: string, speller: () => Speller): (place: Place) => boolean {
  if (isPinyin(word)) return ({ name }) => spellFrom(name, 0, word, speller()) !== undefined;
  const otherKind = fitOfOtherKind(word);
  const isBanner = word.endsWith('旗');
  return (place) =>
    place.name.startsWith(word) || otherKind?.(place) === 1 || (isBanner && bannerWords(place.name).includes(word));
}
