// 储备开工在建竣工情况表 (SPECS A6): the same for screen, xlsx and docx.
import type { PlanData } from '../records/plan-data.ts';
import type { TableCell, TableColumn, TableResult } from '../tables/table.ts';
import type { Board, BoardDimension, BoardRow, Tally } from './board.ts';

const GROUPS = [
  ['stored', '储备'],
  ['startedThisYear', '本年开工'],
  ['building', '在建'],
  ['finishedThisYear', '本年竣工'],
  ['finished', '累计竣工'],
] as const;

const NAMES: Readonly<Record<BoardDimension, string>> = { class: '类别', town: '乡镇（街道）' };

/** What the board counts although no step says it. */
export function unrecordedWords(count: number): string {
  return `其中 ${count} 个项目只由支付、进度看出已开工或竣工，没有办理，不计入本年开工、竣工，请补录`;
}

export function boardTable({ plan }: Pick<PlanData, 'plan'>, board: Board, by: BoardDimension): TableResult {
  const columns: TableColumn[] = [
    { key: 'number', label: '序号', kind: 'text', isNarrow: true },
    { key: 'name', label: NAMES[by], kind: 'text' },
    { key: 'total', label: '项目总数', kind: 'count', counts: '个' },
    { key: 'open', label: '未入库', kind: 'count', counts: '个' },
    ...GROUPS.flatMap(([key, group]): TableColumn[] => [
      { key: `${key}-count`, label: '个数', group, kind: 'count', counts: '个' },
      { key: `${key}-total`, label: '总投资', group, kind: 'amount' },
    ]),
    { key: 'paused', label: '其中暂缓', kind: 'count', counts: '个' },
    { key: 'dropped', label: '清理出库', kind: 'count', counts: '个' },
  ];
  const counted = ({ count }: Tally): TableCell => ({ kind: 'count', value: count });
  const cells = (row: BoardRow, number: string): TableCell[] => [
    number === '' ? { kind: 'blank' } : { kind: 'text', text: number },
    { kind: 'text', text: row.name },
    counted(row.total),
    counted(row.open),
    ...GROUPS.flatMap(([key]): TableCell[] => [counted(row[key]), { kind: 'amount', fen: row[key].totalFen }]),
    counted(row.paused),
    counted(row.dropped),
  ];
  return {
    id: `board-${by}`,
    number: '',
    title: `${plan.regionName}项目储备、开工、在建、竣工情况表`,
    unit: '万元',
    columns,
    rows: [
      ...board.rows.map((row, index) => ({
        key: row.key,
        role: 'item' as const,
        depth: 0,
        cells: cells(row, String(index + 1)),
      })),
      { key: 'total', role: 'total', depth: 0, cells: cells(board.summary, '') },
    ],
    notes: [
      `截至 ${board.asOf}。项目总数＝未入库＋储备＋在建＋累计竣工＋清理出库；本年开工、本年竣工为当年1月1日起发生的，日期不详的不计。`,
      ...(board.unrecorded === 0 ? [] : [`${unrecordedWords(board.unrecorded)}。`]),
    ],
    source: '',
    charts: [],
  };
}
