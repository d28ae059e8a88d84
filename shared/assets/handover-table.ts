// 移交清单 (SPECS D7): what is handed over at a place, with three to sign: who hands over, who takes it, who watches.
import type { Asset } from '../domain/asset.ts';
import type { PlanData } from '../records/plan-data.ts';
import type { TableCell, TableColumn, TableResult, TableRow } from '../tables/table.ts';
import { addFen, ZERO } from '../values/money.ts';
import { assetsAt } from './assets-at.ts';

const text = (key: string, label: string): TableColumn => ({ key, label, kind: 'text' });
const COLUMNS: readonly TableColumn[] = [
  { ...text('number', '序号'), isNarrow: true },
  text('code', '资产编号'),
  text('name', '资产名称'),
  text('class', '资产类别'),
  text('place', '坐落'),
  text('quantity', '数量'),
  text('unit', '计量单位'),
  { key: 'original', label: '原值', kind: 'amount' },
  text('owner', '所有权人'),
  text('handedAt', '移交时间'),
  text('handedTo', '接收方'),
  text('keeper', '管护责任人'),
  text('note', '备注'),
];
const SIGNATURES = '移交方（盖章）：　　　　　　　　接收方（盖章）：　　　　　　　　监交方（盖章）：　　　　　　　　';

/** Assets of a place that have not ended by that day; a blank 移交时间 is filled in on paper. null: all of the county. */
export function handoverTable(
  data: PlanData,
  assets: readonly Asset[],
  place: string | null,
  day: string,
): TableResult {
  const own = assetsAt(assets, place).filter(({ disposal, condition }) =>
    disposal === null ? condition !== '已处置' : disposal.date > day,
  );
  const cell = (one: string | null): TableCell => (one ? { kind: 'text', text: one } : { kind: 'blank' });
  const rows = own.map((asset, index): TableRow => {
    const { code, name, class: kind, town, village, quantity, unit, originalFen, owner, ownerLevel } = asset;
    const where = [town, village, asset.place].filter((one) => one !== '').join(' ');
    return {
      ...{ key: asset.id, role: 'item', depth: 0 },
      cells: [
        ...[String(index + 1), code, name, kind, where, quantity, unit].map(cell),
        originalFen === null ? { kind: 'blank' } : { kind: 'amount', fen: originalFen },
        ...[owner || ownerLevel, asset.handedAt, asset.handedTo, asset.keeper, asset.note].map(cell),
      ],
    };
  });
  const total: TableRow = {
    ...{ key: 'total', role: 'total', depth: 0 },
    cells: COLUMNS.map(({ key, kind }): TableCell => {
      if (key === 'number') return { kind: 'text', text: '合计' };
      if (kind !== 'amount') return { kind: 'blank' };
      return { kind: 'amount', fen: addFen(ZERO, ...own.map(({ originalFen }) => originalFen ?? ZERO)) };
    }),
  };
  const unknown = own.filter(({ originalFen }) => originalFen === null).length;
  return {
    ...{
      id: 'assets-handover',
      number: '',
      title: `${place ?? data.plan.regionName}帮扶项目资产移交清单`,
      unit: '万元',
    },
    columns: [...COLUMNS],
    rows: [...rows, total],
    notes: [
      `截至 ${day}，共 ${own.length} 项，不含已处置的。${unknown > 0 ? `其中 ${unknown} 项没有填原值，不在合计里。` : ''}`,
      SIGNATURES,
    ],
    ...{ source: '', charts: [] },
  };
}
