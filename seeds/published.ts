// All published tables that the seeds hold, by the region that printed them.
import type { PublishedTable } from '#shared/domain/published-table.ts';
import { HONGTA_CLASSES, HONGTA_YEARS } from './published-hongta.ts';
import { YUXI_CLASSES, YUXI_INDICATORS, YUXI_SOURCES } from './published-yuxi.ts';
import { HONGTA_CODE, YUXI_CODE } from './regions.ts';

/** Published tables that a region's plan printed; [] for a region whose print we do not hold. */
export function publishedTablesOf(regionCode: string): readonly PublishedTable[] {
  if (regionCode === HONGTA_CODE) return [HONGTA_CLASSES, HONGTA_YEARS];
  if (regionCode === YUXI_CODE) return [YUXI_INDICATORS, YUXI_CLASSES, YUXI_SOURCES];
  return [];
}
