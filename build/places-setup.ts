// Before the unit and integration tests: the 地名库 is packed as the sources are.
import { packNational } from './pack-places.ts';

export function setup(): void {
  packNational();
}
