// What the shown assets come to: 显示 12 项，原值 188.70 万元（中央 …）.
import { useMemo } from 'react';
import type { AssetRow } from '#shared/contract/methods/assets.ts';
import { Amount } from '../../ui/amount.tsx';
import { sumAssets } from './asset-view.ts';

export function SumsLine({ rows, all }: { rows: readonly AssetRow[]; all: number }) {
  const { count, originalFen, byFund, unknown } = useMemo(() => sumAssets(rows), [rows]);
  return (
    <div data-testid="assets-sums">
      {count === all ? `共 ${all} 项资产` : `显示 ${count} 项（共 ${all} 项）`}，原值合计{' '}
      <b>
        <Amount fen={originalFen} />
      </b>{' '}
      万元
      {byFund.length > 0 && (
        <>
          ，资金来源
          {byFund.map(({ id, name, fen }) => (
            <span key={id}>
              {' '}
              {name} <Amount fen={fen} />
            </span>
          ))}
        </>
      )}
      。{unknown > 0 && <span className="xj-faint">{unknown} 项没有填原值，不在合计里。</span>}
    </div>
  );
}
