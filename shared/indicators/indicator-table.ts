// T-1 (SPECS F7): the indicators with base, target, values by year, what they should have come to, and how far they are; the
// same for screen, xlsx, docx and paper. What is not known is —— and never 0.
import type { PlanData } from '../records/plan-data.ts';
import type { TableCell, TableColumn, TableResult } from '../tables/table.ts';
import type { Judgement } from './judge.ts';
import { type IndicatorRow, indicatorRows, valueYears } from './rows.ts';

const text = (value: string | null): TableCell => ({
  kind: 'text',
  text: value === null || value === '' ? '——' : value,
});
const plain = (value: string): TableCell => (value === '' ? { kind: 'blank' } : { kind: 'text', text: value });
const HEADINGS = ['一', '二', '三', '四', '五', '六', '七', '八', '九', '十'];
/** Beside the plan's own. */
const TASKS = '任务指标';

/** 滞后（差 2.6）, 无法判断（没有基期值，…） in one cell. */
export function statusWords({ status, gap, reason }: Pick<Judgement, 'status' | 'gap' | 'reason'>): string {
  const more = [gap === null ? '' : `差 ${gap}`, status === '无法判断' ? reason : ''].filter((part) => part !== '');
  return more.length === 0 ? status : `${status}（${more.join('，')}）`;
}

function columnsOf(data: PlanData, years: readonly number[], year: number): TableColumn[] {
  const narrow = (key: string, label: string, group?: string): TableColumn => ({
    ...{ key, label, kind: 'text', isNarrow: true },
    ...(group === undefined ? {} : { group }),
  });
  return [
    narrow('number', '序号'),
    { key: 'name', label: '指标', kind: 'text' },
    narrow('unit', '单位'),
    narrow('attribute', '属性'),
    narrow('base', `基期值（${data.plan.firstYear - 1}年）`),
    narrow('target', `目标值（${data.plan.lastYear}年）`),
    ...years.map((one) => narrow(`value:${one}`, `${one}年`, '实际值')),
    narrow('expected', `${year}年时序进度应达`),
    { key: 'status', label: `${year}年完成情况`, kind: 'text' },
    { key: 'department', label: '责任部门', kind: 'text' },
    { key: 'note', label: '原因及措施', kind: 'text' },
  ];
}

/** The value with a mark where it is not established yet. */
function valueCell({ values }: IndicatorRow, year: number): TableCell {
  const value = values.get(year);
  return text(value === undefined ? null : value.text);
}

function cellsOf(row: IndicatorRow, years: readonly number[], year: number): TableCell[] {
  const { indicator, judgement, values } = row;
  const { unit, attribute, baseValue, targetValue, baseYear, targetYear, department } = indicator;
  return [
    text(String(indicator.number)),
    text(indicator.name),
    text(unit),
    text(attribute),
    text(baseValue === null ? null : baseValue),
    text(targetValue),
    ...years.map((one) => valueCell(row, one)),
    text(judgement.expected),
    text(statusWords(judgement)),
    plain(department),
    plain(values.get(year)?.note ?? ''),
  ].map((cell, at) =>
    at === 4 && baseValue !== null
      ? otherYear(cell, baseYear, years[0])
      : at === 5
        ? endsElse(cell, targetYear, years)
        : cell,
  );
}

/** A base of another year than the plan's says which. */
function otherYear(cell: TableCell, own: string | null, first: number | undefined): TableCell {
  const year = /\d{4}/.exec(own ?? '')?.[0];
  if (cell.kind !== 'text' || year === undefined || first === undefined || Number(year) === first - 1) return cell;
  return { kind: 'text', text: `${cell.text}（${year}年）` };
}

function endsElse(cell: TableCell, own: string, years: readonly number[]): TableCell {
  const year = /\d{4}/.exec(own)?.[0];
  if (cell.kind !== 'text' || cell.text === '——' || year === undefined || Number(year) === years.at(-1)) return cell;
  return { kind: 'text', text: `${cell.text}（${year}年）` };
}

/** The table judged in a year. */
export function indicatorTable(data: PlanData, year: number): TableResult {
  const rows = indicatorRows(data, year);
  const years = valueYears(data);
  const columns = columnsOf(data, years, year);
  const groups = [...new Set(rows.map(groupOf))];
  const tableRows = groups.flatMap((group, index) => [
    {
      key: `group:${group}`,
      role: 'heading' as const,
      depth: 0,
      cells: [
        plain(HEADINGS[index] ?? ''),
        plain(group),
        ...columns.slice(2).map((): TableCell => ({ kind: 'blank' })),
      ],
    },
    ...rows
      .filter((row) => groupOf(row) === group)
      .map((row) => ({
        key: `indicator:${row.indicator.id}`,
        role: 'item' as const,
        depth: 0,
        cells: cellsOf(row, years, year),
      })),
  ]);
  return {
    id: 'indicator-progress',
    number: '',
    title: `${data.plan.regionName}规划指标完成情况表`,
    unit: '万元',
    columns,
    rows: groups.length === 1 && groups[0] === '' ? tableRows.slice(1) : tableRows,
    notes: notesOf(rows, year),
    source: '',
    charts: [],
  };
}

function groupOf({ indicator }: IndicatorRow): string {
  return indicator.inPlan ? indicator.group : indicator.group || TASKS;
}

function notesOf(rows: readonly IndicatorRow[], year: number): string[] {
  const early = rows.filter(({ values }) => values.get(year)?.state === '初步').length;
  return [
    '时序进度应达＝基期值＋（目标值－基期值）×已过年数÷总年数；保持类指标每年与目标值比较。没有数的以“——”表示，不作 0 计。',
    ...(early > 0 ? [`${year} 年有 ${early} 个指标是初步数。`] : []),
  ];
}
