// 资产 of one project: what it left behind, how far each has come, and the way to the register.
import { Button, Empty } from 'antd';
import type { AssetRow } from '#shared/contract/methods/assets.ts';
import { useSession } from '../../session.ts';
import { Amount } from '../../ui/amount.tsx';
import './funds-tab.css';

export function AssetsTab({ rows }: { rows: readonly AssetRow[] }) {
  const { nav } = useSession();
  const go = (assetTarget: string | null): void => nav.set({ page: 'assets', cardId: null, assetTarget });
  if (rows.length === 0) {
    return (
      <Empty description="这个项目已验收，还没有登记资产。">
        <Button size="small" onClick={() => go(null)} data-testid="card-assets-go">
          到资产台账登记…
        </Button>
      </Empty>
    );
  }
  return (
    <section className="xj-card-facts" data-testid="card-assets">
      <table>
        <thead>
          <tr>
            {['资产', '类别', '坐落', '原值（万元）', '所有权人', '管护责任人', '进展'].map((head) => (
              <th key={head}>{head}</th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ asset, stage }) => (
            <tr key={asset.id}>
              <td>
                <Button type="link" size="small" onClick={() => go(asset.id)} data-testid="card-asset">
                  {asset.name}
                </Button>
              </td>
              <td>{asset.class}</td>
              <td>{[asset.town, asset.village, asset.place].filter((part) => part !== '').join(' ')}</td>
              <td>{asset.originalFen === null ? '' : <Amount fen={asset.originalFen} />}</td>
              <td>{asset.owner || asset.ownerLevel}</td>
              <td>{asset.keeper}</td>
              <td>{stage}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
