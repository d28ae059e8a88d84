// The fields of a notice: stage, title, where, from when, how long, whom to ask.
import { AutoComplete, Input, InputNumber, Select } from 'antd';
import { batchName } from '#shared/domain/execution.ts';
import { POSTING_LEVELS, POSTING_MEDIA, POSTING_STAGES, type PostingStageId } from '#shared/domain/posting.ts';
import { dayWords, holidaysOf, lastDay, yearsWithoutTable } from '#shared/notice/period.ts';
import { localDay } from '#shared/values/local-time.ts';
import { useFunds } from '../../api/queries.ts';
import { useRecords } from '../../api/records.ts';
import { DayInput, Field } from '../funds/form-field.tsx';
import { type Draft, ofStage } from './posting-draft.ts';

interface Props {
  draft: Draft;
  set: (change: Partial<Draft>) => void;
}

export function PostingContent({ draft, set }: Props) {
  const batches = useFunds(localDay(new Date())).data?.batches ?? [];
  const text = (
    key: 'title' | 'office' | 'place' | 'contact' | 'hotline' | 'handler' | 'note' | 'result',
    label: string,
    placeholder = '',
  ) => (
    <Input
      aria-label={label}
      value={draft[key]}
      placeholder={placeholder}
      onChange={(event) => set({ [key]: event.target.value })}
    />
  );
  return (
    <div className="xj-funds-form">
      <Field label="环节">
        <Select
          aria-label="环节"
          value={draft.stage}
          options={POSTING_STAGES.map(({ id, name }) => ({ value: id, label: name }))}
          onChange={(stage: PostingStageId) => set(ofStage(stage))}
          data-testid="posting-stage"
        />
      </Field>
      <Field label="级别">
        <Select
          aria-label="级别"
          value={draft.level}
          options={POSTING_LEVELS.map((value) => ({ value, label: value }))}
          onChange={(level) => set({ level })}
        />
      </Field>
      <Field label="公示事项" isWide>
        {text('title', '公示事项', '如：甸苴村2026年拟申报项目公示')}
      </Field>
      <Field label="公示起">
        <DayInput label="公示起" value={draft.from} change={(from) => set({ from })} />
      </Field>
      <Field label={draft.kind === '公示' ? '公示期' : ''}>
        {draft.kind === '公示' ? <Days draft={draft} set={set} /> : <span className="xj-faint">公告长期公开</span>}
      </Field>
      <Field label="公示载体">
        <AutoComplete
          aria-label="公示载体"
          value={draft.medium}
          options={POSTING_MEDIA.map((value) => ({ value }))}
          onChange={(medium: string) => set({ medium })}
        />
      </Field>
      <Field label="止（延长的填）">
        <DayInput label="公示止" value={draft.to} change={(to) => set({ to })} />
      </Field>
      <Field label="地点">{text('place', '地点')}</Field>
      <Field label="公示单位">{text('office', '公示单位')}</Field>
      <Field label="监督电话">{text('hotline', '监督电话')}</Field>
      <Field label="联系人、电话">{text('contact', '联系人、电话')}</Field>
      <Field label="经办人">{text('handler', '经办人')}</Field>
      <Field label="资金批次">
        <Select
          aria-label="资金批次"
          allowClear
          value={draft.batchId}
          placeholder="公告哪一批资金"
          options={batches.map(({ batch }) => ({ value: batch.id, label: batchName(batch) }))}
          onChange={(id?: string) => set({ batchId: id ?? null })}
        />
      </Field>
      <Field label="办结日期">
        <DayInput label="办结日期" value={draft.closedAt} change={(closedAt) => set({ closedAt })} />
      </Field>
      <Field label="处理结果">{text('result', '处理结果')}</Field>
      <Field label="撤下日期">
        <DayInput label="撤下日期" value={draft.withdrawnAt} change={(withdrawnAt) => set({ withdrawnAt })} />
      </Field>
      <Field label="备注">{text('note', '备注')}</Field>
    </div>
  );
}

/** 公示期, and the day on which it ends. */
function Days({ draft, set }: Props) {
  const holidays = holidaysOf(useRecords('holidays').values());
  const { from, days, dayKind } = draft;
  const end = from !== null && days !== null ? lastDay(from, days, dayKind, holidays) : null;
  const unknown = dayKind === 'workdays' && from !== null && end !== null ? yearsWithoutTable(from, end, holidays) : [];
  return (
    <span className="xj-notices-days">
      <InputNumber
        aria-label="公示期"
        min={1}
        max={365}
        value={days}
        onChange={(value) => set({ days: value })}
        data-testid="posting-days"
      />
      <Select
        aria-label="按什么算"
        style={{ width: 106 }}
        value={dayKind}
        options={[
          { value: 'days', label: '天' },
          { value: 'workdays', label: '个工作日' },
        ]}
        onChange={(value) => set({ dayKind: value })}
      />
      <span className="xj-faint" data-testid="posting-end">
        {end === null ? '' : `到 ${dayWords(end)}`}
        {unknown.length > 0 && `（${unknown.join('、')}年没有节假日表）`}
      </span>
    </span>
  );
}
