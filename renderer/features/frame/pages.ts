// The pages of the window, in the order of the left rail. A further page is a folder with its feature.ts, a line here
// and a line in shared/contract/menu.ts.

import type { PageFeature } from '../../state/page.ts';
import { ASSETS_PAGE } from '../assets/feature.ts';
import { CHECKS_PAGE } from '../checks/feature.ts';
import { EXCHANGE_PAGE } from '../exchange/feature.ts';
import { FUNDS_PAGE } from '../funds/feature.ts';
import { IMPORT_PAGE } from '../import/feature.ts';
import { INDICATORS_PAGE } from '../indicators/feature.ts';
import { NOTICES_PAGE } from '../notices/feature.ts';
import { HISTORY_PAGE } from '../orders/feature.ts';
import { OVERVIEW_PAGE } from '../overview/feature.ts';
import { PLAN_SETTINGS_PAGE } from '../plan-settings/feature.ts';
import { PRINT_PAGE } from '../print/feature.ts';
import { PROJECTS_PAGE } from '../projects/feature.ts';
import { RESTORE_PAGE } from '../restore/feature.ts';
import { TABLES_PAGE } from '../tables/feature.ts';
import { TEXT_PAGE } from '../text/feature.ts';

export const PAGES: readonly PageFeature[] = [
  OVERVIEW_PAGE,
  PROJECTS_PAGE,
  TABLES_PAGE,
  TEXT_PAGE,
  CHECKS_PAGE,
  IMPORT_PAGE,
  FUNDS_PAGE,
  NOTICES_PAGE,
  INDICATORS_PAGE,
  ASSETS_PAGE,
  EXCHANGE_PAGE,
  PRINT_PAGE,
  HISTORY_PAGE,
  PLAN_SETTINGS_PAGE,
  RESTORE_PAGE,
];
