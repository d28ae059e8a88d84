// 文稿核对 without a workbook: the same, with the way back to the first screen.
import { Button } from 'antd';
import { useSession } from '../../session.ts';
import { ProofPane } from './proof-pane.tsx';

export function ProofPage() {
  const { nav } = useSession();
  return (
    <div className="xj-proof-page" data-testid="page-proof">
      <header className="xj-bar">
        <h1>文稿核对</h1>
        <span className="xj-faint">没有打开工作簿，只核对文稿自身</span>
        <span className="xj-grow" />
        <Button size="small" onClick={() => nav.set({ page: 'start' })} data-testid="proof-back">
          返回
        </Button>
      </header>
      <main>
        <ProofPane />
      </main>
    </div>
  );
}
