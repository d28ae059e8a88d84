// A place of the country as the 地名库 holds it.
import type { VillageName } from '#shared/places/village-names.ts';

export type PlaceLevel = 'province' | 'city' | 'county' | 'town' | 'village';

export interface Place {
  /** National code: six digits down to counties, nine for a town, twelve for a village. */
  code: string;
  /** In daily use; of a village without the long ending. */
  name: string;
  level: PlaceLevel;
  /** null for a province. A county may stand right beneath its province (仙桃市), a town beneath its city (东莞市). */
  parent: Place | null;
  /** Down to towns. Villages are read for one town's office at a time. */
  children: Place[];
  /** Only of villages: the name as its office is called. */
  village?: VillageName;
}

/** The full name from the province down: 湖北省黄石市大冶市. */
export function fullName(place: Place): string {
  return place.parent === null ? place.name : fullName(place.parent) + place.name;
}
