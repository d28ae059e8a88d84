// 调整对照表 (SPECS G-T1): both versions side by side, a line for each project that changed; of a split the earlier project
// stands once, before the first of what became of it.
import { categoryPath } from '../domain/categories.ts';
import { formatPeriod } from '../domain/periods.ts';
import type { Project } from '../domain/project.ts';
import { type FundSource, topSourceOf, topSources } from '../domain/reference.ts';
import type { TableCell, TableColumn, TableResult, TableRow } from '../tables/table.ts';
import { addFen, type Fen, subtractFen, ZERO } from '../values/money.ts';
import { CHANGE_TYPES } from './change-types.ts';
import { totalOf, type VersionComparison, type VersionRow, type VersionSide } from './compare.ts';

const SIDES = ['before', 'after'] as const;
type Side = (typeof SIDES)[number];

/** The first fund of a plan is the one it is about (财政衔接资金, 常态化帮扶资金); the rest is 其他. */
function ownFund({ reference }: VersionSide): FundSource | undefined {
  return topSources(reference)[0];
}

export function adjustmentTable(comparison: VersionComparison): TableResult {
  const { before, after, rows } = comparison;
  const fund = ownFund(after)?.name ?? '财政资金';
  const columns: TableColumn[] = [
    { key: 'number', label: '序号', kind: 'text', isNarrow: true },
    { key: 'type', label: '调整类型', kind: 'text', isNarrow: true },
    { key: 'class', label: '项目类别', kind: 'text', isNarrow: true },
    { key: 'name', label: '项目名称', kind: 'text' },
    { key: 'place', label: '建设地点', kind: 'text', isNarrow: true },
    ...SIDES.flatMap((side): TableColumn[] => {
      const group = side === 'before' ? '调整前' : '调整后';
      return [
        { key: `${side}:content`, label: '建设内容及规模', kind: 'text', group },
        { key: `${side}:period`, label: '建设年限', kind: 'text', group, isNarrow: true },
        { key: `${side}:total`, label: '总投资', kind: 'amount', group },
        { key: `${side}:fund`, label: fund, kind: 'amount', group },
        { key: `${side}:other`, label: '其他', kind: 'amount', group },
      ];
    }),
    { key: 'difference', label: '增减额', kind: 'amount' },
    { key: 'reason', label: '调整理由', kind: 'text', isNarrow: true },
    { key: 'paper', label: '批复文号', kind: 'text', isNarrow: true },
  ];
  const sorted = rows.toSorted((a, b) => rank(a) - rank(b));
  const body = sorted.flatMap((row, index) => linesOf(row, index + 1, comparison));
  return {
    id: 'version-adjustment',
    number: '',
    title: `${after.plan.regionName}规划项目调整对照表`,
    unit: '万元',
    columns,
    rows: [...body, totalRow(comparison, columns)],
    notes: [
      `调整前：${before.name}；调整后：${after.name}。没有变化的 ${comparison.unchanged} 个项目没有列出。`,
      '调整理由和批复文号由填表人补填。拆分、合并按同村同类、金额相等认出，一个原项目只列一次。',
    ],
    source: '',
    charts: [],
  };
}

function rank({ types }: VersionRow): number {
  return CHANGE_TYPES.indexOf(types[0] ?? '其他变更');
}

/** As many lines as the side that has more projects. */
function linesOf(row: VersionRow, number: number, { before, after }: VersionComparison): TableRow[] {
  const count = Math.max(row.before.length, row.after.length);
  return Array.from({ length: count }, (_, at): TableRow => {
    const [old, fresh] = [row.before[at], row.after[at]];
    const named = fresh ?? old;
    return {
      key: `${named?.id ?? number}:${at}`,
      role: 'item',
      depth: 0,
      cells: [
        text(at === 0 ? String(number) : ''),
        text(at === 0 ? row.types.join('、') : ''),
        text(
          both(old, fresh, (one) => categoryPath((one === fresh ? after : before).reference, one.categoryId).at(-1)),
        ),
        text(both(old, fresh, ({ name }) => name)),
        text(both(old, fresh, placeOf)),
        ...sideCells(old, before),
        ...sideCells(fresh, after),
        at === 0 ? amount(row.difference) : { kind: 'blank' },
        { kind: 'blank' },
        { kind: 'blank' },
      ],
    };
  });
}

/** Where one project became another in this too: 旧 → 新. */
function both(
  old: Project | undefined,
  fresh: Project | undefined,
  read: (project: Project) => string | null | undefined,
): string {
  const [was, is] = [old && (read(old) ?? ''), fresh && (read(fresh) ?? '')];
  if (was === undefined || is === undefined || was === is) return is ?? was ?? '';
  return `${was || '空'} → ${is || '空'}`;
}

function sideCells(project: Project | undefined, side: VersionSide): TableCell[] {
  if (!project) return Array.from({ length: 5 }, () => ({ kind: 'blank' as const }));
  const { total } = project.amounts;
  const fund = fundOf(project, side);
  return [
    text(project.content),
    text(formatPeriod(project.startAt, project.endAt)),
    amount(total),
    amount(fund),
    amount(total === null || fund === null ? null : subtractFen(total, fund)),
  ];
}

/** null where no source is written. */
function fundOf({ amounts }: Project, side: VersionSide): Fen | null {
  const sources = Object.entries(amounts.bySource);
  if (sources.length === 0) return null;
  const own = sources.filter(([id]) => topSourceOf(side.reference, id)?.id === ownFund(side)?.id);
  return addFen(ZERO, ...own.map(([, fen]) => fen));
}

/** The own fund of those whose 总投资 is known. */
function fundWithTotal(projects: readonly Project[], words: VersionSide): Fen {
  const known = projects.filter(({ amounts }) => amounts.total !== null);
  return addFen(ZERO, ...known.map((project) => fundOf(project, words) ?? ZERO));
}

function totalRow({ rows, before, after }: VersionComparison, columns: readonly TableColumn[]): TableRow {
  const all = (side: Side): Project[] => rows.flatMap((row) => row[side]);
  const sum = (side: Side, words: VersionSide): Readonly<Record<string, TableCell>> => {
    const projects = all(side);
    // As above: where no source is written, neither fund nor 其他 is known.
    const known = projects.filter((project) => fundOf(project, words) !== null);
    const fund = addFen(ZERO, ...known.map((project) => fundOf(project, words) ?? ZERO));
    return {
      [`${side}:total`]: amount(totalOf(projects)),
      [`${side}:fund`]: amount(fund),
      [`${side}:other`]: amount(
        subtractFen(totalOf(known.filter(({ amounts }) => amounts.total !== null)), fundWithTotal(known, words)),
      ),
    };
  };
  const cells: Readonly<Record<string, TableCell>> = {
    name: text(`合计（调整前 ${all('before').length} 个，调整后 ${all('after').length} 个）`),
    ...sum('before', before),
    ...sum('after', after),
    difference: amount(subtractFen(totalOf(all('after')), totalOf(all('before')))),
  };
  return { key: 'total', role: 'total', depth: 0, cells: columns.map(({ key }) => cells[key] ?? { kind: 'blank' }) };
}

function placeOf({ town, village }: Project): string {
  return `${town?.trim() ?? ''}${village?.trim() ?? ''}`;
}

function text(value: string | null | undefined): TableCell {
  return value === null || value === undefined || value === '' ? { kind: 'blank' } : { kind: 'text', text: value };
}

function amount(fen: Fen | null): TableCell {
  return fen === null ? { kind: 'blank' } : { kind: 'amount', fen };
}
