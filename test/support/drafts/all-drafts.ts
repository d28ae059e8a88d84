// The drafts that the proof is measured on.
import { cityMatrix } from './city-matrix.ts';
import { countySix } from './county-six.ts';
import type { Pinned } from './figures.ts';
import { fiveActions } from './five-actions.ts';
import { onlyText, otherTimes, twoMeasures, twoPages } from './more-drafts.ts';
import {
  countySource,
  eightWorks,
  indicators,
  lengths,
  mergedGroups,
  sixClasses,
  textOnly,
  yiTables,
} from './other-words.ts';
import { fiveRises, fundPool, progressReport, turnedTable } from './short-drafts.ts';
import { standingHelp } from './standing-help.ts';
import { yearlyScheme } from './yearly-scheme.ts';

export const DRAFTS: readonly { name: string; parts: () => (string | Pinned)[] }[] = [
  { name: 'county, six classes with sub-classes, years by source', parts: countySix },
  { name: 'city, classes by county, counties by source, indicators', parts: cityMatrix },
  { name: 'towns by kind of action, 小计, 亿元, households', parts: fiveActions },
  { name: '2026–2030, classes by year with two measures, shares', parts: standingHelp },
  { name: 'yearly scheme, 一、 over 1., 项, sources by level', parts: yearlyScheme },
  { name: 'years by class, 合计 last', parts: fiveRises },
  { name: 'measures as rows, classes as columns', parts: turnedTable },
  { name: 'progress beside plan, towns', parts: progressReport },
  { name: 'funds of two years under 小计', parts: fundPool },
  { name: 'sentences alone', parts: onlyText },
  { name: 'heads inside the table, a second page without them', parts: twoPages },
  { name: 'two measures under each class, towns', parts: twoMeasures },
  { name: 'a plan among figures of other times', parts: otherTimes },
  { name: 'eight own works, 谋划项目, 概算总投资', parts: eightWorks },
  { name: 'counties by source, 合计 above, years by source', parts: countySource },
  { name: 'indicators from base to goal with their growth', parts: indicators },
  { name: 'groups under merged cells, each with 小计', parts: mergedGroups },
  { name: 'lengths, works and people by town, a second page', parts: lengths },
  { name: 'lists behind 包括 and 其中, no table', parts: textOnly },
  { name: '亿元, years by class and by source, 占比分别为', parts: yiTables },
  { name: 'years of each class in one sentence', parts: sixClasses },
];
