// The one way in which places are compared, by import, matching, 重复项目 and T15: town and village by their bare names,
// whether they stand in two cells or in one, with or without the words for their kind.
import type { Region } from '../domain/reference.ts';
import { bareText, compactText } from '../values/fold-text.ts';
import { makePlaceDictionary, type PlaceDictionary } from './place-dictionary.ts';
import { bareTown, readVillage } from './place-words.ts';
import { type SplitPlace, splitPlace } from './split-place.ts';

export interface PlaceKey {
  /** Bare names; '' where none is stated. */
  town: string;
  village: string;
  /** 3组, behind the village. */
  group: string;
  /** Town and village in one: equal too where only one side could be cut. */
  joined: string;
  /** Full name of a known town, else as written. */
  townName: string;
  /** The cell names several towns, or none that can be looked up (各村). */
  isManyTowns: boolean;
  /** Several villages of a town: their bare names, sorted. */
  isManyVillages: boolean;
}

export interface PlaceReader {
  dictionary: PlaceDictionary;
  split(text: string): SplitPlace;
  keyOf(town: string | null | undefined, village: string | null | undefined): PlaceKey;
}

/** Words that stand for all places, or for several. */
const SEVERAL = /[、，,；;/]|(?:村|社区|镇|乡|街道|组)[和及与]|各|全[市县区乡镇村]|\d\s*个/;
/** A reader of a long list forgets what it read before it fills the memory. */
const MOST_KEYS = 200_000;

const readers = new WeakMap<readonly Region[], PlaceReader>();

/** The reader of the places of these regions, made once. */
export function placeReader(regions: readonly Region[]): PlaceReader {
  let reader = readers.get(regions);
  if (!reader) {
    reader = makePlaceReader(makePlaceDictionary(regions));
    readers.set(regions, reader);
  }
  return reader;
}

/** A reader that also knows the towns which a list uses. */
export function listPlaceReader(regions: readonly Region[], projects: readonly { town: string | null }[]): PlaceReader {
  const towns = new Set(projects.flatMap(({ town }) => (town === null ? [] : [town.trim()])));
  const { dictionary } = placeReader(regions);
  for (const town of towns) if (dictionary.towns.has(compactText(town))) towns.delete(town);
  return towns.size === 0 ? placeReader(regions) : makePlaceReader(makePlaceDictionary(regions, towns));
}

function makePlaceReader(dictionary: PlaceDictionary): PlaceReader {
  const keys = new Map<string, PlaceKey>();
  return {
    dictionary,
    split: (text) => splitPlace(text, dictionary),
    keyOf(town, village) {
      const written = `${town ?? ''}\n${village ?? ''}`;
      let key = keys.get(written);
      if (!key) {
        key = makeKey(town ?? '', village ?? '', dictionary);
        if (keys.size >= MOST_KEYS) keys.clear();
        keys.set(written, key);
      }
      return key;
    },
  };
}

function makeKey(town: string, village: string, dictionary: PlaceDictionary): PlaceKey {
  let place = splitPlace(town, dictionary);
  if (village.trim() !== '') {
    // The cell of the village may repeat the town.
    const inVillage = splitPlace(village, dictionary);
    const isCut = inVillage.village !== '' && (inVillage.town !== '' || inVillage.county !== '');
    // 双龙村 and 3组 in two cells.
    const isGroup = readVillage(village).village === '';
    place = {
      ...place,
      town: place.town || (isCut ? inVillage.town : ''),
      village: isCut ? inVillage.village : isGroup ? place.village + village : village,
    };
  }
  const known = dictionary.towns.get(compactText(place.town));
  const townKey = known?.key ?? bareTown(place.town);
  const parts = SEVERAL.test(place.village) || /\s/.test(place.village.trim()) ? villagesIn(place.village) : [];
  const isManyVillages = parts.length > 1 || /各|全[市县区乡镇村]/.test(place.village);
  const { village: bare, group } = readVillage(place.village);
  const villageKey = isManyVillages ? parts.sort().join('、') || bareText(place.village) : bare;
  return {
    town: townKey,
    village: villageKey,
    group: isManyVillages ? '' : group,
    joined: townKey + villageKey,
    townName: known?.name ?? compactText(place.town),
    isManyTowns: known === undefined && SEVERAL.test(compactText(place.town)),
    isManyVillages,
  };
}

/** Bare names of the villages in a text; those of one village's groups are one. */
function villagesIn(text: string): string[] {
  const names = text.split(/[、，,；;/\s]+|(?<=村|社区|组)[和及与]/).map((part) => readVillage(part).village);
  return [...new Set(names.filter((name) => name !== ''))];
}
