// The places that a new workbook begins with: all of its own county with towns and villages, its sister counties, and the
// offices above; for a city all its counties with towns and villages (at most some
// 7,000), for a province its cities and counties.

import type { Region } from '#shared/domain/reference.ts';
import { deriveAliases } from '#shared/places/place-aliases.ts';
import { villageAliases } from '#shared/places/village-names.ts';
import { AppError } from '#shared/values/app-error.ts';
import { nearestPlaces } from './find-places.ts';
import { fullName, type Place } from './place.ts';
import type { PlaceBook } from './place-book.ts';

/** The place of a code. Throws AppError invalid-input with the nearest ones where there is none. */
export function requirePlace(book: PlaceBook, code: string): Place {
  const place = book.byCode(code);
  if (place) return place;
  const near = nearestPlaces(book, code, 5).map((one) => `${one.code} ${fullName(one)}`);
  const hint = near.length === 0 ? '' : `相近的有：${near.join('、')}。`;
  throw new AppError(
    'invalid-input',
    `地名库中没有行政区划代码为“${code}”的地区。${hint}可以用 xianjie regions 名称 或在新建窗口中按名称查找（不含港澳台）。`,
  );
}

/** The regions of a workbook for a place, each office before what stands beneath it. Errors as in requirePlace. */
export function planRegions(book: PlaceBook, code: string): Region[] {
  const office = officeOf(requirePlace(book, code));
  const above = ancestors(office);
  const top = office.level === 'province' || office.level === 'city' ? office : (office.parent ?? office);
  const regions = new Map<Place, Region>();
  const taken = new Set(book.places.filter(({ level }) => level !== 'town').map(({ name }) => name));
  const add = (places: readonly Place[]): void => addSiblings(regions, places, taken);
  for (const place of above) add([place]);
  add([top]);
  if (top.level === 'province') {
    // A county right beneath its province has its sisters there, a province all its counties.
    add(office === top ? top.children : offices(top).filter(({ level }) => level === 'county'));
    if (office === top) for (const city of top.children) if (city.level === 'city') add(offices(city));
  } else add(offices(top));
  const own = office.level === 'province' ? [] : office.level === 'city' ? [office, ...offices(office)] : [office];
  for (const county of own) {
    const towns = county.children.filter(({ level }) => level === 'town');
    add(towns);
    for (const town of towns) add(book.villagesOf(town));
  }
  return [...regions.values()];
}

/** The county of a town or a village (or the city right above it); any other place itself. */
function officeOf(place: Place): Place {
  return (place.level === 'town' || place.level === 'village') && place.parent ? officeOf(place.parent) : place;
}

function ancestors({ parent }: Place): Place[] {
  return parent === null ? [] : [...ancestors(parent), parent];
}

function offices({ children }: Place): Place[] {
  return children.filter(({ level }) => level !== 'town');
}

/** Places side by side with their aliases; one that is there already stays. */
function addSiblings(regions: Map<Place, Region>, places: readonly Place[], taken: ReadonlySet<string>): void {
  const derived = deriveAliases(places, places[0]?.level === 'town' ? new Set() : taken);
  const names = new Set(places.map(({ name }) => name));
  const uses = Map.groupBy(
    places.flatMap(({ village }) => (village ? villageAliases(village) : [])),
    (word) => word,
  );
  places.forEach((place, index) => {
    if (regions.has(place)) return;
    const { code, name, level, village } = place;
    const ofVillage = village
      ? villageAliases(village).filter((word) => uses.get(word)?.length === 1 && !names.has(word))
      : [];
    const aliases = [...(derived[index] ?? []), ...ofVillage];
    regions.set(place, { code, parent: place.parent?.code ?? null, name, aliases, level });
  });
}
