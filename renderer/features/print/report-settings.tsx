// Which report on carrying the plan out is printed, by what and up to which day.
import { Input } from 'antd';
import { reportingCounties } from '#shared/city/held-report.ts';
import { batchName } from '#shared/domain/execution.ts';
import { PROGRESS_DIMENSIONS } from '#shared/funds/group-progress.ts';
import { DIMENSION_NAMES } from '#shared/funds/progress-table.ts';
import { orderName } from '#shared/orders/order-rows.ts';
import type { JobOf } from '#shared/print/print-job.ts';
import {
  REPORT_GROUPS,
  REPORT_NAMES,
  type ReportChoice,
  type ReportKind,
  reportPaper,
} from '#shared/reports/report.ts';
import { localDay } from '#shared/values/local-time.ts';
import { useFunds, useOrders, useReference } from '../../api/queries.ts';
import { Dropdown, Field, GroupedDropdown, WholeNumber } from './fields.tsx';

const ALL = 'all';

export function ReportSettings({ job, change }: { job: JobOf<'report'>; change: (changes: object) => void }) {
  const { report } = job;
  const batches = useFunds(report.asOf ?? localDay(new Date())).data?.batches ?? [];
  const about = useReference().data;
  const counties = about ? reportingCounties(about) : [];
  const kinds = REPORT_GROUPS.map(([about, own]) => ({
    about,
    options: own
      .filter((kind) => counties.length > 0 || !kind.startsWith('city-'))
      .map((kind) => [kind, REPORT_NAMES[kind]] as const),
  })).filter(({ options }) => options.length > 0);
  const orders = useOrders().data?.orders ?? [];
  const choose = (next: ReportChoice): void => change({ report: next, paper: reportPaper(next) });
  return (
    <>
      <GroupedDropdown
        label="报表"
        value={report.kind}
        groups={kinds}
        onChange={(kind) => choose(startOf(kind, report.asOf))}
        testId="print-report"
      />
      {report.kind === 'progress' && (
        <Dropdown
          label="按"
          value={report.by}
          options={PROGRESS_DIMENSIONS.map((by) => [by, DIMENSION_NAMES[by].replace('名称', '')] as const)}
          onChange={(by) => choose({ ...report, by })}
        />
      )}
      {report.kind === 'board' && (
        <Dropdown
          label="按"
          value={report.by}
          options={[
            ['class', '类别'],
            ['town', '乡镇（街道）'],
          ]}
          onChange={(by) => choose({ ...report, by })}
        />
      )}
      {report.kind === 'ledger' && (
        <Dropdown
          label="批次"
          value={report.batchId ?? ALL}
          options={[[ALL, '每个批次一张'], ...batches.map(({ batch }) => [batch.id, batchName(batch)] as const)]}
          onChange={(id) => choose({ ...report, batchId: id === ALL ? null : id })}
        />
      )}
      {report.kind === 'city-quality' && (
        <Dropdown
          label="县（市、区）"
          value={report.county ?? ALL}
          options={[[ALL, '每个县一张'], ...counties.map(({ code, name }) => [code, name] as const)]}
          onChange={(code) => choose({ ...report, county: code === ALL ? null : code })}
        />
      )}
      {(report.kind === 'changes' || report.kind === 'fund-shift') && (
        <Dropdown
          label="调整"
          value={report.orderId ?? ALL}
          options={[
            [ALL, '已批复的全部'],
            ...orders.map(({ order, state }) => [order.id, `${orderName(order)}（${state}）`] as const),
          ]}
          onChange={(id) => choose({ ...report, orderId: id === ALL ? null : id })}
        />
      )}
      {report.kind === 'year-plan' && (
        <WholeNumber
          label="年度"
          value={report.year}
          min={1990}
          max={2100}
          onChange={(year) => choose({ ...report, year })}
        />
      )}
      {report.kind === 'indicators' && (
        <WholeNumber
          label="判断年度"
          value={report.year ?? new Date().getFullYear() - 1}
          min={1990}
          max={2100}
          onChange={(year) => choose({ ...report, year })}
        />
      )}
      {(report.kind === 'assets' || report.kind === 'assets-handover') && (
        <Field label="乡镇或村">
          <Input
            size="small"
            aria-label="乡镇或村"
            value={report.place ?? ''}
            title="不填为全部；村名有重的前面加乡镇名"
            onChange={(event) => choose({ ...report, place: event.target.value === '' ? null : event.target.value })}
          />
        </Field>
      )}
      <Field label="截至">
        <Input
          type="date"
          size="small"
          aria-label="截至"
          value={report.asOf ?? ''}
          title="不填为打印当天"
          onChange={(event) => choose({ ...report, asOf: event.target.value === '' ? null : event.target.value })}
        />
      </Field>
    </>
  );
}

function startOf(kind: ReportKind, asOf: string | null): ReportChoice {
  switch (kind) {
    case 'progress':
      return { kind, by: 'project', asOf };
    case 'board':
      return { kind, by: 'class', asOf };
    case 'ledger':
      return { kind, batchId: null, asOf };
    case 'year-plan':
      return { kind, year: new Date().getFullYear(), asOf };
    case 'indicators':
      return { kind, year: null, asOf };
    case 'city-quality':
      return { kind, county: null, asOf };
    case 'register':
    case 'matrix':
    case 'city-month':
    case 'city-levels':
    case 'city-reported':
    case 'assets-summary':
    case 'task-units':
    case 'linkage':
    case 'linkage-towns':
    case 'basis':
      return { kind, asOf };
    case 'tasks':
      return { kind, unit: null, asOf };
    case 'villages':
    case 'village-summary':
      return { kind, year: null, asOf };
    case 'places':
    case 'place-coverage':
      return { kind, list: null, asOf };
    case 'assets':
    case 'assets-handover':
      return { kind, place: null, asOf };
    case 'changes':
    case 'fund-shift':
      return { kind, orderId: null, asOf };
  }
}
