// A sheet of another county: its title or its places name one, or its towns are unknown here. That is said before its
// projects come in under this county's name.
import type { ReferenceData, Region } from '../domain/reference.ts';
import type { PlaceReader } from '../places/place-key.ts';
import { cellText } from '../sheet/sheet-view.ts';
import { compactText } from '../values/fold-text.ts';
import type { ImportProblem, ImportQuestion } from './preview.ts';
import type { TableReading } from './reading.ts';

export interface RegionDoubt {
  question: ImportQuestion;
  problem: ImportProblem;
}

const HAN = '[\\p{Script=Han}]';
/** 湖北省黄石市大冶市2024年巩固… */
const IN_TITLE = new RegExp(
  `^(?:附[件表]\\d*[:：]?)?((?:${HAN}{2,7}?(?:省|自治区))?(?:${HAN}{1,9}?(?:市|州|地区))?(?:${HAN}{1,9}?(?:县|区|市|旗))?)(?=(?:20)?\\d\\d|巩固|拓展|衔接|财政|乡村振兴|脱贫|项目|扶贫|统筹|十四五|十五五|“)`,
  'u',
);
/** Words that end like a county and name none. */
const NO_COUNTY = /^(?:全|各|本|我|某)|(?:示范|园|山|景|库|老|地|社|片|灾|牧|林|矿|小|项目|开发|高新|新)区$/;
/** Fewer places say nothing. */
const LEAST_PLACES = 3;
const LEAST_TOWNS = 2;
const NAMED = 4;

/** The doubt about one table under the county its projects would get; null where there is none. */
export function doubtRegion(
  reading: Pick<TableReading, 'sheet' | 'title' | 'columns' | 'projects'>,
  regionCode: string,
  reference: Pick<ReferenceData, 'regions'>,
  places: PlaceReader,
): RegionDoubt | null {
  const region = reference.regions.find(({ code }) => code === regionCode);
  if (!region || reading.projects.length === 0) return null;
  const own = ownNames(region, reference.regions);
  const isOwn = (text: string): boolean => own.some((name) => text.includes(name));
  const title = IN_TITLE.exec(compactText(reading.title))?.[1] ?? '';
  const isTitleOurs = isOwn(compactText(reading.title));
  const titled = title !== '' && !isTitleOurs && !NO_COUNTY.test(title) ? title : '';
  const found = countPlaces(reading, region, isOwn, reference.regions, places);
  const { placed, foreign, unknown, counties, towns } = found;
  const isForeign = foreign * 2 > placed && foreign > 0;
  const isUnknown =
    !isTitleOurs && placed >= LEAST_PLACES && towns.size >= LEAST_TOWNS && (foreign + unknown) * 2 > placed;
  const isTitled = titled !== '' && (placed === 0 || (foreign + unknown) * 2 >= placed || found.known === 0);
  if (!isForeign && !isUnknown && !isTitled) return null;
  const reasons = [
    ...(titled === '' ? [] : [`标题写的是“${titled}”`]),
    ...(foreign === 0 ? [] : [`${foreign} 个项目的地点写明是${[...counties].slice(0, NAMED).join('、')}`]),
    ...(unknown === 0 || towns.size === 0
      ? []
      : [
          `${unknown} 个项目的乡镇（${[...towns].slice(0, NAMED).join('、')}${towns.size > NAMED ? '等' : ''}）不在${region.name}的地名名单和项目表中`,
        ]),
  ];
  const message = `“${reading.sheet}”像是别的县（市、区）的表：${reasons.join('；')}，导入后都算作${region.name}的项目。`;
  return {
    question: {
      id: 'region',
      message: `${message}请核对是不是选错了文件或县（市、区）；不是${region.name}的，请去掉这张表或放弃导入。`,
      options: [{ value: 'yes', label: `已核对，作为${region.name}的项目导入` }],
      assumed: 'yes',
      proposed: null,
    },
    problem: {
      level: 'warning',
      code: 'region-doubtful',
      sheet: reading.sheet,
      cell: '',
      raw: titled || [...counties][0] || [...towns][0] || '',
      message: `${message}请核对是不是选错了文件或县（市、区）。`,
      proposal: '',
    },
  };
}

/** Names of the county and of what it lies in; of an office above counties also those beneath it. */
function ownNames(region: Region, regions: readonly Region[]): string[] {
  const parent = regions.find(({ code }) => code === region.parent);
  const beneath = region.level === 'city' || region.level === 'province' ? countiesIn(region, regions) : [];
  const isShared = (name: string): boolean => parent !== undefined && [parent.name, ...parent.aliases].includes(name);
  return [region, ...beneath].flatMap(({ name, aliases }) => [name, ...aliases].filter((word) => !isShared(word)));
}

/** Cities and counties beneath an office. */
function countiesIn({ code }: Region, regions: readonly Region[]): Region[] {
  const next = regions.filter(({ parent, level }) => parent === code && level !== 'town');
  return next.flatMap((one) => [one, ...countiesIn(one, regions)]);
}

interface Counts {
  /** Projects whose place names a county or a town. */
  placed: number;
  known: number;
  foreign: number;
  unknown: number;
  counties: Set<string>;
  towns: Set<string>;
}

function countPlaces(
  { columns, projects }: Pick<TableReading, 'columns' | 'projects'>,
  region: Region,
  isOwn: (text: string) => boolean,
  regions: readonly Region[],
  places: PlaceReader,
): Counts {
  const counts: Counts = { placed: 0, known: 0, foreign: 0, unknown: 0, counties: new Set(), towns: new Set() };
  const column =
    columns.find(({ key }) => key === 'town')?.column ?? columns.find(({ key }) => key === 'village')?.column;
  const countyColumn = columns.find(({ key }) => key === 'region')?.column;
  const names = regions.filter(({ level }) => level === 'city').flatMap(({ name, aliases }) => [name, ...aliases]);
  const hasTowns = regions.some(({ level, parent }) => level === 'town' && parent === region.code);
  for (const { values, cells } of projects) {
    const cell = cells.find((one) => one.column === column);
    const inColumn = cellText(cells.find((one) => one.column === countyColumn)).trim();
    // What stood before the town was cut off when the place was read.
    const county =
      inColumn !== '' ? compactText(inColumn) : cell === undefined ? '' : places.split(cellText(cell)).county;
    const { town, townName, isManyTowns } = places.keyOf(values.town, values.village);
    const known = places.dictionary.towns.get(compactText(values.town ?? ''));
    if (county !== '' && !isOwn(county) && !names.includes(county)) {
      counts.placed += 1;
      counts.foreign += 1;
      counts.counties.add(county);
    } else if (
      known !== undefined &&
      known.county !== '' &&
      known.county !== region.code &&
      region.level === 'county'
    ) {
      counts.placed += 1;
      counts.foreign += 1;
      counts.counties.add(regions.find(({ code }) => code === known.county)?.name ?? known.name);
    } else if (known !== undefined) {
      counts.placed += 1;
      counts.known += 1;
    } else if (hasTowns && !isManyTowns && town !== '' && /(?:街道|镇|乡)$/.test(townName)) {
      counts.placed += 1;
      counts.unknown += 1;
      counts.towns.add(townName);
    }
  }
  return counts;
}
