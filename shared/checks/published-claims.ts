// The same figures in two shapes: printed tables as claims (声明数) to be kept, and the claims of an imported 汇总表
// as a printed table to be checked like one.
import { categoryTree } from '#shared/domain/categories.ts';
import type { Claim, ClaimFigure } from '#shared/domain/claims.ts';
import { isNamed } from '#shared/domain/named.ts';
import { type Category, type ReferenceData, topSources } from '#shared/domain/reference.ts';
import {
  nodeLabel,
  type PublishedColumn,
  type PublishedFigure,
  type PublishedGrid,
  type PublishedNode,
  type PublishedTable,
  type PublishedTree,
} from '../domain/published-table.ts';
import { lastHeader, TOTAL_WORDS } from './claim-scope.ts';
import { withRightHeaders } from './slipped-header.ts';

type Reference = Pick<ReferenceData, 'categories' | 'fundSources' | 'regions'>;

function toClaim(table: PublishedTable, name: string, row: string, categoryId: string | null, figures: ClaimFigure[]) {
  const claim: Claim = {
    id: `published:${table.document}:${name}:${row}`,
    origin: 'published',
    table: name,
    row,
    file: table.document,
    sheetRow: null,
    batchId: null,
    categoryId,
    heldAtImport: false,
    figures,
  };
  return claim;
}

function toFigure(column: string, header: string, figure: PublishedFigure | null): ClaimFigure[] {
  if (!figure) return [];
  const { value, decimals, raw } = figure;
  return [{ column, header, value, decimals, cell: null, raw }];
}

function treeClaims(tree: PublishedTree, reference: Reference, scheme: string): Claim[] {
  const figuresOf = ({ count, total }: Pick<PublishedNode, 'count' | 'total'>) => [
    ...toFigure('count', '项目个数', count),
    ...toFigure('total', '总投资', total),
  ];
  const walk = (nodes: readonly PublishedNode[], parent: string | null, table: string): Claim[] =>
    nodes.flatMap((node) => {
      const category = reference.categories.find(
        (candidate) => candidate.scheme === scheme && candidate.parent === parent && isNamed(candidate, node.name),
      );
      if (!category) return [];
      const own = node.table ?? table;
      return [
        toClaim(tree, own, nodeLabel(node), category.id, figuresOf(node)),
        ...walk(node.children, category.id, own),
      ];
    });
  const total = figuresOf(tree);
  return [
    ...(total.length > 0 ? [toClaim(tree, tree.id, '合计', null, total)] : []),
    ...walk(tree.nodes, null, tree.id),
  ];
}

function columnKey(column: PublishedColumn, reference: Reference): string | undefined {
  if (column.role === 'share') return undefined;
  if (column.role !== 'part') return column.role;
  const source = topSources(reference).find((candidate) => isNamed(candidate, column.label));
  if (source) return `source:${source.id}`;
  const region = reference.regions.find(
    ({ level, ...names }) => (level === 'county' || level === 'city') && isNamed(names, column.label),
  );
  return region && `region:${region.code}`;
}

function gridClaims(grid: PublishedGrid, reference: Reference, scheme: string): Claim[] {
  const keys = grid.columns.map((column) => columnKey(column, reference));
  return [...(grid.totalRow ? [grid.totalRow] : []), ...grid.rows].map((row) => {
    const category = grid.rowKind === 'category' ? findTop(reference, scheme, row.label) : undefined;
    const figures = grid.columns.flatMap(({ label }, index) => {
      const key = keys[index];
      return key === undefined ? [] : toFigure(key, label, row.figures[index] ?? null);
    });
    return toClaim(grid, grid.id, row.label, category?.id ?? null, figures);
  });
}

function findTop(reference: Reference, scheme: string, name: string): Category | undefined {
  return reference.categories.find(
    (category) => category.scheme === scheme && category.parent === null && isNamed(category, name),
  );
}

/** A printed table as claims; rows and columns that the reference data does not know are left to the table itself. */
export function publishedClaims(table: PublishedTable, reference: Reference, scheme: string): Claim[] {
  if (table.kind === 'tree') return treeClaims(table, reference, scheme);
  return table.kind === 'grid' ? gridClaims(table, reference, scheme) : [];
}

function figureOf(claim: Claim | undefined, column: string): PublishedFigure | null {
  const figure = claim?.figures.find((candidate) => candidate.column === column);
  return figure ? { raw: figure.raw, value: figure.value, decimals: figure.decimals } : null;
}

/** 一、乡村特色产业帮扶 -> its ordinal and its words. */
function splitHeading(row: string): { ordinal: string; name: string } {
  const match = /^(（[一二三四五六七八九十]+）|\([一二三四五六七八九十]+\)|[一二三四五六七八九十]+(?=、))、?(.+)$/.exec(
    row.replaceAll(/\s/g, ''),
  );
  return match ? { ordinal: match[1] ?? '', name: match[2] ?? '' } : { ordinal: '', name: row.trim() };
}

function treeOfClaims(claims: readonly Claim[], reference: Reference): PublishedTree | undefined {
  const byCategory = new Map(claims.flatMap((claim) => (claim.categoryId === null ? [] : [[claim.categoryId, claim]])));
  const schemes = new Set(reference.categories.filter(({ id }) => byCategory.has(id)).map(({ scheme }) => scheme));
  const [scheme] = schemes;
  const [first] = claims;
  if (scheme === undefined || schemes.size > 1 || !first) return undefined;
  const toNode = (claim: Claim, children: PublishedNode[]): PublishedNode => ({
    ...splitHeading(claim.row),
    table: claim.table,
    count: figureOf(claim, 'count'),
    total: figureOf(claim, 'total'),
    texts: [],
    children,
  });
  const build = (nodes: ReturnType<typeof categoryTree>): PublishedNode[] =>
    nodes.flatMap(({ category, children }) => {
      const claim = byCategory.get(category.id);
      return claim ? [toNode(claim, build(children))] : build(children);
    });
  const isTotal = (claim: Claim): boolean =>
    claim.categoryId === null && TOTAL_WORDS.test(claim.row.replaceAll(/\s/g, ''));
  const total = claims.find(isTotal);
  // A table without a single ordinal is a plain list: its rows stand beside each other, whatever the scheme says.
  const isList = claims.every((claim) => splitHeading(claim.row).ordinal === '');
  return {
    kind: 'tree',
    document: first.file ?? '',
    id: first.table,
    nodes: isList
      ? claims.filter((claim) => !isTotal(claim)).map((claim) => toNode(claim, []))
      : build(categoryTree(reference, scheme)),
    count: figureOf(total, 'count'),
    total: figureOf(total, 'total'),
  };
}

function roleOf(column: string): PublishedColumn['role'] | undefined {
  if (column === 'count' || column === 'total') return column;
  return /^(source|region):/.test(column) ? 'part' : undefined;
}

function gridOfClaims(claims: readonly Claim[]): PublishedGrid | undefined {
  const headers = new Map(claims.flatMap(({ figures }) => figures.map(({ column, header }) => [column, header])));
  const columns = [...headers].flatMap(([key, header]) => {
    const role = roleOf(key);
    return role ? [{ key, label: lastHeader(header), role }] : [];
  });
  const [first] = claims;
  if (!first || !columns.some(({ role }) => role === 'total')) return undefined;
  const toRow = (claim: Claim) => ({ label: claim.row, figures: columns.map(({ key }) => figureOf(claim, key)) });
  const isTotal = (claim: Claim): boolean =>
    claim.categoryId === null && TOTAL_WORDS.test(claim.row.replaceAll(/\s/g, ''));
  const total = claims.find(isTotal);
  const rows = claims.filter((claim) => !isTotal(claim));
  return {
    kind: 'grid',
    document: first.file ?? '',
    id: first.table,
    rowKind: rows.every(({ row }) => /^\d{4}年?$/.test(row.trim()))
      ? 'year'
      : rows.every(({ categoryId }) => categoryId !== null)
        ? 'category'
        : 'region',
    partKind: columns.some(({ key }) => key.startsWith('region:')) ? 'region' : 'source',
    columns: columns.map(({ label, role }) => ({ label, role })),
    rows: rows.map(toRow),
    totalRow: total ? toRow(total) : null,
    texts: [],
  };
}

/** True where one of the categories stands under another: headings and their parts in one list. */
function isNested(claims: readonly Claim[], reference: Reference): boolean {
  const ids = new Set(claims.map(({ categoryId }) => categoryId));
  return reference.categories.some(({ id, parent }) => ids.has(id) && parent !== null && ids.has(parent));
}

/**
 * The claims of one imported 汇总表 (one sheet of one import) as a printed table; undefined where its rows or columns
 * say nothing that could be added up.
 */
export function tableOfClaims(claims: readonly Claim[], reference: Reference): PublishedTable | undefined {
  const known = new Set(reference.categories.map(({ id }) => id));
  const usable = claims.filter(({ categoryId }) => categoryId === null || known.has(categoryId)).map(withPlainColumns);
  const hasParts = usable.some(({ figures }) => figures.some(({ column }) => roleOf(column) === 'part'));
  const hasCategories = usable.some(({ categoryId }) => categoryId !== null);
  // Counties beside each other make a crosstab, also where this plan files one of its classes under another.
  const isCrosstab = usable.some(({ figures }) => figures.some(({ column }) => column.startsWith('region:')));
  if (!isCrosstab && hasCategories && !(hasParts && !isNested(usable, reference)))
    return treeOfClaims(usable, reference);
  const grid = gridOfClaims(usable);
  return grid && withRightHeaders(grid, topSources(reference));
}

/** 'part:…' keeps a figure from being compared with the list; inside its own table it is a column like others. */
function withPlainColumns(claim: Claim): Claim {
  const figures = claim.figures.map((figure) => ({ ...figure, column: figure.column.replace(/^part:/, '') }));
  return { ...claim, figures };
}
