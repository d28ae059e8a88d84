// Asks for the password of a file: stays until it opens it or the user gives up.
import { Alert, Button, Input } from 'antd';
import { useState } from 'react';
import { errorText } from '../../state/call.ts';

export interface PasswordFormProps {
  question: string;
  /** Throws where the password is another one; the reason is shown and the field stays. */
  submit: (password: string) => Promise<void>;
  close: (isOpened: boolean) => void;
}

export function PasswordForm({ question, submit, close }: PasswordFormProps) {
  const [password, setPassword] = useState('');
  const [isBusy, setBusy] = useState(false);
  const [fault, setFault] = useState<string | null>(null);
  const tryIt = async (): Promise<void> => {
    if (password === '' || isBusy) return;
    setBusy(true);
    try {
      await submit(password);
      close(true);
    } catch (thrown) {
      setFault(errorText(thrown));
      setBusy(false);
    }
  };
  return (
    <div className="xj-password">
      <p>{question}</p>
      <Input.Password
        value={password}
        autoFocus
        aria-label="密码"
        autoComplete="off"
        maxLength={200}
        onChange={(event) => setPassword(event.target.value)}
        onPressEnter={() => void tryIt()}
        data-testid="password-field"
      />
      {fault !== null && <Alert type="error" showIcon title={fault} data-testid="password-fault" />}
      <div className="xj-choices">
        <Button onClick={() => close(false)}>取消</Button>
        <Button
          type="primary"
          loading={isBusy}
          disabled={password === ''}
          onClick={() => void tryIt()}
          data-testid="password-ok"
        >
          打开
        </Button>
      </div>
    </div>
  );
}
