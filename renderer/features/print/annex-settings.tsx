// What stands over, in and under the annex: title, 填报单位, 合计, 小计, 注, signatures.
import type { JobOf } from '#shared/print/print-job.ts';
import { TABLE_UNITS } from '#shared/tables/table-unit.ts';
import { useReference } from '../../api/queries.ts';
import { Choice, Dropdown, Text } from './fields.tsx';
import { SignatureSettings } from './signature-settings.tsx';
import type { ChangeJob } from './use-print-job.ts';

const DECIMALS: [string, string][] = [
  ...[0, 1, 2, 3, 4].map((count): [string, string] => [String(count), count === 0 ? '取整' : `${count} 位小数`]),
  ['all', '原样'],
];

interface Props {
  job: JobOf<'annex'>;
  change: ChangeJob<'annex'>;
}

export function AnnexRowSettings({ job, change }: Props) {
  return (
    <>
      <Choice
        label="合计行"
        value={job.totalPosition}
        onChange={(totalPosition) => change({ totalPosition })}
        options={[
          ['first', '首行'],
          ['last', '末行'],
          ['none', '不列'],
        ]}
        testId="print-total"
      />
      <Choice
        label="序号"
        value={job.numbering}
        onChange={(numbering) => change({ numbering })}
        options={[
          ['continuous', '连续'],
          ['restart', '每类重排'],
        ]}
      />
      <Dropdown
        label="每页末"
        value={job.subtotals}
        onChange={(subtotals) => change({ subtotals })}
        options={[
          ['none', '不加小计'],
          ['page', '本页小计'],
          ['running', '本页小计和累计'],
        ]}
        testId="print-subtotals"
      />
      <Dropdown
        label="金额单位"
        value={job.unit}
        onChange={(unit) => change({ unit })}
        options={TABLE_UNITS.map((unit) => [unit, unit])}
        testId="print-unit"
      />
      <Dropdown
        label="小数"
        value={job.decimals === null ? 'all' : String(job.decimals)}
        onChange={(decimals) => change({ decimals: decimals === 'all' ? null : Number(decimals) })}
        options={DECIMALS}
        testId="print-decimals"
      />
    </>
  );
}

export function AnnexWordSettings({ job, change }: Props) {
  const plan = useReference().data?.plan;
  return (
    <>
      <Text label="附表号" value={job.label} placeholder="如 附表1，可不填" onChange={(label) => change({ label })} />
      <Text
        label="标题"
        rows={2}
        value={job.title ?? ''}
        placeholder={plan?.title ?? ''}
        onChange={(title) => change({ title: title === '' ? null : title })}
        testId="print-title"
      />
      <Text
        label="填报单位"
        value={job.office ?? ''}
        placeholder={plan?.regionName ?? ''}
        onChange={(office) => change({ office: office === '' ? null : office })}
        testId="print-office"
      />
      <Text
        label="日期"
        value={job.date ?? ''}
        placeholder="当天"
        onChange={(date) => change({ date: date === '' ? null : date })}
      />
      <Text
        label="注"
        rows={2}
        value={job.note}
        placeholder="表下的说明"
        onChange={(note) => change({ note })}
        testId="print-note"
      />
      <SignatureSettings signatures={job.signatures} change={change} />
    </>
  );
}
