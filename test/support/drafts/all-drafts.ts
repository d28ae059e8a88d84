// The drafts that the proof is measured on.
import { cityMatrix } from './city-matrix.ts';
import { countySix } from './county-six.ts';
import type { Pinned } from './figures.ts';
import { fiveActions } from './five-actions.ts';
import { standingHelp } from './standing-help.ts';

export const DRAFTS: readonly { name: string; parts: () => (string | Pinned)[] }[] = [
  { name: 'county, six classes with sub-classes, years by source', parts: countySix },
  { name: 'city, classes by county, counties by source, indicators', parts: cityMatrix },
  { name: 'towns by kind of action, 小计, 亿元, households', parts: fiveActions },
  { name: '2026–2030, classes by year with two measures, shares', parts: standingHelp },
];
