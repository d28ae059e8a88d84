// 资产台账 of county, town or village (SPECS D7): the same columns for xlsx, docx and paper, and the reader knows them again.
import { ASSET_FUNDS, type Asset, type AssetFund } from '../domain/asset.ts';
import type { PlanData } from '../records/plan-data.ts';
import type { TableCell, TableColumn, TableResult, TableRow } from '../tables/table.ts';
import { addFen, type Fen, ZERO } from '../values/money.ts';
import { assetsAt } from './assets-at.ts';

const text = (key: string, label: string, isNarrow = false): TableColumn => ({
  ...{ key, label, kind: 'text' as const },
  ...(isNarrow ? { isNarrow } : {}),
});
const money = (key: string, label: string): TableColumn => ({ key, label, kind: 'amount' });

const COLUMNS: readonly TableColumn[] = [
  text('number', '序号', true),
  text('code', '资产编号'),
  text('year', '项目年度', true),
  text('project', '项目名称'),
  text('name', '资产名称'),
  text('class', '资产类别', true),
  { ...text('town', '乡镇'), group: '坐落' },
  { ...text('village', '村'), group: '坐落' },
  text('quantity', '数量', true),
  text('unit', '计量单位', true),
  text('builtAt', '购建时间'),
  money('original', '原值'),
  ...ASSET_FUNDS.map(({ id, name }): TableColumn => ({ ...money(id, name), group: '资金来源' })),
  text('owner', '所有权人'),
  text('rightAt', '确权时间'),
  text('handedAt', '移交时间'),
  text('user', '使用（经营）权人'),
  text('beneficiary', '收益权人'),
  text('keeper', '管护责任人'),
  text('condition', '资产状态', true),
  text('note', '备注'),
];

/** `place`: a town or a village; null: all of the county. */
export function assetLedger(data: PlanData, assets: readonly Asset[], place: string | null, day: string): TableResult {
  const names = new Map(data.projects.map(({ id, name }) => [id, name]));
  const own = assetsAt(assets, place);
  const rows = own.map(
    (asset, index): TableRow => ({
      ...{ key: asset.id, role: 'item', depth: 0 },
      cells: cellsOf(asset, String(index + 1), names),
    }),
  );
  const unknown = own.filter(({ originalFen }) => originalFen === null).length;
  return {
    ...{ id: 'assets', number: '', title: `${place ?? data.plan.regionName}帮扶项目资产台账`, unit: '万元' },
    columns: [...COLUMNS],
    rows: own.length === 0 ? rows : [...rows, totalRow(own)],
    notes: [
      `截至 ${day}，共 ${own.length} 项资产。${unknown > 0 ? `其中 ${unknown} 项没有填原值，没有计入合计。` : ''}`,
    ],
    ...{ source: '', charts: [] },
  };
}

const blank: TableCell = { kind: 'blank' };
const textCell = (value: string | null): TableCell => (value ? { kind: 'text', text: value } : blank);
const amountCell = (fen: Fen | null | undefined): TableCell =>
  fen === null || fen === undefined ? blank : { kind: 'amount', fen };

function cellsOf(asset: Asset, number: string, names: ReadonlyMap<string, string>): TableCell[] {
  const project = asset.projectIds.map((id) => names.get(id) ?? '').filter((name) => name !== '');
  return [
    ...[number, asset.code, asset.year === null ? '' : String(asset.year)].map(textCell),
    textCell(project.join('、') || asset.projectText),
    ...[asset.name, asset.class, asset.town, [asset.village, asset.place].filter((one) => one !== '').join(' ')].map(
      textCell,
    ),
    ...[asset.quantity, asset.unit, asset.builtAt].map(textCell),
    amountCell(asset.originalFen),
    ...ASSET_FUNDS.map(({ id }) => amountCell(asset.byFund[id])),
    ...[asset.owner || asset.ownerLevel, asset.rightAt, asset.handedAt, asset.user, asset.beneficiary].map(textCell),
    ...[asset.keeper, asset.condition, asset.note].map(textCell),
  ];
}

function totalRow(assets: readonly Asset[]): TableRow {
  const sum = (of: (asset: Asset) => Fen | null | undefined): Fen =>
    addFen(ZERO, ...assets.map((asset) => of(asset) ?? ZERO));
  const cells = COLUMNS.map(({ key, kind }): TableCell => {
    if (key === 'number') return { kind: 'text', text: '合计' };
    if (kind !== 'amount') return blank;
    return {
      kind: 'amount',
      fen: key === 'original' ? sum((one) => one.originalFen) : sum((one) => one.byFund[key as AssetFund]),
    };
  });
  return { key: 'total', role: 'total', depth: 0, cells };
}
