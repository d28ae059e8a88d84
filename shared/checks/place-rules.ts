// T15: towns and villages that nobody else in the list or the reference data knows. The list itself teaches villages:
// reference data seldom holds all of a county's.
import type { PlanData } from '#shared/domain/plan-data.ts';
import type { Project } from '#shared/domain/project.ts';
import type { Region } from '#shared/domain/reference.ts';
import type { Finding } from './finding.ts';
import { addCount, makeListFold } from './list-fold.ts';
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

/** Words that stand for all places, or for several: nothing to look up. */
const SEVERAL = /[、，,；;/]|(?:村|社区|镇|乡|街道)[和及与]|各|全[市县区乡镇村]|\d+\s*个/;

interface Places {
  /** Short town name -> projects. */
  towns: Map<string, number>;
  /** town|village, both short -> projects. */
  villages: Map<string, number>;
}

interface Dictionary {
  /** Any spelling of a town -> its short name. */
  towns: Map<string, string>;
  /** Names of cities and counties, and spellings of towns: what a longer text may begin with, the longest first. */
  counties: string[];
  spellings: string[];
  /** Short names of towns, by any spelling of a village beneath them. */
  townsOf: Map<string, Set<string>>;
}

const VILLAGE_END = /(?:社区居委会|村民委员会|村委会|居委会|社区|村)$/;
const TOWN_END = /(?:街道办事处|办事处|街道|[\u4e00-\u9fa5]族乡|乡|镇)$/;

/** A name without what its kind of place is called by: 甸苴村 -> 甸苴. */
function short(name: string, end: RegExp): string {
  const plain = name.replaceAll(/\s/g, '');
  return plain.replace(end, '') || plain;
}

const dictionaries = new WeakMap<readonly Region[], Dictionary>();

function dictionaryOf({ reference }: Pick<PlanData, 'reference'>): Dictionary {
  const known = dictionaries.get(reference.regions);
  if (known) return known;
  const made: Dictionary = { towns: new Map(), counties: [], spellings: [], townsOf: new Map() };
  const byCode = new Map(reference.regions.map((region) => [region.code, region]));
  for (const { name, aliases, level, parent } of reference.regions) {
    if (level === 'city' || level === 'county') made.counties.push(name, ...aliases);
    if (level === 'town') {
      for (const word of [name, ...aliases]) made.towns.set(word, short(name, TOWN_END));
      made.towns.set(short(name, TOWN_END), short(name, TOWN_END));
    }
    const town = parent === null ? undefined : byCode.get(parent);
    if (level !== 'village' || !town) continue;
    const key = short(name, VILLAGE_END);
    made.townsOf.set(key, (made.townsOf.get(key) ?? new Set()).add(short(town.name, TOWN_END)));
  }
  const longestFirst = (a: string, b: string): number => b.length - a.length;
  made.counties.sort(longestFirst);
  made.spellings = [...made.towns.keys()].sort(longestFirst);
  dictionaries.set(reference.regions, made);
  return made;
}

interface Place {
  /** Short names; null where the cell names none, or several. */
  town: string | null;
  village: string | null;
}

const NOWHERE: Place = { town: null, village: null };

/** Town and village of a project, also where both, and the county, stand in one cell: 红塔区研和街道玉苗村. */
function placeOf(project: Project, { towns, counties, spellings }: Dictionary): Place {
  const written = project.town?.replaceAll(/\s/g, '') ?? '';
  if (written === '' || SEVERAL.test(written)) return NOWHERE;
  const county = towns.has(written) ? undefined : counties.find((name) => written.startsWith(name));
  const town = county === undefined ? written : written.slice(county.length);
  if (town === '') return NOWHERE;
  const spelling = towns.has(town) ? town : spellings.find((name) => name.length >= 2 && town.startsWith(name));
  const rest = spelling === undefined ? '' : town.slice(spelling.length);
  const village = project.village?.trim() ? project.village : rest;
  return {
    town: towns.get(spelling ?? town) ?? short(town, TOWN_END),
    village: village === '' || SEVERAL.test(village) ? null : short(village, VILLAGE_END),
  };
}

const placesOf = makeListFold<Places, PlanData['reference']>(
  () => ({ towns: new Map(), villages: new Map() }),
  ({ towns, villages }, project, sign, reference) => {
    const { town, village } = placeOf(project, dictionaryOf({ reference }));
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
  const dictionary = dictionaryOf(data);
  const known = new Set([...dictionary.towns.values(), ...[...towns].filter(([, n]) => n >= least).map(([t]) => t)]);
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
  const { townsOf } = dictionaryOf(data);
  const learned = new Map<string, Set<string>>([...townsOf].map(([village, towns]) => [village, new Set(towns)]));
  const rare: [town: string, village: string][] = [];
  for (const [key, count] of villages) {
    const [town = '', village = ''] = key.split('|', 2);
    if (townsOf.get(village)?.has(town)) continue;
    if (count >= least) learned.set(village, (learned.get(village) ?? new Set()).add(town));
    else rare.push([town, village]);
  }
  return new Map(
    rare.flatMap(([town, village]): [string, Judged][] => {
      const elsewhere = learned.get(village);
      if (!elsewhere) return [];
      const towns = [...elsewhere].join('、');
      const message = `不在“${town}”名下，名单和本表其他行中它属于 ${towns}`;
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
  const dictionary = dictionaryOf(data);
  return data.projects.flatMap((project) => {
    const { town, village } = placeOf(project, dictionary);
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
