// Printed tables against the workbook's own sums: X01 for the plan's own tables, X05 where a city's summary speaks
// of this county — classes through the mapping, own figures rounded to the printed places (handbook 1.4).
import { categoryTree } from '#shared/domain/categories.ts';
import { readMargins } from '#shared/domain/margins.ts';
import { isNamed } from '#shared/domain/named.ts';
import { type Category, isUpperPlan, makeOfficeResolver, topSources } from '#shared/domain/reference.ts';
import { emptyRollup, type Rollup, rollUp } from '#shared/domain/rollup.ts';
import type { PlanData } from '#shared/records/plan-data.ts';
import { makeCategoryResolver, topCategoryOf } from '#shared/tables/crosswalk.ts';
import { planSums } from '#shared/tables/plan-sums.ts';
import { type Fen, roundWan, ZERO } from '#shared/values/money.ts';
import {
  nodeLabel,
  type PublishedFigure,
  type PublishedGrid,
  type PublishedNode,
  type PublishedTable,
  type PublishedTree,
} from '../domain/published-table.ts';
import type { Finding } from './finding.ts';
import { fenOf } from './published-wording.ts';
import { judge } from './tolerance.ts';
import { amountFinding, countFinding, type Place } from './wording.ts';

type OwnRule = 'X01' | 'X05';

const RIGHT_NAME = '本工作簿汇总数';
const ADVICE: Readonly<Record<OwnRule, string>> = {
  X01: '请核对印发表与项目明细哪一个是最后定稿。',
  X05: '请与市级核对口径和版本，确有调整的请说明。',
};

/** A printed figure against ours: equal where ours, rounded to the printed places, is the printed one. */
function compareAmount(rule: OwnRule, place: Place, figure: PublishedFigure, own: Fen, places: number): Finding[] {
  const left = fenOf(figure);
  if (left === own || left === roundWan(own, Math.min(places, 6))) return [];
  const isShorter = figure.decimals >= 1 && left === roundWan(own, figure.decimals);
  const verdict = isShorter ? 'rounding' : judge(left, own, { declared: places, addends: places, count: 1 });
  const level = verdict === 'rounding' ? 'rounding' : rule === 'X01' ? 'error' : 'warning';
  return [amountFinding({ rule, level, place, left, right: own, rightName: RIGHT_NAME, advice: ADVICE[rule] })];
}

function compareCount(rule: OwnRule, place: Place, figure: PublishedFigure, own: number): Finding[] {
  if (figure.value === own) return [];
  const level = rule === 'X01' ? 'error' : 'warning';
  return [
    countFinding({ rule, level, place, left: figure.value, right: own, rightName: RIGHT_NAME, advice: ADVICE[rule] }),
  ];
}

/** Most decimals that a printed table uses: its amounts are rounded to them. */
export function placesOf(figures: readonly (PublishedFigure | null)[]): number {
  return figures.reduce((most, figure) => Math.max(most, figure?.decimals ?? 0), 0);
}

function figuresOf(nodes: readonly PublishedNode[]): (PublishedFigure | null)[] {
  return nodes.flatMap((node) => [node.total, ...figuresOf(node.children)]);
}

function compareTree(tree: PublishedTree, data: PlanData): Finding[] {
  if (isUpperPlan(data)) return [];
  const sums = planSums(data);
  const places = placesOf(figuresOf(tree.nodes));
  const compareRollup = (
    { key, ...place }: Omit<Place, 'column'> & { key: string },
    node: Pick<PublishedNode, 'count' | 'total'>,
    own: Rollup,
  ) => {
    const at = (column: string, label: string): Place => ({ ...place, column: label, figure: { row: key, column } });
    return [
      ...(node.count ? compareCount('X01', at('count', '项目个数'), node.count, own.count) : []),
      ...(node.total ? compareAmount('X01', at('total', '总投资'), node.total, own.total, places) : []),
    ];
  };
  const walk = (nodes: readonly PublishedNode[], parent: string | null, table: string): Finding[] =>
    nodes.flatMap((node) => {
      const category = data.reference.categories.find(
        (candidate) =>
          candidate.scheme === data.plan.scheme && candidate.parent === parent && isNamed(candidate, node.name),
      );
      if (!category) return [];
      const own = node.table ?? table;
      const rollup = sums.byCategory.get(category.id) ?? emptyRollup();
      return [
        ...compareRollup({ table: own, row: nodeLabel(node), key: `category:${category.id}` }, node, rollup),
        ...walk(node.children, category.id, own),
      ];
    });
  const total = { table: tree.id, row: '合计', key: 'total' };
  return [...walk(tree.nodes, null, tree.id), ...compareRollup(total, tree, sums.all)];
}

/** Sums of the plan's projects by the classes of any scheme, headings at the top only. */
function sumsByScheme(data: PlanData, scheme: string): (name: string) => Fen | undefined {
  const resolve = makeCategoryResolver(data.reference, scheme);
  const totals = new Map<string, number>();
  for (const project of data.projects) {
    const category = resolve(project.categoryId);
    if (!category) continue;
    const top = topCategoryOf(data.reference, category).id;
    totals.set(top, (totals.get(top) ?? 0) + (project.amounts.total ?? 0));
  }
  const tops: Category[] = categoryTree(data.reference, scheme).map((node) => node.category);
  return (name) => {
    const category = tops.find((candidate) => isNamed(candidate, name));
    return category && ((totals.get(category.id) ?? ZERO) as Fen);
  };
}

/** The scheme whose top classes a crosstab's rows are named after; of equal ones that to which others are mapped. */
export function schemeOf(grid: PublishedGrid, { reference }: Pick<PlanData, 'reference'>): string | undefined {
  const targets = new Set(reference.mappings.map(({ to }) => to));
  const counted = reference.schemes.map(({ id }) => {
    const tops = categoryTree(reference, id);
    const hits = grid.rows.filter((row) => tops.some(({ category }) => isNamed(category, row.label))).length;
    return { id, hits, isTarget: tops.some(({ category }) => targets.has(category.id)) };
  });
  const best = counted.sort((a, b) => b.hits - a.hits || Number(b.isTarget) - Number(a.isTarget))[0];
  return best && best.hits > 0 ? best.id : undefined;
}

/** One row of source columns against a rollup. */
function compareRow(
  rule: OwnRule,
  grid: PublishedGrid,
  { label, key }: { label: string; key: string },
  figures: readonly (PublishedFigure | null)[],
  own: { count: number; total: Fen; source: (id: string) => Fen },
  data: PlanData,
): Finding[] {
  const places = placesOf(grid.rows.flatMap((row) => row.figures));
  return grid.columns.flatMap((column, index) => {
    const figure = figures[index];
    if (!figure) return [];
    const place = { table: grid.id, row: label, column: column.label };
    const at = (columnKey: string): Place => ({ ...place, figure: { row: key, column: columnKey } });
    if (column.role === 'count') return compareCount(rule, at('count'), figure, own.count);
    if (column.role === 'total') return compareAmount(rule, at('total'), figure, own.total, places);
    const source = topSources(data.reference).find((candidate) => isNamed(candidate, column.label));
    return source ? compareAmount(rule, at(`source:${source.id}`), figure, own.source(source.id), places) : [];
  });
}

function ofRollup(rollup: Rollup) {
  return { count: rollup.count, total: rollup.total, source: (id: string) => rollup.bySource[id] ?? ZERO };
}

function totalOf({ label }: { label: string }) {
  return { label, key: 'total' };
}

/** 表5-1: year rows. A figure of a source in one year is compared only where no money lacks its year or source. */
function compareYears(grid: PublishedGrid, data: PlanData): Finding[] {
  if (isUpperPlan(data)) return [];
  const { all } = planSums(data);
  const rows = grid.rows.flatMap((row) => {
    const year = /\d{4}/.exec(row.label)?.[0];
    if (year === undefined) return [];
    const own = {
      count: all.countByYear[year] ?? 0,
      total: all.byYear[year] ?? ZERO,
      source: (id: string) => all.cells[`${year}|${id}`] ?? ZERO,
    };
    return compareRow('X01', grid, { label: row.label, key: `year:${year}` }, row.figures, own, data);
  });
  const total = grid.totalRow
    ? compareRow('X01', grid, totalOf(grid.totalRow), grid.totalRow.figures, ofRollup(all), data)
    : [];
  return [...total, ...rows];
}

/** Code of a county (or city, for a province) by the name a table prints. */
function countyCode(data: PlanData, label: string): string | undefined {
  return data.reference.regions.find(
    (region) => (region.level === 'county' || region.level === 'city') && isNamed(region, label),
  )?.code;
}

/** 表3: a county's row against the county's workbook, or every row against that of the office above. */
function compareCounties(grid: PublishedGrid, data: PlanData): Finding[] {
  const isUpper = isUpperPlan(data);
  const officeOf = makeOfficeResolver(data);
  const rule: OwnRule = isUpper ? 'X01' : 'X05';
  const rows = grid.rows.flatMap((row) => {
    const code = countyCode(data, row.label);
    if (code === undefined || (!isUpper && code !== data.plan.regionCode)) return [];
    const rollup = rollUp(
      data.projects.filter(({ regionCode }) => officeOf(regionCode) === code).map(readMargins),
      data.reference,
    );
    // A county's own workbook has no row for itself: its row is the total.
    const at = { label: row.label, key: isUpper ? `region:${code}` : 'total' };
    return compareRow(rule, grid, at, row.figures, ofRollup(rollup), data);
  });
  const total =
    isUpper && grid.totalRow
      ? compareRow(rule, grid, totalOf(grid.totalRow), grid.totalRow.figures, ofRollup(planSums(data).all), data)
      : [];
  return [...rows, ...total];
}

/** 表2: the column of this county (or of every county, for a workbook above counties) class by class. */
function compareCrosstab(grid: PublishedGrid, data: PlanData): Finding[] {
  const isUpper = isUpperPlan(data);
  const officeOf = makeOfficeResolver(data);
  const rule: OwnRule = isUpper ? 'X01' : 'X05';
  const scheme = schemeOf(grid, data);
  if (scheme === undefined) return [];
  const places = placesOf(grid.rows.flatMap((row) => row.figures));
  return grid.columns.flatMap((column, index) => {
    if (column.role === 'count') return [];
    const code = column.role === 'total' ? (isUpper ? '' : undefined) : countyCode(data, column.label);
    if (code === undefined || (!isUpper && code !== data.plan.regionCode)) return [];
    const projects =
      code === '' ? data.projects : data.projects.filter(({ regionCode }) => officeOf(regionCode) === code);
    const own = sumsByScheme({ ...data, projects }, scheme);
    const whole = rollUp(projects, data.reference).total;
    return [...grid.rows, ...(grid.totalRow ? [grid.totalRow] : [])].flatMap((row) => {
      const figure = row.figures[index];
      const total = row === grid.totalRow ? whole : own(row.label);
      if (!figure || total === undefined) return [];
      return compareAmount(rule, { table: grid.id, row: row.label, column: column.label }, figure, total, places);
    });
  });
}

/** Differences between a printed table and the workbook's own sums. */
export function compareWithOwn(table: PublishedTable, data: PlanData): Finding[] {
  if (table.kind === 'tree') return compareTree(table, data);
  if (table.kind === 'indicators') return [];
  if (table.rowKind === 'year') return compareYears(table, data);
  return table.partKind === 'region' ? compareCrosstab(table, data) : compareCounties(table, data);
}
