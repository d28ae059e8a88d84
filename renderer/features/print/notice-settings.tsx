// What a notice of projects (项目公示) says: stage, period, who put it up, where to object, what is hidden.
import { Checkbox, Input } from 'antd';
import { holidaysOf, isIsoDay, lastDay, periodWords, yearsWithoutTable } from '#shared/notice/period.ts';
import { type NoticeStage, STAGES } from '#shared/notice/stages.ts';
import type { JobOf } from '#shared/print/print-job.ts';
import { localDay } from '#shared/values/local-time.ts';
import { useReference } from '../../api/queries.ts';
import { useRecords } from '../../api/records.ts';
import { Choice, Dropdown, Field, Text, WholeNumber } from './fields.tsx';
import type { ChangeJob } from './use-print-job.ts';

interface Props {
  job: JobOf<'notice'>;
  change: ChangeJob<'notice'>;
}

const STAGE_OPTIONS = (Object.keys(STAGES) as NoticeStage[]).map((stage) => [stage, STAGES[stage].name] as const);

export function NoticeSettings({ job, change }: Props) {
  const plan = useReference().data?.plan;
  return (
    <>
      <Dropdown
        label="阶段"
        value={job.stage}
        onChange={(stage) => change({ stage })}
        options={STAGE_OPTIONS}
        testId="notice-stage"
      />
      <NoticePeriod job={job} change={change} />
      <Text
        label="标题"
        rows={2}
        value={job.title ?? ''}
        placeholder="按地区、年度和阶段自动写"
        onChange={(title) => change({ title: title === '' ? null : title })}
      />
      <Text
        label="说明段"
        rows={3}
        value={job.intro ?? ''}
        placeholder="按阶段自动写，写明项目个数和投资"
        onChange={(intro) => change({ intro: intro === '' ? null : intro })}
      />
      <Text
        label="公示单位"
        value={job.office ?? ''}
        placeholder={job.filter.towns.length === 1 ? (job.filter.towns[0] ?? '') : (plan?.regionName ?? '')}
        onChange={(office) => change({ office: office === '' ? null : office })}
        testId="notice-office"
      />
      <Text label="联系人" value={job.contact} onChange={(contact) => change({ contact })} />
      <Text label="联系电话" value={job.phone} onChange={(phone) => change({ phone })} />
      <Text label="监督电话" value={job.hotline} onChange={(hotline) => change({ hotline })} />
      <Text label="通讯地址" value={job.address} onChange={(address) => change({ address })} />
      <Text label="电子邮箱" value={job.email} onChange={(email) => change({ email })} />
      <Text label="说明" rows={2} value={job.note} placeholder="表下的说明" onChange={(note) => change({ note })} />
    </>
  );
}

function NoticePeriod({ job, change }: Props) {
  const from = job.from ?? localDay(new Date());
  const { hasPeriod } = STAGES[job.stage];
  const tables = useRecords('holidays');
  const holidays = holidaysOf(tables.values());
  const unknown =
    job.dayKind === 'workdays' ? yearsWithoutTable(from, lastDay(from, job.days, job.dayKind, holidays), holidays) : [];
  return (
    <>
      <Field label={hasPeriod ? '公示起' : '公告日期'}>
        <Input
          type="date"
          size="small"
          value={from}
          aria-label={hasPeriod ? '公示起' : '公告日期'}
          onChange={(event) => change({ from: isIsoDay(event.target.value) ? event.target.value : null })}
          data-testid="notice-from"
        />
      </Field>
      {hasPeriod && (
        <>
          <WholeNumber
            label="公示期"
            value={job.days}
            min={1}
            max={365}
            onChange={(days) => change({ days })}
            testId="notice-days"
          />
          <Choice
            label="按"
            value={job.dayKind}
            onChange={(dayKind) => change({ dayKind })}
            options={[
              ['days', '天'],
              ['workdays', '工作日'],
            ]}
          />
          <p className="xj-faint" data-testid="notice-period">
            {periodWords(from, job.days, job.dayKind, holidays)}
            {unknown.length > 0 &&
              `。${unknown.join('、')}年没有节假日表，只扣除了周六、周日；在“公示台账”的“节假日”里录入。`}
          </p>
        </>
      )}
    </>
  );
}

const MASKS = [
  ['names', '姓名：王**'],
  ['phones', '手机号：138****1234'],
  ['identities', '身份证号：前六后四'],
  ['bankCards', '银行卡、一卡通账号：前六后四'],
] as const;

export function MaskSettings({ job, change }: Props) {
  return (
    <div className="xj-columns">
      {MASKS.map(([key, label]) => (
        <Checkbox
          key={key}
          checked={job.mask[key]}
          onChange={(event) => change({ mask: { ...job.mask, [key]: event.target.checked } })}
          data-testid={`mask-${key}`}
        >
          {label}
        </Checkbox>
      ))}
      <p className="xj-faint">责任人、电话和各栏文字里的都隐去；金额、文号、编号不受影响。打印前请再看一遍预览。</p>
    </div>
  );
}
