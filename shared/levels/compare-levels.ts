// A county's figures against what the city's tables print for it (县级与市级核对, handbook 1.4): class by class through the
// mapping, source by source, and as a bridge (调节表) from one total to the other that adds up exactly.

import { placesOf } from '#shared/checks/published-own.ts';
import { fenOf } from '#shared/checks/published-wording.ts';
import { isNamed } from '#shared/domain/named.ts';
import type { PublishedFigure, PublishedGrid, PublishedTable, PublishedTree } from '#shared/domain/published-table.ts';
import { topSources } from '#shared/domain/reference.ts';
import { rollUp } from '#shared/domain/rollup.ts';
import type { PlanData } from '#shared/records/plan-data.ts';
import { type Fen, ZERO } from '#shared/values/money.ts';
import { type Bridge, buildBridge } from './bridge.ts';
import { type ClassLine, classLines, judgeDifference, type LineReason } from './class-lines.ts';
import { leavesOfProjects, printedClasses, projectsOfCounty } from './county-figures.ts';

export interface SourceLine {
  name: string;
  county: Fen;
  city: Fen;
  /** city - county. */
  difference: Fen;
  reason: LineReason;
}

export interface LevelComparison {
  county: { code: string; name: string };
  /** What the county's figures are: its list of projects, or its printed tables. */
  basis: 'projects' | 'printed';
  cityTables: { id: string; document: string }[];
  countyTables: { id: string; document: string }[];
  counts: { county: number; printed: number | null; city: number; difference: number } | null;
  /** [] where no crosstab of classes and counties is there. */
  classes: ClassLine[];
  bridge: Bridge | null;
  sources: SourceLine[];
}

/** A printed column or row that speaks of the county. */
interface CityFigures {
  crosstab: { grid: PublishedGrid; column: number } | undefined;
  sources: { grid: PublishedGrid; figures: readonly (PublishedFigure | null)[] } | undefined;
}

function findCity(
  tables: readonly PublishedTable[],
  county: { name: string; aliases: readonly string[] },
): CityFigures {
  const grids = tables.filter((table): table is PublishedGrid => table.kind === 'grid');
  const crosstabs = grids.flatMap((grid) => {
    if (grid.partKind !== 'region') return [];
    const column = grid.columns.findIndex(({ role, label }) => role === 'part' && isNamed(county, label));
    return column < 0 ? [] : [{ grid, column }];
  });
  const rows = grids.flatMap((grid) => {
    if (grid.rowKind !== 'region' || grid.partKind !== 'source') return [];
    const row = grid.rows.find(({ label }) => isNamed(county, label));
    return row ? [{ grid, figures: row.figures }] : [];
  });
  return { crosstab: crosstabs.at(-1), sources: rows.at(-1) };
}

/** The county's printed classes: one tree of all of them, or the tables of single classes (表4-1, 表4-2 …) put together. */
function findTree(tables: readonly PublishedTable[]): PublishedTree | undefined {
  const trees = tables.filter((table): table is PublishedTree => table.kind === 'tree');
  const whole = trees.filter(({ nodes }) => nodes.length > 1).at(-1);
  if (whole) return whole;
  const single = new Map(trees.flatMap((tree) => tree.nodes.map((node) => [node.name, { tree, node }] as const)));
  const [first] = single.values();
  if (!first || single.size < 2) return undefined;
  const years = tables
    .filter((table): table is PublishedGrid => table.kind === 'grid' && table.rowKind === 'year')
    .at(-1);
  const figureOf = (role: 'count' | 'total'): PublishedFigure | null =>
    years?.totalRow?.figures[years.columns.findIndex((column) => column.role === role)] ?? null;
  return {
    kind: 'tree',
    document: first.tree.document,
    id: first.tree.id.replace(/-\d+$/, ''),
    nodes: [...single.values()].map(({ node }) => node),
    count: figureOf('count'),
    total: figureOf('total'),
  };
}

/**
 * Compares a county with the tables that speak of it; of several tables of one kind the last counts. Undefined where no
 * table of a city speaks of the county, or where the county has neither projects nor printed tables.
 */
export function compareLevels(
  data: PlanData,
  code: string,
  tables: readonly PublishedTable[],
): LevelComparison | undefined {
  const county = data.reference.regions.find((region) => region.code === code);
  if (!county) return undefined;
  const { crosstab, sources } = findCity(tables, county);
  const tree = findTree(tables);
  const printed = tree ? printedClasses(tree, data) : [];
  const projects = projectsOfCounty(data, code);
  const basis = projects.length > 0 ? 'projects' : 'printed';
  const leaves = basis === 'projects' ? leavesOfProjects(data, projects) : printed.flatMap((one) => one.leaves);
  if ((!crosstab && !sources) || leaves.length === 0) return undefined;
  const classes = crosstab ? classLines(data, leaves, crosstab.grid, crosstab.column) : [];
  const declared = crosstab?.grid.totalRow?.figures[crosstab.column] ?? totalOf(sources);
  const count = sources?.figures[sources.grid.columns.findIndex(({ role }) => role === 'count')];
  const own = leaves.reduce((sum, leaf) => sum + leaf.count, 0);
  return {
    county: { code, name: county.name },
    basis,
    cityTables: [crosstab?.grid, sources?.grid].flatMap((grid) => (grid ? [headOf(grid)] : [])),
    countyTables: tree ? [headOf(tree)] : [],
    counts: count
      ? { county: own, printed: tree?.count?.value ?? null, city: count.value, difference: count.value - own }
      : null,
    classes,
    bridge: crosstab && declared ? buildBridge({ basis, tree, printed, leaves, classes, city: fenOf(declared) }) : null,
    sources:
      sources && basis === 'projects' ? sourceLines(data, sources, rollUp(projects, data.reference).bySource) : [],
  };
}

function headOf({ id, document }: PublishedTable): { id: string; document: string } {
  return { id, document };
}

function totalOf(sources: CityFigures['sources']): PublishedFigure | null {
  return sources?.figures[sources.grid.columns.findIndex(({ role }) => role === 'total')] ?? null;
}

function sourceLines(
  data: PlanData,
  { grid, figures }: NonNullable<CityFigures['sources']>,
  bySource: Readonly<Record<string, Fen>>,
): SourceLine[] {
  const places = placesOf(grid.rows.flatMap((row) => row.figures));
  return grid.columns.flatMap(({ role, label }, index): SourceLine[] => {
    const source = role === 'part' ? topSources(data.reference).find((one) => isNamed(one, label)) : undefined;
    if (!source) return [];
    const [county, figure] = [bySource[source.id] ?? ZERO, figures[index]];
    const city = figure ? fenOf(figure) : ZERO;
    const { difference, reason } = judgeDifference(city, county, places);
    return [{ name: source.name, county, city, difference, reason }];
  });
}
