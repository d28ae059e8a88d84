// Looking up places of the country.
import { findPlaces, nearestPlaces } from '#electron/places/find-places.ts';
import { fullName, type Place } from '#electron/places/place.ts';
import type { FoundPlace } from '#shared/contract/methods.ts';
import type { AppContext } from '../app-context.ts';
import type { Handlers } from '../dispatch.ts';

const NEAREST = 5;

export function placeHandlers(context: AppContext): Pick<Handlers, 'places.find'> {
  return {
    'places.find': ({ text, limit }) => {
      const book = context.places();
      const { places, hasMore } = findPlaces(book, text, limit);
      const isCode = /^\d+$/.test(text.trim());
      const nearest = isCode && places.length === 0 ? nearestPlaces(book, text.trim(), NEAREST) : [];
      return { places: places.map(toFound), hasMore, nearest: nearest.map(toFound), source: book.source };
    },
  };
}

/** As the window and the command line show it. */
export function toFound(place: Place): FoundPlace {
  return { code: place.code, name: place.name, full: fullName(place), level: place.level };
}
