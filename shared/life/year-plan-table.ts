// 年度项目实施计划表 (SPECS B9): the same for xlsx, docx and paper.
import { categoryPath } from '../domain/categories.ts';
import { FISCAL_FUND } from '../domain/reference.ts';
import type { PlanData } from '../records/plan-data.ts';
import type { TableCell, TableColumn, TableResult } from '../tables/table.ts';
import { formatWanFull, toFen } from '../values/money.ts';
import type { YearPlan, YearPlanRow } from './year-plan.ts';

/** 中央, 省, 市, 县 of the fund; all else is 其他. */
const LEVELS = [
  ['central', '中央'],
  ['province', '省'],
  ['city', '市'],
  ['county', '县'],
] as const;

const MONEY = '计划资金';
const COLUMNS: readonly TableColumn[] = [
  { key: 'number', label: '序号', kind: 'text', isNarrow: true },
  { key: 'type', label: '项目类型', kind: 'text', isNarrow: true },
  { key: 'name', label: '项目名称', kind: 'text' },
  { key: 'nature', label: '建设性质', kind: 'text', isNarrow: true },
  { key: 'town', label: '乡镇', group: '实施地点', kind: 'text', isNarrow: true },
  { key: 'village', label: '村', group: '实施地点', kind: 'text', isNarrow: true },
  { key: 'content', label: '建设内容及规模', kind: 'text' },
  { key: 'total', label: '小计', group: MONEY, kind: 'amount' },
  ...LEVELS.map(([key, label]): TableColumn => ({ key, label, group: MONEY, kind: 'amount' })),
  { key: 'other', label: '其他', group: MONEY, kind: 'amount' },
  { key: 'standard', label: '补助标准', kind: 'text', isNarrow: true },
  { key: 'start', label: '开工时间', kind: 'text', isNarrow: true },
  { key: 'end', label: '完工时间', kind: 'text', isNarrow: true },
  { key: 'unit', label: '责任单位', kind: 'text', isNarrow: true },
  { key: 'goal', label: '绩效目标', kind: 'text' },
  { key: 'linkage', label: '联农带农机制', kind: 'text' },
  { key: 'note', label: '备注', kind: 'text', isNarrow: true },
];

interface Split {
  total: number | null;
  levels: number[];
  other: number;
}

function splitOf({ money }: Pick<YearPlanRow, 'money'>): Split {
  const levels = LEVELS.map(([id]): number => money.bySource.get(`${FISCAL_FUND}.${id}`) ?? 0);
  return {
    total: money.totalFen,
    levels,
    other: (money.totalFen ?? 0) - levels.reduce((sum, fen) => sum + fen, 0),
  };
}

function text(words: string | null | undefined): TableCell {
  return words?.trim() ? { kind: 'text', text: words.trim() } : { kind: 'blank' };
}

function amount(fen: number | null, isShown = true): TableCell {
  return fen === null || !isShown ? { kind: 'blank' } : { kind: 'amount', fen: toFen(fen) };
}

function moneyCells({ total, levels, other }: Split): TableCell[] {
  const isTold = total !== null;
  return [
    amount(total),
    ...levels.map((fen) => amount(fen, isTold && fen !== 0)),
    amount(other, isTold && other !== 0),
  ];
}

/** The rows of a year's plan with their total; what stands under 其他, and which money is not told, is said beneath. */
export function yearPlanTable(
  { plan, reference }: Pick<PlanData, 'plan' | 'reference'>,
  yearPlan: YearPlan,
): TableResult {
  const { year, rows, isProposal, unlisted } = yearPlan;
  const splits = rows.map(splitOf);
  const whole: Split = {
    total: yearPlan.totalFen,
    levels: LEVELS.map((_, at) => splits.reduce((sum, { levels }) => sum + (levels[at] ?? 0), 0)),
    other: splits.reduce((sum, { other }) => sum + other, 0),
  };
  const lead = ['合计', '', `${rows.length} 个项目`];
  const total: TableCell[] = [
    ...COLUMNS.slice(0, 7).map((_, at) => text(lead[at])),
    ...moneyCells(whole),
    ...COLUMNS.slice(13).map((): TableCell => ({ kind: 'blank' })),
  ];
  return {
    id: `year-plan-${year}`,
    number: '',
    title: `${plan.regionName}${year}年度项目实施计划表`,
    unit: '万元',
    columns: [...COLUMNS],
    rows: [
      { key: 'total', role: 'total', depth: 0, cells: total },
      ...rows.map(({ project, reason }, at) => ({
        key: project.id,
        role: 'item' as const,
        depth: 0,
        cells: [
          text(String(at + 1)),
          text(project.nationalType ?? categoryPath(reference, project.categoryId)[0]),
          text(project.name),
          text(project.nature),
          text(project.town),
          text(project.village),
          text(project.content),
          ...moneyCells(splits[at] as Split),
          text(project.subsidyStandard),
          text(project.startAt),
          text(project.endAt),
          text(project.unit),
          text(project.goal),
          text(project.linkage),
          text([project.note, isProposal || reason !== '已列入' ? reason : ''].filter(Boolean).join('；')),
        ],
      })),
    ],
    notes: notesOf(rows, { isProposal, unlisted }),
    source: '',
    charts: [],
  };
}

function notesOf(
  rows: readonly YearPlanRow[],
  { isProposal, unlisted }: Pick<YearPlan, 'isProposal' | 'unlisted'>,
): string[] {
  const wan = (fen: number): string => formatWanFull(toFen(fen));
  const papers = [...new Set(rows.flatMap(({ documentNumber }) => documentNumber || []))];
  const silent = rows.filter(({ money }) => money.totalFen === null).length;
  const open = rows.reduce((sum, { money }) => sum + money.openFen, 0);
  const whole = rows.reduce((sum, { money }) => sum + (money.bySource.get(FISCAL_FUND) ?? 0), 0);
  return [
    ...(papers.length > 0 ? [`依据：${papers.join('、')}。`] : []),
    ...(isProposal ? ['这是按规划年度数、建设年限和项目状态列出的建议，还没有列入年度计划。'] : []),
    ...(unlisted.length > 0 ? [`按规划应在本年实施、没有列入的有 ${unlisted.length} 个项目。`] : []),
    '“其他”是中央、省、市、县四级资金以外的来源。' +
      (whole === 0 ? '' : `其中没有写明级次的 ${wan(whole)} 万元。`) +
      (open === 0 ? '' : `其中没有写明资金来源的 ${wan(open)} 万元。`),
    ...(silent > 0 ? [`${silent} 个项目没有写本年的计划资金，金额空着，合计不含。`] : []),
  ];
}
