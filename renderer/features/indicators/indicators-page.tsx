// 指标评价: the indicators with what came of them by year, tasks and the other lists of offices, and the evaluations of the plan.
import { Tabs } from 'antd';
import { useWorkbook } from '../../api/queries.ts';
import { lockedText } from '../../commands/file-actions.ts';
import { ListTab } from '../lists/list-tab.tsx';
import { LIST_TABS } from '../lists/list-tabs.ts';
import { EvaluationsTab } from './evaluations-tab.tsx';
import { GoalsTab } from './goals-tab.tsx';
import { IndicatorsTab } from './indicators-tab.tsx';
import '../funds/funds.css';
import './indicators.css';

export function IndicatorsPage() {
  const isLocked = lockedText(useWorkbook()) !== null;
  const items = [
    { key: 'values', label: '指标完成情况', children: <IndicatorsTab isLocked={isLocked} /> },
    { key: 'goals', label: '绩效目标', children: <GoalsTab isLocked={isLocked} /> },
    ...LIST_TABS.map((tab) => ({
      key: tab.key,
      label: tab.label,
      children: <ListTab tab={tab} isLocked={isLocked} />,
    })),
    { key: 'evaluations', label: '评价报告', children: <EvaluationsTab isLocked={isLocked} /> },
  ];
  return (
    <div className="xj-funds" data-testid="page-indicators">
      <Tabs
        className="xj-funds-tabs"
        size="small"
        destroyOnHidden
        items={items.map((item) => ({
          ...item,
          label: <span data-testid={`indicators-${item.key}`}>{item.label}</span>,
        }))}
      />
    </div>
  );
}
