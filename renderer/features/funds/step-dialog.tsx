// 办理: which step, its paper and day, for which projects; what cannot be done is shown with the reason before it is done.
import { useQuery } from '@tanstack/react-query';
import { Checkbox, Input, InputNumber, Modal, Select, Table } from 'antd';
import { useEffect, useMemo, useState } from 'react';
import type { MethodInput, MethodOutput } from '#shared/contract/methods.ts';
import { DROP_REASONS, LIFE_STATES, type LifeStateId, lifeState, SIDE_EVENTS } from '#shared/domain/life.ts';
import type { Project } from '#shared/domain/project.ts';
import { KEYS, useProjects } from '../../api/queries.ts';
import { useSession } from '../../session.ts';
import { DocumentInput } from './document-input.tsx';
import { DayInput, Field, typedFen } from './form-field.tsx';
import { today } from './today.ts';

type Step = MethodInput<'life.step'>['step'];
type Result = MethodOutput<'life.step'>;

const STEPS = [
  ...LIFE_STATES.slice(1).map(({ id, name }) => ({ value: `state:${id}`, label: name })),
  { value: 'returned', label: SIDE_EVENTS.returned },
  { value: 'paused', label: SIDE_EVENTS.paused },
  { value: 'resumed', label: SIDE_EVENTS.resumed },
  { value: 'dropped', label: SIDE_EVENTS.dropped },
];

const EMPTY: Omit<Step, 'kind' | 'to' | 'date'> = {
  office: '',
  verdict: '',
  opinion: '',
  documentNumber: '',
  meeting: '',
  reason: '',
  dueDate: null,
  settledFen: null,
  isBackfilled: false,
  planYear: null,
  note: '',
};

/** What is chosen already when the dialog opens. */
interface Start {
  choice: string;
  ids: string[];
  planYear: number | null;
  /** Where 退回 leads; draft where not given. */
  back?: LifeStateId;
}

interface Props {
  start?: Start;
  close: (isDone: boolean) => void;
}

export function StepDialog({ start, close }: Props) {
  const session = useSession();
  const projects = useProjects().data?.projects ?? [];
  const [choice, setChoice] = useState(start?.choice ?? 'state:stored');
  const [date, setDate] = useState<string | null>(today());
  const [details, setDetails] = useState({ ...EMPTY, planYear: start?.planYear ?? null });
  const [settled, setSettled] = useState('');
  const [back, setBack] = useState<LifeStateId>(start?.back ?? 'draft');
  const [filter, setFilter] = useState('');
  const [ids, setIds] = useState<string[]>(start?.ids ?? []);
  const [result, setResult] = useState<Result | null>(null);
  const { data: board } = useQuery({
    queryKey: [...KEYS.funds, 'board', 'class', today()],
    queryFn: () => session.call('life.board', { by: 'class', asOf: today() }),
  });
  const stateOf = useMemo(() => new Map(board?.projects.map((one) => [one.id, one])), [board]);
  const step = useMemo((): Step => {
    const [kind = '', to = ''] = choice.split(':');
    return {
      ...details,
      kind: kind as Step['kind'],
      to: (kind === 'returned' ? back : to === '' ? null : to) as Step['to'],
      date,
      settledFen: choice === 'state:settled' ? typedFen(settled) : null,
      planYear: choice === 'state:planned' ? details.planYear : null,
    };
  }, [choice, details, back, date, settled]);
  // What would happen, each time that something is chosen.
  useEffect(() => {
    if (ids.length === 0) {
      setResult(null);
      return undefined;
    }
    let isCurrent = true;
    session
      .call('life.step', { ids, step, today: today(), dryRun: true })
      .then((read) => isCurrent && setResult(read))
      .catch(() => isCurrent && setResult(null));
    return () => {
      isCurrent = false;
    };
  }, [session, ids, step]);
  const set = (change: Partial<typeof details>): void => setDetails((before) => ({ ...before, ...change }));
  const take = async (): Promise<void> => {
    const done = await session.attempt('正在办理', () => session.write('life.step', { ids, step, today: today() }));
    if (!done) return;
    session.messenger.current.success(`已办理 ${done.moved} 个项目。可一步撤销。`);
    close(true);
  };
  const wanted = filter.trim();
  const shown = projects.filter(({ id, name, town, village, unit, code }) =>
    wanted === ''
      ? !start || start.ids.length === 0 || start.ids.includes(id)
      : [name, town, village, unit, code].some((text) => text?.includes(wanted)),
  );
  const reasons = new Map(
    [...(result?.doubts ?? []), ...(result?.refused ?? [])].map(({ id, reason }) => [id, reason]),
  );
  const text = (key: 'opinion' | 'meeting' | 'office', label: string) => (
    <Input aria-label={label} value={details[key]} onChange={(event) => set({ [key]: event.target.value })} />
  );
  return (
    <Modal
      open
      title="办理"
      width={960}
      okText={result ? `办理 ${result.moved} 个` : '办理'}
      cancelText="取消"
      okButtonProps={{ disabled: (result?.moved ?? 0) === 0, ...({ 'data-testid': 'step-take' } as object) }}
      onOk={() => void take()}
      onCancel={() => close(false)}
    >
      <div className="xj-funds-form">
        <Field label="办到">
          <Select aria-label="办到" value={choice} options={STEPS} onChange={setChoice} data-testid="step-choice" />
        </Field>
        <Field label="日期">
          <DayInput label="日期" value={date} change={setDate} />
        </Field>
        {choice === 'returned' && (
          <Field label="退回到" isWide>
            <Select
              aria-label="退回到"
              value={back}
              options={LIFE_STATES.map(({ id, name }) => ({ value: id, label: name }))}
              onChange={setBack}
            />
          </Field>
        )}
        {choice === 'state:planned' && (
          <Field label="计划年度" isWide>
            <InputNumber
              aria-label="计划年度"
              min={1990}
              max={2100}
              placeholder="日期的年份"
              value={details.planYear}
              onChange={(planYear) => set({ planYear })}
            />
          </Field>
        )}
        {choice === 'state:settled' && (
          <Field label="审定结算价（万元）" isWide>
            <Input
              aria-label="审定结算价（万元）"
              value={settled}
              status={settled !== '' && typedFen(settled) === null ? 'error' : ''}
              onChange={(event) => setSettled(event.target.value)}
              data-testid="step-settled"
            />
          </Field>
        )}
        <Field label="文号">
          <DocumentInput
            label="文号"
            value={details.documentNumber}
            change={(documentNumber) => set({ documentNumber })}
          />
        </Field>
        <Field label="会议">{text('meeting', '会议')}</Field>
        <Field label="办理单位">{text('office', '办理单位')}</Field>
        <Field label="意见">{text('opinion', '意见')}</Field>
        {(choice === 'returned' || choice === 'dropped' || choice === 'paused') && (
          <Field label="原因" isWide>
            <Select
              aria-label="原因"
              mode="tags"
              maxCount={1}
              value={details.reason === '' ? [] : [details.reason]}
              options={choice === 'dropped' ? DROP_REASONS.map((value) => ({ value, label: value })) : []}
              onChange={(values: string[]) => set({ reason: values[0] ?? '' })}
            />
          </Field>
        )}
      </div>
      <div className="xj-funds-tools xj-funds-pick">
        <Checkbox checked={details.isBackfilled} onChange={(event) => set({ isBackfilled: event.target.checked })}>
          补录（以前办过，前面的步骤不全）
        </Checkbox>
        <Checkbox checked={date === null} onChange={(event) => setDate(event.target.checked ? null : today())}>
          日期不详
        </Checkbox>
        <span className="xj-grow" />
        <Input
          allowClear
          size="small"
          style={{ width: 220 }}
          placeholder="按名称、地点、单位筛选"
          value={filter}
          onChange={(event) => setFilter(event.target.value)}
          data-testid="step-filter"
        />
      </div>
      {result && result.refused.length > 0 && (
        <p className="xj-funds-refused">
          可办理 {result.moved} 个，不能办理 {result.refused.length} 个（原因见最后一列）。
        </p>
      )}
      {result && result.doubts.length > 0 && (
        <p className="xj-funds-refused">有 {result.doubts.length} 个的日期与别的步骤前后颠倒，请核对（见最后一列）。</p>
      )}
      <Table<Project>
        size="small"
        rowKey="id"
        dataSource={shown}
        pagination={{ pageSize: 100, hideOnSinglePage: true, showSizeChanger: false }}
        scroll={{ y: 300 }}
        rowSelection={{
          selectedRowKeys: ids,
          onChange: (keys) => setIds(keys.map(String)),
          preserveSelectedRowKeys: true,
        }}
        columns={[
          { key: 'name', title: '项目', dataIndex: 'name' },
          {
            key: 'place',
            title: '地点',
            width: 180,
            render: (_, { town, village }) => `${town ?? ''}${village ?? ''}`,
          },
          {
            key: 'state',
            title: '现在的状态',
            width: 120,
            render: (_, { id }) => {
              const one = stateOf.get(id);
              if (!one) return '';
              return `${one.state === 'dropped' ? '清理出库' : lifeState(one.state).name}${one.isPaused ? '（暂缓）' : ''}`;
            },
          },
          { key: 'reason', title: '不能办理的原因', width: 300, render: (_, { id }) => reasons.get(id) ?? '' },
        ]}
      />
    </Modal>
  );
}
