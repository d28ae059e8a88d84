// 资产汇总表 (SPECS D7): classes by who owns, each as a count and 原值.
import { ASSET_CLASSES, type Asset, OWNER_LEVELS } from '../domain/asset.ts';
import type { PlanData } from '../records/plan-data.ts';
import type { TableCell, TableColumn, TableResult, TableRow } from '../tables/table.ts';
import { addFen, ZERO } from '../values/money.ts';

const OPEN = '未填';

export function assetSummary({ plan }: Pick<PlanData, 'plan'>, assets: readonly Asset[], day: string): TableResult {
  const ownerOf = ({ ownerLevel }: Asset): string => ownerLevel ?? OPEN;
  const classOf = (asset: Asset): string => asset.class ?? OPEN;
  const used = new Set(assets.map(ownerOf));
  const owners = [...OWNER_LEVELS, OPEN].filter((one) => used.has(one));
  const classes = [...ASSET_CLASSES, ...(assets.some((one) => one.class === null) ? [OPEN] : [])];
  const columns: TableColumn[] = [
    { key: 'class', label: '资产类别', kind: 'text' },
    ...['合计', ...owners].flatMap((group): TableColumn[] => [
      { key: `${group}:count`, label: '数量', group, kind: 'count', counts: '个' },
      { key: `${group}:value`, label: '原值', group, kind: 'amount' },
    ]),
  ];
  const figures = (own: readonly Asset[]): TableCell[] => [
    { kind: 'count', value: own.length },
    { kind: 'amount', fen: addFen(ZERO, ...own.map(({ originalFen }) => originalFen ?? ZERO)) },
  ];
  const row = (key: string, role: TableRow['role'], own: readonly Asset[]): TableRow => ({
    ...{ key, role, depth: 0 },
    cells: [
      { kind: 'text', text: key },
      ...figures(own),
      ...owners.flatMap((owner) => figures(own.filter((one) => ownerOf(one) === owner))),
    ],
  });
  const unknown = assets.filter(({ originalFen }) => originalFen === null).length;
  return {
    ...{ id: 'assets-summary', number: '', title: `${plan.regionName}帮扶项目资产汇总表`, unit: '万元', columns },
    rows: [
      ...classes.map((one) =>
        row(
          one,
          'item',
          assets.filter((asset) => classOf(asset) === one),
        ),
      ),
      row('合计', 'total', assets),
    ],
    notes: [`截至 ${day}。${unknown > 0 ? `${unknown} 项资产没有填原值，只计个数。` : ''}`],
    ...{ source: '', charts: [] },
  };
}
