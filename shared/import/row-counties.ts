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
  /** Rows of which nobody says where they belong. */
  unclear: readonly number[];
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
  if (!isUpperPlan(frame)) return { byRow, unclear };
  const names = countyNames(frame.reference.regions);
  // The title speaks before the name of the sheet, and that before the file's.
  const ofTable = [table.title, table.sheet, file]
    .map((text) => countyIn(text, names))
    .find((code) => code !== undefined);
  const column = table.columns.find(({ key }) => key === 'region')?.column;
  const place = table.columns.find(({ key }) => key === 'town') ?? table.columns.find(({ key }) => key === 'village');
  const view = column === undefined ? undefined : viewSheet(table.source);
  let stated: string | undefined;
  for (const project of table.projects) {
    // A cell merged over several rows is each row's; an empty one beneath it says the same again.
    const text = column === undefined ? '' : (view?.seenText(project.row, column) ?? '').trim();
    if (text !== '') stated = countyIn(text, names);
    const code =
      stated ?? countyOfRow(project, place?.column, names, places) ?? ofTable ?? countyOfTown(project, places);
    if (code === undefined) unclear.push(project.row);
    else byRow.set(project.row, code);
  }
  return { byRow, unclear };
}

/** The question where a table, or the rest of it, belongs; null where all is clear. It stops an import that says nothing
 * of any row; single rows may belong to the office above. */
export function askCounty(
  { sheet, projects, columns }: Pick<TableReading, 'sheet' | 'projects' | 'columns'>,
  { unclear }: RowCounties,
  { plan, reference }: Frame,
): ImportQuestion | null {
  if (unclear.length === 0) return null;
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

const SHOWN = 8;

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
  { cells, unknownHeading }: ReadProject,
  column: number | undefined,
  names: readonly Named[],
  places: PlaceReader,
): string | undefined {
  const cell = column === undefined ? undefined : cells.find((one) => one.column === column);
  const county = cell === undefined ? '' : places.split(cellText(cell)).county;
  return (county === '' ? undefined : countyIn(county, names)) ?? countyIn(unknownHeading, names);
}

/** By a town that only one county has. */
function countyOfTown({ values }: ReadProject, places: PlaceReader): string | undefined {
  const { town, village } = values;
  const { townName } = places.keyOf(town, village);
  const county = places.dictionary.towns.get(townName)?.county ?? '';
  return county === '' ? undefined : county;
}
