// 文稿: the page with its tabs.
import { Tabs } from 'antd';
import { useEffect } from 'react';
import { useViewState } from '../../api/records.ts';
import { useSession } from '../../session.ts';
import { useStore } from '../../ui/store.ts';
import { ProofPane } from '../proof/proof-pane.tsx';
import { ManuscriptTab } from './manuscript-tab.tsx';
import { OutputTab } from './output-tab.tsx';
import './text.css';

/** A further tab is one entry here. */
const TABS = [
  { key: 'manuscript', label: '文稿', Content: ManuscriptTab },
  { key: 'output', label: '输出', Content: OutputTab },
  { key: 'review', label: '核对外来文稿', Content: ProofPane },
] as const;

const FIRST: { tab: string } = { tab: TABS[0].key };

export function TextPage() {
  const { value, remember } = useViewState('text.page', FIRST);
  const { nav } = useSession();
  // A finding leads to its paragraph, whichever tab was left open.
  const hasTarget = useStore(nav, (state) => state.textTarget !== null);
  const wanted = useStore(nav, (state) => state.textTab);
  useEffect(() => {
    if (hasTarget) remember(FIRST);
  }, [hasTarget, remember]);
  useEffect(() => {
    if (wanted === null) return;
    remember({ tab: wanted });
    nav.set({ textTab: null });
  }, [wanted, remember, nav]);
  return (
    <Tabs
      className="xj-text-tabs"
      data-testid="page-text"
      size="small"
      destroyOnHidden
      activeKey={TABS.some(({ key }) => key === value.tab) ? value.tab : FIRST.tab}
      onChange={(tab) => remember({ tab })}
      items={TABS.map(({ key, label, Content }) => ({
        key,
        label: <span data-testid={`text-tab-${key}`}>{label}</span>,
        children: <Content />,
      }))}
    />
  );
}
