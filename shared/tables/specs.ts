// The one list of the plan's tables: screen, files, print, sentences and the command line read it.
import { CLASS_BY_COUNTY_TABLE, COUNTY_BY_SOURCE_TABLE } from './city-tables.ts';
import { classTable, OVERVIEW_TABLE } from './class-tables.ts';
import { FUND_TABLE, TOWN_TABLE } from './cross-tables.ts';
import type { TableSpec } from './spec.ts';
import { YEAR_TABLE } from './year-table.ts';

/** Classes of the county scheme as delivered; a scheme with more gets 表4-7 and so on, see compute.ts. */
export const CLASS_COUNT = 6;

export const TABLE_SPECS: readonly TableSpec[] = [
  CLASS_BY_COUNTY_TABLE,
  COUNTY_BY_SOURCE_TABLE,
  OVERVIEW_TABLE,
  ...Array.from({ length: CLASS_COUNT }, (_, position) => classTable(position)),
  YEAR_TABLE,
  FUND_TABLE,
  TOWN_TABLE,
];
