// 公示台账: what was put up where and how long, up to a day; projects by stages; holidays.
import { Input, Tabs } from 'antd';
import { useState } from 'react';
import { isIsoDay } from '#shared/notice/period.ts';
import { localDay } from '#shared/values/local-time.ts';
import { useWorkbook } from '../../api/queries.ts';
import { lockedText } from '../../commands/file-actions.ts';
import { HolidaysTab } from './holidays-tab.tsx';
import { MatrixTab } from './matrix-tab.tsx';
import { RegisterTab } from './register-tab.tsx';
import '../funds/funds.css';
import './notices.css';

export function NoticesPage() {
  const [asOf, setAsOf] = useState(() => localDay(new Date()));
  const isLocked = lockedText(useWorkbook()) !== null;
  const items = [
    { key: 'register', label: '台账', children: <RegisterTab asOf={asOf} isLocked={isLocked} /> },
    { key: 'matrix', label: '项目×环节', children: <MatrixTab asOf={asOf} /> },
    { key: 'holidays', label: '节假日', children: <HolidaysTab isLocked={isLocked} /> },
  ];
  return (
    <div className="xj-funds" data-testid="page-notices">
      <Tabs
        className="xj-funds-tabs"
        size="small"
        destroyOnHidden
        items={items.map((item) => ({ ...item, label: <span data-testid={`notices-${item.key}`}>{item.label}</span> }))}
      />
      <div className="xj-funds-bar">
        <label htmlFor="notices-as-of">截至</label>
        <Input
          id="notices-as-of"
          type="date"
          size="small"
          value={asOf}
          onChange={(event) => isIsoDay(event.target.value) && setAsOf(event.target.value)}
          data-testid="notices-as-of"
        />
      </div>
    </div>
  );
}
