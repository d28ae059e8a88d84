// The line at the foot that is signed.
import { Checkbox } from 'antd';
import type { JobOf } from '#shared/print/print-job.ts';
import { Field, Text } from './fields.tsx';

type Signatures = JobOf<'annex'>['signatures'];

export function SignatureSettings(props: { signatures: Signatures; change: (changes: object) => void }) {
  const { signatures, change } = props;
  const sign = (part: Partial<Signatures>): void => change({ signatures: { ...signatures, ...part } });
  return (
    <>
      <Field label="签字行">
        <Checkbox checked={signatures.shown} onChange={(event) => sign({ shown: event.target.checked })}>
          打印
        </Checkbox>
      </Field>
      {signatures.shown && (
        <>
          <Text label="单位负责人" value={signatures.head} placeholder="留空手签" onChange={(head) => sign({ head })} />
          <Text
            label="审核人"
            value={signatures.checker}
            placeholder="留空手签"
            onChange={(checker) => sign({ checker })}
          />
          <Text
            label="填表人"
            value={signatures.writer}
            placeholder="留空手签"
            onChange={(writer) => sign({ writer })}
          />
          <Text label="联系电话" value={signatures.phone} onChange={(phone) => sign({ phone })} />
        </>
      )}
    </>
  );
}
