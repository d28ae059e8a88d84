// 属实说明 of one finding: writing, renewing and removing it; for findings that take none, why.
import { Alert, Button, Input, Space } from 'antd';
import { useState } from 'react';
import { explain, refusesExplanation } from '#shared/checks/explanation.ts';
import type { Finding } from '#shared/checks/finding.ts';
import { useWorkbook } from '../../api/queries.ts';
import { saveRecord } from '../../api/records.ts';
import { useSession } from '../../session.ts';

export function ExplainBox({ finding }: { finding: Finding }) {
  const session = useSession();
  const isLocked = useWorkbook()?.readOnly != null;
  const { explanation, key } = finding;
  const [text, setText] = useState(explanation?.text ?? '');
  const refusal = refusesExplanation(finding.level);
  if (refusal !== null) {
    return (
      <section>
        <h4>属实说明</h4>
        <p className="xj-faint">{refusal}</p>
      </section>
    );
  }
  const isVoid = explanation?.state === 'void';
  const isUnchanged = text.trim() === (explanation?.text ?? '') && !isVoid;
  const save = (): void => {
    if (text.trim() !== '' && !isUnchanged) void saveRecord(session, 'explanation', key, explain(finding, text));
  };
  const remove = (): void => {
    setText('');
    void saveRecord(session, 'explanation', key, null);
  };
  return (
    <section>
      <h4>属实说明</h4>
      {isVoid && (
        <Alert
          type="warning"
          showIcon
          data-testid="explanation-void"
          title={`说明已失效：写说明时是 ${shown(explanation)}，现在是 ${shown(finding)}。情况仍属实的请重新确认。`}
        />
      )}
      <Input.TextArea
        value={text}
        disabled={isLocked}
        maxLength={500}
        autoSize={{ minRows: 2, maxRows: 6 }}
        placeholder="情况属实的，写明原因，如：资金文件尚未下达，先按总额列入。"
        aria-label="属实说明"
        data-testid="explanation-text"
        onChange={(event) => setText(event.target.value)}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) save();
        }}
      />
      <Space size={6}>
        <Button
          size="small"
          type="primary"
          disabled={isLocked || text.trim() === '' || isUnchanged}
          onClick={save}
          data-testid="explanation-save"
        >
          {isVoid ? '重新确认说明' : '保存说明'}
        </Button>
        {explanation && (
          <Button size="small" disabled={isLocked} onClick={remove} data-testid="explanation-remove">
            删除说明
          </Button>
        )}
        <span className="xj-faint">数字再有变动，说明自动失效。</span>
      </Space>
    </section>
  );
}

function shown({ left, right }: { left: string; right: string }): string {
  return [left, right].filter((value) => value !== '').join(' 与 ') || '（无数值）';
}
