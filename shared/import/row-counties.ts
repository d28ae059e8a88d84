// Which county each row of a city's or a province's sheet belongs to: by a column of counties, the place or heading of the
// row, the title, the sheet's or the file's name, its town. Where nothing says so, that is asked.
import { isUpperPlan, type PlanInfo, type ReferenceData, type Region } from '../domain/reference.ts';
import { zoneWords } from '../places/place-aliases.ts';
import type { PlaceReader } from '../places/place-key.ts';
import { cellText, viewSheet } from '../sheet/sheet-view.ts';
import { compactText } from '../values/fold-text.ts';
import type { ImportQuestion } from './preview.ts';
import type { ReadProject, TableReading } from './reading.ts';

export interface RowCounties {
  /** Code of the county by row; a row that is not there is of the plan's own office. */
  byRow: ReadonlyMap<number, string>;
  /** Rows of which nobody says where they belong, or of which title, names and towns say different things. */
  unclear: readonly number[];
  /** The counties that they name against each other; null: they agree. */
  rivals: Rivals | null;
  /** Rows whose town lies in another county than they say. */
  misplaced: readonly Misplaced[];
}

/** What speaks for which county: 标题 -> 530403. */
export interface Rivals {
  said: readonly { by: string; code: string }[];
  /** The county in which most of its towns lie. */
  ofTowns: string | null;
}

export interface Misplaced {
  row: number;
  town: string;
  stated: string;
  ofTown: string;
}

/** The id of the question where a table belongs, behind that of the table; answered by the code of a county … */
export const COUNTY_QUESTION = 'county';
/** … or by the column that tells it row by row. */
export const COUNTY_COLUMN = /^column:([A-Z]{1,3})$/;
/** Columns of words that are offered for it, at most. */
const MOST_COLUMNS = 6;

type Frame = { plan: PlanInfo; reference: ReferenceData };
type Table = Pick<TableReading, 'sheet' | 'title' | 'columns' | 'projects' | 'source'>;
interface Named {
  name: string;
  code: string;
}

/** Counties of the rows of a table; for a plan of a county there is nothing to find. */
export function findCounties(table: Table, file: string, frame: Frame, places: PlaceReader): RowCounties {
  const byRow = new Map<number, string>();
  const unclear: number[] = [];
  const misplaced: Misplaced[] = [];
  if (!isUpperPlan(frame)) return { byRow, unclear, rivals: null, misplaced };
  const names = countyNames(frame.reference.regions);
  const said = [
    { by: '标题', text: table.title },
    { by: '工作表名', text: table.sheet },
    { by: '文件名', text: file },
  ].flatMap(({ by, text }) => {
    const code = countyIn(text, names);
    return code === undefined ? [] : [{ by, code }];
  });
  const ofTowns = countyOfTowns(table.projects, places);
  const isRival = new Set([...said.map(({ code }) => code), ...(said.length > 0 && ofTowns ? [ofTowns] : [])]).size > 1;
  const rivals = isRival ? { said, ofTowns } : null;
  // The title speaks before the name of the sheet, and that before the file's.
  const ofTable = rivals ? undefined : said[0]?.code;
  const column = table.columns.find(({ key }) => key === 'region')?.column;
  const place = table.columns.find(({ key }) => key === 'town') ?? table.columns.find(({ key }) => key === 'village');
  const view = column === undefined ? undefined : viewSheet(table.source);
  let stated: string | undefined;
  for (const project of table.projects) {
    // A cell merged over several rows is each row's; an empty one beneath it says the same again.
    const text = column === undefined ? '' : (view?.seenText(project.row, column) ?? '').trim();
    if (text !== '') stated = countyIn(text, names);
    const ofTown = countyOfTown(project, places);
    const own = stated ?? countyOfRow(project, place?.column, names, places);
    // Where the table is in doubt, single towns prove nothing: all of the rest is asked about.
    const code = own ?? (rivals ? undefined : (ofTable ?? ofTown));
    if (own !== undefined && ofTown !== undefined && own !== ofTown)
      misplaced.push({ row: project.row, town: project.values.town ?? '', stated: own, ofTown });
    if (code === undefined) unclear.push(project.row);
    else byRow.set(project.row, code);
  }
  return { byRow, unclear, rivals: unclear.length > 0 ? rivals : null, misplaced };
}

/** The question where a table, or the rest of it, belongs; null where all is clear. It stops an import that says nothing
 * of any row; single rows may belong to the office above. */
export function askCounty(
  { sheet, projects, columns }: Pick<TableReading, 'sheet' | 'projects' | 'columns'>,
  { unclear, rivals }: RowCounties,
  { plan, reference }: Frame,
): ImportQuestion | null {
  if (unclear.length === 0) return null;
  if (rivals) return askRivals(sheet, rivals, reference.regions);
  const isAll = unclear.length === projects.length;
  const rows = unclear.slice(0, SHOWN).join('、');
  const who = isAll
    ? '没有写明是哪个县（市、区）的'
    : `第 ${rows}${unclear.length > SHOWN ? ' 等' : ''} 行（共 ${unclear.length} 行）没有写明是哪个县（市、区）的`;
  const counties = reference.regions.filter(({ level }) => level === 'county');
  const hasColumn = columns.some(({ key }) => key === 'region');
  const byColumn = columns.filter(
    ({ key, isNumeric, samples, header }) => key === null && !isNumeric && samples.length > 0 && header !== '',
  );
  const why = hasColumn ? '“县（市、区）”栏里没有写，或写的不是本规划的县（市、区）' : '没有“县（市、区）”栏';
  return {
    id: COUNTY_QUESTION,
    message: `“${sheet}”${who}：${why}，标题、工作表名、文件名和建设地点也看不出来。请选定；命令行用 --region 代码。`,
    options: [
      ...(hasColumn ? [] : byColumn.slice(0, MOST_COLUMNS)).map(({ letter, header }) => ({
        value: `column:${letter}`,
        label: `逐行按 ${letter} 列“${header}”`,
      })),
      ...counties.map(({ code, name }) => ({ value: code, label: name })),
      { value: plan.regionCode, label: `不属于某一个县，作为${plan.regionName}本级的项目` },
    ],
    assumed: isAll ? null : plan.regionCode,
  };
}

/** Title, names and towns speak of different counties: a person has to say which it is. */
function askRivals(sheet: string, { said, ofTowns }: Rivals, regions: readonly Region[]): ImportQuestion {
  const nameOf = (code: string): string => regions.find((region) => region.code === code)?.name ?? code;
  const words = [
    ...said.map(({ by, code }) => `${by}写的是${nameOf(code)}`),
    ...(ofTowns === null ? [] : [`乡镇大多在${nameOf(ofTowns)}`]),
  ];
  const first = [...new Set([...(ofTowns === null ? [] : [ofTowns]), ...said.map(({ code }) => code)])];
  const rest = regions.filter(({ level, code }) => level === 'county' && !first.includes(code)).map(({ code }) => code);
  return {
    id: COUNTY_QUESTION,
    message: `“${sheet}”是哪个县（市、区）的，说法不一：${words.join('，')}。请核对后选定；命令行用 --region 代码。`,
    options: [...first, ...rest].map((code) => ({ value: code, label: nameOf(code) })),
    assumed: null,
  };
}

/** Fewer towns prove nothing against a title. */
const LEAST_TOWNS = 2;

/** The county in which more than half of the projects with a known town lie; null for none. */
function countyOfTowns(projects: readonly ReadProject[], places: PlaceReader): string | null {
  const counts = new Map<string, number>();
  let placed = 0;
  for (const project of projects) {
    const code = countyOfTown(project, places);
    if (code === undefined) continue;
    placed += 1;
    counts.set(code, (counts.get(code) ?? 0) + 1);
  }
  const [most] = [...counts].sort(([, a], [, b]) => b - a);
  return most && most[1] >= LEAST_TOWNS && most[1] * 2 > placed ? most[0] : null;
}

const SHOWN = 8;

/** Rows whose county and town contradict each other, in one sentence; '' for none. */
export function misplacedSentence(sheet: string, { misplaced }: RowCounties, regions: readonly Region[]): string {
  const [first] = misplaced;
  if (!first) return '';
  const nameOf = (code: string): string => regions.find((region) => region.code === code)?.name ?? code;
  const rows = misplaced.slice(0, SHOWN).map(({ row }) => row);
  const more = misplaced.length > SHOWN ? ` 等 ${misplaced.length} 行` : ' 行';
  return `“${sheet}”第 ${rows.join('、')}${more}写的县（市、区）与乡镇不符，如第 ${first.row} 行写的是${nameOf(first.stated)}，“${first.town}”是${nameOf(first.ofTown)}的。按写的县导入，请核对。`;
}

/** Names and aliases that mean one county, the longest first. */
function countyNames(regions: readonly Region[]): Named[] {
  const counties = regions.filter(({ level }) => level === 'county');
  const all = counties.flatMap(({ code, name, aliases }) =>
    [name, ...aliases, ...zoneWords(name)].map((word) => ({ name: compactText(word), code })),
  );
  const uses = Map.groupBy(all, ({ name }) => name);
  return all
    .filter(({ name }) => new Set(uses.get(name)?.map(({ code }) => code)).size === 1)
    .sort((a, b) => b.name.length - a.name.length);
}

/** The one county that a text names; undefined for none and for several. */
function countyIn(text: string, names: readonly Named[]): string | undefined {
  let rest = compactText(text);
  const found = new Set<string>();
  for (const { name, code } of names) {
    if (!rest.includes(name)) continue;
    found.add(code);
    // 峨山县 is not 峨山 once more, nor 江川 in 江川区.
    rest = rest.replaceAll(name, '　');
  }
  return found.size === 1 ? [...found][0] : undefined;
}

/** By the county in front of the place (红塔区研和街道玉苗村), or the heading above the row. */
function countyOfRow(
  { cells, county: heading, unknownHeading }: ReadProject,
  column: number | undefined,
  names: readonly Named[],
  places: PlaceReader,
): string | undefined {
  const cell = column === undefined ? undefined : cells.find((one) => one.column === column);
  const county = cell === undefined ? '' : places.split(cellText(cell)).county;
  return (
    (county === '' ? undefined : countyIn(county, names)) ?? countyIn(heading, names) ?? countyIn(unknownHeading, names)
  );
}

/** By a town that only one county has. */
function countyOfTown({ values }: ReadProject, places: PlaceReader): string | undefined {
  const { town, village } = values;
  const { townName } = places.keyOf(town, village);
  const county = places.dictionary.towns.get(townName)?.county ?? '';
  return county === '' ? undefined : county;
}
