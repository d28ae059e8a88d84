// 异议: who said what when, what was answered, and what became of it.
import { Button, Input, Select } from 'antd';
import { OBJECTION_EFFECTS, type Objection } from '#shared/domain/posting.ts';
import { localDay } from '#shared/values/local-time.ts';
import { DayInput, Field } from '../funds/form-field.tsx';

const NEW: Omit<Objection, 'date'> = { who: '', text: '', answer: '', answeredAt: null, effect: null };

export function ObjectionsTab(props: { objections: readonly Objection[]; change: (list: Objection[]) => void }) {
  const { objections, change } = props;
  const set = (at: number, part: Partial<Objection>): void =>
    change(objections.map((one, index) => (index === at ? { ...one, ...part } : one)));
  return (
    <>
      {objections.length === 0 && (
        <p className="xj-faint">没有收到异议。收到的在这里登记；没有处理的，项目暂不能办理下一步。</p>
      )}
      {objections.map((objection, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: objections have no id of their own and keep their order
        <div key={at} className="xj-funds-form xj-notices-objection">
          <Field label="收到日期">
            <DayInput label="收到日期" value={objection.date} change={(date) => set(at, { date })} />
          </Field>
          <Field label="反映人">
            <Input
              aria-label="反映人"
              value={objection.who}
              placeholder="如：村民王某"
              onChange={(event) => set(at, { who: event.target.value })}
            />
          </Field>
          <Field label="内容" isWide>
            <Input.TextArea
              aria-label="异议内容"
              autoSize
              value={objection.text}
              onChange={(event) => set(at, { text: event.target.value })}
              data-testid="objection-text"
            />
          </Field>
          <Field label="答复" isWide>
            <Input.TextArea
              aria-label="答复"
              autoSize
              value={objection.answer}
              onChange={(event) => set(at, { answer: event.target.value })}
            />
          </Field>
          <Field label="处理">
            <Select
              aria-label="处理"
              value={objection.effect ?? ''}
              options={[
                { value: '', label: '还没有处理' },
                ...OBJECTION_EFFECTS.map((value) => ({ value, label: value })),
              ]}
              onChange={(value) => {
                const effect = value === '' ? null : (value as Objection['effect']);
                set(at, {
                  effect,
                  answeredAt: effect === null ? null : (objection.answeredAt ?? localDay(new Date())),
                });
              }}
              data-testid="objection-effect"
            />
          </Field>
          <Field label="答复日期">
            <DayInput label="答复日期" value={objection.answeredAt} change={(answeredAt) => set(at, { answeredAt })} />
          </Field>
          <Button size="small" danger onClick={() => change(objections.filter((_, index) => index !== at))}>
            删除
          </Button>
        </div>
      ))}
      <Button
        size="small"
        onClick={() => change([...objections, { ...NEW, date: localDay(new Date()) }])}
        data-testid="objection-add"
      >
        登记异议
      </Button>
    </>
  );
}
