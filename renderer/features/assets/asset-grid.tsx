// The grid of assets in the columns of the official ledger; only rows in sight are drawn.
import { Button, Table, type TableColumnsType, Tag } from 'antd';
import { useEffect, useMemo, useRef, useState } from 'react';
import type { AssetRow } from '#shared/contract/methods/assets.ts';
import { ASSET_FUNDS, type Asset, type AssetStage } from '#shared/domain/asset.ts';
import type { Fen } from '#shared/values/money.ts';
import { Amount } from '../../ui/amount.tsx';
import { compareWords, projectWords } from './asset-view.ts';

const COLORS: Readonly<Record<AssetStage, string>> = {
  已登记: 'default',
  已确权: 'blue',
  已移交: 'green',
  已处置: 'red',
};
/** Head of two lines, and the bar at the bottom. */
const CHROME_PX = 78;

export interface AssetGridProps {
  rows: readonly AssetRow[];
  selected: readonly string[];
  select: (ids: string[]) => void;
  edit: (asset: Asset) => void;
  dispose: (asset: Asset) => void;
  isLocked: boolean;
}

export function AssetGrid({ rows, selected, select, edit, dispose, isLocked }: AssetGridProps) {
  const frame = useRef<HTMLDivElement>(null);
  const [height, setHeight] = useState(400);
  useEffect(() => {
    const element = frame.current;
    if (!element) return;
    const observer = new ResizeObserver(() => setHeight(Math.max(120, element.clientHeight - CHROME_PX)));
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  const columns = useMemo(() => makeColumns({ edit, dispose, isLocked }), [edit, dispose, isLocked]);
  return (
    <div className="xj-asset-grid" ref={frame} data-testid="assets-table">
      <Table<AssetRow>
        size="small"
        bordered
        virtual
        rowKey={({ asset }) => asset.id}
        dataSource={rows as AssetRow[]}
        pagination={false}
        showSorterTooltip={false}
        scroll={{ y: height, x: 2600 }}
        rowSelection={{ selectedRowKeys: [...selected], onChange: (keys) => select(keys as string[]), columnWidth: 36 }}
        onRow={({ asset }) => ({ onDoubleClick: () => edit(asset) })}
        columns={columns}
      />
    </div>
  );
}

type Column = TableColumnsType<AssetRow>[number];

function makeColumns(does: Pick<AssetGridProps, 'edit' | 'dispose' | 'isLocked'>): TableColumnsType<AssetRow> {
  return [
    words('code', '资产编号', 104, ({ asset }) => asset.code),
    { ...words('name', '资产名称', 160, ({ asset }) => asset.name), fixed: 'left' },
    words(
      'stage',
      '进展',
      80,
      ({ stage }) => stage,
      ({ stage }) => <Tag color={COLORS[stage]}>{stage}</Tag>,
    ),
    words('year', '项目年度', 104, ({ asset }) => (asset.year === null ? '' : String(asset.year))),
    words('project', '项目名称', 160, projectWords),
    words('class', '资产类别', 104, ({ asset }) => asset.class ?? ''),
    {
      title: '坐落',
      children: [
        words('town', '乡镇', 96, ({ asset }) => asset.town),
        words('village', '村', 110, ({ asset }) => [asset.village, asset.place].filter((one) => one !== '').join(' ')),
      ],
    },
    words('quantity', '数量', 80, ({ asset }) => [asset.quantity, asset.unit].filter((one) => one !== '').join(' ')),
    words('builtAt', '购建时间', 108, ({ asset }) => asset.builtAt ?? ''),
    money('original', '原值（万元）', ({ asset }) => asset.originalFen),
    {
      title: '资金来源（万元）',
      children: ASSET_FUNDS.map(({ id, name }) => money(`fund:${id}`, name, ({ asset }) => asset.byFund[id] ?? null)),
    },
    words('owner', '所有权人', 130, ({ asset }) => asset.owner || (asset.ownerLevel ?? '')),
    words('rightAt', '确权时间', 108, ({ asset }) => asset.rightAt ?? ''),
    words('handedAt', '移交时间', 108, ({ asset }) => asset.handedAt ?? ''),
    words('user', '使用（经营）权人', 140, ({ asset }) => asset.user),
    words('beneficiary', '收益权人', 120, ({ asset }) => asset.beneficiary),
    words('keeper', '管护责任人', 120, ({ asset }) => asset.keeper),
    words('condition', '资产状态', 104, ({ asset }) => asset.condition ?? ''),
    words('disposal', '处置', 180, ({ asset }) => disposalWords(asset)),
    words('note', '备注', 160, ({ asset }) => asset.note),
    {
      key: 'do',
      title: '',
      width: 100,
      fixed: 'right',
      render: (_, { asset }) => (
        <span className="xj-funds-row">
          <Button type="link" size="small" onClick={() => does.edit(asset)} data-testid="asset-edit">
            {does.isLocked ? '查看' : '修改'}
          </Button>
          <Button
            type="link"
            size="small"
            disabled={does.isLocked || asset.disposal !== null}
            onClick={() => does.dispose(asset)}
            data-testid="asset-dispose"
          >
            处置
          </Button>
        </span>
      ),
    },
  ];
}

function disposalWords({ disposal }: Asset): string {
  return disposal === null ? '' : `${disposal.date} ${disposal.way} ${disposal.documentNumber}`;
}

function words(
  key: string,
  title: string,
  width: number,
  of: (row: AssetRow) => string,
  draw?: (row: AssetRow) => React.ReactNode,
): Column {
  return {
    ...{ key, title, width, ellipsis: true },
    render: (_, row) => (draw ? draw(row) : <span title={of(row)}>{of(row)}</span>),
    sorter: (left, right) => compareWords(of(left), of(right)),
  };
}

function money(key: string, title: string, of: (row: AssetRow) => Fen | null): Column {
  return {
    ...{ key, title, width: key === 'original' ? 124 : 92, align: 'right' },
    render: (_, row) => {
      const fen = of(row);
      return fen === null ? '' : <Amount fen={fen} />;
    },
    // What is not known is less than nothing.
    sorter: (left, right) => (of(left) ?? Number.NEGATIVE_INFINITY) - (of(right) ?? Number.NEGATIVE_INFINITY) || 0,
  };
}
