// 到期办结: which notices, the day and the result; what cannot be closed or moved is shown with the reason before it is done.
import { Checkbox, Input, Modal, Table } from 'antd';
import { useEffect, useState } from 'react';
import type { PostingRow } from '#shared/contract/methods/postings.ts';
import type { MethodOutput } from '#shared/contract/methods.ts';
import { lifeState } from '#shared/domain/life.ts';
import { postingStage } from '#shared/domain/posting.ts';
import { localDay } from '#shared/values/local-time.ts';
import { useSession } from '../../session.ts';
import { DayInput, Field } from '../funds/form-field.tsx';

type Result = MethodOutput<'notices.close'>;

export function CloseDialog({ rows, ids, close }: { rows: readonly PostingRow[]; ids: string[]; close: () => void }) {
  const session = useSession();
  const today = localDay(new Date());
  const [chosen, setChosen] = useState(ids);
  const [date, setDate] = useState<string>(today);
  const [result, setResult] = useState('');
  const [moves, setMoves] = useState(true);
  const [outcome, setOutcome] = useState<Result | null>(null);
  const shown = rows.filter(({ posting }) => ids.includes(posting.id));
  useEffect(() => {
    if (chosen.length === 0) {
      setOutcome(null);
      return undefined;
    }
    let isCurrent = true;
    session
      .call('notices.close', { ids: chosen, date, result, moves, today, dryRun: true })
      .then((read) => isCurrent && setOutcome(read))
      .catch(() => isCurrent && setOutcome(null));
    return () => {
      isCurrent = false;
    };
  }, [session, chosen, date, result, moves, today]);
  const take = async (): Promise<void> => {
    const done = await session.attempt('正在办结', () =>
      session.write('notices.close', { ids: chosen, date, result, moves, today }),
    );
    if (!done) return;
    session.messenger.current.success(
      `已办结 ${done.closed} 条${done.moved > 0 ? `，${done.moved} 个项目进入下一步` : ''}。可一步撤销。`,
    );
    close();
  };
  const reasons = new Map(outcome?.kept.map(({ id, reason }) => [id, reason]));
  const next = (stage: PostingRow['posting']['stage']): string => {
    const { before } = postingStage(stage);
    return before === null || before === 'settled' ? '' : `项目进入“${lifeState(before).name}”`;
  };
  return (
    <Modal
      open
      title="到期办结"
      width={900}
      okText={outcome ? `办结 ${outcome.closed} 条` : '办结'}
      cancelText="取消"
      okButtonProps={{ disabled: (outcome?.closed ?? 0) === 0, ...({ 'data-testid': 'close-take' } as object) }}
      onOk={() => void take()}
      onCancel={close}
    >
      <div className="xj-funds-form">
        <Field label="办结日期">
          <DayInput label="办结日期" value={date} change={(day) => day !== null && setDate(day)} />
        </Field>
        <Field label="结果">
          <Input
            aria-label="结果"
            value={result}
            placeholder="公示无异议"
            onChange={(event) => setResult(event.target.value)}
          />
        </Field>
      </div>
      <div className="xj-funds-tools xj-funds-pick">
        <Checkbox checked={moves} onChange={(event) => setMoves(event.target.checked)}>
          项目同时进入下一步（村公示→村已申报，乡镇公示→乡已审核，县公示→县已审定）
        </Checkbox>
        <span className="xj-grow" />
        {outcome && moves && <b data-testid="close-moved">{outcome.moved} 个项目进入下一步</b>}
      </div>
      <Table<PostingRow>
        size="small"
        rowKey={({ posting }) => posting.id}
        dataSource={shown}
        pagination={false}
        scroll={{ y: 260 }}
        rowSelection={{ selectedRowKeys: chosen, onChange: (keys) => setChosen(keys.map(String)) }}
        columns={[
          { key: 'title', title: '公示事项', render: (_, { posting }) => posting.title },
          { key: 'to', title: '公示止', width: 110, render: (_, { to }) => to ?? '' },
          { key: 'projects', title: '项目数', align: 'right', width: 76, render: (_, { projects }) => projects ?? '' },
          { key: 'next', title: '下一步', width: 180, render: (_, { posting }) => (moves ? next(posting.stage) : '') },
          {
            key: 'reason',
            title: '不能办结的原因',
            width: 190,
            render: (_, { posting }) => reasons.get(posting.id) ?? '',
          },
        ]}
      />
      {outcome && outcome.refused.length > 0 && (
        <ul className="xj-notices-refused" data-testid="close-refused">
          {outcome.refused.slice(0, 20).map(({ id, project, reason }) => (
            <li key={id}>
              “{project}”不变：{reason}
            </li>
          ))}
          {outcome.refused.length > 20 && <li>共 {outcome.refused.length} 个项目不变。</li>}
        </ul>
      )}
    </Modal>
  );
}
