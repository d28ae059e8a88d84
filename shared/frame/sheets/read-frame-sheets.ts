// A workbook of frame sheets read into the frame that it means. A sheet that is missing leaves its part as it is; what
// cannot be read is told by sheet and row.
import type { WorkbookData } from '../../sheet/sheet.ts';
import { type IndicatorChange, indicatorChanges } from '../../tables/indicator-changes.ts';
import type { PlanIndicator } from '../../tables/indicators.ts';
import { adoptScheme } from '../class-changes.ts';
import type { FramePart } from '../faults.ts';
import { type Frame, inTreeOrder } from '../frame.ts';
import { type Moves, noMoves } from '../moves.ts';
import { readLines, type SheetFault, type SheetLine, sheetNamed } from './frame-sheet.ts';
import { PLAN_LINES } from './plan-lines.ts';
import { readAgencies } from './read-agencies.ts';
import { readIndicators } from './read-indicators.ts';
import { readMappings } from './read-mappings.ts';
import { readOwnColumns } from './read-own-columns.ts';
import { readClasses, readPlaces, readSources } from './read-trees.ts';
import { SHEET_NAMES } from './write-frame-sheets.ts';

export interface FrameReading {
  frame: Frame;
  moves: Moves;
  indicators: IndicatorChange[];
  faults: SheetFault[];
  /** Row of a thing by part and id. */
  rowOf: (part: FramePart, id: string) => { sheet: string; row: number } | null;
}

const REQUIRED = {
  plan: ['项目', '内容'],
  categories: ['类别体系', '一级'],
  mappings: ['类别体系', '类别', '对应体系', '对应类别'],
  fundSources: ['资金来源', '上级'],
  agencies: ['单位', '职能划入'],
  ownColumns: ['自定义栏目'],
  regions: ['县'],
  indicators: ['指标', '单位', '属性'],
} as const;
type Part = keyof typeof REQUIRED;

/** null where no sheet is one of a frame. */
export function readFrameSheets(
  book: WorkbookData,
  before: Frame,
  indicators: readonly PlanIndicator[],
): FrameReading | null {
  const isOurs = (Object.keys(REQUIRED) as Part[]).some((part) => {
    const sheet = sheetNamed(book, SHEET_NAMES[part]);
    return sheet !== undefined && readLines(sheet, REQUIRED[part]) !== undefined;
  });
  // A sheet of that name with other columns may be a scheme of others.
  if (!isOurs) return null;
  const faults: SheetFault[] = [];
  const moves = noMoves();
  const rows = new Map<string, { sheet: string; row: number }>();
  const linesOf = (part: Part): SheetLine[] | undefined => {
    const name = SHEET_NAMES[part];
    const sheet = sheetNamed(book, name);
    if (!sheet) return undefined;
    const lines = readLines(sheet, REQUIRED[part]);
    if (!lines)
      faults.push({ sheet: name, row: null, message: `没有找到表头。表头要有“${REQUIRED[part].join('”“')}”这几列。` });
    return lines;
  };
  const note = (part: FramePart, found: ReadonlyMap<string, number>): void => {
    for (const [id, row] of found) rows.set(`${part}:${id}`, { sheet: SHEET_NAMES[part as Part], row });
  };
  let { plan, schemes, categories, mappings, fundSources, regions, agencies, ownColumns } = before;
  const classLines = linesOf('categories');
  if (classLines) {
    const read = readClasses(classLines, before, moves, faults);
    categories = inTreeOrder(read.items);
    schemes = read.schemes;
    note('categories', read.rows);
    // Mappings of what is gone go along where the sheet of mappings is not there to say so.
    const known = new Set(categories.map(({ id }) => id));
    mappings = mappings.filter(({ from, to }) => known.has(from) && known.has(to));
  }
  const mappingLines = linesOf('mappings');
  if (mappingLines) {
    const read = readMappings(mappingLines, before, { schemes, categories }, moves, faults);
    mappings = read.items;
    note('mappings', read.rows);
  }
  const sourceLines = linesOf('fundSources');
  if (sourceLines) {
    const read = readSources(sourceLines, before, moves, faults);
    fundSources = inTreeOrder(read.items);
    note('fundSources', read.rows);
  }
  const agencyLines = linesOf('agencies');
  if (agencyLines) {
    const read = readAgencies(agencyLines, before, faults);
    agencies = read.items;
    note('agencies', read.rows);
  }
  const columnLines = linesOf('ownColumns');
  if (columnLines) {
    const read = readOwnColumns(columnLines, before, moves, faults);
    ownColumns = read.items;
    note('ownColumns', read.rows);
  }
  const placeLines = linesOf('regions');
  if (placeLines) {
    const read = readPlaces(placeLines, before, faults);
    regions = inTreeOrder(read.items);
    note('regions', read.rows);
    const own = regions.find(({ code }) => code === plan.regionCode);
    if (own) plan = { ...plan, regionName: own.name };
  }
  for (const { row, cells } of linesOf('plan') ?? []) {
    const line = PLAN_LINES.find(({ label }) => label === cells.项目);
    const next = line ? line.read(cells.内容 ?? '', plan, schemes) : `不认识的项目“${cells.项目 ?? ''}”。`;
    if (typeof next === 'string') faults.push({ sheet: SHEET_NAMES.plan, row, message: next });
    else plan = next;
  }
  if (plan.scheme !== before.plan.scheme && faults.length === 0) {
    // As 改用 in the window does: projects go to what their classes are mapped to.
    const draft = {
      frame: { plan: before.plan, schemes, categories, mappings, fundSources, regions, agencies, ownColumns },
      moves,
      labels: [],
    };
    adoptScheme(draft, { do: 'scheme-use', id: plan.scheme });
  }
  const indicatorLines = linesOf('indicators');
  const drafts = indicatorLines ? readIndicators(indicatorLines, indicators, faults) : null;
  return {
    frame: { plan, schemes, categories, mappings, fundSources, regions, agencies, ownColumns },
    moves,
    indicators: drafts === null ? [] : indicatorChanges(indicators, drafts),
    faults,
    rowOf: (part, id) => rows.get(`${part}:${id}`) ?? null,
  };
}
