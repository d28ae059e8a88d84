// 各县报送情况: who has reported, who has not, how often and with what (SPECS H4).
import { amountCell, textCell } from '../funds/table-cells.ts';
import type { PlanData } from '../records/plan-data.ts';
import { shortRegionName } from '../tables/crosswalk.ts';
import type { TableResult, TableRow } from '../tables/table.ts';
import { localDay } from '../values/local-time.ts';
import { addFen, type Fen, ZERO } from '../values/money.ts';
import { type HeldReport, reportingCounties } from './held-report.ts';

export type ReportedState = '已报' | '有项目，未报送' | '未报';

export interface ReportedOffice {
  code: string;
  name: string;
  state: ReportedState;
  /** How many times it has reported. */
  number: number;
  /** ISO time of the newest report; null: none. */
  at: string | null;
  asOf: string | null;
  files: readonly string[];
  projects: number;
  totalFen: Fen;
}

/** Each county of the plan; of one without a report the projects that stand under it (typed in, or imported row by row). */
export function reportedOffices(data: PlanData, reports: readonly HeldReport[]): ReportedOffice[] {
  const heads = new Map(reports.map(({ head }) => [head.id, head]));
  const byCounty = Map.groupBy(data.projects, ({ regionCode }) => regionCode);
  return reportingCounties(data).map((county): ReportedOffice => {
    const { code } = county;
    const head = heads.get(code);
    const own = byCounty.get(code) ?? [];
    return {
      code,
      name: shortRegionName(county),
      state: head ? '已报' : own.length > 0 ? '有项目，未报送' : '未报',
      number: head?.number ?? 0,
      at: head?.at ?? null,
      asOf: head?.asOf ?? null,
      files: head?.files ?? [],
      projects: head?.projectCount ?? own.length,
      totalFen: head?.totalFen ?? addFen(ZERO, ...own.map(({ amounts }) => amounts.total ?? ZERO)),
    };
  });
}

export function reportedTable(data: PlanData, reports: readonly HeldReport[]): TableResult {
  const offices = reportedOffices(data, reports);
  const open = offices.filter(({ state }) => state !== '已报');
  const rows = offices.map(
    (one, index): TableRow => ({
      key: one.code,
      role: 'item',
      depth: 0,
      cells: [
        textCell(String(index + 1)),
        textCell(one.name),
        textCell(one.state),
        textCell(one.number === 0 ? '' : `第 ${one.number} 次`),
        textCell(one.at === null ? '' : localDay(new Date(one.at))),
        textCell(one.asOf ?? ''),
        one.state === '未报' ? { kind: 'blank' } : { kind: 'count', value: one.projects },
        amountCell(one.state === '未报' ? null : one.totalFen),
        textCell(one.files.join('、')),
      ],
    }),
  );
  return {
    id: 'city-reported',
    number: '',
    title: `${data.plan.regionName}各县（市、区）报送情况表`,
    unit: '万元',
    columns: [
      { key: 'number', label: '序号', kind: 'text', isNarrow: true },
      { key: 'name', label: '县（市、区）', kind: 'text' },
      { key: 'state', label: '报送', kind: 'text' },
      { key: 'times', label: '次数', kind: 'text', isNarrow: true },
      { key: 'at', label: '收到日期', kind: 'text' },
      { key: 'asOf', label: '表上日期', kind: 'text' },
      { key: 'count', label: '项目个数', kind: 'count', counts: '个' },
      { key: 'total', label: '总投资', kind: 'amount' },
      { key: 'files', label: '文件', kind: 'text' },
    ],
    rows,
    notes: [
      `应报 ${offices.length} 个，已报 ${offices.length - open.length} 个，未报 ${open.length} 个${open.length === 0 ? '' : `：${open.map(({ name }) => name).join('、')}`}。`,
    ],
    source: '',
    charts: [],
  };
}
