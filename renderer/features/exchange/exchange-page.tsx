// 上报和装入: packages that went out and came in, who of the offices beneath has reported, what was sent back.
import { Spin, Tabs } from 'antd';
import { useState } from 'react';
import { useOffice, useWorkbook } from '../../api/queries.ts';
import { lockedText } from '../../commands/file-actions.ts';
import { OfficeDialog } from './office-dialog.tsx';
import { PackagesTab } from './packages-tab.tsx';
import { ReportedTab } from './reported-tab.tsx';
import '../funds/funds.css';
import './exchange.css';

export function ExchangePage() {
  const isLocked = lockedText(useWorkbook()) !== null;
  const office = useOffice().data;
  const [isChoosing, setChoosing] = useState(false);
  if (!office) return <Spin className="xj-page-spin" />;
  const items = [
    { key: 'packages', label: '收发记录', children: <PackagesTab office={office} isLocked={isLocked} /> },
    ...(office.beneath.length > 0
      ? [{ key: 'reported', label: '收件情况', children: <ReportedTab isLocked={isLocked} /> }]
      : []),
  ];
  return (
    <div className="xj-funds" data-testid="page-exchange">
      <Tabs
        className="xj-funds-tabs"
        size="small"
        destroyOnHidden
        items={items.map((item) => ({
          ...item,
          label: <span data-testid={`exchange-${item.key}`}>{item.label}</span>,
        }))}
      />
      <div className="xj-funds-bar">
        <span>
          本单位：<b data-testid="own-office">{office.name}</b>
        </span>
        <button
          type="button"
          className="xj-exchange-link"
          disabled={isLocked}
          onClick={() => setChoosing(true)}
          data-testid="choose-office"
        >
          选定本单位…
        </button>
      </div>
      {isChoosing && <OfficeDialog office={office} close={() => setChoosing(false)} />}
    </div>
  );
}
