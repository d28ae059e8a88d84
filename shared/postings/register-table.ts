// 公示台账 as a table (SPECS E6): the same for xlsx, docx and paper.
import type { Objection } from '../domain/posting.ts';
import { postingStage } from '../domain/posting.ts';
import { countWords } from '../notice/period.ts';
import type { PlanData } from '../records/plan-data.ts';
import type { TableCell, TableColumn, TableResult } from '../tables/table.ts';
import type { RegisterRow } from './register.ts';

const COLUMNS: readonly TableColumn[] = [
  { key: 'number', label: '序号', kind: 'text', isNarrow: true },
  { key: 'title', label: '公示事项', kind: 'text' },
  { key: 'level', label: '级别', kind: 'text', isNarrow: true },
  { key: 'kind', label: '类型', kind: 'text' },
  { key: 'medium', label: '公示载体', kind: 'text' },
  { key: 'place', label: '地点', kind: 'text' },
  { key: 'from', label: '起', kind: 'text' },
  { key: 'to', label: '止', kind: 'text' },
  { key: 'days', label: '天数', kind: 'text', isNarrow: true },
  { key: 'projects', label: '项目数', kind: 'count', counts: '个' },
  { key: 'amount', label: '金额', kind: 'amount' },
  { key: 'objections', label: '异议', kind: 'text' },
  { key: 'result', label: '处理结果', kind: 'text' },
  { key: 'handler', label: '经办人', kind: 'text' },
  { key: 'note', label: '备注', kind: 'text' },
];

/** 无异议 after the end, 2 件（1 件未答复）; '' while it runs without one. */
export function objectionWords({ posting, open, status }: RegisterRow): string {
  const { length } = posting.objections;
  if (length === 0) return status === 'closed' ? '无' : '';
  return `${length} 件${open === 0 ? '' : `（${open} 件未答复）`}`;
}

/** '维持：位置已由村民代表会议确定' of each objection. */
export function answerWords(objections: readonly Objection[]): string {
  return objections
    .map(({ effect, answer }) => [effect ?? '未答复', answer].filter((part) => part !== '').join('：'))
    .join('；');
}

export function registerTable(
  { plan }: Pick<PlanData, 'plan'>,
  rows: readonly RegisterRow[],
  asOf: string,
): TableResult {
  const text = (value: string | null): TableCell => (value ? { kind: 'text', text: value } : { kind: 'blank' });
  const cells = (row: RegisterRow, index: number): TableCell[] => {
    const { posting, days, projects, amountFen } = row;
    const { objections, result, note } = posting;
    const results = [result, objections.length > 0 ? answerWords(objections) : ''].filter((part) => part !== '');
    return [
      text(String(index + 1)),
      text(posting.title),
      text(posting.level),
      text(postingStage(posting.stage).name),
      text(posting.medium),
      text(posting.place || posting.office),
      text(posting.from ?? '日期不详'),
      text(row.to ?? (posting.kind === '公告' ? '长期' : null)),
      text(days === null ? null : posting.dayKind === 'workdays' ? countWords(days, 'workdays') : String(days)),
      projects === null ? { kind: 'blank' } : { kind: 'count', value: projects },
      amountFen === null ? { kind: 'blank' } : { kind: 'amount', fen: amountFen },
      text(objectionWords(row)),
      text(results.join('；')),
      text(posting.handler),
      text(note),
    ];
  };
  return {
    id: 'postings',
    number: '',
    title: `${plan.regionName}公示台账`,
    unit: '万元',
    columns: [...COLUMNS],
    rows: rows.map((row, index) => ({ key: row.posting.id, role: 'item', depth: 0, cells: cells(row, index) })),
    notes: [`截至 ${asOf}，共 ${rows.length} 条。金额为公示的项目的总投资；同一项目在几个环节都公示，所以没有合计。`],
    source: '',
    charts: [],
  };
}
