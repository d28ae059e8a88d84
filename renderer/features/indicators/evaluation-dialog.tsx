// 评价报告…: kind and day of an evaluation, and what people say in it.
import { Alert, Input, Modal, Radio } from 'antd';
import { useState } from 'react';
import { EVALUATION_KINDS, type EvaluationKind, evaluationId } from '#shared/records/evaluation.ts';
import { localDay } from '#shared/values/local-time.ts';
import { parseWan } from '#shared/values/money.ts';
import { useReference } from '../../api/queries.ts';
import { useSession } from '../../session.ts';
import { DayInput, Field } from '../funds/form-field.tsx';

export function EvaluationDialog({
  kept,
  close,
}: {
  kept: readonly { id: string }[];
  /** With the evaluation that was made; null: none. */
  close: (id: string | null) => void;
}) {
  const session = useSession();
  const plan = useReference().data?.plan;
  const today = localDay(new Date());
  const year = Number(today.slice(0, 4));
  const [kind, setKind] = useState<EvaluationKind>(
    plan && year > plan.lastYear ? '总结' : plan?.midYear === year ? '中期' : '年度',
  );
  const [asOf, setAsOf] = useState(today);
  const [least, setLeast] = useState('500');
  const [officer, setOfficer] = useState('');
  const [problems, setProblems] = useState('');
  const [measures, setMeasures] = useState('');
  const leastFen = parseWan(least.trim());
  const isThere = kept.some(({ id }) => id === evaluationId(kind, asOf));
  const make = async (): Promise<void> => {
    const done = await session.attempt('正在形成评估', () =>
      session.write('evaluation.make', { kind, asOf, leastFen: leastFen ?? 0, officer, problems, measures }),
    );
    if (done) close(done.id);
  };
  return (
    <Modal
      open
      width={720}
      title="评价报告"
      okText={isThere ? '重新形成' : '形成'}
      cancelText="取消"
      okButtonProps={{
        disabled: leastFen === undefined || leastFen < 0,
        ...({ 'data-testid': 'evaluation-ok' } as object),
      }}
      onOk={() => void make()}
      onCancel={() => close(null)}
    >
      <div className="xj-funds-form">
        <Field label="种类" isWide>
          <Radio.Group
            optionType="button"
            size="small"
            value={kind}
            options={EVALUATION_KINDS.map((value) => ({
              value,
              label: value === '年度' ? '年度报告' : `${value}评估`,
            }))}
            onChange={(event) => setKind(event.target.value as EvaluationKind)}
          />
        </Field>
        <Field label="截至">
          <DayInput label="截至" value={asOf} change={(value) => value !== null && setAsOf(value)} />
        </Field>
        <Field label="重大项目（万元及以上）">
          <Input aria-label="重大项目的起点" value={least} onChange={(event) => setLeast(event.target.value)} />
        </Field>
        <Field label="评估单位" isWide>
          <Input aria-label="评估单位" value={officer} onChange={(event) => setOfficer(event.target.value)} />
        </Field>
        <Field label="存在问题" isWide>
          <Input.TextArea
            aria-label="存在问题"
            rows={3}
            placeholder="一行一段；应开工未开工、应完工未竣工的项目会自动写出"
            value={problems}
            onChange={(event) => setProblems(event.target.value)}
          />
        </Field>
        <Field label="措施和建议" isWide>
          <Input.TextArea
            aria-label="措施和建议"
            rows={3}
            placeholder="一行一段"
            value={measures}
            onChange={(event) => setMeasures(event.target.value)}
          />
        </Field>
      </div>
      {isThere && <Alert type="warning" showIcon title="这一天已有同种类的评估，将按现在的数重新形成（可撤销）。" />}
    </Modal>
  );
}
