// 勾稽审核: the page with its tabs.
import { Tabs } from 'antd';
import { useSession } from '../../session.ts';
import { useStore } from '../../ui/store.ts';
import { CHECK_TABS } from './check-tabs.ts';
import './checks.css';

export function ChecksPage() {
  const { nav } = useSession();
  const tab = useStore(nav, (state) => state.checksTab);
  return (
    <Tabs
      className="xj-check-tabs"
      data-testid="page-checks"
      size="small"
      destroyOnHidden
      activeKey={tab}
      onChange={(checksTab) => nav.set({ checksTab })}
      items={CHECK_TABS.map(({ key, label, Content }) => ({
        key,
        label: <span data-testid={`checks-tab-${key}`}>{label}</span>,
        children: <Content />,
      }))}
    />
  );
}
