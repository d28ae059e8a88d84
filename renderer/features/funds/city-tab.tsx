// 各县汇总: who has reported, the counties' figures against the city's, 调度表 and 审核通报; workbooks of counties come in here.
import { useQuery } from '@tanstack/react-query';
import { Button, Segmented, Select, Spin } from 'antd';
import { useState } from 'react';
import type { FileRef } from '#shared/contract/methods.ts';
import type { Region } from '#shared/domain/reference.ts';
import type { ReportChoice } from '#shared/reports/report.ts';
import { KEYS } from '../../api/queries.ts';
import { useSession } from '../../session.ts';
import { CityTakeDialog } from './city-take-dialog.tsx';
import { ReportButtons } from './report-buttons.tsx';
import { ReportTable } from './report-table.tsx';

type What = 'city-reported' | 'city-levels' | 'city-month' | 'city-quality';

const WHAT: readonly { value: What; label: string }[] = [
  { value: 'city-reported', label: '报送情况' },
  { value: 'city-levels', label: '市县核对' },
  { value: 'city-month', label: '调度表' },
  { value: 'city-quality', label: '审核通报' },
];

export function CityTab({
  asOf,
  isLocked,
  counties,
}: {
  asOf: string;
  isLocked: boolean;
  counties: readonly Region[];
}) {
  const session = useSession();
  const [what, setWhat] = useState<What>('city-reported');
  const [county, setCounty] = useState<string | null>(counties[0]?.code ?? null);
  const [files, setFiles] = useState<readonly FileRef[]>([]);
  const report: ReportChoice = what === 'city-quality' ? { kind: what, county, asOf } : { kind: what, asOf };
  const { data } = useQuery({
    queryKey: [...KEYS.funds, 'city', what, county, asOf],
    queryFn: () => session.call('report.tables', { report }),
  });
  const choose = async (): Promise<void> => {
    const chosen = await session.chooseOpen('workbook', '选择各县（市、区）的工作簿', true);
    if (chosen) setFiles(chosen);
  };
  return (
    <div className="xj-funds-tab">
      <div className="xj-funds-tools">
        <Segmented size="small" value={what} onChange={setWhat} options={[...WHAT]} aria-label="看什么" />
        {what === 'city-quality' && (
          <Select
            size="small"
            style={{ width: 180 }}
            aria-label="县（市、区）"
            data-testid="city-county"
            value={county}
            options={counties.map(({ code, name }) => ({ value: code, label: name }))}
            onChange={setCounty}
          />
        )}
        <span className="xj-grow" />
        <Button
          size="small"
          type="primary"
          disabled={isLocked}
          onClick={() => void choose()}
          data-testid="city-take-open"
        >
          收县级工作簿…
        </Button>
        <ReportButtons report={report} />
      </div>
      <div className="xj-funds-scroll" data-testid="city-table">
        {data ? data.tables.map((table) => <ReportTable key={table.id} table={table} />) : <Spin />}
      </div>
      {files.length > 0 && <CityTakeDialog files={files} close={() => setFiles([])} />}
    </div>
  );
}
