// The sample of 红塔区: 514 made-up projects whose counts and sums are those of the plan with its mistakes taken
// out (handbook 8.2 TW01): 664599.38 万元 in all. The same on every machine.

import { sumCells } from '#shared/domain/margins.ts';
import { cellKey, EMPTY_AMOUNTS, type Project } from '#shared/domain/project.ts';
import { type Fen, toFen } from '#shared/values/money.ts';
import { CATEGORIES } from './categories.ts';
import { HONGTA_CLASSES } from './published-hongta.ts';
import { HONGTA_CODE, REGIONS } from './regions.ts';
import { dealStartYears, splitTotal, spreadOverSources, spreadOverYears } from './sample-amounts.ts';
import { makeRandom, type Random } from './sample-random.ts';
import { WORDINGS, type Wording } from './sample-words.ts';

export type SampleProject = Omit<Project, 'id' | 'position'>;

const FIRST_YEAR = 2021;
/** Projects by the year in which they start, as 表5-1 prints them. */
const START_COUNTS = [165, 162, 83, 56, 48];
/** Filled in this order: the smallest projects from 财政衔接资金, the largest from 其他资金. */
const SOURCES = ['fiscal', 'county', 'sector', 'other'];
/**
 * 表5-1 by year and source in 0.01 万元, as printed; 其他资金 is what the print lost: total less the others. The print has
 * 29.70 less than its list (classes 664599.38, years 664569.68): they are in 2022 行业部门专项资金 (handbook 8.2 TW01).
 */
const CELLS = [
  [522217, 709199, 2532864, 5409103],
  [274739, 328634, 8129694 + 2970, 12574387],
  [283175, 59316, 7446117, 4623415],
  [195675, 27000, 21499026, 517646],
  [160675, 68300, 711086, 384700],
];
const YEAR_TOTALS = CELLS.map((sources) => sources.reduce((sum, amount) => sum + amount, 0));
const FEN_PER_UNIT = 10_000;

interface Draft {
  categoryId: string;
  total: number;
}

/** One draft a project, in the plan's order; each leaf of 表4-x split into as many parts as it has projects. */
function makeDrafts(random: Random): Draft[] {
  const leaves = HONGTA_CLASSES.nodes.flatMap((top) => {
    const parent = CATEGORIES.find((category) => category.parent === null && category.name === top.name);
    return top.children.map((node) => ({ node, parent }));
  });
  return leaves.flatMap(({ node, parent }) => {
    const category = CATEGORIES.find((candidate) => candidate.parent === parent?.id && candidate.name === node.name);
    if (!category || !node.total || !node.count) throw new Error(`no category for ${node.name}`);
    return splitTotal(node.total.value / FEN_PER_UNIT, node.count.value, random).map((total) => ({
      categoryId: category.id,
      total,
    }));
  });
}

interface Place {
  town: string;
  village: string;
}

function places(): Place[] {
  return REGIONS.filter((region) => region.level === 'village').map((village) => ({
    town: REGIONS.find((region) => region.code === village.parent)?.name ?? '',
    village: village.name,
  }));
}

const GROUPS = ['一', '二', '三', '四', '五', '六', '七', '八', '九', '十', '十一', '十二', '十三', '十四', '十五'];

/** Fills {村} {组} and the numbers of a wording. */
function fillIn(template: string, village: string, group: string, random: Random): string {
  return template
    .replace('{村}', village.endsWith('村') ? village : `${village}村`)
    .replace('{组}', group)
    .replaceAll('{n}', () => String(random.between(12, 180)))
    .replaceAll('{m}', () => String(random.between(40, 460) * 10))
    .replaceAll('{x}', () => `${random.between(0, 9)}.${random.between(1, 9)}`);
}

/** Gives each project of one category a place and a group of its own, so that no two carry the same name. */
function placeProjects(drafts: readonly Draft[], random: Random): { place: Place; group: string }[] {
  const order = random.shuffle(places());
  const used = new Map<string, number>();
  return drafts.map(({ categoryId }, index) => {
    const place = order[index % order.length];
    if (!place) throw new Error('no places');
    const key = `${categoryId}|${place.village}`;
    const turn = used.get(key) ?? 0;
    used.set(key, turn + 1);
    return { place, group: `${GROUPS[turn] ?? String(turn + 1)}组` };
  });
}

function inOrder(sources: Record<string, Fen>): Record<string, Fen> {
  return Object.fromEntries(SOURCES.flatMap((id) => (sources[id] === undefined ? [] : [[id, sources[id]]])));
}

/** The sample projects in the order of the plan. */
export function makeSampleProjects(): SampleProject[] {
  // A seed with which the years can be dealt; with another one the balancing may refuse.
  const random = makeRandom(66459938);
  const drafts = makeDrafts(random);
  const totals = drafts.map(({ total }) => total);
  const startIndex = dealStartYears(totals, START_COUNTS, YEAR_TOTALS, random);
  const byYear = spreadOverYears(totals, startIndex, YEAR_TOTALS);
  const order = totals.map((_, index) => index).sort((a, b) => (totals[a] ?? 0) - (totals[b] ?? 0) || a - b);
  const spread = spreadOverSources(byYear, order, CELLS, 18, random);
  // Places and words have a seed of their own: however the money is dealt, the projects are called the same.
  const words = makeRandom(51894017);
  const placed = placeProjects(drafts, words);
  return drafts.map(({ categoryId, total }, index): SampleProject => {
    const wording = WORDINGS[categoryId];
    const where = placed[index];
    if (!wording || !where) throw new Error(`no wording for ${categoryId}`);
    const cells = (spread[index] ?? []).flatMap((sources, year) =>
      [...sources].map(([source, amount]) => ({
        year: String(FIRST_YEAR + year),
        source: SOURCES[source] ?? '',
        fen: toFen(amount * FEN_PER_UNIT),
      })),
    );
    const matrix = Object.fromEntries(cells.map(({ year, source, fen }) => [cellKey(year, source), fen]));
    const years = sumCells(matrix, 'year');
    const sources = inOrder(sumCells(matrix, 'source'));
    // With one year or one source the margins say it all.
    const isPlain = Object.keys(years).length < 2 || Object.keys(sources).length < 2;
    return {
      ...describe(wording, where.place, where.group, words),
      categoryId,
      startAt: cells[0]?.year ?? null,
      endAt: cells.at(-1)?.year ?? null,
      amounts: {
        total: toFen(total * FEN_PER_UNIT),
        byYear: years,
        bySource: sources,
        cells: isPlain ? {} : matrix,
      },
    };
  });
}

/** The words and head counts of one project. */
function describe(
  wording: Wording,
  place: Place,
  group: string,
  random: Random,
): Omit<SampleProject, 'categoryId' | 'startAt' | 'endAt' | 'amounts'> & Pick<SampleProject, 'amounts'> {
  const households = random.between(18, 420);
  return {
    ...{ code: null, originId: null, originWorkbook: null },
    name: fillIn(wording.name, place.village, group, random),
    regionCode: HONGTA_CODE,
    town: place.town,
    village: place.village,
    nature: random.pick(wording.natures),
    content: fillIn(random.pick(wording.content), place.village, group, random),
    households,
    people: Math.floor((households * random.between(28, 41)) / 10),
    poorHouseholds: null,
    poorPeople: null,
    villages: null,
    unit: wording.unit,
    department: null,
    implementer: null,
    person: null,
    phone: null,
    nationalType: null,
    nationalSubtype: null,
    goal: null,
    linkage: null,
    participation: null,
    subsidyStandard: null,
    documentNumber: null,
    note: null,
    amounts: EMPTY_AMOUNTS,
  };
}
