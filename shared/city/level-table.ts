// 市县核对总表: what each county reported beside what the city's list holds of it, with the reasons of the difference (SPECS
// I2). The reasons add up to the difference exactly.
import { isSame } from '../compare/fact.ts';
import { NAMELESS, type Project } from '../domain/project.ts';
import { amountCell, textCell } from '../funds/table-cells.ts';
import type { PlanData } from '../records/plan-data.ts';
import { shortRegionName } from '../tables/crosswalk.ts';
import type { TableResult, TableRow } from '../tables/table.ts';
import { addFen, type Fen, subtractFen, wanText, ZERO } from '../values/money.ts';
import { type HeldReport, reportingCounties } from './held-report.ts';

export interface LevelReason {
  kind: 'added' | 'removed' | 'moved-out' | 'moved-in' | 'amount' | 'unreported';
  projects: readonly string[];
  fen: Fen;
}

export interface LevelRow {
  code: string;
  name: string;
  /** null: the county has not reported. */
  reported: { count: number; totalFen: Fen } | null;
  adopted: { count: number; totalFen: Fen };
  differenceFen: Fen;
  reasons: LevelReason[];
}

const totalOf = ({ amounts }: Project): Fen => amounts.total ?? ZERO;
const sumOf = (projects: readonly Project[]): Fen => addFen(ZERO, ...projects.map(totalOf));
const minus = (fen: Fen): Fen => subtractFen(ZERO, fen);

/** One row a county; the sum of its reasons is its difference. */
export function levelRows(data: PlanData, reports: readonly HeldReport[]): LevelRow[] {
  const held = new Map(reports.map((report) => [report.head.id, report]));
  const byCounty = Map.groupBy(data.projects, ({ regionCode }) => regionCode);
  const byId = new Map(data.projects.map((project) => [project.id, project]));
  const sentBy = new Map<string, string>();
  for (const { head, sent } of reports) for (const id of sent().keys()) sentBy.set(id, head.id);
  return reportingCounties(data).map((county): LevelRow => {
    const { code } = county;
    const own = byCounty.get(code) ?? [];
    const report = held.get(code);
    const reported = report ? { count: report.head.projectCount, totalFen: report.head.totalFen } : null;
    const adopted = { count: own.length, totalFen: sumOf(own) };
    return {
      code,
      name: shortRegionName(county),
      reported,
      adopted,
      differenceFen: subtractFen(adopted.totalFen, reported?.totalFen ?? ZERO),
      reasons: report ? reasonsOf(code, own, report.sent(), byId, sentBy) : unreported(own),
    };
  });
}

function reasonsOf(
  code: string,
  own: readonly Project[],
  sent: ReadonlyMap<string, Project>,
  byId: ReadonlyMap<string, Project>,
  sentBy: ReadonlyMap<string, string>,
): LevelReason[] {
  const gone = [...sent.values()].filter(({ id }) => !byId.has(id));
  const out = [...sent.values()].filter(({ id }) => byId.has(id) && byId.get(id)?.regionCode !== code);
  const fresh = own.filter(({ id }) => !sent.has(id));
  const movedIn = fresh.filter(({ id }) => (sentBy.get(id) ?? code) !== code);
  const added = fresh.filter((project) => !movedIn.includes(project));
  const changed = own.filter((project) => {
    const before = sent.get(project.id);
    return before !== undefined && !isSame(before.amounts.total, project.amounts.total);
  });
  const reason = (kind: LevelReason['kind'], projects: readonly Project[], fen: Fen): LevelReason[] =>
    projects.length === 0 ? [] : [{ kind, projects: projects.map(({ name }) => name || NAMELESS), fen }];
  const changedFen = addFen(
    ZERO,
    ...changed.map((project) => subtractFen(totalOf(project), totalOf(sent.get(project.id) as Project))),
  );
  return [
    ...reason('added', added, sumOf(added)),
    ...reason('removed', gone, minus(sumOf(gone))),
    ...reason('moved-out', out, minus(sumOf(out))),
    ...reason('moved-in', movedIn, sumOf(movedIn)),
    ...reason('amount', changed, changedFen),
  ];
}

function unreported(own: readonly Project[]): LevelReason[] {
  return own.length === 0
    ? []
    : [{ kind: 'unreported', projects: own.map(({ name }) => name || NAMELESS), fen: sumOf(own) }];
}

const NAMED = 3;

/** 市里删除 2 个 -12.3 万元（“…”、“…”） */
export function reasonText({ kind, projects, fen }: LevelReason): string {
  const what = {
    added: '市里增加',
    removed: '市里删除',
    'moved-out': '市里改列到别的县',
    'moved-in': '由别的县改列来',
    amount: '市里改了金额',
    unreported: '县里没有报送，项目由市里录入',
  }[kind];
  const names = projects.slice(0, NAMED).map((name) => `“${name}”`);
  const sum = fen > 0 ? `+${wanText(fen)}` : wanText(fen);
  return `${what} ${projects.length} 个 ${sum} 万元（${names.join('、')}${projects.length > NAMED ? '等' : ''}）`;
}

export function levelTable(data: PlanData, reports: readonly HeldReport[]): TableResult {
  const rows = levelRows(data, reports);
  const line = (row: Omit<LevelRow, 'reasons'>, reasons: string): TableRow['cells'] => [
    textCell(row.name),
    row.reported ? { kind: 'count', value: row.reported.count } : textCell('未报'),
    amountCell(row.reported?.totalFen ?? null),
    { kind: 'count', value: row.adopted.count },
    amountCell(row.adopted.totalFen),
    amountCell(row.differenceFen),
    textCell(reasons),
  ];
  const total = {
    code: 'total',
    name: '合计',
    reported: {
      count: rows.reduce((sum, { reported }) => sum + (reported?.count ?? 0), 0),
      totalFen: addFen(ZERO, ...rows.map(({ reported }) => reported?.totalFen ?? ZERO)),
    },
    adopted: {
      count: rows.reduce((sum, { adopted }) => sum + adopted.count, 0),
      totalFen: addFen(ZERO, ...rows.map(({ adopted }) => adopted.totalFen)),
    },
    differenceFen: addFen(ZERO, ...rows.map(({ differenceFen }) => differenceFen)),
  };
  return {
    id: 'city-levels',
    number: '',
    title: `${data.plan.regionName}市县核对总表`,
    unit: '万元',
    columns: [
      { key: 'name', label: '县（市、区）', kind: 'text' },
      { key: 'reported-count', label: '项目个数', group: '县报', kind: 'count', counts: '个' },
      { key: 'reported', label: '总投资', group: '县报', kind: 'amount' },
      { key: 'adopted-count', label: '项目个数', group: '市采用', kind: 'count', counts: '个' },
      { key: 'adopted', label: '总投资', group: '市采用', kind: 'amount' },
      { key: 'difference', label: '差额', kind: 'amount' },
      { key: 'reason', label: '原因', kind: 'text' },
    ],
    rows: [
      ...rows.map((row) => ({
        key: row.code,
        role: 'item' as const,
        depth: 0,
        cells: line(row, row.reasons.map(reasonText).join('；') || (row.reported ? '一致' : '')),
      })),
      { key: 'total', role: 'total', depth: 0, cells: line(total, '') },
    ],
    notes: ['县报是各县最近一次报送的数，市采用是本工作簿现在的数；差额＝市采用－县报。'],
    source: '',
    charts: [],
  };
}
