// Makes places of the texts that packPlaces wrote.
import { type VillageKind, type VillageName, villageName } from '#shared/places/village-names.ts';
import type { Place, PlaceLevel } from './place.ts';

const LEVELS: readonly PlaceLevel[] = ['province', 'city', 'county', 'town'];
const ZERO = '0'.charCodeAt(0);
/** A town's villages are not kept with it. */
const NONE: Place[] = [];

/** Provinces to towns from the lines of the head. Goes by position: 45,000 lines are read while somebody waits. */
export function readPlaces(text: string, from: number): Place[] {
  const above: { place: Place; raw: string }[] = [];
  const places: Place[] = [];
  for (let at = from; at < text.length; ) {
    const tab = text.indexOf('\t', at);
    const newline = text.indexOf('\n', tab);
    const end = newline < 0 ? text.length : newline;
    const depth = text.charCodeAt(at) - ZERO;
    const up = above[text.charCodeAt(at + 1) - ZERO - 1];
    const raw = (up?.raw ?? '') + text.slice(at + 2, tab);
    const level = LEVELS[depth] ?? 'town';
    const children = level === 'town' ? NONE : [];
    const name = text.slice(tab + 1, end);
    const place: Place = { code: raw.padEnd(6, '0'), name, level, parent: up?.place ?? null, children };
    above[depth] = { place, raw };
    up?.place.children.push(place);
    places.push(place);
    at = end + 1;
  }
  return places;
}

/** The villages of an office by town. */
export function readVillages(office: Place, block: string): Map<Place, Place[]> {
  const lines = block.split('\n');
  return new Map(office.children.map((town, index) => [town, readTown(town, lines[index] ?? '')]));
}

function readTown(town: Place, line: string): Place[] {
  let number = 0;
  const villages = line.split('\t').flatMap((cell): Place[] => {
    const [, step = '', kind = '', bare = ''] = /^(\d*)([csjx])(.*)$/s.exec(cell) ?? [];
    if (kind === '') return [];
    number += step === '' ? 1 : Number(step);
    const village: VillageName = { bare, kind: kind as VillageKind };
    const code = `${town.code}${String(number).padStart(3, '0')}`;
    return [{ code, name: villageName(village), level: 'village', parent: town, children: NONE, village }];
  });
  // Two that daily use calls alike (李家村委会, 李家村村委会) keep the word for their office.
  for (const same of Map.groupBy(villages, ({ name }) => name).values()) {
    for (const place of same.length > 1 ? same : []) {
      if (place.village?.kind === 'c') place.name = `${place.village.bare}村委会`;
    }
  }
  return villages;
}
