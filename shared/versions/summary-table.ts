// 增减汇总 (SPECS G-T3): how the counts and the money of one version become those of the other, class by class, town by
// town, year by year or source by source. Each line adds up: 调整前 + 新增 − 取消 + 拆分合并 + 划入划出 (+ 调增 − 调减 of the money) = 调整后.
import { categoryPath } from '../domain/categories.ts';
import type { Project } from '../domain/project.ts';
import type { TableCell, TableColumn, TableResult, TableRow } from '../tables/table.ts';
import { addFen, type Fen, subtractFen, toFen, ZERO } from '../values/money.ts';
import { totalOf, type VersionComparison, type VersionSide } from './compare.ts';
import { orderLines, type Share, type SharedGroup, shareChange, sharesOf } from './summary-shares.ts';

export const SUMMARY_GROUPS = { class: '类别', town: '乡镇', year: '年度', source: '资金来源' } as const;
export type SummaryGroup = keyof typeof SUMMARY_GROUPS;

const PARTS = [
  ['before', '调整前'],
  ['added', '新增'],
  ['removed', '取消'],
  ['split', '拆分合并'],
  ['moved', '划入划出'],
  ['raised', '调增'],
  ['lowered', '调减'],
  ['after', '调整后'],
  ['net', '净增减'],
] as const;
type Part = (typeof PARTS)[number][0];

type Line = Record<Part, Share>;

export function summaryTable(comparison: VersionComparison, by: SummaryGroup): TableResult {
  const { before, after } = comparison;
  const lines = summaryLines(comparison, by);
  const columns: TableColumn[] = [
    { key: 'group', label: SUMMARY_GROUPS[by], kind: 'text' },
    ...PARTS.flatMap(([part, group]): TableColumn[] => [
      { key: `${part}:count`, label: '个', kind: 'count', group, counts: '个' },
      { key: `${part}:total`, label: '总投资', kind: 'amount', group },
    ]),
    { key: 'rate', label: '增减%', kind: 'share' },
  ];
  // Where a project stands in several lines they do not add up to the projects; class by class they do.
  const sum = addLines([...(by === 'source' ? summaryLines(comparison, 'class') : lines).values()]);
  const rowOf = (key: string, name: string, line: Line, role: TableRow['role']): TableRow => ({
    key,
    role,
    depth: 0,
    cells: [
      { kind: 'text', text: name },
      ...PARTS.flatMap(([part]): TableCell[] => [
        { kind: 'count', value: line[part].count },
        { kind: 'amount', fen: line[part].fen },
      ]),
      { kind: 'share', percent: line.before.fen === 0 ? null : percent(line.net.fen, line.before.fen) },
    ],
  });
  return {
    id: `version-summary-${by}`,
    number: '',
    title: `${after.plan.regionName}规划调整增减汇总表（按${SUMMARY_GROUPS[by]}）`,
    unit: '万元',
    columns,
    rows: [...[...lines].map(([name, line]) => rowOf(name, name, line, 'item')), rowOf('total', '合计', sum, 'total')],
    notes: [
      `调整前：${before.name}；调整后：${after.name}。`,
      ...(by === 'source' ? ['一个项目有几项资金来源的，每项各计一个；合计按项目计。'] : []),
      ...(by === 'year' ? ['项目计入开始建设的年度，投资按分年度投资计。'] : []),
      `个数：调整前＋新增－取消＋拆分合并＋划入划出＝调整后；总投资还要加调增、减调减。划入划出是改列${SUMMARY_GROUPS[by]}的项目，合计为 0。`,
    ],
    source: '',
    charts: [],
  };
}

/** The lines by name, in the order of the later version. */
export function summaryLines(comparison: VersionComparison, by: SummaryGroup): Map<string, Line> {
  if (by === 'year' || by === 'source') return sharedLines(comparison, by);
  const { before, after, rows } = comparison;
  const lines = new Map<string, Line>();
  const add = (group: string, part: Part, count: number, fen: Fen): void => {
    const line = lines.get(group) ?? emptyLine();
    lines.set(group, line);
    line[part] = { count: line[part].count + count, fen: addFen(line[part].fen, fen) };
  };
  for (const project of after.projects) add(groupOf(project, after, by), 'after', 1, totalOf([project]));
  for (const project of before.projects) add(groupOf(project, before, by), 'before', 1, totalOf([project]));
  for (const { types, before: old, after: fresh, difference } of rows) {
    const [first, last] = [old[0], fresh[0]];
    if (!first || !last) {
      const [part, side, project] = first ? (['removed', before, first] as const) : (['added', after, last] as const);
      if (project) add(groupOf(project, side, by), part, 1, totalOf([project]));
      continue;
    }
    if (types[0] === '拆分' || types[0] === '合并') {
      // Equal in money; the places of all are the same.
      add(groupOf(last, after, by), 'split', fresh.length - old.length, difference);
      continue;
    }
    const [from, to] = [groupOf(first, before, by), groupOf(last, after, by)];
    if (from !== to) {
      add(from, 'moved', -1, toFen(-totalOf(old)));
      add(to, 'moved', 1, totalOf(old));
    }
    if (difference > 0) add(to, 'raised', 1, difference);
    if (difference < 0) add(to, 'lowered', 1, toFen(-difference));
  }
  for (const line of lines.values()) line.net = netOf(line);
  return lines;
}

/** Lines in which one project may stand several times. */
function sharedLines({ before, after, rows }: VersionComparison, by: SharedGroup): Map<string, Line> {
  const lines = new Map<string, Line>();
  const add = (part: Part, shares: ReadonlyMap<string, Share>): void => {
    for (const [group, { count, fen }] of shares) {
      const line = lines.get(group) ?? emptyLine();
      lines.set(group, line);
      line[part] = { count: line[part].count + count, fen: addFen(line[part].fen, fen) };
    }
  };
  add('before', sharesOf(before.projects, before, by));
  add('after', sharesOf(after.projects, after, by));
  for (const { types, before: old, after: fresh } of rows) {
    const [was, is] = [sharesOf(old, before, by), sharesOf(fresh, after, by)];
    if (old.length === 0) add('added', is);
    else if (fresh.length === 0) add('removed', was);
    else if (types[0] === '拆分' || types[0] === '合并') add('split', shareChange(was, is));
    else
      for (const [group, { count, fen }] of shareChange(was, is)) {
        if (count !== 0) add('moved', new Map([[group, { count, fen: ZERO }]]));
        if (fen > 0) add('raised', new Map([[group, { count: 1, fen }]]));
        if (fen < 0) add('lowered', new Map([[group, { count: 1, fen: toFen(-fen) }]]));
      }
  }
  for (const line of lines.values()) line.net = netOf(line);
  return orderLines(lines, after, by);
}

function netOf({ before, after }: Line): Share {
  return { count: after.count - before.count, fen: subtractFen(after.fen, before.fen) };
}

/** The top class, or the town as written. */
function groupOf(project: Project, { reference }: VersionSide, by: 'class' | 'town'): string {
  if (by === 'town') return project.town?.trim() || '未填乡镇';
  return categoryPath(reference, project.categoryId)[0] ?? '未分类';
}

function emptyLine(): Line {
  return Object.fromEntries(PARTS.map(([part]) => [part, { count: 0, fen: ZERO }])) as Line;
}

function addLines(lines: readonly Line[]): Line {
  const sum = emptyLine();
  for (const line of lines)
    for (const [part] of PARTS)
      sum[part] = { count: sum[part].count + line[part].count, fen: addFen(sum[part].fen, line[part].fen) };
  return sum;
}

/** To two decimals. */
function percent(part: Fen, whole: Fen): number {
  return Math.round((part / whole) * 10_000) / 100;
}
