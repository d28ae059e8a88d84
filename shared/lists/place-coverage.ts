// 名单项目情况表 (SPECS K3): places of a list by town, which have projects, and whether the sum of the list agrees with the
// class of its name.
import type { Project } from '../domain/project.ts';
import type { Category } from '../domain/reference.ts';
import { listPlaceReader } from '../places/place-key.ts';
import type { ListedPlace } from '../records/lists.ts';
import type { PlanData } from '../records/plan-data.ts';
import type { TableCell, TableResult, TableRow } from '../tables/table.ts';
import { bareText } from '../values/fold-text.ts';
import { addFen, type Fen, formatWanFull, ZERO } from '../values/money.ts';
import { listRows } from './lists.ts';
import { percentOf } from './village-summary.ts';
import { projectsByPlace } from './villages.ts';

export interface PlaceCoverage {
  place: ListedPlace;
  projects: readonly Project[];
}

export interface ListCoverage {
  list: string;
  places: readonly PlaceCoverage[];
  /** Each project once, though several places of the list have it. */
  projects: readonly Project[];
  sum: Fen;
  /** The class whose name is that of the list, with its projects; null: there is none. */
  ofClass: ClassOfList | null;
}

export interface ClassOfList {
  id: string;
  name: string;
  projects: readonly Project[];
  sum: Fen;
  /** Projects of the class in none of the places. */
  outside: readonly Project[];
  /** Places without a project of the class. */
  without: readonly ListedPlace[];
}

const sumOf = (projects: readonly Project[]): Fen =>
  addFen(ZERO, ...projects.map(({ amounts }) => amounts.total ?? ZERO));

export function placeName({ town, village, place }: Pick<ListedPlace, 'town' | 'village' | 'place'>): string {
  return [town, village, place].filter((part) => part !== '').join('');
}

/** The lists of the workbook, each with its places; places that left a list are left out. */
export function coverLists(data: PlanData): ListCoverage[] {
  const lists = Map.groupBy(
    listRows(data, 'listed-place').filter(({ state }) => state !== '退出'),
    ({ list }) => list,
  );
  if (lists.size === 0) return [];
  const finder = placeFinder(data);
  const found = [...lists].map(([list, listed]) => ({
    list,
    places: listed.map((place) => ({ place, projects: finder(place) })),
    category: categoryOf(data, list),
  }));
  const shared = found.filter(({ category }) => category === null).flatMap(({ places }) => places);
  return found.map(({ list, places, category }) => {
    const projects = [...new Set(places.flatMap((one) => one.projects))];
    const ofClass = category && classOf(data, category, places, shared);
    return { list, places, projects, sum: sumOf(projects), ofClass };
  });
}

/** The projects of a place: of its village, of a 安置点 those that name it, of a town all in it. */
function placeFinder(data: PlanData): (place: ListedPlace) => readonly Project[] {
  const reader = listPlaceReader(data.reference.regions, data.projects);
  const byPlace = projectsByPlace(data);
  const byTown = Map.groupBy(data.projects, ({ town, village }) => reader.keyOf(town, village).town);
  return ({ town, village, place }) => {
    if (place !== '') {
      const name = bareText(place);
      const around =
        village === '' && town === '' ? data.projects : (byTown.get(reader.keyOf(town, village).town) ?? []);
      return around.filter((one) => bareText(`${one.name}${one.content ?? ''}${one.village ?? ''}`).includes(name));
    }
    const key = reader.keyOf(town, village);
    return (village === '' ? byTown.get(key.town) : byPlace.get(key.joined)) ?? [];
  };
}

/** 重点村建设工程 as 重点村. */
function bareOf(name: string): string {
  return bareText(name).replace(/(?:项目)?(?:建设|创建)(?:工程|项目)?$/, '');
}

/** 集体经济先行示范村 is the class 集体经济先行示范村建设; lists that have no class of their own share that one (the city's 重点村建设). */
function categoryOf({ plan, reference }: PlanData, list: string): Category | null {
  const name = bareText(list);
  const own = reference.categories.filter(({ scheme }) => scheme === plan.scheme);
  return own.find((one) => [one.name, ...one.aliases].some((word) => bareOf(word) === name)) ?? null;
}

function classOf(
  { projects: all, reference }: PlanData,
  { id, name }: Category,
  places: readonly PlaceCoverage[],
  shared: readonly PlaceCoverage[],
): ClassOfList {
  const projects = all.filter(({ categoryId }) => isUnder(reference.categories, categoryId, id));
  const inside = new Set([...places, ...shared].flatMap((one) => one.projects));
  const isOf = new Set(projects);
  return {
    ...{ id, name, projects, sum: sumOf(projects) },
    outside: projects.filter((project) => !inside.has(project)),
    without: places.filter((one) => !one.projects.some((project) => isOf.has(project))).map(({ place }) => place),
  };
}

function isUnder(categories: readonly Category[], id: string | null, top: string): boolean {
  for (let at = id; at !== null; at = categories.find((one) => one.id === at)?.parent ?? null)
    if (at === top) return true;
  return false;
}

export function coverageTable(data: PlanData, wanted: string | null): TableResult {
  const lists = coverLists(data).filter(({ list }) => wanted === null || list === wanted);
  const count = (value: number): TableCell => ({ kind: 'count', value });
  const row = (
    key: string,
    name: string,
    depth: number,
    places: readonly PlaceCoverage[],
    role: TableRow['role'],
  ): TableRow => {
    const covered = places.filter(({ projects }) => projects.length > 0).length;
    const projects = [...new Set(places.flatMap((one) => one.projects))];
    return {
      ...{ key, role, depth },
      cells: [
        { kind: 'text', text: name },
        count(places.length),
        count(covered),
        { kind: 'share', percent: percentOf(covered, places.length) },
        count(projects.length),
        { kind: 'amount', fen: sumOf(projects) },
      ],
    };
  };
  return {
    ...{
      id: 'place-coverage',
      number: '',
      title: `${data.plan.regionName}重点村、示范村、安置点项目情况表`,
      unit: '万元',
    },
    columns: [
      { key: 'list', label: '名单、乡镇（街道）', kind: 'text' },
      { key: 'places', label: '名单上', kind: 'count', counts: '个' },
      { key: 'covered', label: '有项目', kind: 'count', counts: '个' },
      { key: 'share', label: '覆盖率', kind: 'share' },
      { key: 'projects', label: '项目数', kind: 'count', counts: '个' },
      { key: 'total', label: '总投资', kind: 'amount' },
    ],
    rows: lists.flatMap(({ list, places }) => [
      row(list, list, 0, places, 'heading'),
      ...[...Map.groupBy(places, ({ place }) => place.town)].map(([town, own]) =>
        row(`${list}|${town}`, town || '（未写乡镇）', 1, own, 'item'),
      ),
    ]),
    notes: lists.flatMap((list) => noteOf(list)),
    ...{ source: '', charts: [] },
  };
}

function noteOf({ list, sum, projects, places, ofClass }: ListCoverage): string[] {
  const none = places.filter((one) => one.projects.length === 0).map(({ place }) => placeName(place));
  const lacking =
    none.length === 0
      ? ''
      : `没有项目的 ${none.length} 个：${none.slice(0, 20).join('、')}${none.length > 20 ? '……' : ''}。`;
  const held = ofClass
    ? `类别“${ofClass.name}”${ofClass.projects.length} 个项目 ${formatWanFull(ofClass.sum)} 万元，其中在名单内 ${ofClass.projects.length - ofClass.outside.length} 个。`
    : '';
  return [
    `${list}：名单内共 ${projects.length} 个项目 ${formatWanFull(sum)} 万元（一个项目只计一次）。${held}${lacking}`,
  ];
}
