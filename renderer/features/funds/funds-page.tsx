// 资金和进度: batches, allocation, payments and the work, up to a day; monthly sheets come in here.
import { Button, Input, Tabs } from 'antd';
import { useState } from 'react';
import { reportingCounties } from '#shared/city/held-report.ts';
import type { FileRef, MethodOutput } from '#shared/contract/methods.ts';
import { useFunds, useReference, useWorkbook } from '../../api/queries.ts';
import { lockedText } from '../../commands/file-actions.ts';
import { useSession } from '../../session.ts';
import { BatchesTab } from './batches-tab.tsx';
import { CityTab } from './city-tab.tsx';
import { MonthDialog } from './month-dialog.tsx';
import { PaymentsTab } from './payments-tab.tsx';
import { ProgressTab } from './progress-tab.tsx';
import { StatesTab } from './states-tab.tsx';
import { today } from './today.ts';
import { YearPlanTab } from './year-plan-tab.tsx';
import './funds.css';

export type Funds = MethodOutput<'funds.read'>;

export function FundsPage() {
  const session = useSession();
  const [asOf, setAsOf] = useState(today);
  const [month, setMonth] = useState<FileRef | null>(null);
  const funds = useFunds(asOf).data;
  const isLocked = lockedText(useWorkbook()) !== null;
  const about = useReference().data;
  const counties = about ? reportingCounties(about) : [];
  const chooseMonth = async (): Promise<void> => {
    const [file] = (await session.chooseOpen('sheet', '选择月报或支付明细')) ?? [];
    if (file) setMonth(file);
  };
  const items = [
    { key: 'progress', label: '进度', children: <ProgressTab asOf={asOf} /> },
    { key: 'states', label: '项目状态', children: <StatesTab asOf={asOf} isLocked={isLocked} /> },
    { key: 'year-plan', label: '年度计划', children: <YearPlanTab asOf={asOf} isLocked={isLocked} /> },
    { key: 'batches', label: '资金批次', children: <BatchesTab funds={funds} isLocked={isLocked} /> },
    ...(counties.length > 0
      ? [{ key: 'city', label: '各县汇总', children: <CityTab asOf={asOf} isLocked={isLocked} counties={counties} /> }]
      : []),
    { key: 'payments', label: '支付', children: <PaymentsTab funds={funds} isLocked={isLocked} /> },
  ];
  return (
    <div className="xj-funds" data-testid="page-funds">
      <Tabs
        className="xj-funds-tabs"
        size="small"
        destroyOnHidden
        items={items.map((item) => ({ ...item, label: <span data-testid={`funds-${item.key}`}>{item.label}</span> }))}
      />
      <div className="xj-funds-bar">
        <label htmlFor="funds-as-of">截至</label>
        <Input
          id="funds-as-of"
          type="date"
          size="small"
          value={asOf}
          onChange={(event) => event.target.value !== '' && setAsOf(event.target.value)}
          data-testid="funds-as-of"
        />
        <Button
          size="small"
          type="primary"
          disabled={isLocked}
          onClick={() => void chooseMonth()}
          data-testid="month-import"
        >
          导入月报…
        </Button>
      </div>
      {month && <MonthDialog file={month} close={() => setMonth(null)} />}
    </div>
  );
}
