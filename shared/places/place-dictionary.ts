// The places that a workbook knows: its regions by every spelling, and the towns that its list uses.
import type { Region } from '../domain/reference.ts';
import { bareText, compactText } from '../values/fold-text.ts';
import { bareTown, readVillage, TOWN_WORD } from './place-words.ts';

export interface KnownTown {
  /** By what it is compared: its bare name, or the full one where two towns share that. */
  key: string;
  /** Full name, as in the regions or as the list writes it. */
  name: string;
  /** Code of its county; '' where only the list knows it. */
  county: string;
  villages: ReadonlySet<string>;
}

export interface PlaceDictionary {
  /** Names of cities and counties, the longest first: what a place may begin with. */
  counties: readonly string[];
  /** By any spelling, compact. */
  towns: ReadonlyMap<string, KnownTown>;
  /** Spellings of towns by their first letter, the longest first. */
  spellings: ReadonlyMap<string, readonly string[]>;
  /** Keys of the towns that have a village of this bare name. */
  townsOf: ReadonlyMap<string, ReadonlySet<string>>;
}

/** A name that towns of several counties have (城关镇): which one is meant is not known. */
function sharedTown(one: KnownTown, other: KnownTown): KnownTown {
  return { ...one, county: '', villages: new Set([...one.villages, ...other.villages]) };
}

const ENDS_LIKE_TOWN = new RegExp(`^[\\p{Script=Han}]{1,8}?${TOWN_WORD}$`, 'u');

/** Makes the dictionary of regions and of the towns that a list writes, whatever else stands in its cells. */
export function makePlaceDictionary(regions: readonly Region[], listed: Iterable<string> = []): PlaceDictionary {
  const towns = new Map<string, KnownTown>();
  const townsOf = new Map<string, Set<string>>();
  const known = regions.filter(({ level }) => level === 'town');
  const bare = Map.groupBy(known, ({ name, parent }) => `${parent}|${bareTown(name)}`);
  const villagesOf = Map.groupBy(
    regions.filter(({ level }) => level === 'village'),
    ({ parent }) => parent,
  );
  for (const { code, parent, name, aliases } of known) {
    const isOnly = bare.get(`${parent}|${bareTown(name)}`)?.length === 1;
    const key = isOnly ? bareTown(name) : bareText(name);
    const villages = new Set(
      (villagesOf.get(code) ?? []).flatMap((village) =>
        [village.name, ...village.aliases].map((word) => readVillage(word).village),
      ),
    );
    const town: KnownTown = { key, name, county: parent ?? '', villages };
    for (const word of [name, ...aliases, ...(isOnly ? [key] : [])]) {
      const spelling = compactText(word);
      const other = towns.get(spelling);
      towns.set(spelling, other === undefined || other.county === town.county ? town : sharedTown(other, town));
    }
    for (const village of villages) townsOf.set(village, (townsOf.get(village) ?? new Set()).add(key));
  }
  for (const text of listed) {
    const name = compactText(text);
    if (towns.has(name) || !ENDS_LIKE_TOWN.test(name)) continue;
    const key = bareTown(name);
    const town: KnownTown = { key, name, county: '', villages: new Set() };
    towns.set(name, town);
    if (key.length > 1 && !towns.has(key)) towns.set(key, town);
  }
  const longestFirst = (a: string, b: string): number => b.length - a.length;
  const spellings = Map.groupBy([...towns.keys()].filter((name) => name.length > 1).sort(longestFirst), (name) =>
    name.slice(0, 1),
  );
  const counties = regions
    .filter(({ level }) => level === 'city' || level === 'county')
    .flatMap(({ name, aliases }) => [name, ...aliases].map(compactText))
    .sort(longestFirst);
  return { counties, towns, spellings, townsOf };
}
