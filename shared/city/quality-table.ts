// 审核通报: what is wrong in the report of one county, by rule and level, to be printed and sent back.
import type { Finding, FindingLevel } from '../checks/finding.ts';
import { RULES } from '../checks/rules.ts';
import { NAMELESS, type Project } from '../domain/project.ts';
import { amountCell, textCell } from '../funds/table-cells.ts';
import type { PlanData } from '../records/plan-data.ts';
import type { TableResult, TableRow } from '../tables/table.ts';
import { addFen, type Fen, wanText, ZERO } from '../values/money.ts';
import { type HeldReport, reportingCounties } from './held-report.ts';

/** What a list has to say of each project, and how one is told that lacks it. */
const NEEDED: readonly [label: string, isMissing: (project: Project) => boolean][] = [
  ['项目名称', ({ name }) => name === ''],
  ['规划类别', ({ categoryId }) => categoryId === null],
  ['建设地点', ({ town, village }) => !town && !village],
  ['建设性质', ({ nature }) => !nature],
  ['建设内容及规模', ({ content }) => !content],
  ['建设年限', ({ startAt }) => startAt === null],
  ['总投资', ({ amounts }) => amounts.total === null],
  ['资金来源', ({ amounts }) => Object.keys(amounts.bySource).length + Object.keys(amounts.cells).length === 0],
  ['责任单位', ({ unit }) => !unit],
  ['绩效目标', ({ goal }) => !goal],
];

const LEVELS: Readonly<Record<FindingLevel, string>> = {
  error: '强制',
  warning: '提示',
  rounding: '尾差',
  info: '信息',
};
const ORDER: readonly FindingLevel[] = ['error', 'warning', 'rounding', 'info'];
const TITLES = new Map(RULES.map(({ id, title }) => [id as string, title]));
const NAMED = 4;

export interface QualityFacts {
  data: PlanData;
  reports: readonly HeldReport[];
  findings: readonly Finding[];
}

/** One table a county; `county` null: each county that has projects. */
export function qualityTables(facts: QualityFacts, county: string | null): TableResult[] {
  const byCounty = Map.groupBy(facts.data.projects, ({ regionCode }) => regionCode);
  return reportingCounties(facts.data)
    .filter(({ code }) => (county === null ? byCounty.has(code) : code === county))
    .map(({ code, name }) => qualityTable(facts, { code, name }, byCounty.get(code) ?? []));
}

function qualityTable(
  { findings, reports }: QualityFacts,
  county: { code: string; name: string },
  projects: readonly Project[],
): TableResult {
  const byId = new Map(projects.map((project) => [project.id, project]));
  const own = findings.filter(({ projectId }) => projectId !== undefined && byId.has(projectId));
  const head = reports.find((report) => report.head.id === county.code)?.head;
  const sum = (list: readonly Project[]): Fen => addFen(ZERO, ...list.map(({ amounts }) => amounts.total ?? ZERO));
  const line = (key: string, words: readonly string[], count: number, list: readonly Project[]): TableRow => {
    const names = list.slice(0, NAMED).map(({ name }) => name || NAMELESS);
    const more = list.length > NAMED ? `等 ${list.length} 个` : '';
    return {
      key,
      role: 'item',
      depth: 0,
      cells: [
        ...words.map(textCell),
        { kind: 'count', value: count },
        { kind: 'count', value: list.length },
        amountCell(sum(list)),
        textCell(`${names.join('、')}${more}`),
      ],
    };
  };
  const groups = [...Map.groupBy(own, ({ level, rule }) => `${ORDER.indexOf(level)}|${rule}`)].sort(([a], [b]) =>
    a < b ? -1 : 1,
  );
  const found = groups.map(([key, list]) => {
    const [first] = list as [Finding];
    const ids = new Set(list.map(({ projectId }) => projectId ?? ''));
    const those = [...ids].flatMap((id) => byId.get(id) ?? []);
    return line(
      key,
      [LEVELS[first.level], first.rule, first.ruleTitle ?? TITLES.get(first.rule) ?? ''],
      list.length,
      those,
    );
  });
  const missing = NEEDED.flatMap(([label, isMissing]) => {
    const those = projects.filter(isMissing);
    return those.length === 0 ? [] : [line(`missing:${label}`, ['缺项', '', `没有填${label}`], those.length, those)];
  });
  const counts = ORDER.map((level) => `${LEVELS[level]} ${own.filter((one) => one.level === level).length}`);
  const sent = head
    ? `第 ${head.number} 次报送，${head.files.join('、')}${head.asOf === null ? '' : `，${head.asOf}`}，${head.projectCount} 个、${wanText(head.totalFen)} 万元。`
    : '没有报送记录。';
  return {
    id: `city-quality-${county.code}`,
    number: '',
    title: `${county.name}报送数据审核通报`,
    unit: '万元',
    columns: [
      { key: 'level', label: '级别', kind: 'text', isNarrow: true },
      { key: 'rule', label: '规则', kind: 'text', isNarrow: true },
      { key: 'title', label: '问题', kind: 'text' },
      { key: 'count', label: '问题数', kind: 'count', counts: '处' },
      { key: 'projects', label: '项目数', kind: 'count', counts: '个' },
      { key: 'total', label: '涉及总投资', kind: 'amount' },
      { key: 'names', label: '项目', kind: 'text' },
    ],
    rows: [...found, ...missing],
    notes: [
      sent,
      `市级采用 ${projects.length} 个项目、${wanText(sum(projects))} 万元；审核发现 ${own.length} 处：${counts.join('，')}。`,
      ...(found.length + missing.length === 0 ? ['没有发现问题。'] : []),
    ],
    source: '',
    charts: [],
  };
}
