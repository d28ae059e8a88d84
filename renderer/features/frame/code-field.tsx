// The field of 校验工作簿 for a 校验码 from paper: says which state of the open workbook it belongs to.
import { Alert, Input } from 'antd';
import { useState } from 'react';
import { type StateWords, stateWords } from '#shared/format/state-words.ts';
import { useSession } from '../../session.ts';
import { errorText } from '../../state/call.ts';

const TYPES = { same: 'success', older: 'info', unproven: 'error', unknown: 'warning' } as const;

export function CodeField() {
  const { call } = useSession();
  const [answer, setAnswer] = useState<StateWords | null>(null);
  const look = (code: string): void => {
    if (code.trim() === '') {
      setAnswer(null);
      return;
    }
    call('workbook.findState', { code })
      .then(({ state }) => setAnswer(stateWords(state)))
      .catch((thrown: unknown) => setAnswer({ verdict: 'unknown', text: errorText(thrown) }));
  };
  return (
    <>
      <Input.Search
        aria-label="纸上的校验码"
        placeholder="输入打印稿或导出文件页脚的校验码，看它是哪一步的内容"
        enterButton="核对"
        maxLength={200}
        onSearch={look}
      />
      {answer && (
        <Alert
          className="xj-code-answer"
          type={TYPES[answer.verdict]}
          showIcon
          title={answer.text}
          data-testid="verify-code-answer"
        />
      )}
    </>
  );
}
