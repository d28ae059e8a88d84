// Over the bottom bar of the 项目表: the finding that F8 or 定位 went to, and the way on.
import { CloseOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useRunCommand } from '../../commands/use-commands.ts';
import { useSession } from '../../session.ts';
import { useStore } from '../../ui/store.ts';
import { LEVEL_COLORS, LEVEL_LABELS } from '../../ui/theme.ts';
import { useFindings } from './use-findings.ts';
import './finding-strip.css';

export function FindingStrip() {
  const { nav, findingView } = useSession();
  const page = useStore(nav, (state) => state.page);
  const isShown = useStore(findingView, (state) => state.isStripShown);
  return page === 'projects' && isShown ? <Strip /> : null;
}

function Strip() {
  const { nav, findingView } = useSession();
  const { arranged, current, checks } = useFindings();
  const run = useRunCommand();
  const at = current ? arranged.findings.indexOf(current) : -1;
  if (!checks.data) return null;
  return (
    <div className="xj-finding-strip" data-testid="finding-strip">
      {current ? (
        <>
          <b style={{ color: LEVEL_COLORS[current.level] }}>{LEVEL_LABELS[current.level]}</b>
          <span className="xj-strip-text" title={current.message}>
            {current.rule} {current.message}
          </span>
        </>
      ) : (
        <span className="xj-strip-text">这一条已经处理好。</span>
      )}
      <span className="xj-faint">
        {at < 0 ? `还有 ${arranged.findings.length} 条` : `${at + 1} / ${arranged.findings.length}`}
      </span>
      <Button size="small" onClick={() => run('checks.previous')} title="Shift+F8">
        上一条
      </Button>
      <Button size="small" onClick={() => run('checks.next')} title="F8" data-testid="next-finding">
        下一条
      </Button>
      <Button size="small" onClick={() => nav.set({ page: 'checks', checksTab: 'findings' })}>
        详情
      </Button>
      <Button
        size="small"
        type="text"
        icon={<CloseOutlined />}
        aria-label="收起"
        onClick={() => findingView.set({ isStripShown: false })}
      />
    </div>
  );
}
