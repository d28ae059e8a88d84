// 附表 of a package that carries no projects: its steps, money and progress, a row each.
import { lifeState, SIDE_EVENTS } from '../domain/life.ts';
import { NAMELESS } from '../domain/project.ts';
import type { PlanData } from '../records/plan-data.ts';
import type { TableCell, TableResult } from '../tables/table.ts';
import type { Fen } from '../values/money.ts';
import type { Facts } from './facts.ts';

interface Row {
  projectId: string;
  what: string;
  date: string | null;
  fen: Fen | null;
  note: string;
}

const TEXT_COLUMNS = ['项目名称', '地点', '事项', '日期'] as const;

export function factsTable({ projects }: Pick<PlanData, 'projects'>, facts: Facts, title: string): TableResult {
  const byId = new Map(projects.map((project) => [project.id, project]));
  const order = new Map(projects.map(({ id }, at) => [id, at]));
  const rows = rowsOf(facts).sort((a, b) => (order.get(a.projectId) ?? -1) - (order.get(b.projectId) ?? -1));
  return {
    id: 'package-facts',
    number: '',
    title,
    unit: '万元',
    columns: [
      { key: 'number', label: '序号', kind: 'text', isNarrow: true },
      ...TEXT_COLUMNS.map((label) => ({ key: label, label, kind: 'text' as const })),
      { key: 'amount', label: '金额', kind: 'amount' },
      { key: 'note', label: '说明', kind: 'text' },
    ],
    rows: rows.map(({ projectId, what, date, fen, note }, at) => {
      const project = byId.get(projectId);
      const place = [project?.town, project?.village].filter(Boolean).join('');
      const texts = [project?.name || (project ? NAMELESS : '项目管理费'), place, what, date ?? '日期不详'];
      return {
        key: String(at),
        role: 'item',
        depth: 0,
        cells: [
          textCell(String(at + 1)),
          ...texts.map(textCell),
          fen === null ? { kind: 'blank' } : { kind: 'amount', fen },
          textCell(note),
        ],
      };
    }),
    notes: [],
    source: '',
    charts: [],
  };
}

function textCell(text: string): TableCell {
  return text === '' ? { kind: 'blank' } : { kind: 'text', text };
}

function rowsOf({ events, lines, payments, notes }: Facts): Row[] {
  return [
    ...events.map(({ projectId, kind, to, date, documentNumber, opinion, reason, settledFen }) => ({
      projectId,
      what: kind === 'state' && to ? lifeState(to).name : SIDE_EVENTS[kind as 'returned'],
      date,
      fen: settledFen,
      note: [documentNumber, opinion, reason].filter(Boolean).join('；'),
    })),
    ...lines.map(({ projectId, date, amountFen, documentNumber, note }) => ({
      ...{ projectId, what: '资金分配', date, fen: amountFen },
      note: [documentNumber, note].filter(Boolean).join('；'),
    })),
    ...payments.map(({ projectId, date, amountFen, stage, note }) => ({
      ...{ projectId, what: `支付（${stage}）`, date, fen: amountFen, note },
    })),
    ...notes.map(({ projectId, date, percent, doneFen, text, problem }) => ({
      ...{ projectId, what: percent === null ? '进度' : `形象进度 ${percent}%`, date, fen: doneFen },
      note: [text, problem].filter(Boolean).join('；'),
    })),
  ];
}
