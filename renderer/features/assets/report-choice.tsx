// Which paper of the register is written or printed; of the town or village that the grid shows.
import { Select } from 'antd';
import { useState } from 'react';
import { REPORT_NAMES, type ReportChoice } from '#shared/reports/report.ts';
import { ReportButtons } from '../funds/report-buttons.tsx';
import { type AssetFilter, UNFILLED } from './asset-view.ts';

const KINDS = ['assets', 'assets-handover', 'assets-summary'] as const;

export function AssetReports({ filter, asOf }: { filter: AssetFilter; asOf: string }) {
  const [kind, setKind] = useState<(typeof KINDS)[number]>('assets');
  const { town, village } = filter;
  const place = town === null || town === UNFILLED ? null : village === UNFILLED ? town : `${town}${village ?? ''}`;
  const report: ReportChoice = kind === 'assets-summary' ? { kind, asOf } : { kind, place, asOf };
  const label = (one: (typeof KINDS)[number]): string =>
    one === 'assets-summary' ? REPORT_NAMES[one] : `${place ?? '全部'}${REPORT_NAMES[one]}`;
  return (
    <>
      <Select
        size="small"
        aria-label="报表"
        popupMatchSelectWidth={false}
        value={kind}
        options={KINDS.map((value) => ({ value, label: label(value) }))}
        onChange={setKind}
        data-testid="assets-report"
      />
      <ReportButtons report={report} />
    </>
  );
}
