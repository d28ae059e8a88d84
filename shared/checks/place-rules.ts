// T15: towns and villages that nobody else in the list or the reference data knows. The list itself teaches villages:
// reference data seldom holds all of a county's.

import type { Project } from '#shared/domain/project.ts';
import type { ReferenceData } from '#shared/domain/reference.ts';
import { placeReader } from '#shared/places/place-key.ts';
import type { PlanData } from '#shared/records/plan-data.ts';
import { addCount } from '#shared/sums/kept-sums.ts';
import { makeListFold } from '#shared/sums/list-fold.ts';
import type { Finding } from './finding.ts';
import type { CheckOptions, PlanRule } from './rule.ts';
import type { NumberSetting, RuleSettings } from './rule-settings.ts';
import { placeText, plainFinding, projectPlace } from './wording.ts';

const LEARNED = {
  id: 'learned',
  kind: 'number',
  label: '表中出现几次以上的地名算已知',
  unit: '次',
  initial: 3,
  least: 2,
  most: 1000,
} as const satisfies NumberSetting;

interface Places {
  /** Short town name -> projects. */
  towns: Map<string, number>;
  /** town|village, both short -> projects. */
  villages: Map<string, number>;
}

/** Town and village of a project by their bare names; null where it names none, or several. */
interface Place {
  town: string | null;
  village: string | null;
}

const NOWHERE: Place = { town: null, village: null };

function placeOf(project: Project, { regions }: ReferenceData): Place {
  const key = placeReader(regions).keyOf(project.town, project.village);
  if (key.isManyTowns || (project.town ?? '').trim() === '') return NOWHERE;
  // A village alone in the cell of the town is no town that is known.
  if (key.town === '') return { town: key.village, village: null };
  return { town: key.town, village: key.village === '' || key.isManyVillages ? null : key.village };
}

const placesOf = makeListFold<Places, PlanData['reference']>(
  () => ({ towns: new Map(), villages: new Map() }),
  ({ towns, villages }, project, sign, reference) => {
    const { town, village } = placeOf(project, reference);
    if (town === null) return;
    addCount(towns, town, sign);
    if (village !== null) addCount(villages, `${town}|${village}`, sign);
  },
);

interface Judged {
  column: '乡镇（街道）' | '村（社区）';
  key: 'town' | 'village';
  message: string;
  suspect: string;
}

/** Towns that are not in the dictionary and too rare to be learned, where a dictionary exists at all. */
function unknownTowns(data: PlanData, { towns }: Places, least: number): Map<string, Judged> {
  const { dictionary } = placeReader(data.reference.regions);
  const listed = [...dictionary.towns.values()].map(({ key }) => key);
  const known = new Set([...listed, ...[...towns].filter(([, n]) => n >= least).map(([t]) => t)]);
  if (dictionary.towns.size === 0) return new Map();
  return new Map(
    [...towns.keys()]
      .filter((town) => !known.has(town))
      .map((town) => {
        const near = [...known].find((name) => isNear(name, town));
        const suspect = near === undefined ? '' : `疑为“${near}”`;
        const message = `不在乡镇（街道）名单中${near === undefined ? '' : `，${suspect}`}`;
        return [town, { column: '乡镇（街道）', key: 'town', message, suspect }];
      }),
  );
}

/** Villages that stand once under one town while the dictionary or the rest of the list has them under another. */
function strayVillages(data: PlanData, { villages }: Places, least: number): Map<string, Judged> {
  const { townsOf } = placeReader(data.reference.regions).dictionary;
  const learned = new Map<string, Set<string>>();
  const rare: [town: string, village: string][] = [];
  for (const [key, count] of villages) {
    const [town = '', village = ''] = key.split('|', 2);
    if (townsOf.get(village)?.has(town)) continue;
    if (count >= least) learned.set(village, (learned.get(village) ?? new Set()).add(town));
    else rare.push([town, village]);
  }
  return new Map(
    rare.flatMap(([town, village]): [string, Judged][] => {
      const [listed, here] = [townsOf, learned].map((known) => [...(known.get(village) ?? [])]);
      const towns = [...new Set([...(listed ?? []), ...(here ?? [])])].join('、');
      if (towns === '') return [];
      const sources = [...(listed?.length ? ['地名名单'] : []), ...(here?.length ? ['本表其他行'] : [])];
      const message = `不在“${town}”名下，${sources.join('和')}中它属于 ${towns}`;
      return [[`${town}|${village}`, { column: '村（社区）', key: 'village', message, suspect: `疑属 ${towns}` }]];
    }),
  );
}

/** True for names that differ by one character put in, left out or mistaken. */
function isNear(a: string, b: string): boolean {
  if (Math.abs(a.length - b.length) > 1 || Math.min(a.length, b.length) < 2) return false;
  let start = 0;
  while (start < a.length && a[start] === b[start]) start += 1;
  let end = 0;
  while (end < Math.min(a.length, b.length) - start && a[a.length - 1 - end] === b[b.length - 1 - end]) end += 1;
  return Math.max(a.length, b.length) - start - end <= 1;
}

function checkPlaces(data: PlanData, _: CheckOptions, settings: RuleSettings): Finding[] {
  const places = placesOf(data.reference, data.projects);
  const least = settings.of('T15', LEARNED);
  const towns = unknownTowns(data, places, least);
  const villages = strayVillages(data, places, least);
  if (towns.size === 0 && villages.size === 0) return [];
  return data.projects.flatMap((project) => {
    const { town, village } = placeOf(project, data.reference);
    if (town === null) return [];
    const judged = towns.get(town) ?? villages.get(`${town}|${village ?? ''}`);
    if (!judged) return [];
    const place = projectPlace(project, judged.column, judged.key);
    const left = (judged.key === 'town' ? project.town : project.village?.trim() || project.town) ?? '';
    const message = `${placeText(place)}：${place.column}“${left}”${judged.message}。请核对地名，确是新增地名的请说明。`;
    return [plainFinding('T15', 'warning', place, message, { left, suspect: judged.suspect })];
  });
}

export const PLACE_RULE: PlanRule = {
  id: 'T15',
  level: 'warning',
  scope: 'plan',
  title: '建设地点在地名名单中',
  help: '乡镇（街道）应在本县名单中，村（社区）应在所属乡镇名下。名单之外、本表出现 3 次以上的地名也算已知；“各村”“甲村和乙村”等多处地点不比较。',
  settings: [LEARNED],
  examples: {
    passes: { text: '研和街道玉苗，与名单一致。', projects: [{ town: '研和', village: '玉苗村' }] },
    fails: {
      text: '把甸苴写在研和街道名下，名单中甸苴属于大营街街道。',
      projects: [{ town: '研和街道', village: '甸苴' }],
    },
  },
  check: checkPlaces,
};
