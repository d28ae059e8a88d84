// 上报 and 下达: which kind, to whom, with a password or a signature; then where the file goes.
import { Alert, Checkbox, Input, Modal, Select } from 'antd';
import { useState } from 'react';
import type { MethodOutput } from '#shared/contract/methods.ts';
import { lifeState } from '#shared/domain/life.ts';
import { PACKAGE_SPECS, packageKindOf } from '#shared/package/package-kinds.ts';
import { localDay } from '#shared/values/local-time.ts';
import { tellWritten } from '../../commands/file-actions.ts';
import { useSession } from '../../session.ts';
import { errorText } from '../../state/call.ts';
import { Field } from '../funds/form-field.tsx';

interface Props {
  office: MethodOutput<'package.office'>;
  direction: 'up' | 'down';
  close: () => void;
}

const SIGNING = [
  { value: 'usual', label: '本机有密钥就签名' },
  { value: 'sign', label: '签名（没有密钥就生成）' },
  { value: 'plain', label: '不签名' },
];

export function SendDialog({ office, direction, close }: Props) {
  const session = useSession();
  const kinds = office.kinds.flatMap((word) => packageKindOf(word) ?? []);
  const offered = kinds.filter((kind) => PACKAGE_SPECS[kind].direction === direction);
  const usual = offered.find((kind) => kind === office.usual) ?? offered[0];
  const [kind, setKind] = useState(usual ?? null);
  const [to, setTo] = useState<string | null>(null);
  const [password, setPassword] = useState('');
  const [isSealed, setSealed] = useState(false);
  const [signing, setSigning] = useState('usual');
  const [hasStep, setStep] = useState(true);
  const [fault, setFault] = useState<string | null>(null);
  const step = kind === null ? undefined : PACKAGE_SPECS[kind].step;
  const isReady = kind !== null && (direction === 'up' || to !== null) && (!isSealed || password !== '');
  const send = async (): Promise<void> => {
    if (kind === null) return;
    const from = office.office.name;
    const file = await session.chooseSave('package', `${kind}保存到`, `${from}${to ? `-${to}` : ''}-${kind}.xjpkg`);
    if (!file) return;
    setFault(null);
    try {
      const made = await session.write('package.make', {
        ...{ token: file.token, kind },
        ...(to === null ? {} : { to }),
        stepOn: step && hasStep ? localDay(new Date()) : null,
        ...(isSealed ? { password } : {}),
        ...(signing === 'usual' ? {} : { sign: signing === 'sign' }),
      });
      tellWritten(session, made, `${made.kind}第 ${made.number} 号（${made.projects} 个项目）和附表`);
      close();
    } catch (thrown) {
      setFault(errorText(thrown));
    }
  };
  return (
    <Modal
      open
      title={direction === 'up' ? `上报：${office.name}` : `下达、退回：${office.name}`}
      width={640}
      okText="打包…"
      cancelText="取消"
      okButtonProps={{ disabled: !isReady, ...({ 'data-testid': 'send-take' } as object) }}
      onOk={() => void send()}
      onCancel={close}
    >
      <div className="xj-funds-form">
        <Field label="类型" isWide>
          <Select
            aria-label="类型"
            value={kind}
            options={offered.map((value) => ({ value, label: `${value}：${PACKAGE_SPECS[value].help}` }))}
            onChange={setKind}
            data-testid="send-kind"
          />
        </Field>
        {direction === 'down' && (
          <Field label="给" isWide>
            <Select
              aria-label="给哪个单位"
              showSearch
              placeholder="下级单位"
              value={to}
              options={office.beneath.map((value) => ({ value, label: value }))}
              onChange={setTo}
              data-testid="send-to"
            />
          </Field>
        )}
        {step && (
          <Field label="办理" isWide>
            <Checkbox checked={hasStep} onChange={(event) => setStep(event.target.checked)} data-testid="send-step">
              同时办理“{lifeState(step).name}”（今天；能办理的项目）
            </Checkbox>
          </Field>
        )}
        <Field label="签名" isWide>
          <Select aria-label="签名" value={signing} options={SIGNING} onChange={setSigning} data-testid="send-sign" />
        </Field>
        <Field label="密码" isWide>
          <Checkbox checked={isSealed} onChange={(event) => setSealed(event.target.checked)}>
            加密（另外告诉对方密码；忘了谁也打不开）
          </Checkbox>
          {isSealed && (
            <Input.Password
              aria-label="包的密码"
              value={password}
              onChange={(event) => setPassword(event.target.value)}
              data-testid="send-password"
            />
          )}
        </Field>
      </div>
      {fault !== null && (
        <Alert
          type="error"
          showIcon
          title={<span className="xj-exchange-reason">{fault}</span>}
          style={{ marginTop: 12 }}
          data-testid="send-fault"
        />
      )}
    </Modal>
  );
}
