// 登记为已公示？ asked when a notice goes out: what was printed is taken down as it stands there.
import { AutoComplete, Input, Modal, Select } from 'antd';
import { useState } from 'react';
import {
  POSTING_LEVELS,
  POSTING_MEDIA,
  POSTING_STAGES,
  type PostingLevel,
  type PostingStageId,
  postingStage,
} from '#shared/domain/posting.ts';
import { REGISTERED_AS } from '#shared/notice/stages.ts';
import type { JobOf } from '#shared/print/print-job.ts';
import { localDay } from '#shared/values/local-time.ts';
import { useSession } from '../../session.ts';
import { Field } from './fields.tsx';

export function RegisterNotice({ job, close }: { job: JobOf<'notice'>; close: () => void }) {
  const session = useSession();
  const [stage, setStage] = useState<PostingStageId>(REGISTERED_AS[job.stage]);
  const [level, setLevel] = useState<PostingLevel>(postingStage(stage).level);
  const [medium, setMedium] = useState('公开栏');
  const [place, setPlace] = useState('');
  const [handler, setHandler] = useState('');
  const register = async (): Promise<void> => {
    const said = { stage, level, medium, place, handler };
    const done = await session.attempt('正在登记', () =>
      session.write('notices.registerPrinted', { job, ...said, today: localDay(new Date()) }),
    );
    close();
    if (!done) return;
    session.messenger.current.success('已登记到公示台账，期满后在那里办结。', {
      label: '看台账',
      run: () => session.nav.set({ page: 'notices', noticesFilter: 'all' }),
    });
  };
  return (
    <Modal
      open
      title="登记为已公示？"
      width={480}
      okText="登记"
      cancelText="不登记"
      okButtonProps={{ ...({ 'data-testid': 'notice-register' } as object) }}
      onOk={() => void register()}
      onCancel={close}
    >
      <p className="xj-faint">登记后留存这次公示的内容，以后改了会提示；个人信息照打印的隐去。</p>
      <div className="xj-print-register">
        <Field label="环节">
          <Select
            size="small"
            aria-label="环节"
            value={stage}
            options={POSTING_STAGES.map(({ id, name }) => ({ value: id, label: name }))}
            onChange={(value: PostingStageId) => {
              setStage(value);
              setLevel(postingStage(value).level);
            }}
          />
        </Field>
        <Field label="级别">
          <Select
            size="small"
            aria-label="级别"
            value={level}
            options={POSTING_LEVELS.map((value) => ({ value, label: value }))}
            onChange={setLevel}
          />
        </Field>
        <Field label="公示载体">
          <AutoComplete
            size="small"
            aria-label="公示载体"
            value={medium}
            options={POSTING_MEDIA.map((value) => ({ value }))}
            onChange={setMedium}
          />
        </Field>
        <Field label="地点">
          <Input size="small" aria-label="地点" value={place} onChange={(event) => setPlace(event.target.value)} />
        </Field>
        <Field label="经办人">
          <Input
            size="small"
            aria-label="经办人"
            value={handler}
            onChange={(event) => setHandler(event.target.value)}
          />
        </Field>
      </div>
    </Modal>
  );
}
